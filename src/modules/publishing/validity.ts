import { addDays, type Day, isDay } from '../../lib/calendar/day.ts'
import type { DocumentValidity, Facts } from './publication.ts'

/** The day from which what is told holds no more; null: it still holds, or no last day was named. */
export function endedFrom(facts: Facts, today: Day): Day | null {
  const last = dayIn(facts, 'validTo')
  return last !== null && last < today ? addDays(last, 1) : null
}

/**
 * The day from which a publication holds no more, be it past or to come: by its facts, or of a directing document by
 * what the register says. Null: none is named.
 */
export function endOf(facts: Facts, validity: DocumentValidity | null): Day | null {
  const last = dayIn(facts, 'validTo')
  return validity?.to ?? (last === null ? null : addDays(last, 1))
}

/** The day on which what is told begins to hold; null: it holds already, or no first day was named. */
export function beginsOn(facts: Facts, today: Day): Day | null {
  const first = dayIn(facts, 'validFrom')
  return first !== null && first > today ? first : null
}

/** Whether a shortcoming is told to be mended by now. */
export function isMended(facts: Facts, today: Day): boolean {
  const day = dayIn(facts, 'mended')
  return day !== null && day <= today
}

function dayIn(facts: Facts, name: string): Day | null {
  const value = facts[name]
  return typeof value === 'string' && isDay(value) ? value : null
}
