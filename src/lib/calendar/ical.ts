import { addDays, type Day } from './day.ts'

/** One entry of a calendar that others subscribe to; of whole days, unless it has hours. */
export interface CalendarEvent {
  /** Stays the same for as long as the entry lives: programs tell an edit from a new entry by it. */
  uid: string
  day: Day
  /** Included; absent: one day. */
  lastDay?: Day
  /** Hours of an event, 'YYYY-MM-DDTHH:MM' in Việt Nam; without an end it takes two hours. Absent: whole days. */
  time?: { starts: string; ends: string | null }
  /** The same hours every day, up to and with this one. */
  dailyUntil?: Day
  location?: string
  summary: string
  description?: string
  /** Absolute address of the page where the work is done. */
  url?: string
  categories?: readonly string[]
  /** Counts the changes of what was published; programs keep the higher one. */
  sequence?: number
  /** A cancelled entry is published for a while, so that subscribed programs take it out. */
  status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** When this version was made. */
  changed: Date
  /** Reminders at a full hour, Việt Nam time, `daysBefore` the first day; or so long before an hour. */
  alarms?: readonly ({ daysBefore: number; hour: number } | { minutesBefore: number })[]
}

export interface Calendar {
  name: string
  description?: string
  /** Address of the page that shows the same. */
  url?: string
  /** How often subscribers should ask again. */
  refreshHours: number
  events: readonly CalendarEvent[]
}

/**
 * A calendar as RFC 5545 text (with NAME, URL and REFRESH-INTERVAL of RFC 7986): CRLF, lines of up to 75 octets, UTF-8.
 * The same input gives the same text, so that a feed can be cached by its hash. Serve it as `text/calendar; charset=utf-8`.
 */
export function writeCalendar(calendar: Calendar): string {
  const refresh = `PT${calendar.refreshHours}H`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chung Tay//Chung Tay//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(calendar.name)}`,
    `X-WR-CALNAME:${text(calendar.name)}`,
    ...(calendar.description
      ? [`DESCRIPTION:${text(calendar.description)}`, `X-WR-CALDESC:${text(calendar.description)}`]
      : []),
    ...(calendar.url ? [`URL:${address(calendar.url)}`] : []),
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...timeZone,
    ...calendar.events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

/** A calendar has to hold something (RFC 5545, 3.6): without an event it holds its zone. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Ho_Chi_Minh',
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent): string[] {
  const { uid, day, lastDay = day, changed } = event
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${instant(changed)}`,
    `LAST-MODIFIED:${instant(changed)}`,
    ...(event.time ? hourLines(event.time) : dayLines(day, lastDay)),
    ...(event.time && event.dailyUntil ? [dailyLine(event.time.starts, event.dailyUntil)] : []),
    ...(event.location ? [`LOCATION:${text(event.location)}`] : []),
    `SUMMARY:${text(event.summary)}`,
    ...(event.description ? [`DESCRIPTION:${text(event.description)}`] : []),
    ...(event.url ? [`URL:${address(event.url)}`] : []),
    ...(event.categories?.length ? [`CATEGORIES:${event.categories.map(text).join(',')}`] : []),
    `SEQUENCE:${event.sequence ?? 0}`,
    `STATUS:${event.status ?? 'CONFIRMED'}`,
    `TRANSP:${event.time ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(event.alarms ?? []).flatMap((alarm) => alarmLines(alarm, event.summary)),
    'END:VEVENT',
  ]
}

/** The end is the day after the last one (RFC 5545, 3.6.1). */
function dayLines(day: Day, lastDay: Day): string[] {
  return [
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(addDays(lastDay < day ? day : lastDay, 1))}`,
  ]
}

const twoHours = 2 * 3_600_000

/** In UTC, which every program reads alike. */
function hourLines({ starts, ends }: { starts: string; ends: string | null }): string[] {
  const from = new Date(`${starts}:00+07:00`)
  const to = ends ? new Date(`${ends}:00+07:00`) : null
  const end = to && to > from ? to : new Date(from.getTime() + twoHours)
  return [`DTSTART:${instant(from)}`, `DTEND:${instant(end)}`]
}

/** UNTIL is an instant, as the beginning is (RFC 5545, 3.3.10). */
function dailyLine(starts: string, until: Day): string {
  return `RRULE:FREQ=DAILY;UNTIL=${instant(new Date(`${until}${starts.slice(10)}:00+07:00`))}`
}

/** An all-day entry begins at midnight where the reader is; the reminder is counted from there. */
function alarmLines(alarm: NonNullable<CalendarEvent['alarms']>[number], summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(summary)}`,
    `TRIGGER:${triggerOf(alarm)}`,
    'END:VALARM',
  ]
}

function triggerOf(alarm: NonNullable<CalendarEvent['alarms']>[number]): string {
  if ('minutesBefore' in alarm) return `-PT${alarm.minutesBefore}M`
  const hours = alarm.hour - alarm.daysBefore * 24
  return `${hours < 0 ? '-' : ''}PT${Math.abs(hours)}H`
}

function date(day: Day): string {
  return day.replaceAll('-', '')
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** Text cannot end its line: breaks are written out, other control characters dropped. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

function address(value: string): string {
  return value.toWellFormed().replace(/[\s\p{Cc}]/gu, (c) => encodeURIComponent(c))
}

const widest = 75

/** Breaks a line after at most 75 octets, never inside a letter; what goes on begins with a space. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > widest) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}
