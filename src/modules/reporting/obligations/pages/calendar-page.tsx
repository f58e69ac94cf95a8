import type { VNode } from 'preact'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tabs } from '../../../../ui/tabs.tsx'
import { calendarTexts } from '../calendar.texts.ts'
import type { CalendarPageProps } from './calendar-entries.ts'
import { MonthGrid } from './month-grid.tsx'

/** What falls due in a month, as a grid on wide screens and as a list on phones and paper. */
export function CalendarPage(props: CalendarPageProps): VNode {
  const t = words(calendarTexts, useRequest().locale)
  const { month, address } = props
  return (
    <>
      <PageHead
        title={t.calendar}
        lead={t.lead}
        actions={
          <ButtonLink href="/reporting/calendar/feeds" icon="calendar" kind="secondary">
            {t.subscribe}
          </ButtonLink>
        }
      />
      <Whose {...props} />
      <div class="month-head">
        <h2>{t.month(month.month, month.year)}</h2>
        <div class="button-group no-print">
          <ButtonLink kind="quiet" icon="left" href={address({ month: month.before })}>
            {t.before}
          </ButtonLink>
          <ButtonLink kind="quiet" href={address({ month: props.today.slice(0, 7) })}>
            {t.today}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="right" href={address({ month: month.after })}>
            {t.after}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="tasks" href={address({ view: 'list' })}>
            {t.list}
          </ButtonLink>
        </div>
      </div>
      {props.entries.length === 0 ? (
        <EmptyState scene="done" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <MonthGrid {...props} title={`${t.calendar}, ${t.month(month.month, month.year)}`} />
      )}
    </>
  )
}

function Whose({ whose, choices, address }: CalendarPageProps) {
  const t = words(calendarTexts, useRequest().locale)
  if (choices.length < 2) return null
  const tabs = choices.map((w) => ({ href: address({ whose: w }), label: t[w], current: w === whose }))
  return <Tabs label={t.whose} tabs={tabs} />
}
