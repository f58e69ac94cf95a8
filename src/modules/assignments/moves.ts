import { dayOf } from '../../lib/calendar/day.ts'
import { invalid } from '../../lib/errors.ts'
import type { AssignmentState } from './assignment.ts'
import type { AssignmentChange } from './assignments.sql.ts'

/** What one step in the life of an assignment writes: the same whether one form or a sheet of thousands asks for it. */
export interface Move {
  to: AssignmentState
  change: AssignmentChange
  note: string | null
}

export function acknowledging(now: Date): Move {
  return { to: 'acknowledged', change: { acknowledgedAt: now }, note: null }
}

export function starting(input: { progress: number; note: string | null }): Move {
  return { to: 'in_progress', change: { progress: input.progress }, note: input.note }
}

/** The day of the report decides about lateness: a later check does not make a timely report late. */
export function reporting(input: { note: string | null }, now: Date): Move {
  const change = { reported: { at: now, day: dayOf(now) }, progress: 100, resultNote: input.note }
  return { to: 'reported_done', change, note: input.note }
}

export function verifying(input: { note: string | null }, now: Date): Move {
  return { to: 'verified', change: { verifiedAt: now }, note: input.note }
}

/** Refused without reasons: nobody would know what to mend. */
export function returning(input: { reasons: string }): Move {
  if (input.reasons.length < 10) {
    throw invalid([
      {
        field: 'reasons',
        vi: 'Hãy ghi rõ lý do trả lại (từ 10 ký tự) để đơn vị biết cần bổ sung gì.',
        en: 'Write why the work is returned (10 characters or more), so that the unit knows what to mend.',
      },
    ])
  }
  return { to: 'returned', change: { reported: null, verifiedAt: null }, note: input.reasons }
}
