import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { Duty } from '../../obligation.ts'
import { dutyTexts } from '../duties.texts.ts'
import { kindWords } from '../obligations.texts.ts'
import { oneOffTexts } from '../one-off.texts.ts'

export interface DutiesPageProps {
  duties: readonly Duty[]
  /** How many units owe each, as of today. */
  owers: ReadonlyMap<number, number>
  programmeName: (code: string) => string
  maySet: boolean
}

/** Every duty to report: what waits for confirmation first, each plan's together. */
export function DutiesPage(props: DutiesPageProps) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  const once = words(oneOffTexts, locale)
  const { duties, maySet } = props
  const add = maySet ? (
    <>
      <ButtonLink href="/reporting/duties/new" icon="add">
        {t.add}
      </ButtonLink>
      <ButtonLink href="/reporting/duties/one-off" icon="send" kind="secondary">
        {once.ask}
      </ButtonLink>
    </>
  ) : undefined
  const proposed = Map.groupBy(
    duties.filter((d) => d.state === 'proposed'),
    (d) => d.source.split(';')[0] ?? '',
  )
  const rest = (state: Duty['state']) =>
    duties.filter((d) => d.state === state && (state === 'ended' || !d.once))
  const asked = duties.filter((d) => d.state === 'active' && d.once)
  return (
    <>
      <PageHead title={t.duties} lead={t.dutiesLead} actions={add} />
      <Ways />
      {duties.length === 0 && (
        <EmptyState title={t.none} action={add}>
          {t.noneWhy}
        </EmptyState>
      )}
      {[...proposed].map(([source, of]) => (
        <Panel key={source} title={`${t.proposed}: ${source}`}>
          <div class="stack">
            <DutyTable {...props} duties={of} caption={`${t.proposed}: ${source}`} />
            {maySet && <ConfirmAll duties={of} />}
          </div>
        </Panel>
      ))}
      {asked.length > 0 && <DutyTable {...props} duties={asked} caption={once.oneOffs} />}
      {rest('active').length > 0 && <DutyTable {...props} duties={rest('active')} caption={t.active} />}
      {rest('ended').length > 0 && <DutyTable {...props} duties={rest('ended')} caption={t.ended} />}
    </>
  )
}

function Ways() {
  const t = words(dutyTexts, useRequest().locale)
  return (
    <p class="row no-print">
      <ButtonLink kind="quiet" href="/reporting/calendar" icon="calendar">
        {t.calendar}
      </ButtonLink>
      <ButtonLink kind="quiet" href="/reporting/rehearsal" icon="play">
        {t.rehearse}
      </ButtonLink>
      <ButtonLink kind="quiet" href="/reporting/cutoffs" icon="clock">
        {t.cutoffs}
      </ButtonLink>
      <ButtonLink kind="quiet" href="/reporting/letters" icon="mail">
        {t.letters}
      </ButtonLink>
    </p>
  )
}

function ConfirmAll({ duties }: { duties: readonly Duty[] }) {
  const t = words(dutyTexts, useRequest().locale)
  const ready = duties.filter((d) => d.dueRule !== null)
  if (ready.length === 0) return null
  return (
    <Form action="/reporting/duties/confirmations" bare>
      {ready.map((d) => (
        <input type="hidden" name="ids" value={String(d.id)} key={d.id} />
      ))}
      <Button icon="check">{t.confirmAll(ready.length)}</Button>
    </Form>
  )
}

function DutyTable({ duties, owers, programmeName, caption }: DutiesPageProps & { caption: string }) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  const columns: Column<Duty>[] = [
    {
      key: 'name',
      label: t.name,
      main: true,
      width: 'wide',
      cell: (d) => (
        <>
          <a href={`/reporting/duties/${d.id}`}>{d.name}</a>
          {d.unverified && (
            <>
              {' '}
              <Tag tone="warn" icon="warning">
                {t.unverified}
              </Tag>
            </>
          )}
        </>
      ),
    },
    { key: 'programme', label: t.programme, cell: (d) => programmeName(d.programmeCode) },
    { key: 'period', label: t.period, cell: (d) => kindWords[d.periodKind][locale] },
    {
      key: 'due',
      label: t.due,
      width: 'medium',
      cell: (d) =>
        d.dueAsPrinted ?? (
          <Tag tone="warn" icon="warning">
            {t.noDue}
          </Tag>
        ),
    },
    { key: 'owers', label: t.unitCount, numeric: true, cell: (d) => String(owers.get(d.id) ?? 0) },
    {
      key: 'valid',
      label: t.valid,
      cell: (d) => t.fromTo(showDay(d.validFrom), d.validTo && showDay(d.validTo)),
    },
  ]
  return <Table caption={caption} rows={duties} rowKey={(d) => d.id} columns={columns} />
}
