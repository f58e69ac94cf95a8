import type { Day } from '../../../lib/calendar/day.ts'

/** What was looked at. */
export const lookedAtKinds = ['website', 'column', 'loudspeaker', 'press', 'posting', 'other'] as const
export type LookedAt = (typeof lookedAtKinds)[number]

export const findings = ['good', 'mend'] as const
export type Finding = (typeof findings)[number]

export interface NoteFacts {
  /** Who looked: a unit that leads communication or manages the press. */
  authorUnitId: number
  /** Of whom it speaks; of an outlet that is a unit of the province both. */
  unitId: number | null
  outletId: number | null
  day: Day
  lookedAt: LookedAt
  finding: Finding
  title: string
  about: string
  address: string | null
  /** By when it is mended; of what is good none. */
  dueDay: Day | null
}

/** What a lead agency saw at a unit or an outlet, and what came of it (QN-24). */
export interface Note extends NoteFacts {
  id: number
  outletName: string | null
  fileId: number | null
  answer: { text: string; day: Day; byName: string } | null
  returnedWhy: string | null
  closed: { day: Day; byName: string } | null
  withdrawn: { at: Date; byName: string; why: string } | null
  notedAt: Date
  notedByName: string
  /** Grows with every change: what a form was opened on. */
  revision: number
}

export const noteStates = ['good', 'open', 'overdue', 'answered', 'closed', 'withdrawn'] as const
export type NoteState = (typeof noteStates)[number]

export function stateOf(
  n: Pick<Note, 'finding' | 'answer' | 'closed' | 'withdrawn' | 'dueDay'>,
  today: Day,
): NoteState {
  if (n.withdrawn) return 'withdrawn'
  if (n.finding === 'good') return 'good'
  if (n.closed) return 'closed'
  if (n.answer) return 'answered'
  return n.dueDay !== null && n.dueDay < today ? 'overdue' : 'open'
}

export const notesAddress = '/desk/monitoring'

export function noteAddress(id: number): string {
  return `${notesAddress}/${id}`
}
