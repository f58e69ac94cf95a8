import type { Day } from '../../lib/calendar/day.ts'
import type { Hint } from './outcome.ts'
import type { Points } from './points.ts'

/**
 * The life of a score sheet (domain.md 2.2). After the lock no column is written over: each round of appraisal has
 * its own. Where the first round finds no difference nothing is left to explain, and it passes straight on.
 */
export const sheetStates = [
  'open',
  'self_scoring',
  'self_locked',
  'appraisal_1',
  'explanation',
  'appraisal_2',
  'published',
] as const
export type SheetState = (typeof sheetStates)[number]

const follows: Record<SheetState, readonly SheetState[]> = {
  open: ['self_scoring', 'self_locked'],
  self_scoring: ['self_locked'],
  self_locked: ['appraisal_1'],
  appraisal_1: ['explanation', 'appraisal_2'],
  explanation: ['appraisal_2'],
  appraisal_2: ['published'],
  published: [],
}

export function mayFollow(from: SheetState, to: SheetState): boolean {
  return follows[from].includes(to)
}

/** May the unit still change what it gives itself? */
export function isUnlocked(state: SheetState): boolean {
  return state === 'open' || state === 'self_scoring'
}

export interface Campaign {
  id: number
  programmeCode: string
  year: number
  name: string
  versionId: number
  setName: string
  opens: Day
  /** Last valid days. */
  selfDue: Day
  explainDue: Day
  computedAt: Date | null
  publishedAt: Date | null
  publishedByName: string | null
  decision: string | null
}

export interface Sheet {
  id: number
  campaignId: number
  unitId: number
  unitName: string
  state: SheetState
  selfDue: Day
  lockedAt: Date | null
  lockedByName: string | null
  signedFileId: number | null
  settledAt: Date | null
  computedTotal: Points
  selfTotal: Points
  finalTotal: Points | null
  winnableTotal: Points
  /** Counts changes: a form that was opened on an older version is refused. */
  version: number
}

/** One line of a sheet, with every column that people and the program filled. */
export interface Score {
  itemCode: string
  computed: Points | null
  why: { vi: string; en: string }
  winnable: Points
  hints: readonly Hint[]
  typed: Readonly<Record<string, number>>
  self: Points | null
  selfNote: string | null
  selfByName: string | null
  first: Points | null
  firstNote: string | null
  firstByName: string | null
  explanation: string | null
  explainedByName: string | null
  second: Points | null
  secondNote: string | null
  secondByName: string | null
}

/** What the unit gives itself: what somebody typed, else what the program computes. */
export function selfPoints(score: Pick<Score, 'self' | 'computed'>): Points | null {
  return score.self ?? score.computed
}

/** What stands now: the latest column that is filled. */
export function standingPoints(score: Pick<Score, 'self' | 'computed' | 'first' | 'second'>): Points | null {
  return score.second ?? score.first ?? selfPoints(score)
}

/** Does the first appraisal differ from the self-score, so that the unit has to explain? */
export function differs(score: Pick<Score, 'self' | 'computed' | 'first'>): boolean {
  return score.first !== null && score.first !== (selfPoints(score) ?? 0)
}

/** A rank for each total, highest first; equal totals share a rank, and the next one is left out (1, 2, 2, 4). */
export function ranksOf(totals: readonly Points[]): number[] {
  const sorted = totals.toSorted((a, b) => b - a)
  return totals.map((t) => sorted.indexOf(t) + 1)
}

export const scoringAddress = '/scoring'

export function campaignAddress(id: number): string {
  return `/scoring/campaigns/${id}`
}

export function sheetAddress(id: number): string {
  return `/score-sheets/${id}`
}
