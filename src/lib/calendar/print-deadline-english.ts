import type { Anchor, DayRule, DeadlineRule, OffsetRule, Place, SimpleRule, Unit } from './deadline-rule.ts'
import { monthName, type PeriodKind } from './period.ts'

/** A rule in plain English, for readers who have no Vietnamese; it is not read back. */
export function printDeadlineEnglish(rule: DeadlineRule): string {
  const off = rule.dayOff
    ? `, or the ${rule.dayOff === 'next-working-day' ? 'next' : 'last'} working day`
    : ''
  if (rule.kind === 'list') return listed(rule.rules) + off
  if (rule.kind !== 'by-period') return simple(rule) + off
  const cases = rule.cases.map((c) => {
    const words = c.rule.kind === 'list' ? listed(c.rule.rules) : simple(c.rule)
    return `${caseName(c.period, c.number)}: ${words}`
  })
  return cases.join('; ') + off
}

function listed(rules: readonly SimpleRule[]): string {
  const words = rules.map(simple)
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function caseName(period: PeriodKind, number: number | null): string {
  if (period === 'quarter' && number !== null) return `quarter ${number}`
  if (period === 'month' && number !== null) return monthName(number)
  return unitWords[period]
}

const unitWords: Record<Unit, string> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  'nine-month': 'nine months',
  year: 'year',
  period: 'period',
}

function simple(rule: SimpleRule): string {
  if (rule.kind === 'day') return dayWords(rule)
  return rule.kind === 'offset' ? offsetWords(rule) : `within ${placeWords(rule.place)}`
}

function dayWords({ bound, day, working, place, time }: DayRule): string {
  const lead = time ? `before ${time} on` : bound
  if (working || day === 'last') {
    const which = day === 'last' ? 'last' : ordinal(day)
    return `${lead} the ${which} ${working ? 'working day' : 'day'} of ${placeWords(place)}`
  }
  if (place.of === 'month-of-year') return `${lead} ${day} ${monthName(place.month)}${yearWords(place.year)}`
  if (place.of === 'month' && place.shift === 0) return `${lead} the ${ordinal(day)} of every month`
  return `${lead} the ${ordinal(day)} of ${placeWords(place)}`
}

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${(teen ? null : ['th', 'st', 'nd', 'rd'][n % 10]) ?? 'th'}`
}

function yearWords(year: number | 'own' | 'previous' | 'next'): string {
  if (typeof year === 'number') return ` ${year}`
  return { own: '', previous: ' of the year before', next: ' of the next year' }[year]
}

function placeWords(place: Place): string {
  if (place.of === 'month-of-year') return monthName(place.month) + yearWords(place.year)
  if (place.of === 'quarter-of-year') {
    return `${monthWords(place.month)}quarter ${place.quarter}${yearWords(place.year)}`
  }
  return `${monthWords(place.month)}the ${{ '-1': 'previous ', 0: '', 1: 'next ' }[place.shift]}${unitWords[place.of]}`
}

function monthWords(month: number | 'last' | 'all'): string {
  if (month === 'all') return ''
  return `the ${month === 'last' ? 'last' : month === 1 ? 'first' : ordinal(month)} month of `
}

const countWords = { day: 'day', 'working-day': 'working day', week: 'week', month: 'month' }

function offsetWords({ count, in: unit, side, from }: OffsetRule): string {
  return `at most ${count} ${countWords[unit]}${count === 1 ? '' : 's'} ${side} ${englishAnchor(from)}`.replace(
    /^at most (.*) before/,
    'at least $1 before',
  )
}

/** What is counted from: 'the data cut-off', 'the end of the quarter'. */
export function englishAnchor(from: Anchor): string {
  switch (from.at) {
    case 'end':
      return `the end of the ${unitWords[from.of]}`
    case 'start':
      return `the start of the ${unitWords[from.of]}`
    case 'cutoff':
      return 'the data cut-off'
    case 'above':
      return 'the deadline of the level above'
    case 'below':
      return 'the deadline of the level below'
    case 'request':
      return 'the day the request was received'
  }
}
