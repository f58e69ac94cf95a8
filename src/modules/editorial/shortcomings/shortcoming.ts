import type { Day } from '../../../lib/calendar/day.ts'

/** What is asked of a shortcoming; who mends it, and by when, is never left out (YB-09). */
export interface ShortcomingFacts {
  title: string
  about: string
  place: string
  topic: string
  unitId: number
  personName: string
  remedy: string
  dueDay: Day
}

export interface Shortcoming extends ShortcomingFacts {
  id: number
  done: { day: Day; what: string; byName: string } | null
  /** The published version of its article whose day was taken over. */
  doneFromVersion: number | null
  itemId: number | null
  notedAt: Date
  notedByName: string
  withdrawn: { at: Date; byName: string; why: string } | null
  /** Grows with every change: what a form was opened on. */
  revision: number
}

export const standings = ['open', 'overdue', 'done', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

export function standingOf(s: Pick<Shortcoming, 'done' | 'withdrawn' | 'dueDay'>, today: Day): Standing {
  if (s.withdrawn) return 'withdrawn'
  if (s.done) return 'done'
  return s.dueDay < today ? 'overdue' : 'open'
}

export const shortcomingsAddress = '/desk/shortcomings'

export function shortcomingAddress(id: number): string {
  return `${shortcomingsAddress}/${id}`
}
