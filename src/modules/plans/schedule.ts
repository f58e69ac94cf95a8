import { addDays, type Day, isDay, showDay } from '../../lib/calendar/day.ts'
import { bare } from '../../lib/text/bare.ts'
import type { Cadence, Schedule } from './plan.ts'

type When = Omit<Schedule, 'asPrinted'>

/**
 * Reads the time of a task as printed ("Quý II/2026", "Trước ngày 05/6", "Tháng 6, tháng 12") into its
 * occurrences. A day or month without a year lies in `year`, the year of the plan. "Trước ngày D" is exclusive:
 * the last valid day is D − 1 (YB-26, domain.md 3.2). Null when any part is not understood: nothing is guessed.
 */
export function readSchedule(printed: string, year: number): Schedule[] | null {
  const asPrinted = printed.replace(/\s+/g, ' ').trim()
  const text = bare(asPrinted).replace(/[.;,:\s]+$/, '')
  if (!text) return null
  const whole = readOne(text, year)
  if (whole) return [{ ...whole, asPrinted }]
  const list = readList(text, year)
  return list && list.length > 0 ? list.map((when) => ({ ...when, asPrinted })) : null
}

/** "Quý I, III/2026", "Tháng 6; tháng 12", "Ngày 20/3 và 20/9": parts borrow year and unit from their neighbours. */
function readList(text: string, year: number): When[] | null {
  const borrowed = lastYear(text) ?? year
  const found = text.split(/\s*;\s*/).map((part) => {
    const one = readOne(part, borrowed)
    return one ? [one] : readCommas(part, lastYear(part) ?? borrowed)
  })
  return found.length <= 24 && found.every((list) => list !== null) ? found.flat() : null
}

function lastYear(text: string): number | null {
  const year = /(?:\/|\bnam )(\d{4})$/.exec(text)?.[1]
  return year ? Number(year) : null
}

function readCommas(text: string, year: number): When[] | null {
  const parts = text.split(/\s*(?:,|\bva\b)\s*/).filter(Boolean)
  if (parts.length < 2 || parts.length > 24) return null
  let unit = ''
  const found: When[] = []
  for (const part of parts) {
    unit = /^(quy|(?:trong |vao |cac )?thang|ngay|truoc ngay)\b/.exec(part)?.[1] ?? unit
    const when = readOne(part, year) ?? readOne(`${unit} ${part}`, year)
    if (!when) return null
    found.push(when)
  }
  return found
}

const day = String.raw`(\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:(?:[/.-]| nam )(\d{4}))?`
const quarter = String.raw`(iv|i{1,3}|[1-4])(?:(?:\s*\/\s*| nam | cua nam )(\d{4}))?`
const month = String.raw`(\d{1,2})(?:(?:\s*\/\s*| nam )(\d{4}))?`
const to = String.raw`\s*(?:-|den het|den)\s*`
const lead = String.raw`(?:(?:hoan thanh|xong|thuc hien|to chuc)\s+)?`

type Reader = (m: RegExpExecArray, year: number) => When | null

