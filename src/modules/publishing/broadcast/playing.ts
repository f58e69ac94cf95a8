import { addDays, type Day } from '../../../lib/calendar/day.ts'

/** The days and hours of a package; hours '05:30'. */
interface Span {
  firstDay: Day
  lastDay: Day
  hours: readonly string[]
}

/** What whoever keeps to the plan has played until today, this day's hours included; null: it has not begun. */
export function playedSoFar(
  { firstDay, lastDay, hours }: Span,
  today: Day,
): { from: Day; to: Day; times: number } | null {
  if (today < firstDay) return null
  const to = today < lastDay ? today : lastDay
  let days = 1
  for (let day = firstDay; day < to; day = addDays(day, 1)) days++
  return { from: firstDay, to, times: days * hours.length }
}

/** May it be closed: all who have it played it, or its last day is past? */
export function mayClose({ lastDay }: Span, rows: readonly { airedFrom: Day | null }[], today: Day): boolean {
  return today > lastDay || (rows.length > 0 && rows.every((r) => r.airedFrom !== null))
}
