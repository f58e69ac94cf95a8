import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, showDay } from './day.ts'
import { holidayYears } from './holidays.data.ts'
import {
  addWorkingDays,
  expectedYear,
  holidaysOf,
  isWorkingDay,
  nationalCalendar,
  weekday,
  workedSaturdays,
  workingDayFrom,
  workingDayUntil,
} from './working-days.ts'

const anyDay = fc.integer({ min: 0, max: 6000 }).map((n) => addDays('2019-01-01', n))

/** Runs of days off that hold a public holiday, weekends beside them included, as the announcements give them. */
function rests(year: number): string {
  const off = (day: string) => nationalCalendar(day) !== null
  const runs: string[] = []
  for (const { day } of holidaysOf(year)) {
    let [from, to] = [day, day]
    while (off(addDays(from, -1))) from = addDays(from, -1)
    while (off(addDays(to, 1))) to = addDays(to, 1)
    runs.push(from === to ? showDay(from) : `${showDay(from).slice(0, 5)}–${showDay(to).slice(0, 5)}`)
  }
  const worked = workedSaturdays(year).map((d) => showDay(d).slice(0, 5))
  return [...new Set(runs)].join(', ') + (worked.length > 0 ? `; làm bù ${worked.join(', ')}` : '')
}

test('the rests of every year are those that were announced', () => {
  const table = holidayYears.map(({ year }) => `${year}: ${rests(year)}`).join('\n')
  expect(table).toMatchInlineSnapshot(`
    "2019: 29/12–01/01, 02/02–10/02, 13/04–15/04, 27/04–01/05, 31/08–02/09; làm bù 05/01, 04/05
    2020: 01/01/2020, 23/01–29/01, 02/04/2020, 30/04–03/05, 02/09/2020
    2021: 01/01–03/01, 10/02–16/02, 21/04/2021, 30/04–03/05, 02/09–05/09
    2022: 01/01–03/01, 29/01–06/02, 09/04–11/04, 30/04–03/05, 01/09–04/09
    2023: 31/12–02/01, 20/01–26/01, 29/04–03/05, 01/09–04/09
    2024: 30/12–01/01, 08/02–14/02, 18/04/2024, 27/04–01/05, 31/08–03/09; làm bù 04/05
    2025: 01/01/2025, 25/01–02/02, 05/04–07/04, 30/04–04/05, 30/08–02/09; làm bù 26/04
    2026: 01/01–04/01, 14/02–22/02, 25/04–27/04, 30/04–03/05, 29/08–02/09; làm bù 10/01, 22/08"
  `)
})

test('years nobody has announced are expected, and say so', () => {
  const years = [2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035]
  expect(years.map((year) => `${year}: ${rests(year)}`).join('\n')).toMatchInlineSnapshot(`
    "2027: 01/01–03/01, 04/02–10/02, 16/04–18/04, 30/04–03/05, 02/09–05/09
    2028: 01/01–03/01, 22/01–30/01, 04/04/2028, 29/04–02/05, 01/09–04/09
    2029: 30/12–01/01, 10/02–18/02, 21/04–23/04, 28/04–01/05, 01/09–04/09
    2030: 01/01/2030, 31/01–06/02, 12/04–14/04, 30/04–01/05, 31/08–03/09
    2031: 01/01/2031, 21/01–27/01, 01/04/2031, 30/04–01/05, 30/08–02/09
    2032: 01/01/2032, 07/02–15/02, 17/04–19/04, 30/04–03/05, 02/09–05/09
    2033: 01/01–03/01, 29/01–06/02, 09/04–11/04, 30/04–03/05, 01/09–04/09
    2034: 31/12–02/01, 17/02–23/02, 28/04–02/05, 01/09–04/09
    2035: 30/12–01/01, 06/02–12/02, 17/04/2035, 28/04–01/05, 01/09–04/09"
  `)
  const tetOff = years.flatMap((y) => holidaysOf(y)).filter((h) => h.off.vi.endsWith('Tết Nguyên đán'))
  expect(tetOff.length).toBeGreaterThanOrEqual(45)
  expect(tetOff.every((h) => h.off.certainty === 'expected')).toBe(true)
})

test('what is expected agrees with every announced year, swaps aside', () => {
  for (const { year, daysBeforeTet, nationalDay } of holidayYears) {
    expect(expectedYear(year)).toMatchObject({ year, daysBeforeTet, nationalDay })
  }
})

describe('days in lieu', () => {
  test('a year has 10 days off on weekdays, 11 from 2021, swaps aside', () => {
    for (let year = 2019; year <= 2035; year += 1) {
      const weekdays = holidaysOf(year).filter(
        (h) => weekday(h.day) % 6 !== 0 && h.off.vi !== 'ngày nghỉ hoán đổi',
      )
      expect(weekdays.length, String(year)).toBe(year < 2021 ? 10 : 11)
    }
  })

  test('two holidays on one weekend give two days', () => {
    expect(nationalCalendar('2022-05-02')?.vi).toBe('ngày nghỉ bù Ngày Chiến thắng 30/4')
    expect(nationalCalendar('2022-05-03')?.vi).toBe('ngày nghỉ bù Ngày Quốc tế lao động 01/5')
    expect(isWorkingDay('2022-05-04')).toBe(true)
  })
})

describe('counting', () => {
  test('lands on a working day, and counts those between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const later = addWorkingDays(day, count)
        expect(isWorkingDay(later)).toBe(true)
        let between = 0
        for (let at = addDays(day, 1); at <= later; at = addDays(at, 1)) if (isWorkingDay(at)) between += 1
        expect(between).toBe(count)
      }),
    )
  })

  test('back again ends where it began, from a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const start = workingDayFrom(day)
        expect(addWorkingDays(addWorkingDays(start, count), -count)).toBe(start)
      }),
    )
  })

  test('the next and the last working day stand around a day off, and are the day itself otherwise', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [before, after] = [workingDayUntil(day), workingDayFrom(day)]
        expect(before <= day && day <= after).toBe(true)
        expect(before === after).toBe(isWorkingDay(day))
      }),
    )
  })

  test('leaves out Tết and counts a Saturday that is worked', () => {
    expect(addWorkingDays('2026-02-13', 2)).toBe('2026-02-24')
    expect(addWorkingDays('2026-01-09', 1)).toBe('2026-01-10')
    expect(addWorkingDays('2018-12-28', 1)).toBe('2019-01-02')
  })
})
