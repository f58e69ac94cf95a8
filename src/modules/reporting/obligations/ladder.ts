import { type Day, daysBetween } from '../../../lib/calendar/day.ts'

/**
 * The ladder of reminders of a report: before, on and after its due day, then the head, at last a drafted letter to
 * all who are late with it. Each rung is climbed once for a due day; more time (a new day) starts anew.
 */
export const rungs = ['before', 'due', 'after', 'head', 'letter'] as const
export type Rung = (typeof rungs)[number]

/** From how many days after the due day (negative: before it) each rung holds. */
export const rungDays: Record<Rung, number> = { before: -5, due: 0, after: 1, head: 3, letter: 7 }

/**
 * The rung to climb today, if any: the highest that holds, so that what fell on days off is not sent several times
 * over. Bodies that are asked, not ordered, get the friendly ones only (YB-27).
 */
export function rungFor(
  o: { dueDay: Day; invited: boolean; climbed: readonly Rung[] },
  today: Day,
): Rung | null {
  const past = daysBetween(o.dueDay, today)
  const open = rungs.filter(
    (r) => rungDays[r] <= past && (!o.invited || r === 'before' || (r === 'due' && past === 0)),
  )
  const highest = open.at(-1)
  if (highest === undefined) return null
  const reached = Math.max(...o.climbed.map((r) => rungs.indexOf(r)), -1)
  return rungs.indexOf(highest) > reached ? highest : null
}
