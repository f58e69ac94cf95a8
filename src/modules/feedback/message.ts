import type { Day } from '../../lib/calendar/day.ts'

/** How somebody came to ask. */
export const ways = ['telephone', 'zalo', 'counter', 'letter', 'email', 'dialogue'] as const
export type Way = (typeof ways)[number]

export const answerStates = ['at_once', 'answered', 'waiting', 'overdue'] as const
export type AnswerState = (typeof answerStates)[number]

/** Something that was asked, and what became of it; who asked is not known. */
export interface Message {
  id: number
  /** Who was asked. */
  unitId: number
  at: Date
  way: Way
  /** A code of the portal's topics. */
  topic: string
  question: string
  /** Who owes the answer. */
  answerUnitId: number
  /** Null: nothing was left to answer. */
  dueDay: Day | null
  atOnce: boolean
  answer: string | null
  answeredAt: Date | null
  answeredByName: string | null
  /** The article that answers it for everybody, by its source (publishing); it may not be public yet. */
  articleSource: string | null
}

export function answerState(m: Pick<Message, 'atOnce' | 'answeredAt' | 'dueDay'>, today: Day): AnswerState {
  if (m.answeredAt) return m.atOnce ? 'at_once' : 'answered'
  return m.dueDay !== null && m.dueDay < today ? 'overdue' : 'waiting'
}

export const contactsAddress = '/contacts'

export function contactAddress(id: number): string {
  return `${contactsAddress}/${id}`
}
