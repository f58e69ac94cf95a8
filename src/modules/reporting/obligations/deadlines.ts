import { addDays, type Day, isDay, showDay } from '../../../lib/calendar/day.ts'
import type { PeriodKind } from '../obligation.ts'

/** `number`: the month (1–12) or the quarter (1–4); half-year, nine months and year are the first of their kind. */
export interface Period {
  kind: PeriodKind
  year: number
  number: number
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
const romans = ['I', 'II', 'III', 'IV']

export function periodsBetween(kind: PeriodKind, firstYear: number, lastYear: number): Period[] {
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, i) => firstYear + i)
  return years.flatMap((year) =>
    Array.from({ length: perYear[kind] }, (_, i) => ({ kind, year, number: i + 1 })),
  )
}

export function periodCode({ kind, year, number }: Period): string {
  if (kind === 'month') return `${year}-${String(number).padStart(2, '0')}`
  if (kind === 'quarter') return `${year}-Q${number}`
  return kind === 'half-year' ? `${year}-H1` : kind === 'nine-month' ? `${year}-9M` : String(year)
}

export function periodName({ kind, year, number }: Period): { vi: string; en: string } {
  if (kind === 'month') return { vi: `Tháng ${number} năm ${year}`, en: `Month ${number} of ${year}` }
  if (kind === 'quarter')
    return { vi: `Quý ${romans[number - 1]} năm ${year}`, en: `Quarter ${number} of ${year}` }
  if (kind === 'half-year') return { vi: `6 tháng đầu năm ${year}`, en: `First half of ${year}` }
  if (kind === 'nine-month') return { vi: `9 tháng năm ${year}`, en: `First nine months of ${year}` }
  return { vi: `Năm ${year}`, en: `Year ${year}` }
}

export function periodSpan({ kind, year, number }: Period): { from: Day; to: Day } {
  const first = (number - 1) * monthsIn[kind] + 1
  return { from: dayIn(year, first, 1), to: addDays(dayIn(year, first + monthsIn[kind], 1), -1) }
}

interface SimpleRule {
  day: number
  before: boolean
  month: number | 'last' | 'next'
  years?: number
}

/** The last valid day by the rule, and why, in a sentence; null where the rule is not understood. */
export function deadlineFor(
  rule: unknown,
  period: Period,
  asPrinted: string | null,
): { due: Day; why: { vi: string; en: string } } | null {
  if (typeof rule !== 'object' || rule === null || !('day' in rule)) return null
  const { day, before, month, years = 0 } = rule as SimpleRule
  const last = Number(periodSpan(period).to.slice(5, 7))
  const in_ = typeof month === 'number' ? month : month === 'last' ? last : last + 1
  const at = dayIn(period.year + years, in_, day)
  const due = before ? addDays(at, -1) : at
  const printed = asPrinted ? `“${asPrinted}”: ` : ''
  return {
    due,
    why: {
      vi: `${printed}chậm nhất ngày ${showDay(due)}.`,
      en: `${printed}on ${showDay(due)} at the latest.`,
    },
  }
}

function dayIn(year: number, month: number, day: number): Day {
  const at = year * 12 + month - 1
  const start = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  const wanted = `${start}-${String(day).padStart(2, '0')}`
  return isDay(wanted) ? wanted : addDays(dayIn(year, month + 1, 1), -1)
}
