import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { obligationAddress } from '../../obligation.ts'
import { calendarTexts } from '../calendar.texts.ts'
import type { ObligationRow } from '../lists.sql.ts'
import { shownAs, shownLooks } from '../looks.ts'
import { shownWords } from '../obligations.texts.ts'
import { nameOf } from '../period-name.ts'
import type { CalendarPageProps } from './calendar-entries.ts'

export interface ObligationListPageProps {
  rows: readonly ObligationRow[]
  total: number
  /** What the list is narrowed to: a duty, a day, a month. */
  narrowed: string
  whose: CalendarPageProps['whose']
  choices: readonly CalendarPageProps['whose'][]
  today: string
  address: CalendarPageProps['address']
}

/** The same as the calendar, line by line: every report that somebody owes. */
export function ObligationListPage(props: ObligationListPageProps) {
  const { locale } = useRequest()
  const t = words(calendarTexts, locale)
  const { rows, total, address, today } = props
  const views = [
    { href: address({ view: 'month' }), label: t.grid },
    { href: address({ view: 'list' }), label: t.list, current: true },
  ]
  const whose = props.choices.map((w) => ({
    href: address({ whose: w }),
    label: t[w],
    current: w === props.whose,
  }))
  return (
    <>
      <PageHead title={t.calendar} lead={props.narrowed} />
      <Tabs label={t.look} tabs={views} />
      {whose.length > 1 && <Tabs label={t.whose} tabs={whose} />}
      {rows.length === 0 ? (
        <EmptyState scene="done" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <Table
          caption={props.narrowed}
          silentCaption
          rows={rows}
          rowKey={(o) => o.id}
          columns={[
            { key: 'due', label: t.due, cell: (o) => showDay(o.dueDay) },
            {
              key: 'report',
              label: t.report,
              main: true,
              width: 'wide',
              cell: (o) => <a href={obligationAddress(o.id)}>{o.dutyName}</a>,
            },
            { key: 'period', label: t.period, cell: (o) => nameOf(o.period)[locale] },
            { key: 'unit', label: t.unit, cell: (o) => o.unitName },
            { key: 'state', label: t.state, cell: (o) => <Shown o={o} today={today} /> },
          ]}
        />
      )}
      {total > rows.length && <p class="soft">{t.moreRows(rows.length, total)}</p>}
    </>
  )
}

function Shown({ o, today }: { o: ObligationRow; today: string }) {
  const { locale } = useRequest()
  const shown = shownAs(o, today)
  return <StatusTag look={shownLooks[shown]}>{shownWords[shown][locale]}</StatusTag>
}
