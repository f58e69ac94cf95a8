import { expect, test } from 'vitest'
import { leapMonth, lunarDay, tet } from './lunar.ts'

// Tết, Giỗ Tổ (10/3) and the leap month, as printed calendars have them. In 1968, 1985, 2007 and 2030 Việt Nam
// celebrated, or will celebrate, on another day than China, which is an hour ahead.
test.each([
  [2019, '2019-02-05', '2019-04-14', null],
  [2020, '2020-01-25', '2020-04-02', 4],
  [2021, '2021-02-12', '2021-04-21', null],
  [2022, '2022-02-01', '2022-04-10', null],
  [2023, '2023-01-22', '2023-04-29', 2],
  [2024, '2024-02-10', '2024-04-18', null],
  [2025, '2025-01-29', '2025-04-07', 6],
  [2026, '2026-02-17', '2026-04-26', null],
  [2027, '2027-02-06', '2027-04-16', null],
  [2028, '2028-01-26', '2028-04-04', 5],
  [2029, '2029-02-13', '2029-04-23', null],
  [2030, '2030-02-02', '2030-04-12', null],
  [2031, '2031-01-23', '2031-04-01', 3],
  [2032, '2032-02-11', '2032-04-19', null],
  [2033, '2033-01-31', '2033-04-09', 11],
  [2034, '2034-02-19', '2034-04-28', null],
  [2035, '2035-02-08', '2035-04-17', null],
])('the lunar year %i begins on %s', (year, first, hungKings, leap) => {
  expect([tet(year), lunarDay(year, 3, 10), leapMonth(year)]).toEqual([first, hungKings, leap])
})

test.each([
  [1968, '1968-01-29'],
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
])('Tết %i was a day before the Chinese one, on %s', (year, day) => {
  expect(tet(year)).toBe(day)
})

test('months of a year follow one another after 29 or 30 days, with room for one leap month', () => {
  for (let year = 1970; year <= 2100; year += 1) {
    const starts = Array.from({ length: 12 }, (_, i) => Date.parse(lunarDay(year, i + 1, 1)) / 86_400_000)
    starts.push(Date.parse(tet(year + 1)) / 86_400_000)
    const lengths = starts.slice(1).map((s, i) => s - (starts[i] ?? 0))
    const long = lengths.filter((l) => l > 30)
    expect(long.length, `${year}: ${lengths}`).toBe(leapMonth(year) === null ? 0 : 1)
    for (const length of lengths) expect([29, 30, 58, 59, 60]).toContain(length)
  }
})
