import type { Day } from '../../../lib/calendar/day.ts'
import type { Message, Way } from '../message.ts'

export interface Contact extends Message {
  wantsCall: boolean
  /** Name and number, sealed. */
  sealed: Buffer | null
  forgottenAt: Date | null
  recordedAt: Date
  recordedByName: string
  revision: number
}

export interface Caller {
  name: string
  phone: string
}

/** What is done with the question: answered on the spot, kept to be answered, or given to another unit. */
export type Outcome =
  | { is: 'answered'; answer: string }
  | { is: 'kept'; dueDay: Day }
  | { is: 'passed'; unitId: number; dueDay: Day }

export interface ContactInput {
  unitId: number
  at: Date
  way: Way
  topic: string
  question: string
  outcome: Outcome
  caller: Caller | null
}

export interface Setting {
  /** Days for which name and number are kept after the answer. */
  keepDays: number
  /** Working days in which a unit answers, unless another day is named. */
  answerDays: number
}

export const usualSetting: Setting = { keepDays: 7, answerDays: 5 }
