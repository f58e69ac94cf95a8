import { z } from 'zod'
import { type Day, parseDay } from '../../../lib/calendar/day.ts'

export const ratesAddress = '/procedure-rates'

/** Shares of files that came, and of payments that were made, on the national portal (QNG-22). */
export const indicators = ['online_filing', 'online_payment'] as const
export type Indicator = (typeof indicators)[number]

/** A month as '2026-10'. */
export type Month = string

/** What a source gave for one unit and month: `part` of `whole` files or payments. */
export interface Rate {
  indicator: Indicator
  unitId: number
  month: Month
  part: number
  whole: number
  source: string
  sourceDay: Day
}

/** Which months are "before", and the percentage that is aimed at. */
export interface Goal {
  indicator: Indicator
  from: Month
  to: Month
  target: number
}

/** Percent of all that these figures count, not the mean of their percentages; null: they count nothing. */
export function percentOf(rates: readonly Pick<Rate, 'part' | 'whole'>[]): number | null {
  const whole = rates.reduce((sum, r) => sum + r.whole, 0)
  return whole === 0 ? null : (rates.reduce((sum, r) => sum + r.part, 0) / whole) * 100
}

export interface BeforeAfter {
  before: number | null
  after: number | null
  /** The months that have figures, oldest first. */
  course: { month: Month; percent: number }[]
}

/** How it was in the months of the baseline, and how in those that came after; without a goal all is after. */
export function beforeAfter(rates: readonly Rate[], goal: Goal | null): BeforeAfter {
  const months = [...new Set(rates.map((r) => r.month))].sort()
  const isBefore = (m: Month) => goal !== null && m >= goal.from && m <= goal.to
  const isAfter = (m: Month) => goal === null || m > goal.to
  return {
    before: percentOf(rates.filter((r) => isBefore(r.month))),
    after: percentOf(rates.filter((r) => isAfter(r.month))),
    course: months.map((month) => ({
      month,
      percent: percentOf(rates.filter((r) => r.month === month)) ?? 0,
    })),
  }
}

/** '10/2026', as people write a month. */
export function showMonth(month: Month): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

/** '10/2026', '2026-10' or 'tháng 10/2026' → '2026-10'; null: no month. */
export function parseMonth(text: string): Month | null {
  const typed = text.trim().replace(/^tháng\s+/i, '')
  const m = /^(\d{1,2})[/.-](\d{4})$/.exec(typed)
  const [year, month] = m ? [m[2], m[1]] : typed.split('-')
  const found = `${year}-${(month ?? '').padStart(2, '0')}`
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(found) ? found : null
}

const count = (least: number) =>
  z
    .string()
    .transform((v) =>
      /^\d{1,9}$/.test(v.replace(/[.\s]/g, '')) ? Number(v.replace(/[.\s]/g, '')) : Number.NaN,
    )
    .pipe(
      z
        .number('Ghi số nguyên. / Write a whole number.')
        .min(least, `Ghi số từ ${least}. / ${least} or more.`),
    )

export const rateSchema = z
  .object({
    indicator: z.enum(indicators, 'Chọn chỉ tiêu. / Choose the indicator.'),
    unitId: z
      .string()
      .transform(Number)
      .pipe(z.number('Chọn đơn vị. / Choose the unit.').int().min(1, 'Chọn đơn vị. / Choose the unit.')),
    month: z
      .string()
      .transform((v) => parseMonth(v) ?? '')
      .refine((v) => v !== '', 'Ghi tháng, ví dụ 10/2026. / Write the month, such as 10/2026.'),
    part: count(0),
    whole: count(1),
    source: z
      .string()
      .trim()
      .min(2, 'Ghi nguồn số liệu. / Say where the figures are from.')
      .max(300, 'Ghi tối đa 300 ký tự. / At most 300 characters.'),
    sourceDay: z
      .string()
      .transform((v) => parseDay(v) ?? '')
      .refine(
        (v) => v !== '',
        'Ghi ngày lấy số liệu, ví dụ 05/11/2026. / Write the day, such as 05/11/2026.',
      ),
  })
  .refine((r) => !(r.part > r.whole), {
    path: ['part'],
    message: 'Số trực tuyến không thể lớn hơn tổng số. / The part cannot be more than the whole.',
  })

export const goalSchema = z
  .object({
    indicator: z.enum(indicators),
    from: z
      .string()
      .transform((v) => parseMonth(v) ?? '')
      .refine((v) => v !== '', 'Ghi tháng, ví dụ 01/2026. / Write the month, such as 01/2026.'),
    to: z
      .string()
      .transform((v) => parseMonth(v) ?? '')
      .refine((v) => v !== '', 'Ghi tháng, ví dụ 06/2026. / Write the month, such as 06/2026.'),
    target: z
      .string()
      .transform((v) => (v.trim() === '' ? Number.NaN : Number(v.replace(',', '.'))))
      .pipe(
        z
          .number('Ghi số từ 0 đến 100. / Write 0 to 100.')
          .min(0, 'Ghi số từ 0 đến 100. / Write 0 to 100.')
          .max(100, 'Ghi số từ 0 đến 100. / Write 0 to 100.'),
      ),
  })
  .refine((g) => g.from <= g.to, {
    path: ['to'],
    message: 'Tháng cuối không thể trước tháng đầu. / The last month cannot come before the first.',
  })
