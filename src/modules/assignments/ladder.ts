import { type Day, daysBetween } from '../../lib/calendar/day.ts'
import type { AssignmentRole } from './assignment.ts'

/**
 * The ladder of reminders (đôn đốc): a notice before, one on the due day, one after, one to the head, and at last
 * a drafted official letter. Each rung is climbed once for a due day; more time (a new due day) starts anew.
 */
export const rungs = ['before', 'due', 'after', 'head', 'letter'] as const
export type Rung = (typeof rungs)[number]

/** From how many days after the due day (negative: before it) each rung holds. */
export const rungDays: Record<Rung, number> = { before: -7, due: 0, after: 1, head: 3, letter: 10 }

export interface Remindable {
  role: AssignmentRole
  dueDay: Day
  /** Rungs already climbed for this due day. */
  climbed: readonly Rung[]
}

/**
 * The rung to climb today, if any: the highest that holds, so that a program that slept a week does not send
 * five notices at once. Bodies that are asked, not ordered, get the friendly notices only (YB-27).
 */
export function rungFor(a: Remindable, today: Day): Rung | null {
  const past = daysBetween(a.dueDay, today)
  const open = rungs.filter(
    (r) => rungDays[r] <= past && (a.role !== 'invited' || r === 'before' || r === 'due'),
  )
  const highest = open.at(-1)
  if (highest === undefined) return null
  const reached = Math.max(...a.climbed.map((r) => rungs.indexOf(r)), -1)
  return rungs.indexOf(highest) > reached ? highest : null
}
