import { isDay } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import {
  type FactField,
  type Facts,
  type FactValue,
  factFields,
  type PublicationKind,
} from './publication.ts'

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** The facts of a kind, without what the kind does not know; and what is wrong with them, at 'facts.<name>'. */
export function readFacts(kind: PublicationKind, given: Facts): { facts: Facts; faults: Fault[] } {
  const facts: Record<string, FactValue> = {}
  const faults: Fault[] = []
  for (const field of factFields[kind] ?? []) {
    const value = given[field.name]
    const isMissing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    const wrong = isMissing ? (field.required ? missing(field) : null) : faultOf(field, value)
    if (wrong) faults.push({ field: `facts.${field.name}`, ...wrong })
    else if (!isMissing) facts[field.name] = value
  }
  return { facts, faults }
}

function missing(field: FactField) {
  return { vi: `Ghi mục “${field.vi}”.`, en: `Fill in “${field.en}”.` }
}

function faultOf(field: FactField, value: FactValue): { vi: string; en: string } | null {
  return fits(field, value)
    ? null
    : { vi: `Mục “${field.vi}” chưa đúng dạng.`, en: `“${field.en}” is not in the right form.` }
}

function fits(field: FactField, value: FactValue): boolean {
  if (field.type === 'number' || field.type === 'document')
    return typeof value === 'number' && Number.isFinite(value)
  if (field.type === 'series') return Array.isArray(value) && value.every((v) => Number.isFinite(v.value))
  if (typeof value !== 'string') return false
  if (field.type === 'day') return isDay(value)
  if (field.type === 'moment') return moment.test(value) && isDay(value.slice(0, 10))
  if (field.type === 'address') return /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value)
  if (field.type === 'choice') return field.choices?.some((c) => c.value === value) ?? false
  return true
}
