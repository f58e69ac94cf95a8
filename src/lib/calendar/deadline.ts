import { nationalCutoffs } from './cutoffs.data.ts'
import { dataWindow } from './cutoffs.ts'
import type { Day } from './day.ts'
import type { DeadlineRule, WorkingDayPolicy } from './deadline-rule.ts'
import { type Found, type GivenDays, partFor, simpleDue } from './due-day.ts'
import type { Period } from './period.ts'
import { whyDue } from './why-due.ts'
import { nationalCalendar, type WorkCalendar, workingDayFrom, workingDayUntil } from './working-days.ts'

/** What has to be known to turn a rule into a day. Everything but rule and period may be left out. */
export interface DeadlineQuestion extends GivenDays {
  rule: DeadlineRule
  period: Period
  /** Last day of the data; absent: the national general cut-off of the period. */
  cutoff?: Day | undefined
  /** Absent: what the rule itself says of days off, otherwise as printed. */
  policy?: WorkingDayPolicy | undefined
  /** The document that lays the rule down, as it is cited: 'Kế hoạch số 211/KH-UBND'. */
  source?: string | null | undefined
  /** The words of the document, where they are known; otherwise the rule is printed anew. */
  printed?: string | null | undefined
  calendar?: WorkCalendar | undefined
}

export interface Deadline {
  /** The last valid day. */
  due: Day
  /** One sentence: the rule, its document, and what moved the day. */
  why: { vi: string; en: string }
}

/** Does the rule speak for this period? "trước ngày 05/6" of a quarterly report is for the second quarter only. */
export function appliesTo(rule: DeadlineRule, period: Period, given: GivenDays = {}): boolean {
  return partFor(rule, period, withCutoff(given, period), nationalCalendar) !== null
}

/**
 * The last valid day and why. "Trước ngày D" is exclusive (domain.md 3.2). Throws RangeError when the rule does not
 * speak for the period (ask {@link appliesTo}), MissingDay when it counts from a day that is not given.
 */
export function deadlineFor(question: DeadlineQuestion): Deadline {
  const { rule, period, calendar = nationalCalendar } = question
  const given = withCutoff(question, period)
  const part = partFor(rule, period, given, calendar)
  if (!part) throw new RangeError('The rule does not speak for this period / Quy tắc không nói về kỳ này')
  const found: Found = { ...simpleDue(part, period, given, calendar), chosen: part.kind !== rule.kind }
  const policy = question.policy ?? rule.dayOff ?? 'as-printed'
  const due = movedBy(policy, found.due, calendar)
  return { due, why: whyDue({ ...question, found, due, calendar }) }
}

function movedBy(policy: WorkingDayPolicy, due: Day, calendar: WorkCalendar): Day {
  if (policy === 'as-printed') return due
  return policy === 'next-working-day' ? workingDayFrom(due, calendar) : workingDayUntil(due, calendar)
}

/** Most rules do not count from the cut-off, so it is looked up only when asked for. */
function withCutoff(given: GivenDays, period: Period): GivenDays {
  if (given.cutoff !== undefined) return given
  const { above, below, request } = given
  return {
    above,
    below,
    request,
    get cutoff() {
      return dataWindow(nationalCutoffs, period)?.to
    },
  }
}
