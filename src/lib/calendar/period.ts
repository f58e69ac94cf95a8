import { addDays, type Day, parseDay, showDay } from './day.ts'

/** Reporting periods by their length; the words are those stored with report duties. */
export const periodKinds = ['month', 'quarter', 'half-year', 'nine-month', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/**
 * One reporting period. `number` is the month (1–12) or the quarter (1–4); the half-year and the nine months always
 * begin in January, and the year is one, so theirs is 1.
 */
export interface Period {
  kind: PeriodKind
  year: number
  number: number
}

/** Both ends belong to it. */
export interface Span {
  from: Day
  to: Day
}

const monthsIn: Record<PeriodKind, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-month': 9,
  year: 12,
}
const perYear: Record<PeriodKind, number> = {
  month: 12,
  quarter: 4,
  'half-year': 1,
  'nine-month': 1,
  year: 1,
}
const romans = ['I', 'II', 'III', 'IV'] as const

export function monthsOf(kind: PeriodKind): number {
  return monthsIn[kind]
}

/** '2026-03', '2026-Q1', '2026-H1', '2026-9M', '2026'. */
export function periodCode({ kind, year, number }: Period): string {
  const y = String(year).padStart(4, '0')
  switch (kind) {
    case 'month':
      return `${y}-${String(number).padStart(2, '0')}`
    case 'quarter':
      return `${y}-Q${number}`
    case 'half-year':
      return `${y}-H1`
    case 'nine-month':
      return `${y}-9M`
    case 'year':
      return y
  }
}

/** The period of a code; null when it is none. */
export function readPeriod(code: string): Period | null {
  const m = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|(H1)|(9M)))?$/.exec(code)
  if (!m) return null
  const year = Number(m[1])
  if (m[2]) return { kind: 'month', year, number: Number(m[2]) }
  if (m[3]) return { kind: 'quarter', year, number: Number(m[3]) }
  const kind = m[4] ? 'half-year' : m[5] ? 'nine-month' : 'year'
  return { kind, year, number: 1 }
}

/** As officials name it: 'Quý I năm 2026', '6 tháng đầu năm 2026'. */
export function periodName({ kind, year, number }: Period): { vi: string; en: string } {
  switch (kind) {
    case 'month':
      return { vi: `Tháng ${number} năm ${year}`, en: `${monthNames[number - 1]} ${year}` }
    case 'quarter':
      return { vi: `Quý ${romans[number - 1]} năm ${year}`, en: `Quarter ${number} of ${year}` }
    case 'half-year':
      return { vi: `6 tháng đầu năm ${year}`, en: `First half of ${year}` }
    case 'nine-month':
      return { vi: `9 tháng năm ${year}`, en: `First nine months of ${year}` }
    case 'year':
      return { vi: `Năm ${year}`, en: `Year ${year}` }
  }
}

/**
 * The name of a period by its code. What is asked for once has no period: its code is the last day of its data
 * ('2026-10-31'). The code itself where it is neither.
 */
export function periodTitle(code: string): { vi: string; en: string } {
  const period = readPeriod(code)
  if (period) return periodName(period)
  const day = parseDay(code)
  if (!day) return { vi: code, en: code }
  return { vi: `Đột xuất, số liệu đến ${showDay(day)}`, en: `Once, figures up to ${showDay(day)}` }
}

/** First and last day by the calendar, whatever the cut-off of its data is (cutoffs.ts). */
export function periodSpan({ kind, year, number }: Period): Span {
  const first = (number - 1) * monthsIn[kind] + 1
  return { from: monthStart(year, first), to: monthEnd(year, first + monthsIn[kind] - 1) }
}

/** The period `by` places later (earlier when negative) among those of its kind. */
export function movePeriod({ kind, year, number }: Period, by: number): Period {
  const each = perYear[kind]
  const at = year * each + (number - 1) + by
  return { kind, year: Math.floor(at / each), number: (((at % each) + each) % each) + 1 }
}

export function nextPeriod(period: Period): Period {
  return movePeriod(period, 1)
}

export function previousPeriod(period: Period): Period {
  return movePeriod(period, -1)
}

/** Every period of the kind from the first to the last year, both included. */
export function periodsBetween(kind: PeriodKind, firstYear: number, lastYear: number): Period[] {
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, i) => firstYear + i)
  return years.flatMap((year) =>
    Array.from({ length: perYear[kind] }, (_, i) => ({ kind, year, number: i + 1 })),
  )
}

/** The period of the kind that the day lies in, or that of its year where the kind does not fill the year. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const month = Number(day.slice(5, 7))
  const number = Math.min(Math.ceil(month / monthsIn[kind]), perYear[kind])
  return { kind, year: Number(day.slice(0, 4)), number }
}

/** First day of a month; months beyond 12 or below 1 run on into the neighbouring years. */
export function monthStart(year: number, month: number): Day {
  const at = year * 12 + month - 1
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((((at % 12) + 12) % 12) + 1).padStart(2, '0')}-01`
}

/** Last day of a month, counted as in {@link monthStart}. */
export function monthEnd(year: number, month: number): Day {
  return addDays(monthStart(year, month + 1), -1)
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** 'June' for 6. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? String(month)
}

/** 'IV' for 4. */
export function quarterName(quarter: number): string {
  return romans[quarter - 1] ?? String(quarter)
}
