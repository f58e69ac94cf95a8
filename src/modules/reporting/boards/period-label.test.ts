import { expect, test } from 'vitest'
import { byEnd, periodLabel, periodMark } from './period-label.ts'

test('periods are called as officials call them, and stand in the order in which they end', () => {
  const codes = ['2026', '2026-Q3', '2026-9M', '2026-Q1', '2025-Q4', '2026-H1', '2026-Q2', '2026-06', '2025']
  const sorted = ['2025-Q4', '2025', '2026-Q1', '2026-06', '2026-Q2', '2026-H1', '2026-Q3', '2026-9M', '2026']
  const withOnce = ['2026-05', '2026-06-09', '2026-06-20', '2026-06', '2026-Q2']
  expect(withOnce.toReversed().toSorted(byEnd)).toEqual(withOnce)
  expect(codes.toSorted(byEnd)).toEqual(sorted)
  const names = ['Quý IV/2025', 'Năm 2025', 'Quý I/2026', 'Tháng 6/2026', 'Quý II/2026', '6 tháng 2026']
  expect(sorted.map((c) => periodLabel(c).vi)).toEqual([...names, 'Quý III/2026', '9 tháng 2026', 'Năm 2026'])
  const marks = ['QIV/25', '2025', 'QI/26', 'T6/26', 'QII/26', '6T/26', 'QIII/26', '9T/26', '2026']
  expect(sorted.map((c) => periodMark(c).vi)).toEqual(marks)
  expect(periodLabel('lạ').vi).toBe('lạ')
})
