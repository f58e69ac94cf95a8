/**
 * A number of points as a whole number of ten-thousandths: 0,25 điểm is 2500. Whole numbers stay exact where
 * floats do not: 0,1 + 0,2 is 0,3 here, and 90 % is met at 90 %.
 */
export type Points = number

export const onePoint: Points = 10_000

/** A share as a whole number of hundredths of a percent: 90 % is 9000, 89,99 % is 8999. */
export type Share = number

export const wholeShare: Share = 10_000

/** How a computed score is brought to the decimals in which it is published. */
export interface Rounding {
  decimals: number
  mode: 'half_up' | 'down'
}

/** Reads '0,25', '0.25', '-1' or '+0,5'; null where it is no number of points with at most four decimals. */
export function parsePoints(text: string): Points | null {
  const m = /^([+\-−–]?)\s*(\d{1,6})(?:[.,](\d{1,4}))?$/.exec(text.trim())
  if (!m) return null
  const value = Number(m[2]) * onePoint + Number((m[3] ?? '').padEnd(4, '0'))
  return m[1] && m[1] !== '+' ? 0 - value : value
}

/** Points as they lie in the database, a numeric with four decimals. */
export function pointsOf(numeric: string): Points {
  const points = parsePoints(numeric)
  if (points === null) throw new Error(`not a number of points: ${numeric}`)
  return points
}

export function asNumeric(points: Points): string {
  return plain(points, '.', 4)
}

/** As people read it: 1 → '1', 0,9 → '0,90', −0,25 → '−0,25'. */
export function showPoints(points: Points, locale: 'vi' | 'en' = 'vi'): string {
  const text = plain(Math.abs(points), locale === 'vi' ? ',' : '.', points % onePoint === 0 ? 0 : 2)
  return points < 0 ? `−${text}` : text
}

/** As people type it and as sheets hold it: '-0,25'. */
export function typePoints(points: Points): string {
  return plain(points, ',', 0)
}

function plain(points: Points, mark: string, least: number): string {
  const whole = Math.abs(points)
  const rest = String(whole % onePoint)
    .padStart(4, '0')
    .replace(/0+$/, '')
    .padEnd(least, '0')
  const sign = points < 0 ? '-' : ''
  return `${sign}${Math.floor(whole / onePoint)}${rest ? mark + rest : ''}`
}

/** The share of `part` in `of`, cut off and never rounded up: 89,999 % is shown as 89,99 %. */
export function shareOf(part: number, of: number): Share {
  return of <= 0 ? 0 : Math.floor((part * wholeShare) / of)
}

/** Is `part` of `of` at least this share? Compared without dividing. */
export function reachesShare(part: number, of: number, share: Share): boolean {
  return part * wholeShare >= share * of
}

/** '90,00 %' for a share that was measured. */
export function showShare(share: Share, locale: 'vi' | 'en' = 'vi'): string {
  return `${plain(share * 100, locale === 'vi' ? ',' : '.', 2)}\u00a0%`
}

/** '90 %', '12,5 %' for a share that a rule names. */
export function showBound(share: Share, locale: 'vi' | 'en' = 'vi'): string {
  return `${plain(share * 100, locale === 'vi' ? ',' : '.', 0)}\u00a0%`
}

/** points × part ÷ of, exact until it is rounded once. All three are whole; the product stays below 2^53. */
export function portion(points: Points, part: number, of: number, { decimals, mode }: Rounding): Points {
  const unit = 10 ** (4 - decimals)
  const [top, bottom] = [points * part, of * unit]
  const units = mode === 'down' ? Math.floor(top / bottom) : Math.floor((top * 2 + bottom) / (bottom * 2))
  return units * unit
}
