import type { Day } from '../../../lib/calendar/day.ts'

export const dialogueKinds = ['dialogue', 'seminar'] as const
export type DialogueKind = (typeof dialogueKinds)[number]

export const askers = ['citizen', 'enterprise', 'organisation'] as const
export type Asker = (typeof askers)[number]

export interface DialogueFacts {
  /** The host. */
  unitId: number
  kind: DialogueKind
  title: string
  day: Day
  place: string
  chair: string
  about: string
  /** What was said at the end; '' while there is nothing. */
  conclusion: string
}

export interface Dialogue extends DialogueFacts {
  id: number
  changedBy: number
  changedByName: string
  publishedAt: Date | null
  publishedByName: string | null
  revision: number
  /** Questions: in all, answered, and open to readers. */
  asked: number
  answered: number
  approved: number
}

export interface QuestionFacts {
  asker: Asker
  place: string
  beforehand: boolean
  topic: string
  question: string
}

export interface Answer {
  text: string
  /** '' where nothing is promised. */
  promise: string
  promiseDay: Day | null
}

export interface Question extends QuestionFacts {
  id: number
  dialogueId: number
  answerUnitId: number
  dueDay: Day | null
  atOnce: boolean
  answer: string | null
  answeredAt: Date | null
  answeredBy: number | null
  answeredByName: string | null
  approvedAt: Date | null
  approvedByName: string | null
  promise: string
  promiseDay: Day | null
  kept: { what: string; at: Date; byName: string } | null
  revision: number
}

export type PromiseState = 'none' | 'open' | 'overdue' | 'kept'

export function promiseState(q: Pick<Question, 'promiseDay' | 'kept'>, today: Day): PromiseState {
  if (q.promiseDay === null) return 'none'
  if (q.kept) return 'kept'
  return q.promiseDay < today ? 'overdue' : 'open'
}

export const dialoguesAddress = '/dialogues'
export const publicDialoguesAddress = '/public-dialogues'

export function dialogueAddress(id: number): string {
  return `${dialoguesAddress}/${id}`
}

export function questionAddress(q: Pick<Question, 'dialogueId' | 'id'>): string {
  return `${dialogueAddress(q.dialogueId)}/questions/${q.id}`
}

export function publicDialogueAddress(id: number): string {
  return `${publicDialoguesAddress}/${id}`
}
