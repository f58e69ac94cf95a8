import type { Day } from './day.ts'

/**
 * What was decided for the state's offices in a year and no rule can tell: which days around Tết and Quốc khánh are
 * off, and which working days were swapped. Where an entry is not `verified`, pages show "chưa xác minh".
 */
export interface HolidayYear {
  year: number
  /** Days off before the first of the five days that Tết has; the others follow it. */
  daysBeforeTet: 1 | 2
  /** The second day of Quốc khánh (from 2021). */
  nationalDay: 'before' | 'after' | null
  /** A working day that is off, and the Saturday on which it is made up for. */
  swaps: readonly { off: Day; worked: Day }[]
  source: string
  verified: boolean
}

/** The years whose days were announced; a year that is not here follows `expectedYear` (working-days.ts). */
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2019,
    daysBeforeTet: 1,
    nationalDay: null,
    swaps: [
      { off: '2018-12-31', worked: '2019-01-05' },
      { off: '2019-04-29', worked: '2019-05-04' },
    ],
    source: 'Bộ luật Lao động 2012; thông báo nghỉ lễ, tết năm 2019 (chưa đối chiếu số văn bản)',
    verified: false,
  },
  {
    year: 2020,
    daysBeforeTet: 2,
    nationalDay: null,
    swaps: [],
    source: 'Bộ luật Lao động 2012; thông báo nghỉ lễ, tết năm 2020 (chưa đối chiếu số văn bản)',
    verified: false,
  },
  {
    year: 2021,
    daysBeforeTet: 2,
    nationalDay: 'after',
    swaps: [],
    source: 'Bộ luật Lao động 2019; thông báo nghỉ lễ, tết năm 2021 (chưa đối chiếu số văn bản)',
    verified: false,
  },
  {
    year: 2022,
    daysBeforeTet: 1,
    nationalDay: 'before',
    swaps: [],
    source: 'Thông báo nghỉ lễ, tết năm 2022 (chưa đối chiếu số văn bản)',
    verified: false,
  },
  {
    year: 2023,
    daysBeforeTet: 2,
    nationalDay: 'before',
    swaps: [],
    source: 'Thông báo nghỉ lễ, tết năm 2023 (chưa đối chiếu số văn bản)',
    verified: false,
  },
  {
    year: 2024,
    daysBeforeTet: 2,
    nationalDay: 'after',
    swaps: [{ off: '2024-04-29', worked: '2024-05-04' }],
    source:
      'Văn bản số 2450/VPCP-KGVX ngày 12/4/2024 (hoán đổi 29/4); Tết và Quốc khánh theo thông báo năm 2024',
    verified: true,
  },
  {
    year: 2025,
    daysBeforeTet: 2,
    nationalDay: 'before',
    swaps: [{ off: '2025-05-02', worked: '2025-04-26' }],
    source: 'Thông báo nghỉ lễ, tết năm 2025 (chưa đối chiếu số văn bản)',
    verified: false,
  },
  {
    year: 2026,
    daysBeforeTet: 1,
    nationalDay: 'before',
    swaps: [
      { off: '2026-01-02', worked: '2026-01-10' },
      { off: '2026-08-31', worked: '2026-08-22' },
    ],
    source:
      'Văn bản số 12729/VPCP-KGVX ngày 25/12/2025 (hoán đổi 02/01); Tết 16–20/02 theo thông báo tháng 10/2025; hoán đổi 31/8 chưa đối chiếu',
    verified: false,
  },
]

/**
 * Ngày Văn hóa Việt Nam, off by Nghị quyết số 80-NQ/TW of 07/01/2026; the change of the Labour Code that carries it
 * out was not found, so it is not counted unless `from` names the first year.
 */
export const cultureDay: { monthDay: '11-24'; from: number | null; source: string; verified: boolean } = {
  monthDay: '11-24',
  from: null,
  source: 'Nghị quyết số 80-NQ/TW ngày 07/01/2026; Nghị quyết số 30/NQ-CP năm 2026',
  verified: false,
}
