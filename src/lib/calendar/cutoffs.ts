import type { Day } from './day.ts'
import type { Period, PeriodKind, Span } from './period.ts'
import { dayInSpan, placeSpan } from './place-days.ts'
import { readDeadline } from './read-deadline.ts'
import { nationalCalendar } from './working-days.ts'

/**
 * From which to which day the figures of a report are counted. `opens`, `closes` and `due` are rules in Vietnamese as
 * `readDeadline` reads them, so that an official can change them.
 */
export interface CutoffRule {
  /** 'general': all periodic reports; 'reform': the four reports on administrative reform to Bộ Nội vụ. */
  regime: 'general' | 'reform'
  period: PeriodKind
  /** Where the rule is for one quarter or month only. */
  number: number | null
  opens: string
  closes: string
  /** When the report itself is due, where the document says so. */
  due: string | null
  source: string
  verified: boolean
}

/** The days between which data counts for the period; null when no rule of the regime is for it. */
export function dataWindow(
  rules: readonly CutoffRule[],
  period: Period,
  regime: CutoffRule['regime'] = 'general',
): (Span & { rule: CutoffRule }) | null {
  const fitting = rules.filter((r) => r.regime === regime && r.period === period.kind)
  const rule = fitting.find((r) => r.number === period.number) ?? fitting.find((r) => r.number === null)
  return rule ? { from: dayNamed(rule.opens, period), to: dayNamed(rule.closes, period), rule } : null
}

/** The day a phrase names, without the thought of being in time: "ngày 15/12 năm trước". */
function dayNamed(phrase: string, period: Period): Day {
  const rule = readDeadline(phrase, period.kind)
  if (rule?.kind === 'within') return placeSpan(rule.place, period).to
  const span = rule?.kind === 'day' ? placeSpan(rule.place, period) : null
  if (rule?.kind !== 'day' || !span) throw new RangeError(`"${phrase}" names no day / không nêu một ngày`)
  return dayInSpan(span, rule.day, rule.working, nationalCalendar) ?? span.to
}
