import { type Day, dayOf, daysBetween } from '../../lib/calendar/day.ts'

export const initiativeStates = [
  'received',
  'screening',
  'accepted',
  'assigned',
  'trial',
  'applied',
  'declined',
  'merged',
  'spam',
  'withdrawn',
] as const
export type InitiativeState = (typeof initiativeStates)[number]

/** What may come after what. A unit that is late gets a new day; what a trial shows to be no good is declined. */
const follows: Record<InitiativeState, readonly InitiativeState[]> = {
  received: ['screening', 'accepted', 'declined', 'merged', 'spam', 'withdrawn'],
  screening: ['accepted', 'declined', 'merged', 'spam', 'withdrawn'],
  accepted: ['assigned', 'declined', 'merged'],
  assigned: ['assigned', 'trial', 'applied', 'declined'],
  trial: ['assigned', 'applied', 'declined'],
  applied: [],
  declined: ['screening', 'withdrawn'],
  merged: ['withdrawn'],
  spam: ['received', 'withdrawn'],
  withdrawn: [],
}

export function mayFollow(from: InitiativeState, to: InitiativeState): boolean {
  return follows[from].includes(to)
}

/** States in which nobody has to do anything any more; from then on the sender is kept for so many days only. */
export const endedStates: readonly InitiativeState[] = ['applied', 'declined', 'merged', 'spam', 'withdrawn']
/** Waiting for the first look and its outcome. */
export const waitingStates: readonly InitiativeState[] = ['received', 'screening']
/** What readers may see of an idea once somebody put it into public words. */
export const publicStates: readonly InitiativeState[] = [
  'accepted',
  'assigned',
  'trial',
  'applied',
  'declined',
]

export const senderKinds = ['citizen', 'organisation', 'official'] as const
export type SenderKind = (typeof senderKinds)[number]

/** Who sent it, where they said so. Lies sealed in the database. */
export interface Person {
  name: string
  /** An e-mail address or a telephone number. */
  contact: string
}

export interface Initiative {
  id: number
  callId: number | null
  state: InitiativeState
  title: string
  /** What is wrong now. */
  trouble: string
  proposal: string
  /** A field of the reform, by the code of its topic. */
  topic: string
  senderKind: SenderKind
  hasContact: boolean
  forgottenAt: Date | null
  mayPublish: boolean
  receivedAt: Date
  movedAt: Date
  endedAt: Date | null
  screenedBy: number | null
  screenedByName: string | null
  unitId: number | null
  dueDay: Day | null
  mergedInto: number | null
  publicTitle: string
  publicText: string
  wordedBy: number | null
  wordedByName: string | null
  publishedAt: Date | null
  publishedByName: string | null
}

/** One step, with what was told the sender. */
export interface InitiativeStep {
  state: InitiativeState
  at: Date
  byName: string
  words: string
  /** Published with the idea; what is answered later waits for a second reader. */
  isPublic: boolean
}

export interface Setting {
  /** Days after the end for which name and contact are kept. */
  keepDays: number
  /** Days after which an idea that nobody has decided on is late. */
  waitDays: number
}

/** Ours, checked against no regulation; a province sets its own. */
export const firstSetting: Setting = { keepDays: 90, waitDays: 15 }

/** How long it has waited for a decision or took to get one, in days; and whether somebody is late. */
export function standingOf(
  i: Pick<Initiative, 'state' | 'receivedAt' | 'dueDay'>,
  { waitDays }: Pick<Setting, 'waitDays'>,
  today: Day,
): { days: number; isLate: boolean } {
  const days = Math.max(0, daysBetween(dayOf(i.receivedAt), today))
  if (waitingStates.includes(i.state)) return { days, isLate: days > waitDays }
  const isWorkedOn = i.state === 'assigned' || i.state === 'trial'
  return { days, isLate: isWorkedOn && i.dueDay !== null && i.dueDay < today }
}

/** A call for ideas; '' as topic: all fields. */
export interface Call {
  id: number
  title: string
  body: string
  topic: string
  fromDay: Day
  toDay: Day
  madeByName: string
  closedAt: Date | null
  revision: number
}

export type CallFacts = Pick<Call, 'title' | 'body' | 'topic' | 'fromDay' | 'toDay'>
export type CallStanding = 'upcoming' | 'open' | 'over'

export function callStanding(call: Pick<Call, 'fromDay' | 'toDay' | 'closedAt'>, today: Day): CallStanding {
  if (call.closedAt || call.toDay < today) return 'over'
  return call.fromDay > today ? 'upcoming' : 'open'
}

/** Of the public. */
export const initiativesAddress = '/initiatives'
/** Of the office. */
export const registerAddress = '/initiative-register'
export const callsAddress = `${registerAddress}/calls`
export const settingAddress = `${registerAddress}/setting`

export function publicAddress(id: number): string {
  return `${initiativesAddress}/${id}`
}

export function initiativeAddress(id: number): string {
  return `${registerAddress}/${id}`
}
