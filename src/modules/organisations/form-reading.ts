import { type Day, parseDay } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import type { Basis } from './organisation.ts'

/** Reads the fields of a form one by one and gathers what is wrong with them. */
export interface Reading {
  text: (name: string) => string | null
  /** Refused when empty. */
  needed: (name: string, vi: string, en: string) => string
  id: (name: string) => number | null
  neededId: (name: string, vi: string, en: string) => number
  day: (name: string) => Day | null
  neededDay: (name: string) => Day
  oneOf: <T extends string>(name: string, choices: readonly T[], otherwise: T) => T
  ticked: (name: string) => boolean
  fault: (field: string | null, vi: string, en: string) => void
  faults: Fault[]
}

const longest = 500

export function readingOf(values: FormValues): Reading {
  const faults: Fault[] = []
  const fault = (field: string | null, vi: string, en: string) => void faults.push({ field, vi, en })
  const raw = (name: string) => {
    const value = values[name]
    return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).replace(/\s+/g, ' ').trim()
  }
  const text = (name: string) => {
    const value = raw(name)
    if (value.length > longest) fault(name, `Không quá ${longest} ký tự.`, `At most ${longest} characters.`)
    return value.slice(0, longest) || null
  }
  const id = (name: string) => (/^\d{1,15}$/.test(raw(name)) ? Number(raw(name)) : null)
  const day = (name: string) => {
    const value = raw(name)
    const parsed = parseDay(value)
    if (value && !parsed) {
      fault(name, 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 01/07/2025.', 'Write the day as dd/mm/yyyy.')
    }
    return parsed
  }
  return {
    text,
    id,
    day,
    fault,
    faults,
    needed: (name, vi, en) => {
      const value = text(name)
      if (value === null) fault(name, vi, en)
      return value ?? ''
    },
    neededId: (name, vi, en) => {
      const value = id(name)
      if (value === null) fault(name, vi, en)
      return value ?? 0
    },
    neededDay: (name) => {
      if (raw(name) === '') fault(name, 'Ghi ngày có hiệu lực.', 'Give the day it is in force from.')
      return day(name) ?? '0001-01-01'
    },
    oneOf: (name, choices, otherwise) => choices.find((c) => c === raw(name)) ?? otherwise,
    ticked: (name) => raw(name) !== '',
  }
}

export function basisIn(reading: Reading): Basis {
  return {
    symbol: reading.text('documentSymbol'),
    day: reading.day('documentDay'),
    issuer: reading.text('documentIssuer'),
    note: reading.text('note'),
    unverified: reading.ticked('unverified'),
  }
}
