import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { calendarTexts } from '../calendar.texts.ts'
import type { Entry, Month } from './calendar-entries.ts'

interface MonthGridProps {
  title: string
  month: Month
  entries: readonly Entry[]
  daysOff: ReadonlyMap<Day, { vi: string; en: string }>
  today: Day
}

/** Weeks from Monday. On phones only the days on which something falls due remain, below each other. */
export function MonthGrid({ title, month, entries, daysOff, today }: MonthGridProps) {
  const t = words(calendarTexts, useRequest().locale)
  const byDay = Map.groupBy(entries, (e) => e.day)
  const heads = [t.monday, t.tuesday, t.wednesday, t.thursday, t.friday, t.saturday, t.sunday]
  return (
    <table class="month">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                outside={day < month.first || day > month.last}
                today={day === today}
                off={daysOff.get(day)}
                entries={byDay.get(day) ?? []}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  day: Day
  outside: boolean
  today: boolean
  off: { vi: string; en: string } | undefined
  entries: readonly Entry[]
}

function DayCell({ day, outside, today, off, entries }: DayCellProps) {
  const { locale } = useRequest()
  const t = words(calendarTexts, locale)
  const kinds = [
    outside && 'month-outside',
    today && 'month-today',
    off && 'month-off',
    entries.length === 0 && 'month-empty',
  ]
  return (
    <td class={kinds.filter(Boolean).join(' ') || undefined}>
      <p class="month-day">
        <time dateTime={day} aria-current={today ? 'date' : undefined}>
          <span class="month-number">{Number(day.slice(8))}</span>
          <span class="month-whole">{showDay(day)}</span>
        </time>
        {off && <span class="month-name">{off[locale]}</span>}
      </p>
      {entries.length > 0 && (
        <ul class="month-entries">
          {entries.map((e) => (
            <li
              key={e.key}
              class={`month-${e.kind}${e.done ? ' month-done' : ''}${e.late ? ' month-late' : ''}`}
            >
              <a href={e.href}>
                <Icon
                  name={e.done ? 'done' : e.late ? 'warning' : e.kind === 'report' ? 'plan' : 'tasks'}
                  title={e.kind === 'report' ? t.report : t.task}
                />
                <span>
                  {e.title[locale]} <small>{e.note[locale]}</small>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
