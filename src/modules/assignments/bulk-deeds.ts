import type { Actor } from '../../lib/actor.ts'
import type { Change } from '../../lib/audit.ts'
import { conflict, forbidden, invalid, Refusal } from '../../lib/errors.ts'
import type { Assignment, AssignmentState } from './assignment.ts'
import { canCheck, canSee, canWork, whyNotMove, whyNotReportDone } from './assignments.policy.ts'
import type { AssignmentChange } from './assignments.sql.ts'
import { type BulkChange, pathTo } from './bulk.ts'
import { acknowledging, type Move, reporting, returning, starting, verifying } from './moves.ts'
import type { Shown } from './shown.sql.ts'
import type { NewStep } from './steps.sql.ts'

/** What one line of a sheet writes, worked out before anything is written. */
export interface Deeds {
  id: number
  change: AssignmentChange
  steps: (NewStep & { assignmentId: number })[]
  entries: Change[]
}

/** What the deeds of a line depend on, as it stands now. */
export interface Standing {
  assignment: Pick<Assignment, 'id' | 'unitId' | 'role' | 'state' | 'progress' | 'dueDay' | 'resultNote'>
  leadUnitIds: readonly number[]
  shown: Shown
}

export const nothingShown: Shown = { activities: 0, evidence: 0 }

/**
 * The deeds of one line, by the rules and moves of the forms. Pure; throws the refusal that the form would give.
 * A state further on is reached step by step, so that the history reads as if each had been clicked.
 */
export function deedsOf(actor: Actor, standing: Standing, line: BulkChange, now: Date): Deeds {
  const { assignment: a, leadUnitIds } = standing
  const subject = { kind: 'assignment', id: a.id }
  const deeds: Deeds = { id: a.id, change: {}, steps: [], entries: [] }
  if (!canSee(actor, a, leadUnitIds)) throw forbidden(...notYours)
  if (line.dueDay !== undefined) {
    if (!canCheck(actor, a, leadUnitIds)) throw forbidden(...notYours)
    deeds.change.dueDay = line.dueDay
    const [before, after] = [{ dueDay: a.dueDay }, { dueDay: line.dueDay }]
    deeds.entries.push({ verb: 'assignment.set_due', subject, before, after })
  }
  for (const move of movesOf(standing, line, now)) take(deeds, actor, standing, move, now)
  takeProgress(deeds, actor, a, line)
  takeNote(deeds, actor, a, line)
  return deeds
}

/** The sentence of the refusal that `body` meets; null where it meets none. */
export function refusalOf(body: () => unknown): { vi: string; en: string } | null {
  try {
    body()
    return null
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.faults[0] ?? { vi: notYours[0], en: notYours[1] }
  }
}

const notYours = [
  'Việc này không còn được cập nhật theo cách đó.',
  'This work can no longer be updated in this way.',
] as const

function movesOf({ assignment: a, shown }: Standing, line: BulkChange, now: Date): Move[] {
  const wanted = line.state ?? startsBy(a.state, line)
  if (wanted === undefined) return []
  const path = pathTo(a.state, wanted)
  if (path === null) {
    const why = whyNotMove(a, wanted)
    throw conflict(why?.vi ?? notYours[0], why?.en ?? notYours[1])
  }
  return path.map((to) => {
    const note = line.note ?? null
    if (to === 'acknowledged') return acknowledging(now)
    if (to === 'in_progress') return starting({ progress: line.progress ?? a.progress, note })
    if (to === 'verified') return verifying({ note }, now)
    if (to === 'returned') return returning({ reasons: note ?? '' })
    const result = note ?? a.resultNote
    const why = whyNotReportDone(shown, result)
    if (why) throw invalid([{ field: 'note', ...why }])
    return reporting({ note: result }, now)
  })
}

/** Progress alone means that the work has begun. */
function startsBy(now: AssignmentState, line: BulkChange): AssignmentState | undefined {
  return line.progress !== undefined && now !== 'in_progress' ? 'in_progress' : undefined
}

function take(
  deeds: Deeds,
  actor: Actor,
  { assignment: a, leadUnitIds }: Standing,
  move: Move,
  now: Date,
): void {
  const checks = move.to === 'verified' || move.to === 'returned'
  if (!(checks ? canCheck(actor, a, leadUnitIds) : canWork(actor, a))) throw forbidden(...notYours)
  const from = deeds.change.state ?? a.state
  const { to, note } = move
  deeds.change = { ...deeds.change, ...move.change, state: to }
  const who = { actorName: actor.name, accountId: actor.accountId }
  deeds.steps.push({ assignmentId: a.id, from, to, at: now, note, ...who })
  deeds.entries.push({
    verb: `assignment.${to}`,
    subject: { kind: 'assignment', id: a.id },
    before: { state: from },
    after: { state: to, note },
  })
}

function takeProgress(deeds: Deeds, actor: Actor, a: Standing['assignment'], line: BulkChange): void {
  if (line.progress === undefined || deeds.change.progress !== undefined) return
  if (!canWork(actor, a)) throw forbidden(...notYours)
  if ((deeds.change.state ?? a.state) !== 'in_progress') {
    throw conflict(
      'Tiến độ chỉ ghi được khi nhiệm vụ đang thực hiện.',
      'Progress can be set only while the work is in progress.',
    )
  }
  deeds.change.progress = line.progress
  const after = { progress: line.progress, note: line.note ?? null }
  const subject = { kind: 'assignment', id: a.id }
  deeds.entries.push({ verb: 'assignment.progress', subject, before: { progress: a.progress }, after })
}

/** The column of results is the unit's own; a checker's words stand in the history of the step. */
function takeNote(deeds: Deeds, actor: Actor, a: Standing['assignment'], line: BulkChange): void {
  const checked = line.state === 'verified' || line.state === 'returned'
  if (line.note === undefined || checked || deeds.change.resultNote !== undefined) return
  if (!canWork(actor, a)) throw forbidden(...notYours)
  deeds.change.resultNote = line.note
  const subject = { kind: 'assignment', id: a.id }
  const [before, after] = [{ resultNote: a.resultNote }, { resultNote: line.note }]
  deeds.entries.push({ verb: 'assignment.note', subject, before, after })
}
