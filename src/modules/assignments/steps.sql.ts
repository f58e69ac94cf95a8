import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { AssignmentState } from './assignment.ts'

/** One step in the life of an assignment, as its history shows it. */
export interface Step {
  from: AssignmentState
  to: AssignmentState
  at: Date
  actorName: string
  note: string | null
}

export type NewStep = Step & { accountId: number | null }

export function insertStep(tx: Tx, provinceId: number, assignmentId: number, step: NewStep): Promise<void> {
  return insertSteps(tx, provinceId, [{ ...step, assignmentId }])
}

export async function insertSteps(
  tx: Tx,
  provinceId: number,
  steps: readonly (NewStep & { assignmentId: number })[],
): Promise<void> {
  if (steps.length === 0) return
  await tx
    .insertInto('assignments.step')
    .values(
      steps.map((step) => ({
        province_id: provinceId,
        assignment_id: step.assignmentId,
        from_state: step.from,
        to_state: step.to,
        at: step.at,
        account_id: step.accountId,
        actor_name: step.actorName,
        note: step.note,
      })),
    )
    .execute()
}

export async function selectSteps(db: DbOrTx, provinceId: number, assignmentId: number): Promise<Step[]> {
  const rows = await db
    .selectFrom('assignments.step')
    .select(['from_state as from', 'to_state as to', 'at', 'actor_name as actorName', 'note'])
    .where('province_id', '=', provinceId)
    .where('assignment_id', '=', assignmentId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, from: r.from as AssignmentState, to: r.to as AssignmentState }))
}

/** A unit asks for more time; the lead of the programme grants or refuses. */
export interface Extension {
  id: number
  assignmentId: number
  askedAt: Date
  askedByName: string
  reason: string
  fromDay: Day | null
  wantedDay: Day
  decision: 'granted' | 'refused' | null
  decidedAt: Date | null
  decidedByName: string | null
  decisionNote: string | null
}

const extensionColumns = [
  'id',
  'assignment_id as assignmentId',
  'asked_at as askedAt',
  'asked_by_name as askedByName',
  'reason',
  'from_day as fromDay',
  'wanted_day as wantedDay',
  'decision',
  'decided_at as decidedAt',
  'decided_by_name as decidedByName',
  'decision_note as decisionNote',
] as const

export async function insertExtension(
  tx: Tx,
  provinceId: number,
  asked: Pick<Extension, 'assignmentId' | 'askedAt' | 'askedByName' | 'reason' | 'fromDay' | 'wantedDay'>,
): Promise<number> {
  const row = await tx
    .insertInto('assignments.extension')
    .values({
      province_id: provinceId,
      assignment_id: asked.assignmentId,
      asked_at: asked.askedAt,
      asked_by_name: asked.askedByName,
      reason: asked.reason,
      from_day: asked.fromDay,
      wanted_day: asked.wantedDay,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectExtensions(
  db: DbOrTx,
  provinceId: number,
  assignmentId: number,
): Promise<Extension[]> {
  const rows = await db
    .selectFrom('assignments.extension')
    .select(extensionColumns)
    .where('province_id', '=', provinceId)
    .where('assignment_id', '=', assignmentId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, decision: r.decision as Extension['decision'] }))
}

export async function updateExtension(
  tx: Tx,
  provinceId: number,
  id: number,
  decided: { decision: 'granted' | 'refused'; at: Date; byName: string; note: string | null },
): Promise<void> {
  await tx
    .updateTable('assignments.extension')
    .set({
      decision: decided.decision,
      decided_at: decided.at,
      decided_by_name: decided.byName,
      decision_note: decided.note,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}
