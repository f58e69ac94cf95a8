import type { Locale } from '../../../../lib/actor.ts'
import type { FigureDefinition } from '../../template.ts'

/** A value as officials write it: 1.250; 87,5. */
export function shownNumber(value: number | null, decimals = 2): string | null {
  return value === null
    ? null
    : value.toLocaleString('vi-VN', { maximumFractionDigits: Math.max(decimals, 0) })
}

/** With its unit behind: '1.250 lượt người', '87,5 %'. */
export function withUnit(value: string, unit: FigureDefinition['unit'], locale: Locale): string {
  return unit ? `${value} ${unit[locale]}` : value
}
