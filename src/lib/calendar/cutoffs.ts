import type { Day } from './day.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { asPrinted, partFor } from './due-day.ts'
import type { Period, PeriodKind, Span } from './period.ts'
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
  return rule ? { from: dayOfPhrase(rule.opens, period), to: dayOfPhrase(rule.closes, period), rule } : null
}

/** The day that a rule names for the period, to the letter; null when it speaks for another one. */
export function namedDay(rule: DeadlineRule, period: Period): Day | null {
  const combined = rule.kind === 'list' || rule.kind === 'by-period'
  const part = combined ? partFor(rule, period, {}, nationalCalendar) : rule
  return part && asPrinted(part, period, {}, nationalCalendar).due
}

function dayOfPhrase(phrase: string, period: Period): Day {
  const rule = ruleOf(phrase, period.kind)
  const day = rule && namedDay(rule, period)
  if (!day) throw new RangeError(`"${phrase}" names no day of the period / không nêu một ngày của kỳ`)
  return day
}

const readBefore = new Map<string, DeadlineRule | null>()

/** A few phrases are asked about for every unit and period. */
function ruleOf(phrase: string, kind: PeriodKind): DeadlineRule | null {
  const key = `${kind} ${phrase}`
  const known = readBefore.get(key)
  if (known !== undefined) return known
  const rule = readDeadline(phrase, kind)
  if (readBefore.size >= 500) readBefore.clear()
  readBefore.set(key, rule)
  return rule
}
