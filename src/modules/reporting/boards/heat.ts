import type { Locale } from '../../../lib/actor.ts'
import { cellWords } from './boards.texts.ts'
import { type CountedAs, countedAs, type Measure } from './measure.ts'

/** The worst of them gives a cell its look. */
const worst: readonly CountedAs[] = [
  'overdue',
  'empty',
  'returned',
  'late',
  'waiting',
  'not_due',
  'nil',
  'on_time',
  'waived',
  'ended',
]

export interface HeatCell {
  look: CountedAs
  words: string
  href: string
}

/** One unit in one period as the map shows it: one report by its standing and days, several as 'in time of all'. */
export function heatCell(measure: Measure, href: string, locale: Locale): HeatCell {
  const look = worst.find((c) => measure.counts[c] > 0) ?? 'ended'
  const sum = countedAs.reduce((n, c) => n + measure.counts[c], 0)
  if (sum > 1) {
    const same = measure.counts[look] === sum
    const words = cellWords[same ? look : 'on_time'][locale]
    return { look, words: same ? `${words} ×${sum}` : `${measure.counts.on_time}/${sum} ${words}`, href }
  }
  const days = look === 'late' ? measure.medianDaysLate : look === 'overdue' ? measure.longestOverdue : null
  return { look, words: days === null ? cellWords[look][locale] : `${cellWords[look][locale]} ${days}`, href }
}
