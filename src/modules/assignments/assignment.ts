import { type Day, daysBetween } from '../../lib/calendar/day.ts'

/** Roles of a unit in a task (domain glossary: chủ trì, phối hợp, đề nghị). */
export const assignmentRoles = ['lead', 'coordinating', 'invited'] as const
export type AssignmentRole = (typeof assignmentRoles)[number]

/**
 * Life of an assignment: assigned → acknowledged → in progress → reported done → verified, or returned with
 * reasons and back to work. Withdrawn: the plan was amended, cancelled or the unit handed the work to its heir.
 */
export const assignmentStates = [
  'assigned',
  'acknowledged',
  'in_progress',
  'reported_done',
  'verified',
  'returned',
  'withdrawn',
] as const
export type AssignmentState = (typeof assignmentStates)[number]

const follows: Record<AssignmentState, readonly AssignmentState[]> = {
  assigned: ['acknowledged', 'in_progress', 'withdrawn'],
  acknowledged: ['in_progress', 'reported_done', 'withdrawn'],
  in_progress: ['reported_done', 'withdrawn'],
  reported_done: ['verified', 'returned', 'withdrawn'],
  returned: ['in_progress', 'reported_done', 'withdrawn'],
  verified: ['returned'],
  withdrawn: [],
}

export function mayFollow(from: AssignmentState, to: AssignmentState): boolean {
  return follows[from].includes(to)
}

/** How an assignment stands against its time; computed, never stored. */
export const timings = [
  'no_due',
  'later',
  'due_soon',
  'due_now',
  'overdue',
  'done',
  'done_late',
  'awaiting_check',
] as const
export type Timing = (typeof timings)[number]

export interface TimingInput {
  role: AssignmentRole
  state: AssignmentState
  /** Last valid day: 'trước ngày 05' has become the 4th. Null: no date of its own. */
  dueDay: Day | null
  /** The day on which the unit reported the work done. */
  reportedDay: Day | null
}

/** Days before the due day from which work counts as due soon, and as due now (thresholds of domain.md 2.2). */
export const dueSoonDays = 7
export const dueNowDays = 1

/** Where an assignment stands on `today`. An invited body is asked, not ordered: it is never overdue (YB-27). */
export function timingOf(a: TimingInput, today: Day): Timing {
  if (a.state === 'verified' || a.state === 'reported_done') {
    const late =
      a.role !== 'invited' && a.dueDay !== null && a.reportedDay !== null && a.reportedDay > a.dueDay
    if (late) return 'done_late'
    return a.state === 'verified' ? 'done' : 'awaiting_check'
  }
  if (a.dueDay === null || a.state === 'withdrawn') return 'no_due'
  const left = daysBetween(today, a.dueDay)
  if (left < 0) return a.role === 'invited' ? 'no_due' : 'overdue'
  if (left <= dueNowDays) return 'due_now'
  return left <= dueSoonDays ? 'due_soon' : 'later'
}

/** Days late on `today`, or on the day it was reported; 0 when not late. */
export function daysLate(a: TimingInput, today: Day): number {
  if (a.dueDay === null || a.role === 'invited' || a.state === 'withdrawn') return 0
  return Math.max(0, daysBetween(a.dueDay, a.reportedDay ?? today))
}

/** A target's state: 'ít nhất 01 đến 02 tiểu phẩm' is met from its minimum on. Share is capped at 1. */
export function targetShare(actual: number, target: { min: number | null; max: number | null }): number {
  const wanted = target.min ?? target.max
  if (wanted === null || wanted <= 0) return actual > 0 ? 1 : 0
  return Math.min(1, actual / wanted)
}

export function assignmentAddress(id: number): string {
  return `/assignments/${id}`
}

/** A task given to one unit, for one of the times the plan prints for it. */
export interface Assignment {
  id: number
  planId: number
  taskId: number
  unitId: number
  role: AssignmentRole
  viaGroupId: number | null
  /** 0 for the first or only time of the task. */
  occurrence: number
  state: AssignmentState
  dueDay: Day | null
  /** The due day before any extension. */
  firstDueDay: Day | null
  /** Percent, as the unit judges it. */
  progress: number
  assignedAt: Date
  reportedDay: Day | null
  verifiedAt: Date | null
  resultNote: string | null
  inheritedFromId: number | null
  /** Counts changes: a form that was opened on an older version is refused, not merged silently. */
  version: number
}

/** Work is still to be done. */
export function isOpen(state: AssignmentState): boolean {
  return state === 'assigned' || state === 'acknowledged' || state === 'in_progress' || state === 'returned'
}
