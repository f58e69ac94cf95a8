import type { Day } from './day.ts'

/**
 * What was decided for the state's offices in a year and no rule can tell: which days around Tết and Quốc khánh are
 * off, and which working days were swapped. `verified`: found on an official or press page, which `source` names;
 * where it is false, pages show "chưa xác minh".
 */
export interface HolidayYear {
  year: number
  /** Days off before the first day of the lunar year; the rest of the five follow it. */
  daysBeforeTet: 1 | 2
  /** On which side of 2 September the second day of Quốc khánh lies (from 2021). */
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
    source: 'Lịch nghỉ lễ, tết năm 2019 của công chức, viên chức (plo.vn, mục “Mọi dịp lễ, Tết năm 2019”)',
    verified: true,
  },
  {
    year: 2020,
    daysBeforeTet: 2,
    nationalDay: null,
    swaps: [],
    source: 'Thông báo nghỉ Tết Âm lịch năm 2020 từ 23/01 đến 29/01 (socongthuong.daklak.gov.vn, 07/01/2020)',
    verified: true,
  },
  {
    year: 2021,
    daysBeforeTet: 2,
    nationalDay: 'after',
    swaps: [],
    source: 'Lịch nghỉ lễ, tết năm 2021 (sggpnews.org.vn, 09/12/2020)',
    verified: true,
  },
  {
    year: 2022,
    daysBeforeTet: 1,
    nationalDay: 'before',
    swaps: [],
    source:
      'Công văn số 245/VPCP ngày 11/01/2022 (Tết); Văn phòng Chính phủ về Quốc khánh 01–04/9 (dangcongsan.vn, 05/8/2022)',
    verified: true,
  },
  {
    year: 2023,
    daysBeforeTet: 2,
    nationalDay: 'before',
    swaps: [],
    source: 'Văn bản của Văn phòng Chính phủ ngày 01/12/2022 (nhandan.vn): Tết 20–26/01, Quốc khánh 01–04/9',
    verified: true,
  },
  {
    year: 2024,
    daysBeforeTet: 2,
    nationalDay: 'after',
    swaps: [{ off: '2024-04-29', worked: '2024-05-04' }],
    source:
      'Tết 08–14/02, Quốc khánh 31/8–03/9 (vietnamnews.vn, 05/11/2023); hoán đổi 29/4: văn bản số 2450/VPCP-KGVX ngày 12/4/2024',
    verified: true,
  },
  {
    year: 2025,
    daysBeforeTet: 2,
    nationalDay: 'before',
    swaps: [{ off: '2025-05-02', worked: '2025-04-26' }],
    source: 'Thông báo của Bộ Lao động – Thương binh và Xã hội ngày 03/12/2024 (sggp.org.vn, 04/12/2024)',
    verified: true,
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
      'Thông báo của Bộ Nội vụ tháng 10/2025 (vietnamnews.vn, 17/10/2025); hoán đổi 02/01: văn bản số 12729/VPCP-KGVX ngày 25/12/2025',
    verified: true,
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
