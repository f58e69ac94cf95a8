import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type Duty, obligationAddress } from '../../obligation.ts'
import { nameOf } from '../period-name.ts'
import { reminderTexts } from '../reminders.texts.ts'

export interface RemindPageProps {
  duty: Pick<Duty, 'id' | 'name'>
  /** Periods with something late, latest first. */
  periods: readonly string[]
  period: string | null
  rows: readonly {
    id: number
    unitName: string
    dueDay: string
    daysLate: number
    isReturned: boolean
    /** When it was last reminded of, by the program or by hand. */
    last: string | null
  }[]
}

/** Who is late with a report and period, and one button that urges them all. */
export function RemindPage({ duty, periods, period, rows }: RemindPageProps) {
  const { locale } = useRequest()
  const t = words(reminderTexts, locale)
  const at = `/reporting/duties/${duty.id}/reminders`
  return (
    <>
      <PageHead kicker={duty.name} title={t.remindAll} lead={t.remindAllLead} />
      {periods.length > 1 && (
        <Tabs
          label={t.period}
          tabs={periods.slice(0, 8).map((p) => ({
            href: `${at}?period=${p}`,
            label: nameOf(p)[locale],
            current: p === period,
          }))}
        />
      )}
      {period === null ? (
        <EmptyState scene="done" title={t.nobodyLate}>
          {t.nobodyLateWhy}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={t.lateOf(nameOf(period)[locale])}
            rows={rows}
            rowKey={(r) => r.id}
            columns={[
              {
                key: 'unit',
                label: t.unit,
                main: true,
                width: 'wide',
                cell: (r) => <a href={obligationAddress(r.id)}>{r.unitName}</a>,
              },
              { key: 'due', label: t.due, cell: (r) => showDay(r.dueDay) },
              { key: 'days', label: t.daysLate, numeric: true, cell: (r) => String(r.daysLate) },
              { key: 'state', label: t.state, cell: (r) => (r.isReturned ? t.returned : t.notSent) },
              { key: 'last', label: t.lastReminded, cell: (r) => r.last ?? '–' },
            ]}
          />
          <Panel>
            <Form action={at}>
              <input type="hidden" name="period" value={period} />
              <TextArea name="note" label={t.note} hint={t.noteHint} rows={2} limit={1000} optional />
              <p class="soft small">{t.onceADay}</p>
              <Button icon="bell">{t.remindUnits(rows.length)}</Button>
            </Form>
          </Panel>
        </>
      )}
    </>
  )
}
