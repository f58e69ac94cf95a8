import type { Strand } from './strand.ts'

/** A day found in bare text: `day` is ISO, or null where the digits make no date. */
export interface FoundDay {
  readonly day: string | null
  readonly start: number
  readonly end: number
  /** The print was not digits only ("3l/3/202l"), or the pieces were apart. */
  readonly repaired: boolean
}

const N = '[0-9lio]'
const DAY = new RegExp(
  `(?:ngay\\s*)?(?<![0-9/])(${N}{1,2})\\s*(?:/|-|\\.)\\s*(${N}{1,2})\\s*(?:/|-|\\.)\\s*(${N}{4})(?![0-9a-z])|ngay\\s*(${N}{1,2})\\s*thang\\s*(${N}{1,2})\\s*,?\\s*nam\\s*(${N}{4})(?![0-9a-z])|ngay\\s*(${N}{1,2})\\s*thang\\s*(${N}{1,2})\\s*(?:/|-)\\s*(${N}{4})(?![0-9a-z])`,
  'g',
)

export function repairDigits(text: string): string {
  return text.replace(/[liI|]/g, '1').replace(/[oO]/g, '0')
}

/** The days written in bare text between two places, scans' "l" and "O" read as digits. */
export function findDays(bareText: string, from = 0, until = bareText.length): FoundDay[] {
  const found: FoundDay[] = []
  const pattern = new RegExp(DAY)
  pattern.lastIndex = from
  for (
    let match = pattern.exec(bareText);
    match !== null && match.index < until;
    match = pattern.exec(bareText)
  ) {
    const printed = match.slice(1).filter((part) => part !== undefined)
    const [day, month, year] = printed.map((part) => Number(repairDigits(part)))
    if (printed.every((part) => !/[0-9]/.test(part))) continue
    found.push({
      day: isoDay(year ?? 0, month ?? 0, day ?? 0),
      start: match.index,
      end: match.index + match[0].length,
      repaired: printed.some((part) => /[lio]/.test(part)),
    })
  }
  return found
}

export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1945 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The first "năm 2023", "giai đoạn 2021-2025" …; null when none. */
export function findYear(
  strand: Strand,
): { year: number; start: number; end: number; repaired: boolean } | null {
  const pattern = /(?:nam|giai doan|thoi ky)\s*(?:ke hoach\s*)?([0-9lio]{4})(?![0-9a-z])/g
  for (const match of strand.bare.matchAll(pattern)) {
    const printed = match[1] ?? ''
    const year = Number(repairDigits(printed))
    if (!/\d/.test(printed) || year < 1990 || year > 2100) continue
    // "ngày 16 tháng 7 năm 2021" is the day of a document, not the year of a plan.
    if (/thang\s+[0-9]{1,2}\s*,?\s*$/.test(strand.bare.slice(0, match.index))) continue
    const start = match.index + match[0].length - printed.length
    return { year, start, end: start + 4, repaired: /[lio]/.test(printed) }
  }
  return null
}
