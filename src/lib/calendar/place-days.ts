import { addDays, type Day } from './day.ts'
import type { Place, Unit, YearPlace } from './deadline-rule.ts'
import { monthEnd, monthStart, monthsOf, type Period, periodSpan, type Span } from './period.ts'
import { type WorkCalendar, workingDayFrom, workingDayUntil } from './working-days.ts'

/** First and last day of a place, seen from a period. */
export function placeSpan(place: Place, period: Period): Span {
  switch (place.of) {
    case 'month-of-year':
      return months(yearOf(place.year, period), place.month, place.month)
    case 'quarter-of-year': {
      const first = place.quarter * 3 - 2
      const year = yearOf(place.year, period)
      if (place.month === 'all') return months(year, first, first + 2)
      const month = place.month === 'last' ? first + 2 : first + place.month - 1
      return months(year, month, month)
    }
    default: {
      const unit = unitMonths(place.of, period)
      const size = unit.last - unit.first + 1
      const first = unit.first + place.shift * size
      if (place.month === 'all') return months(period.year, first, first + size - 1)
      const month = place.month === 'last' ? first + size - 1 : first + place.month - 1
      return months(period.year, month, month)
    }
  }
}

/** The unit of this length that the period ends in; 'period' is the period itself. */
export function unitSpan(unit: Unit, period: Period): Span {
  const { first, last } = unitMonths(unit, period)
  return months(period.year, first, last)
}

function unitMonths(unit: Unit, period: Period): { first: number; last: number } {
  const { from, to } = periodSpan(period)
  const end = Number(to.slice(5, 7))
  if (unit === 'period') return { first: Number(from.slice(5, 7)), last: end }
  if (unit === 'nine-month') return { first: 1, last: 9 }
  const size = monthsOf(unit)
  const last = Math.ceil(end / size) * size
  return { first: last - size + 1, last }
}

function months(year: number, first: number, last: number): Span {
  return { from: monthStart(year, first), to: monthEnd(year, last) }
}

function yearOf(year: YearPlace, period: Period): number {
  if (typeof year === 'number') return year
  return period.year + (year === 'next' ? 1 : year === 'previous' ? -1 : 0)
}

/** The nth day or working day of a span; null when it has none with that number. */
export function dayInSpan(
  span: Span,
  day: number | 'last',
  working: boolean,
  calendar: WorkCalendar,
): Day | null {
  if (day === 'last') return working ? workingDayUntil(span.to, calendar) : span.to
  let at = working ? workingDayFrom(span.from, calendar) : addDays(span.from, day - 1)
  for (let left = day - 1; working && left > 0; left -= 1) at = workingDayFrom(addDays(at, 1), calendar)
  return at <= span.to ? at : null
}
