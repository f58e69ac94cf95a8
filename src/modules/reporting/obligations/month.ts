import { addDays, type Day } from '../../../lib/calendar/day.ts'
import { monthEnd, monthStart } from '../../../lib/calendar/period.ts'
import { weekday } from '../../../lib/calendar/working-days.ts'

/** A month as a calendar draws it: whole weeks from Monday, with the days of the neighbours at both ends. */
export interface Month {
  /** '2026-12' */
  code: string
  year: number
  month: number
  first: Day
  last: Day
  weeks: Day[][]
  before: string
  after: string
}

/** The month of a code '2026-12'; that of `today` where the code is none. */
export function monthOf(code: string | undefined, today: Day): Month {
  const found = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(code ?? '') ?? /^(\d{4})-(\d{2})/.exec(today)
  const [year, month] = [Number(found?.[1]), Number(found?.[2])]
  const first = monthStart(year, month)
  const last = monthEnd(year, month)
  const weeks: Day[][] = []
  let day = addDays(first, -((weekday(first) + 6) % 7))
  while (day <= last) {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)))
    day = addDays(day, 7)
  }
  return {
    ...{ code: first.slice(0, 7), year, month, first, last, weeks },
    before: monthStart(year, month - 1).slice(0, 7),
    after: monthStart(year, month + 1).slice(0, 7),
  }
}
