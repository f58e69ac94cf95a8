/** A calendar day, 'YYYY-MM-DD', without a time zone: what a Vietnamese document calls "ngày". */
export type Day = string

const zone = 'Asia/Ho_Chi_Minh'
const dayParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const timeParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Since this instant (13/06/1975 in the whole country) Việt Nam's time is UTC+7, without summer time. */
const settled = Date.UTC(1975, 5, 13)

/** The wall clock of Việt Nam as 'YYYY-MM-DDTHH:MM'; by hand where that is possible, as every page shows many. */
function wallClock(at: Date): string | null {
  return at.getTime() >= settled ? new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16) : null
}

/** The day it is in Việt Nam at this instant. */
export function dayOf(at: Date): Day {
  return wallClock(at)?.slice(0, 10) ?? dayParts.format(at)
}

/** '2026-11-22' → '22/11/2026'. */
export function showDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** An instant as officials write it: '22/11/2026 09:30', Việt Nam time. */
export function showTime(at: Date): string {
  return `${showDay(dayOf(at))} ${wallClock(at)?.slice(11) ?? timeParts.format(at)}`
}

/** Is this text a day that exists? */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

/** Reads what a person types: '5/6/2026', '05/06/2026', '05-06-2026' or '2026-06-05'; null when it is no day. */
export function parseDay(text: string): Day | null {
  const t = text.trim()
  if (isDay(t)) return t
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t)
  if (!m) return null
  const day = `${m[3]}-${String(m[2]).padStart(2, '0')}-${String(m[1]).padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** `day` moved by whole days. */
export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Whole days from `a` to `b`; negative when b lies before a. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000)
}