const readers: [RegExp, Reader][] = (
  [
    [`(?:thuc hien )?thuong xuyen(?: va)?(?:[ ,]+(?:lien tuc|hang ngay))?`, (_, y) => ongoing(y, null)],
    [
      `(?:thuc hien )?thuong xuyen,?\\s*(?:lien tuc,?\\s*)?(?:trong )?(?:ca )?nam (\\d{4})`,
      (m) => ongoing(Number(m[1]), null),
    ],
    [`thuong xuyen,?\\s*(?:lien tuc,?\\s*)?(?:trong|ca) nam`, (_, y) => ongoing(y, null)],
    [
      `(?:(?:thuong xuyen|dinh ky),?\\s*)?(?:dinh ky |hang |moi )(tuan|thang|quy|6 thang|06 thang|nam)(?: 1 lan)?(?:,? (?:trong )?nam (\\d{4}))?`,
      (m, y) => ongoing(Number(m[2] ?? y), cadenceWords[m[1] ?? ''] ?? null),
    ],
    [
      `theo (?:cac )?(?:ke hoach|chuong trinh|dot|lich)(?: [^;]{0,30})? kiem tra(?: [^;]{0,40})?`,
      () => bound('BY_INSPECTION_PLAN'),
    ],
    [`(?:theo )?kiem tra dinh ky`, () => bound('BY_INSPECTION_PLAN')],
    [`(?:ngay )?sau khi [^;]{0,60}cong bo(?: [^;]{0,40})?`, () => bound('AFTER_ANNOUNCEMENT')],
    [
      `(?:trong )?quy (?:iv|4) (?:cua )?nam truoc(?: (?:lien ke|do))?(?: (?:cua )?nam ke hoach)?`,
      (_, y) => lastQuarterBefore(y),
    ],
    [
      `${lead}(?:trong )?(?:ca )?nam(?: (\\d{4}))?`,
      (m, y) => span('RANGE', `${m[1] ?? y}-01-01`, `${m[1] ?? y}-12-31`),
    ],
    [`(?:trong )?(?:ca|trong) nam`, (_, y) => span('RANGE', `${y}-01-01`, `${y}-12-31`)],
    [`(?:trong )?0?6 thang (dau|cuoi) nam(?: (\\d{4}))?`, (m, y) => halfYear(m[1] ?? '', Number(m[2] ?? y))],
    [`${lead}(?:trong |vao )?(?:cac )?quy ${quarter}`, (m, y) => quarters(m[1], m[2], m[1], m[2], y)],
    [`${lead}(?:tu )?quy ${quarter}${to}(?:quy )?${quarter}`, (m, y) => quarters(m[1], m[2], m[3], m[4], y)],
    [`${lead}(?:trong |vao )?thang ${month}`, (m, y) => months(m[1], m[2], m[1], m[2], y)],
    [`${lead}(?:tu )?thang ${month}${to}(?:thang )?${month}`, (m, y) => months(m[1], m[2], m[3], m[4], y)],
    [`${lead}truoc thang ${month}`, (m, y) => dueBefore(dayAt('1', m[1], m[2], y))],
    [`${lead}truoc (?:ngay )?${day}`, (m, y) => dueBefore(dayAt(m[1], m[2], m[3], y))],
    [
      `${lead}(?:cham nhat(?: la)?|muon nhat)(?: vao| den)? (?:ngay )?${day}`,
      (m, y) => dueOn(dayAt(m[1], m[2], m[3], y)),
    ],
    [`${lead}(?:vao )?(?:ngay )?${day}`, (m, y) => onDay(dayAt(m[1], m[2], m[3], y))],
    [`${lead}(?:tu )?(?:ngay )?${day}${to}(?:ngay )?${day}`, (m, y) => days(m, y)],
  ] as [string, Reader][]
).map(([pattern, read]) => [new RegExp(`^(?:${pattern})$`), read])

function readOne(text: string, year: number): When | null {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text)
    const when = match && read(match, year)
    if (when) return when
  }
  return null
}

const cadenceWords: Record<string, Cadence> = {
  tuan: 'WEEK',
  thang: 'MONTH',
  quy: 'QUARTER',
  '6 thang': 'HALF_YEAR',
  '06 thang': 'HALF_YEAR',
  nam: 'YEAR',
}

function ongoing(year: number, cadence: Cadence | null): When {
  return { kind: 'ONGOING', starts: `${year}-01-01`, ends: `${year}-12-31`, due: null, cadence }
}

function bound(kind: 'BY_INSPECTION_PLAN' | 'AFTER_ANNOUNCEMENT'): When {
  return { kind, starts: null, ends: null, due: null, cadence: null }
}

function lastQuarterBefore(year: number): When | null {
  return span('PREVIOUS_YEAR_Q4', `${year - 1}-10-01`, `${year - 1}-12-31`)
}

function halfYear(which: string, year: number): When | null {
  return which === 'dau'
    ? span('MONTHS', `${year}-01-01`, `${year}-06-30`)
    : span('MONTHS', `${year}-07-01`, `${year}-12-31`)
}

type Text = string | undefined

function quarters(q1: Text, y1: Text, q2: Text, y2: Text, year: number): When | null {
  const last = Number(y2 ?? y1 ?? year)
  const first = Number(y1 ?? last)
  return span('QUARTER', monthStart(first, quarterOf(q1) * 3 - 2), monthEnd(last, quarterOf(q2) * 3))
}

function quarterOf(text: Text): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text ?? ''] ?? Number(text)
}

function months(m1: Text, y1: Text, m2: Text, y2: Text, year: number): When | null {
  const last = Number(y2 ?? y1 ?? year)
  const first = Number(y1 ?? last)
  if (![m1, m2].every((m) => Number(m) >= 1 && Number(m) <= 12)) return null
  return span('MONTHS', monthStart(first, Number(m1)), monthEnd(last, Number(m2)))
}

function days(m: RegExpExecArray, year: number): When | null {
  const last = dayAt(m[4], m[5], m[6], Number(m[3] ?? year))
  const first = dayAt(m[1], m[2], m[3], Number(m[6] ?? year))
  return first && last ? span('RANGE', first, last) : null
}

