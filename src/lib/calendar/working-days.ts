import { addDays, type Day, daysBetween } from './day.ts'
import { cultureDay, type HolidayYear, holidayYears } from './holidays.data.ts'
import { lunarDay, tet } from './lunar.ts'

export interface DayOff {
  vi: string
  en: string
  /** 'expected': chosen for that year by nobody yet; 'unverified': chosen, but its source was not seen. */
  certainty: 'certain' | 'unverified' | 'expected'
}

/** Why a day is off; null on a working day. A province with days of its own passes a calendar of its own. */
export type WorkCalendar = (day: Day) => DayOff | null

/** The state's offices: Monday to Friday without public holidays and days in lieu, with swapped days. */
export const nationalCalendar: WorkCalendar = (day) => {
  const { off, worked } = yearOf(Number(day.slice(0, 4)))
  if (worked.has(day)) return null
  return off.get(day) ?? weekend(day)
}

export function isWorkingDay(day: Day, calendar = nationalCalendar): boolean {
  return calendar(day) === null
}

/** The day itself when it is worked, otherwise the next one that is. */
export function workingDayFrom(day: Day, calendar = nationalCalendar): Day {
  return closest(day, 1, calendar)
}

/** The day itself when it is worked, otherwise the last one before it that is. */
export function workingDayUntil(day: Day, calendar = nationalCalendar): Day {
  return closest(day, -1, calendar)
}

function closest(day: Day, step: 1 | -1, calendar: WorkCalendar): Day {
  let at = day
  while (calendar(at)) at = addDays(at, step)
  return at
}

/** Counts working days; the first one counted is the one after (with a negative number, before) `day`. */
export function addWorkingDays(day: Day, count: number, calendar = nationalCalendar): Day {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; left -= 1) at = closest(addDays(at, step), step, calendar)
  return at
}

/** Days off of a year that are no plain weekends, in order. */
export function holidaysOf(year: number): { day: Day; off: DayOff }[] {
  return [...yearOf(year).off].map(([day, off]) => ({ day, off })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Saturdays that are worked in a year. */
export function workedSaturdays(year: number): Day[] {
  return [...yearOf(year).worked].sort()
}

/**
 * What is expected of a year nobody has announced: the choice that made one unbroken rest in every announced year.
 * Not law; shown as "chưa xác minh".
 */
export function expectedYear(year: number): HolidayYear {
  const national = weekday(`${year}-09-02`)
  return {
    year,
    daysBeforeTet: weekday(tet(year)) === 2 ? 1 : 2,
    nationalDay: year < 2021 ? null : national === 1 || national === 4 ? 'after' : 'before',
    swaps: [],
    source: 'Dự kiến theo cách nghỉ của các năm đã công bố',
    verified: false,
  }
}

export function holidayYear(year: number): HolidayYear {
  return holidayYears.find((y) => y.year === year) ?? expectedYear(year)
}

function certaintyOf(year: number): DayOff['certainty'] {
  const announced = holidayYears.find((y) => y.year === year)
  return announced ? (announced.verified ? 'certain' : 'unverified') : 'expected'
}

interface YearOff {
  off: ReadonlyMap<Day, DayOff>
  worked: ReadonlySet<Day>
}

const known = new Map<number, YearOff>()

function yearOf(year: number): YearOff {
  const found = known.get(year) ?? makeYear(year)
  known.set(year, found)
  return found
}

function makeYear(year: number): YearOff {
  const off = new Map<Day, DayOff>()
  const near = [year - 1, year, year + 1].flatMap((y) => holidayYear(y).swaps)
  for (const { day, off: name } of publicHolidays(year)) if (!off.has(day)) off.set(day, name)
  for (const swap of near.filter((s) => s.off.startsWith(String(year)))) {
    off.set(swap.off, { vi: 'ngày nghỉ hoán đổi', en: 'a swapped day off', certainty: certaintyOf(year) })
  }
  return { off, worked: new Set(near.map((s) => s.worked).filter((d) => d.startsWith(String(year)))) }
}

/** Holidays that fall on a weekend, or on one another, give a day in lieu: the next one that would be worked. */
function publicHolidays(year: number): { day: Day; off: DayOff }[] {
  const days = namedHolidays(year).sort((a, b) => (a.day < b.day ? -1 : 1))
  const taken = new Set<Day>()
  const result: { day: Day; off: DayOff }[] = []
  const owed: { after: Day; off: DayOff }[] = []
  for (const holiday of days) {
    if (weekend(holiday.day) || taken.has(holiday.day)) owed.push({ after: holiday.day, off: holiday.off })
    taken.add(holiday.day)
    result.push(holiday)
  }
  for (const { after, off } of owed) {
    let day = addDays(after, 1)
    while (weekend(day) || taken.has(day)) day = addDays(day, 1)
    taken.add(day)
    const lieu = { ...off, vi: `ngày nghỉ bù ${off.vi}`, en: `the day in lieu of ${off.en}` }
    result.push({ day, off: lieu })
  }
  return result
}

function namedHolidays(year: number): { day: Day; off: DayOff }[] {
  const { daysBeforeTet, nationalDay } = holidayYear(year)
  const first = tet(year)
  const chosen = certaintyOf(year)
  const fixed = (day: Day, vi: string, en: string, certainty: DayOff['certainty'] = 'certain') => ({
    day,
    off: { vi, en, certainty },
  })
  const days = [
    fixed(`${year}-01-01`, 'Tết Dương lịch', "New Year's Day"),
    fixed(lunarDay(year, 3, 10), 'Giỗ Tổ Hùng Vương', "Hùng Kings' Commemoration Day"),
    fixed(`${year}-04-30`, 'Ngày Chiến thắng 30/4', 'Reunification Day'),
    fixed(`${year}-05-01`, 'Ngày Quốc tế lao động 01/5', 'International Labour Day'),
    fixed(`${year}-09-02`, 'Quốc khánh 02/9', 'National Day'),
  ]
  for (let i = -daysBeforeTet; i < 5 - daysBeforeTet; i += 1) {
    days.push(fixed(addDays(first, i), 'Tết Nguyên đán', 'Lunar New Year', chosen))
  }
  if (nationalDay) {
    days.push(
      fixed(
        addDays(`${year}-09-02`, nationalDay === 'before' ? -1 : 1),
        'Quốc khánh 02/9',
        'National Day',
        chosen,
      ),
    )
  }
  if (cultureDay.from !== null && year >= cultureDay.from) {
    days.push(
      fixed(
        `${year}-${cultureDay.monthDay}`,
        'Ngày Văn hóa Việt Nam 24/11',
        'Vietnam Culture Day',
        cultureDay.verified ? 'certain' : 'unverified',
      ),
    )
  }
  return days
}

function weekend(day: Day): DayOff | null {
  const at = weekday(day)
  if (at === 6) return { vi: 'thứ Bảy', en: 'a Saturday', certainty: 'certain' }
  return at === 0 ? { vi: 'Chủ nhật', en: 'a Sunday', certainty: 'certain' } : null
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return (((daysBetween('1970-01-01', day) + 4) % 7) + 7) % 7
}
