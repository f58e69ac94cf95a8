import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isDay } from './day.ts'
import {
  monthsOf,
  nextPeriod,
  periodCode,
  periodKinds,
  periodName,
  periodOf,
  periodSpan,
  periodsBetween,
  previousPeriod,
  readPeriod,
} from './period.ts'

const anyPeriod = fc
  .record({ kind: fc.constantFrom(...periodKinds), year: fc.integer({ min: 1000, max: 9990 }), at: fc.nat() })
  .map(({ kind, year, at }) => {
    const ofYear = periodsBetween(kind, year, year)
    const period = ofYear[at % ofYear.length]
    if (!period) throw new Error('a year has periods')
    return period
  })

test.each([
  ['2026-03', 'Tháng 3 năm 2026', '2026-03-01', '2026-03-31'],
  ['2026-Q1', 'Quý I năm 2026', '2026-01-01', '2026-03-31'],
  ['2026-Q4', 'Quý IV năm 2026', '2026-10-01', '2026-12-31'],
  ['2026-H1', '6 tháng đầu năm 2026', '2026-01-01', '2026-06-30'],
  ['2026-9M', '9 tháng năm 2026', '2026-01-01', '2026-09-30'],
  ['2026', 'Năm 2026', '2026-01-01', '2026-12-31'],
  ['2028-02', 'Tháng 2 năm 2028', '2028-02-01', '2028-02-29'],
])('%s is %s', (code, name, from, to) => {
  const period = readPeriod(code)
  expect(period && { code: periodCode(period), name: periodName(period).vi, ...periodSpan(period) }).toEqual({
    code,
    name,
    from,
    to,
  })
})

test.each(['', '2026-Q5', '2026-13', '2026-H2', '2026-00', '26-Q1', '2026-q1', ' 2026'])(
  '"%s" is no period',
  (code) => {
    expect(readPeriod(code)).toBeNull()
  },
)

test('a code names its period, and back', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(readPeriod(periodCode(period))).toEqual(period)
    }),
  )
})

test('neighbours are each other’s neighbours, and leave no day between months, quarters and years', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const next = nextPeriod(period)
      expect(previousPeriod(next)).toEqual(period)
      const gap = periodSpan(next).from === addDays(periodSpan(period).to, 1)
      expect(gap).toBe(period.kind !== 'half-year' && period.kind !== 'nine-month')
      expect(isDay(periodSpan(period).from) && isDay(periodSpan(period).to)).toBe(true)
    }),
  )
})

test('every day of a period lies in it', () => {
  fc.assert(
    fc.property(anyPeriod, fc.nat(364), (period, more) => {
      const { from, to } = periodSpan(period)
      const day = addDays(from, more)
      if (day <= to) expect(periodOf(period.kind, day)).toEqual(period)
    }),
  )
})

test('the periods of two years are all there and in order', () => {
  for (const kind of periodKinds) {
    const codes = periodsBetween(kind, 2025, 2026).map(periodCode)
    const each = kind === 'half-year' || kind === 'nine-month' ? 1 : 12 / monthsOf(kind)
    expect(codes).toHaveLength(2 * each)
    expect(codes).toEqual([...codes].sort())
  }
  expect(periodsBetween('year', 2026, 2025)).toEqual([])
})
