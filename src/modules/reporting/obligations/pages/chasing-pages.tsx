import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { obligationAddress } from '../../obligation.ts'
import type { ChasingLetter } from '../chasing.sql.ts'
import { chasingTexts } from '../chasing.texts.ts'

const looks: Record<ChasingLetter['state'], StatusLook> = {
  draft: { tone: 'warn', icon: 'edit' },
  sent: { tone: 'good', icon: 'send' },
  dropped: { tone: 'quiet', icon: 'close' },
}

const at = '/reporting/letters'

export interface ChasingListProps {
  letters: readonly ChasingLetter[]
  unitName: (id: number) => string
}

/** Every drafted letter about late reports. */
export function ChasingListPage({ letters, unitName }: ChasingListProps) {
  const t = words(chasingTexts, useRequest().locale)
  return (
    <>
      <PageHead title={t.letters} lead={t.lead} />
      {letters.length === 0 ? (
        <EmptyState scene="done" title={t.none}>
          {t.noneWhy}
        </EmptyState>
      ) : (
        <Table
          caption={t.letters}
          silentCaption
          rows={letters}
          rowKey={(l) => l.id}
          columns={[
            {
              key: 'report',
              label: t.report,
              main: true,
              width: 'wide',
              cell: (l) => (
                <a href={`${at}/${l.id}`}>
                  {l.content.report}, {l.content.periodName}
                </a>
              ),
            },
            { key: 'from', label: t.from, cell: (l) => unitName(l.fromUnitId) },
            { key: 'units', label: t.units, numeric: true, cell: (l) => String(l.content.units.length) },
            {
              key: 'symbol',
              label: t.symbol,
              cell: (l) => (l.symbol ? `${l.symbol}${l.issuedDay ? `, ${showDay(l.issuedDay)}` : ''}` : '–'),
            },
            {
              key: 'state',
              label: t.state,
              cell: (l) => <StatusTag look={looks[l.state]}>{t[l.state]}</StatusTag>,
            },
            { key: 'drafted', label: t.drafted, cell: (l) => showTime(l.draftedAt) },
          ]}
        />
      )}
    </>
  )
}

export interface ChasingPageProps {
  letter: ChasingLetter
  fromName: string
  mayDispatch: boolean
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
}

/** One drafted letter: whom it names, its paper, and the record that it went out. */
export function ChasingPage({ letter, fromName, mayDispatch, kept }: ChasingPageProps) {
  const t = words(chasingTexts, useRequest().locale)
  const { content } = letter
  return (
    <>
      <ErrorSummary faults={kept?.faults ?? []} />
      <PageHead
        kicker={t.letters}
        title={`${content.report}, ${content.periodName}`}
        tags={<StatusTag look={looks[letter.state]}>{t[letter.state]}</StatusTag>}
        actions={
          <>
            <ButtonLink href={`${at}/${letter.id}/document.docx`} icon="download" download>
              {t.asDocx}
            </ButtonLink>
            <ButtonLink href={`${at}/${letter.id}/document.pdf`} kind="secondary" icon="eye">
              {t.asPdf}
            </ButtonLink>
          </>
        }
      />
      <Panel>
        <SummaryList
          facts={[
            { label: t.from, value: fromName },
            { label: t.source, value: content.source },
            { label: t.asOf, value: showDay(content.asOf) },
            { label: t.answerBy, value: showDay(content.answerBy) },
            { label: t.symbol, value: letter.symbol },
            { label: t.issuedDay, value: letter.issuedDay ? showDay(letter.issuedDay) : null },
          ]}
        />
      </Panel>
      <Table
        caption={t.units}
        rows={content.units}
        rowKey={(u) => u.obligationId}
        columns={[
          {
            key: 'unit',
            label: t.unit,
            main: true,
            width: 'wide',
            cell: (u) => <a href={obligationAddress(u.obligationId)}>{u.name}</a>,
          },
          { key: 'due', label: t.due, cell: (u) => showDay(u.dueDay) },
          { key: 'days', label: t.daysLate, numeric: true, cell: (u) => String(u.daysLate) },
          { key: 'standing', label: t.standing, cell: (u) => u.state },
        ]}
      />
      {mayDispatch && letter.state === 'draft' && (
        <Panel title={t.dispatch}>
          <Form action={`${at}/${letter.id}/dispatch`} values={kept?.values} faults={kept?.faults}>
            <TextInput name="symbol" label={t.symbol} hint={t.symbolHint} width="m" />
            <DateInput name="issuedDay" label={t.issuedDay} />
            <Button icon="send">{t.dispatch}</Button>
          </Form>
          <Form action={`${at}/${letter.id}/dropping`} bare>
            <Button kind="quiet" icon="close">
              {t.drop}
            </Button>
          </Form>
        </Panel>
      )}
    </>
  )
}
