import type { Day } from '../../../lib/calendar/day.ts'

export const collaboratorKinds = ['collaborator', 'propagandist'] as const
export type CollaboratorKind = (typeof collaboratorKinds)[number]

export const consentWays = ['signed', 'letter', 'spoken'] as const
export type ConsentWay = (typeof consentWays)[number]

/** Why somebody was forgotten; `expired` is the program's own. */
export const forgettingWhys = ['asked', 'left', 'mistake'] as const
export type ForgettingWhy = (typeof forgettingWhys)[number] | 'expired'

/** What lies sealed: who it is and how to reach them. */
export interface Person {
  name: string
  /** A telephone number or an e-mail address. */
  contact: string
  place: string
}

export interface CollaboratorFacts {
  unitId: number
  kind: CollaboratorKind
  topics: string[]
  consentDay: Day
  consentHow: ConsentWay
}

/** Somebody who helps a unit to spread the word, as long as they agree (HN-15). */
export interface Collaborator extends CollaboratorFacts {
  id: number
  /** The consent holds up to and with this day. */
  untilDay: Day
  /** Null: it does not open, as SECRET has changed. */
  person: Person | null
}

/** How many a unit has, and what they were given; no names. */
export interface CollaboratorCount {
  unitId: number
  current: number
  /** Joined this year. */
  joined: number
  /** Forgotten this year. */
  forgotten: number
  /** Activities of the form "collaborators" this year, and people told by them. */
  activities: number
  people: number
}

export const collaboratorsAddress = '/desk/collaborators'
/** The form of communication whose activities are counted beside them. */
export const collaboratorForm = 'collaborators'
export const usualMonths = 12
/** Days before the end of a consent on which the unit is told. */
export const warnedBefore = 14

export function collaboratorAddress(id: number): string {
  return `${collaboratorsAddress}/${id}`
}
