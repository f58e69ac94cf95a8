import { addDays, type Day, daysBetween } from './day.ts'
import type {
  Anchor,
  ByPeriodRule,
  DayRule,
  DeadlineRule,
  ListRule,
  OffsetRule,
  SimpleRule,
} from './deadline-rule.ts'
import { monthEnd, movePeriod, type Period, periodSpan } from './period.ts'
import { dayInSpan, placeSpan, unitSpan } from './place-days.ts'
import { addWorkingDays, nationalCalendar, type WorkCalendar } from './working-days.ts'

/** Days that come from elsewhere. A rule that counts from one that is missing throws {@link MissingDay}. */
export interface GivenDays {
  cutoff?: Day | undefined
  above?: Day | undefined
  below?: Day | undefined
  request?: Day | undefined
}

export class MissingDay extends Error {
  readonly day: keyof GivenDays
  constructor(day: keyof GivenDays) {
    super(`The rule counts from a day that is not given: ${day}`)
    this.day = day
  }
}

/** What a rule comes to before working days are thought of, and which part of it spoke. */
export interface Found {
  due: Day
  part: SimpleRule
  /** Of several days this one was nearest to the end of the period. */
  chosen: boolean
  /** The day that is printed, where it is not the last valid one. */
  named: Day
  /** The day that was counted from. */
  counted: Day | null
  /** A January without a year was taken for the next one. */
  nextYear: boolean
}

/**
 * The part of a combined rule that speaks for the period; null when none does: another period is named, the date has
 * a year of its own, or the one date in the year of a quarterly report lies nearer to another quarter.
 */
export function partFor(
  rule: DeadlineRule,
  period: Period,
  given: GivenDays,
  calendar: WorkCalendar,
): SimpleRule | null {
  const parts = partsFor(rule, period).filter((part) => isOf(part, period))
  const end = periodSpan(period).to
  const away = (part: SimpleRule) => Math.abs(daysBetween(simpleDue(part, period, given, calendar).due, end))
  return parts.reduce<SimpleRule | null>((best, p) => (best && away(best) <= away(p) ? best : p), null)
}

function partsFor(rule: DeadlineRule | ByPeriodRule | ListRule, period: Period): readonly SimpleRule[] {
  if (rule.kind === 'list') return rule.rules
  if (rule.kind !== 'by-period') return [rule]
  const cases = rule.cases.filter((c) => c.period === period.kind)
  const own = cases.find((c) => c.number === period.number) ?? cases.find((c) => c.number === null)
  return own ? partsFor(own.rule, period) : []
}

function isOf(rule: SimpleRule, period: Period): boolean {
  if (rule.kind === 'offset') return true
  const { place } = rule
  if (place.of !== 'month-of-year' && place.of !== 'quarter-of-year') return true
  if (period.kind === 'month' || period.kind === 'quarter') return isNearest(rule, period)
  const month = place.of === 'month-of-year' ? place.month : place.quarter * 3
  return typeof place.year !== 'number' || place.year - (month === 1 ? 1 : 0) === period.year
}

function isNearest(rule: Exclude<SimpleRule, OffsetRule>, period: Period): boolean {
  const { to } = placeSpan(dated(rule, period).place, period)
  const away = (by: number) => Math.abs(daysBetween(to, periodSpan(movePeriod(period, by)).to))
  return [-4, -3, -2, -1, 1, 2, 3, 4].every((by) => away(0) <= away(by)) && away(0) < 100
}

/** A January without a year, for a period that ends with December, is the January after: before it there is no data. */
function dated<R extends Exclude<SimpleRule, OffsetRule>>(rule: R, period: Period): R {
  const { place } = rule
  const early = place.of === 'month-of-year' && place.month === 1 && place.year === 'own'
  if (!early || !periodSpan(period).to.endsWith('-12-31')) return rule
  return { ...rule, place: { ...place, year: 'next' } }
}

/** The last valid day by one simple rule. */
export function simpleDue(
  rule: SimpleRule,
  period: Period,
  given: GivenDays,
  calendar: WorkCalendar = nationalCalendar,
): Omit<Found, 'chosen'> {
  if (rule.kind === 'offset') return asPrinted(rule, period, given, calendar)
  const part = dated(rule, period)
  return { ...asPrinted(part, period, given, calendar), nextYear: part !== rule }
}

/** The day a rule names, to the letter: the first and last day of data are not moved to where data is. */
export function asPrinted(
  part: SimpleRule,
  period: Period,
  given: GivenDays,
  calendar: WorkCalendar,
): Omit<Found, 'chosen'> {
  if (part.kind === 'offset') return offsetDue(part, period, given, calendar)
  if (part.kind === 'day') return dayDue(part, period, calendar)
  const { to } = placeSpan(part.place, period)
  return { due: to, part, named: to, counted: null, nextYear: false }
}

/** A day that the month does not have: "before" it means all of the month, "by" it means its last day. */
function dayDue(part: DayRule, period: Period, calendar: WorkCalendar): Omit<Found, 'chosen'> {
  const span = placeSpan(part.place, period)
  const named = dayInSpan(span, part.day, part.working, calendar)
  if (named === null) return { due: span.to, part, named: span.to, counted: null, nextYear: false }
  const exclusive = part.bound === 'before' && part.time === undefined
  return { due: exclusive ? addDays(named, -1) : named, part, named, counted: null, nextYear: false }
}

function offsetDue(
  part: OffsetRule,
  period: Period,
  given: GivenDays,
  calendar: WorkCalendar,
): Omit<Found, 'chosen'> {
  const counted = anchorDay(part.from, period, given)
  const count = part.side === 'after' ? part.count : -part.count
  const due = moved(counted, count, part.in, calendar)
  return { due, part, named: due, counted, nextYear: false }
}

function anchorDay(from: Anchor, period: Period, given: GivenDays): Day {
  if (from.at === 'end') return unitSpan(from.of, period).to
  if (from.at === 'start') return unitSpan(from.of, period).from
  const day = given[from.at]
  if (day === undefined) throw new MissingDay(from.at)
  return day
}

function moved(day: Day, count: number, unit: OffsetRule['in'], calendar: WorkCalendar): Day {
  switch (unit) {
    case 'day':
      return addDays(day, count)
    case 'week':
      return addDays(day, count * 7)
    case 'working-day':
      return addWorkingDays(day, count, calendar)
    case 'month': {
      const [year, month, at] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), day.slice(8)]
      const end = monthEnd(year, month + count)
      return day === monthEnd(year, month) || at > end.slice(8) ? end : `${end.slice(0, 8)}${at}`
    }
  }
}
