import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../lib/calendar/day.ts'
import type { Cadence, Schedule } from './plan.ts'
import { printSchedule, readSchedule, shiftSchedule } from './schedule.ts'

function when(text: string, year = 2026) {
  return readSchedule(text, year)?.map((s) => [s.kind, s.starts, s.ends, s.due])
}

describe('times as real plans print them', () => {
  test.each([
    ['Thường xuyên', [['ONGOING', '2026-01-01', '2026-12-31', null]]],
    ['Thường xuyên trong năm 2020', [['ONGOING', '2020-01-01', '2020-12-31', null]]],
    ['Quý II/2026', [['QUARTER', '2026-04-01', '2026-06-30', '2026-06-30']]],
    ['Quý 3 năm 2026.', [['QUARTER', '2026-07-01', '2026-09-30', '2026-09-30']]],
    ['từ quý I/2021 đến quý IV/2021', [['QUARTER', '2021-01-01', '2021-12-31', '2021-12-31']]],
    ['từ tháng 3/2021 - 5/2021', [['MONTHS', '2021-03-01', '2021-05-31', '2021-05-31']]],
    ['Trước ngày 05/6', [['FIXED_DATE', null, '2026-06-04', '2026-06-04']]],
    ['trước ngày 01 tháng 3 năm 2024', [['FIXED_DATE', null, '2024-02-29', '2024-02-29']]],
    ['Hoàn thành trước ngày 30/11/2026', [['FIXED_DATE', null, '2026-11-29', '2026-11-29']]],
    ['Chậm nhất ngày 15/11', [['FIXED_DATE', null, '2026-11-15', '2026-11-15']]],
    ['Ngày 20/7/2026', [['FIXED_DATE', '2026-07-20', '2026-07-20', '2026-07-20']]],
    ['Từ 15/5 đến hết 30/9/2026', [['RANGE', '2026-05-15', '2026-09-30', '2026-09-30']]],
    ['Trong năm 2026', [['RANGE', '2026-01-01', '2026-12-31', '2026-12-31']]],
    ['6 tháng đầu năm', [['MONTHS', '2026-01-01', '2026-06-30', '2026-06-30']]],
    ['Theo kế hoạch kiểm tra', [['BY_INSPECTION_PLAN', null, null, null]]],
    ['Ngay sau khi được Chủ tịch UBND tỉnh công bố', [['AFTER_ANNOUNCEMENT', null, null, null]]],
    [
      'Quý IV của năm trước liền kề năm kế hoạch',
      [['PREVIOUS_YEAR_Q4', '2025-10-01', '2025-12-31', '2025-12-31']],
    ],
    [
      'Tháng 6, tháng 12',
      [
        ['MONTHS', '2026-06-01', '2026-06-30', '2026-06-30'],
        ['MONTHS', '2026-12-01', '2026-12-31', '2026-12-31'],
      ],
    ],
    [
      'Quý I, III/2025',
      [
        ['QUARTER', '2025-01-01', '2025-03-31', '2025-03-31'],
        ['QUARTER', '2025-07-01', '2025-09-30', '2025-09-30'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(when(text)).toEqual(expected)
  })

  test('"Hằng quý" is ongoing, with a cadence', () => {
    expect(readSchedule('Thường xuyên, hằng quý', 2026)?.[0]).toMatchObject({
      kind: 'ONGOING',
      cadence: 'QUARTER',
    })
  })

  test.each([
    'Sau Tết',
    'Ngày 31/02/2026',
    'tháng 13',
    'Quý V',
    '',
    'Từ tháng 5/2021 đến tháng 3/2021',
    'Khi có kinh phí',
  ])('what is not understood is left alone: "%s"', (text) => {
    expect(readSchedule(text, 2026)).toBeNull()
  })
})

const year = fc.integer({ min: 2010, max: 2040 })
const dayIn = (y: number) => fc.integer({ min: 0, max: 364 }).map((n) => addDays(`${y}-01-01`, n))
const empty = { starts: null, ends: null, due: null, cadence: null }

const occurrence: fc.Arbitrary<Omit<Schedule, 'asPrinted'>> = year.chain((y) =>
  fc.oneof(
    fc.constantFrom<Cadence | null>(null, 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR').map((cadence) => ({
      kind: 'ONGOING' as const,
      starts: `${y}-01-01`,
      ends: `${y}-12-31`,
      due: null,
      cadence,
    })),
    fc
      .constantFrom('BY_INSPECTION_PLAN' as const, 'AFTER_ANNOUNCEMENT' as const)
      .map((kind) => ({ ...empty, kind })),
    dayIn(y).map((d) => ({ ...empty, kind: 'FIXED_DATE' as const, starts: d, ends: d, due: d })),
    dayIn(y).map((d) => ({ ...empty, kind: 'FIXED_DATE' as const, ends: d, due: d })),
    fc.tuple(dayIn(y), fc.integer({ min: 1, max: 300 })).map(([d, n]) => ({
      ...empty,
      kind: 'RANGE' as const,
      starts: d,
      ends: addDays(d, n),
      due: addDays(d, n),
    })),
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5 })).map(([m, n]) => {
      const ends = addDays(monthAfter(y, m + n), -1)
      return { ...empty, kind: 'MONTHS' as const, starts: monthAfter(y, m - 1), ends, due: ends }
    }),
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })).map(([q, n]) => {
      const ends = addDays(monthAfter(y, (q + n) * 3), -1)
      return { ...empty, kind: 'QUARTER' as const, starts: monthAfter(y, q * 3), ends, due: ends }
    }),
  ),
)

function monthAfter(y: number, months: number): string {
  return `${y + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

test('whatever is printed reads back as the same occurrences', () => {
  fc.assert(
    fc.property(fc.array(occurrence, { minLength: 1, maxLength: 4 }), (list) => {
      const read = readSchedule(printSchedule(list), 2026)
      expect(read?.map(({ asPrinted: _, ...s }) => s)).toEqual(list)
    }),
  )
})

test('no text makes the reader fail or answer with days that do not exist', () => {
  const words = fc.constantFrom(
    'quý',
    'tháng',
    'ngày',
    'trước',
    'từ',
    'đến',
    '31/02',
    '5',
    'IV',
    '/2026',
    ',',
    'năm',
    '-',
    'và',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (list) => {
      for (const s of readSchedule(list.join(' '), 2026) ?? []) {
        if (s.starts && s.ends) expect(s.starts <= s.ends).toBe(true)
      }
    }),
  )
})

test('a plan copied to the next year keeps ends of months and leap days honest', () => {
  const [feb] = shiftSchedule(readSchedule('Tháng 02/2023', 2023) ?? [], 1)
  expect(feb).toMatchObject({ ends: '2024-02-29', asPrinted: 'Tháng 2/2024' })
  const [leap] = shiftSchedule(readSchedule('Ngày 29/02/2024', 2024) ?? [], 1)
  expect(leap?.due).toBe('2025-02-28')
})
