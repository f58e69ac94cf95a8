import { type Day, parseDay } from '../../../lib/calendar/day.ts'

/** A day that has come, as typed; null where it is none. */
export function readDayUpTo(text: string, today: Day): Day | null {
  const day = parseDay(text)
  return day !== null && day <= today ? day : null
}
