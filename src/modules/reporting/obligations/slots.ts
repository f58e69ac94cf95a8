import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Duty } from '../obligation.ts'
import type { CutoffRule } from './cutoffs.sql.ts'
import { deadlineFor, type Period, periodCode, periodName, periodSpan, periodsBetween } from './deadlines.ts'

/** One period of a duty with its days: who owes it is another question. */
export interface Slot {
  dutyId: number
  period: string
  year: number
  /** The days whose work is reported; `cutoff` is the last of them by the rule of the data. */
  from: Day
  to: Day
  cutoff: Day
  due: Day
  why: { vi: string; en: string }
  /** The day on which it is settled who owes: when the period begins to count. */
  reckoned: Day
}

export type Timed = Pick<
  Duty,
  | 'id'
  | 'periodKind'
  | 'parts'
  | 'dueRule'
  | 'dueAsPrinted'
  | 'workingDays'
  | 'source'
  | 'validFrom'
  | 'validTo'
>

/**
 * The periods of a duty whose cut-off lies within its validity and which fall due in the years given. None where no
 * due rule is understood. A period is left out when it fell due before the duty began.
 */
export function slotsOf(
  duty: Timed,
  cutoffs: readonly CutoffRule[],
  firstYear: number,
  lastYear: number,
): Slot[] {
  return periodsBetween(duty.periodKind, firstYear, lastYear)
    .filter((p) => duty.parts === null || duty.parts.includes(p.number))
    .flatMap((p) => slotOf(duty, cutoffs, p) ?? [])
    .filter((s) => s.cutoff >= duty.validFrom && s.due >= duty.validFrom)
    .filter((s) => duty.validTo === null || s.cutoff < duty.validTo)
}

/** The days of one period; null where the duty's rule says nothing for it. */
export function slotOf(duty: Timed, cutoffs: readonly CutoffRule[], period: Period): Slot | null {
  const window = windowOf(cutoffs, period)
  const found = deadlineFor(duty.dueRule, period, duty.dueAsPrinted)
  if (!found) return null
  const name = periodName(period)
  return {
    dutyId: duty.id,
    period: periodCode(period),
    year: period.year,
    from: window.from,
    to: window.to,
    cutoff: window.to,
    due: found.due,
    why: {
      vi: `${name.vi}: ${found.why.vi} Căn cứ: ${duty.source}. Số liệu từ ${showDay(window.from)} đến ${showDay(window.to)}.`,
      en: `${name.en}: ${found.why.en} Source: ${duty.source}. Figures from ${showDay(window.from)} to ${showDay(window.to)}.`,
    },
    reckoned: laterOf(window.from, duty.validFrom),
  }
}

/** From which to which day the figures run: by the set of cut-offs where it has the period, else by the calendar. */
export function windowOf(cutoffs: readonly CutoffRule[], period: Period): { from: Day; to: Day } {
  const span = periodSpan(period)
  const ofKind = cutoffs.filter((r) => r.periodKind === period.kind)
  const rule = ofKind.find((r) => r.part === period.number) ?? ofKind.find((r) => r.part === 0)
  if (!rule) return span
  return {
    from: deadlineFor(rule.fromRule, period, null)?.due ?? span.from,
    to: deadlineFor(rule.cutoffRule, period, null)?.due ?? span.to,
  }
}

function laterOf(a: Day, b: Day): Day {
  if (a < b) return b
  return a
}
