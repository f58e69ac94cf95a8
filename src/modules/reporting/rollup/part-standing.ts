import type { Day } from '../../../lib/calendar/day.ts'
import { type Standing, standingOf } from '../report.ts'
import type { Part } from './parts.sql.ts'

export function partStanding(part: Part, today: Day): Standing {
  return standingOf(part, today)
}

/** "152/170 reports in, 9 empty": what a consolidated report stands on. */
export interface Coverage {
  expected: number
  received: number
  taken: number
  empty: number
  nil: number
  /** Overdue: neither in nor excused. */
  overdue: number
  /** Taken, but handed in anew since. */
  changed: number
  /** Could be taken and is not. */
  waiting: number
}

export function coverageOf(parts: readonly Part[], today: Day): Coverage {
  const standings = parts.map((p) => partStanding(p, today))
  const count = (test: (p: Part, s: Standing) => boolean) =>
    parts.filter((p, i) => test(p, standings[i] as Standing)).length
  return {
    expected: parts.length,
    received: count((_, s) => ['on_time', 'late', 'nil', 'empty'].includes(s)),
    taken: count((p) => p.takenId !== null),
    empty: count((_, s) => s === 'empty'),
    nil: count((_, s) => s === 'nil'),
    overdue: count((_, s) => s === 'overdue'),
    changed: count((p) => isChanged(p)),
    waiting: count((p) => p.takenId === null && p.isTakeable),
  }
}

/** Was another version handed in since one was taken, that may be taken instead? */
export function isChanged(p: Part): boolean {
  return p.takenId !== null && p.currentId !== null && p.currentId !== p.takenId
}