function span(kind: Schedule['kind'], starts: Day, ends: Day): When | null {
  return starts <= ends ? { kind, starts, ends, due: ends, cadence: null } : null
}

function dueBefore(at: Day | null): When | null {
  return at ? dueOn(addDays(at, -1)) : null
}

function dueOn(at: Day | null): When | null {
  return at ? { kind: 'FIXED_DATE', starts: null, ends: at, due: at, cadence: null } : null
}

function onDay(at: Day | null): When | null {
  return at ? { kind: 'FIXED_DATE', starts: at, ends: at, due: at, cadence: null } : null
}

function dayAt(d: Text, m: Text, y: Text, year: number): Day | null {
  const at = `${y ?? year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isDay(at) ? at : null
}

function monthStart(year: number, m: number): Day {
  return `${year}-${String(m).padStart(2, '0')}-01`
}

function monthEnd(year: number, m: number): Day {
  return addDays(m === 12 ? `${year + 1}-01-01` : monthStart(year, m + 1), -1)
}

/** Prints occurrences as a plan would; {@link readSchedule} reads the same occurrences back. */
export function printSchedule(occurrences: readonly When[]): string {
  return occurrences.map(printOne).join('; ')
}

const romans = ['I', 'II', 'III', 'IV']
const cadencePrinted: Record<Cadence, string> = {
  WEEK: 'Hằng tuần',
  MONTH: 'Hằng tháng',
  QUARTER: 'Hằng quý',
  HALF_YEAR: 'Định kỳ 6 tháng',
  YEAR: 'Hằng năm',
}

function printOne(w: When): string {
  const starts = w.starts ?? ''
  const ends = w.ends ?? ''
  switch (w.kind) {
    case 'ONGOING': {
      const year = starts ? ` trong năm ${starts.slice(0, 4)}` : ''
      return w.cadence
        ? `${cadencePrinted[w.cadence]}${year.replace(' trong', ', trong')}`
        : `Thường xuyên${year}`
    }
    case 'BY_INSPECTION_PLAN':
      return 'Theo kế hoạch kiểm tra'
    case 'AFTER_ANNOUNCEMENT':
      return 'Sau khi công bố'
    case 'PREVIOUS_YEAR_Q4':
      return 'Quý IV năm trước liền kề'
    case 'QUARTER':
      return pair('quý', quarterName(starts), quarterName(ends))
    case 'MONTHS':
      return pair('tháng', monthName(starts), monthName(ends))
    case 'FIXED_DATE':
      return w.starts ? `Ngày ${showDay(starts)}` : `Trước ngày ${showDay(addDays(w.due ?? ends, 1))}`
    case 'RANGE': {
      const year = starts.slice(0, 4)
      if (starts === `${year}-01-01` && ends === `${year}-12-31`) return `Trong năm ${year}`
      return `Từ ngày ${showDay(starts)} đến ngày ${showDay(ends)}`
    }
  }
}

function pair(unit: string, first: string, last: string): string {
  if (first === last) return `${unit[0]?.toUpperCase()}${unit.slice(1)} ${first}`
  return `Từ ${unit} ${first} đến ${unit} ${last}`
}

function quarterName(at: Day): string {
  return `${romans[Math.floor((Number(at.slice(5, 7)) - 1) / 3)]}/${at.slice(0, 4)}`
}

function monthName(at: Day): string {
  return `${Number(at.slice(5, 7))}/${at.slice(0, 4)}`
}

/** The same occurrences `years` later, for a plan copied from an earlier year; the print is made anew. */
export function shiftSchedule(occurrences: readonly Schedule[], years: number): Schedule[] {
  return occurrences.map((o) => {
    const moved = {
      ...o,
      starts: shiftDay(o.starts, years),
      ends: shiftDay(o.ends, years),
      due: shiftDay(o.due, years),
    }
    return { ...moved, asPrinted: printSchedule([moved]) }
  })
}

/** 29 February becomes the 28th in a year that has none; the end of February stays the end. */
function shiftDay(at: Day | null, years: number): Day | null {
  if (!at) return null
  const year = Number(at.slice(0, 4)) + years
  const lastOfMonth = monthEnd(Number(at.slice(0, 4)), Number(at.slice(5, 7))) === at
  const moved = `${year}${at.slice(4)}`
  return lastOfMonth || !isDay(moved) ? monthEnd(year, Number(at.slice(5, 7))) : moved
}
