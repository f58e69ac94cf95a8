import type { Day } from '../../../lib/calendar/day.ts'

export const resultStates = ['waiting', 'published', 'retracted'] as const
export type ResultState = (typeof resultStates)[number]

/** What came of something that was reported or proposed; nobody is named in it. */
export interface ResultFacts {
  /** Number in the national system. */
  code: string
  receivedDay: Day
  topic: string
  unitId: number
  content: string
  outcome: string
  documentNumber: string
  answeredDay: Day
  /** The last day that the law gave. */
  dueDay: Day
}

export interface Result extends ResultFacts {
  id: number
  state: ResultState
  changedBy: number
  changedByName: string
  changedAt: Date
  publishedAt: Date | null
  publishedByName: string | null
  retracted: { at: Date; byName: string; why: string } | null
  revision: number
}

export function inTime({ answeredDay, dueDay }: Pick<ResultFacts, 'answeredDay' | 'dueDay'>): boolean {
  return answeredDay <= dueDay
}

export const resultsAddress = '/handled-feedback'
export const publicResultsAddress = '/feedback-results'

export function resultAddress(id: number): string {
  return `${resultsAddress}/${id}`
}

export function publicResultAddress(id: number): string {
  return `${publicResultsAddress}/${id}`
}
