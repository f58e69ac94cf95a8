import type { VNode } from 'preact'
import { showDay, showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { followUpTexts } from '../follow-up.texts.ts'
import type { Letter } from '../letters.sql.ts'

type Names = ReadonlyMap<number, string>

const looks: Record<Letter['state'], StatusLook> = {
  draft: { tone: 'warn', icon: 'edit' },
  sent: { tone: 'good', icon: 'send' },
  dropped: { tone: 'quiet', icon: 'close' },
}

export function lettersView(props: { letters: readonly Letter[]; unitNames: Names }): VNode {
  return <LettersPage {...props} />
}

function LettersPage({ letters, unitNames }: { letters: readonly Letter[]; unitNames: Names }) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  return (
    <>
      <PageHead title={t.letters} lead={t.lettersLead} />
      {letters.length === 0 ? (
        <EmptyState scene="done" title={t.noLetters}>
          {t.noLettersWhy}
        </EmptyState>
      ) : (
        <Table
          caption={t.letters}
          silentCaption
          rows={letters}
          rowKey={(l) => l.id}
          columns={[
            {
              key: 'subject',
              label: t.subject,
              main: true,
              width: 'wide',
              cell: (l) => <a href={`/letters/${l.id}`}>{l.subject}</a>,
            },
            { key: 'to', label: t.to, cell: (l) => unitNames.get(l.toUnitId) ?? '' },
            { key: 'tasks', label: t.tasks, numeric: true, cell: (l) => String(l.content.tasks.length) },
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
            { key: 'when', label: t.when, cell: (l) => showTime(l.draftedAt) },
          ]}
        />
      )}
    </>
  )
}

export interface LetterPageProps {
  letter: Letter
  toName: string
  mayDispatch: boolean
  kept?: { values: FormValues; faults: readonly Fault[] }
}

export function letterView(props: LetterPageProps): VNode {
  return <LetterPage {...props} />
}

function LetterPage({ letter, toName, mayDispatch, kept }: LetterPageProps) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  return (
    <>
      <ErrorSummary faults={kept?.faults ?? []} />
      <PageHead
        kicker={t.letters}
        title={letter.subject}
        tags={<StatusTag look={looks[letter.state]}>{t[letter.state]}</StatusTag>}
        actions={
          <>
            <ButtonLink href={`/letters/${letter.id}/document.docx`} icon="download" download>
              {t.asDocx}
            </ButtonLink>
            <ButtonLink href={`/letters/${letter.id}/document.pdf`} kind="secondary" icon="eye">
              {t.asPdf}
            </ButtonLink>
          </>
        }
      />
      <Panel>
        <SummaryList
          facts={[
            { label: t.to, value: toName },
            { label: t.symbol, value: letter.symbol },
            { label: t.issuedDay, value: letter.issuedDay ? showDay(letter.issuedDay) : null },
          ]}
        />
      </Panel>
      <Table
        caption={t.tasks}
        rows={letter.content.tasks}
        rowKey={(x) => x.content}
        columns={[
          { key: 'task', label: t.task, main: true, width: 'wide', cell: (x) => x.content },
          { key: 'time', label: t.time, cell: (x) => x.time },
          { key: 'days', label: t.daysLate, numeric: true, cell: (x) => String(x.daysLate) },
          { key: 'state', label: t.state, cell: (x) => x.state },
        ]}
      />
      {mayDispatch && letter.state === 'draft' && (
        <Panel title={t.dispatch}>
          <Form action={`/letters/${letter.id}/dispatch`} values={kept?.values} faults={kept?.faults}>
            <TextInput name="symbol" label={t.symbol} hint={t.symbolHint} width="m" />
            <DateInput name="issuedDay" label={t.issuedDay} />
            <Button icon="send">{t.dispatch}</Button>
          </Form>
          <Form action={`/letters/${letter.id}/dropping`} bare>
            <Button kind="quiet" icon="close">
              {t.drop}
            </Button>
          </Form>
        </Panel>
      )}
    </>
  )
}
