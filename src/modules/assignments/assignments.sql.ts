import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Assignment, AssignmentRole, AssignmentState } from './assignment.ts'

const columns = [
  'id',
  'plan_id as planId',
  'task_id as taskId',
  'unit_id as unitId',
  'role',
  'via_group_id as viaGroupId',
  'occurrence',
  'state',
  'due_day as dueDay',
  'first_due_day as firstDueDay',
  'progress',
  'assigned_at as assignedAt',
  'reported_day as reportedDay',
  'verified_at as verifiedAt',
  'result_note as resultNote',
  'inherited_from_id as inheritedFromId',
  'version',
] as const

type Row = Omit<Assignment, 'role' | 'state'> & { role: string; state: string }

/** The check constraints of the table hold what these types say. */
function asAssignment(row: Row): Assignment {
  return { ...row, role: row.role as AssignmentRole, state: row.state as AssignmentState }
}

export interface NewAssignment {
  planId: number
  taskId: number
  unitId: number
  role: AssignmentRole
  viaGroupId: number | null
  occurrence: number
  dueDay: Day | null
  inheritedFromId?: number | null
}

/** Gives work that was not given yet; giving it again changes nothing. Returns how many are new. */
export async function insertAssignments(
  tx: Tx,
  provinceId: number,
  rows: readonly NewAssignment[],
  now: Date,
): Promise<number> {
  let added = 0
  for (let from = 0; from < rows.length; from += 1000) {
    const result = await tx
      .insertInto('assignments.assignment')
      .values(rows.slice(from, from + 1000).map((r) => newRow(provinceId, r, now)))
      .onConflict((c) =>
        c
          .columns(['province_id', 'task_id', 'unit_id', 'occurrence'])
          .where('state', '<>', 'withdrawn')
          .doNothing(),
      )
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

function newRow(provinceId: number, r: NewAssignment, now: Date) {
  return {
    province_id: provinceId,
    plan_id: r.planId,
    task_id: r.taskId,
    unit_id: r.unitId,
    role: r.role,
    via_group_id: r.viaGroupId,
    occurrence: r.occurrence,
    due_day: r.dueDay,
    first_due_day: r.dueDay,
    inherited_from_id: r.inheritedFromId ?? null,
    assigned_at: now,
  }
}

export async function selectAssignment(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Assignment | null> {
  const row = await db
    .selectFrom('assignments.assignment')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asAssignment(row) : null
}

export async function selectAssignmentsOf(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignments.assignment')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return rows.map(asAssignment)
}

/** The same, held until the transaction ends. */
export async function selectAssignmentForChange(
  tx: Tx,
  provinceId: number,
  id: number,
): Promise<Assignment | null> {
  return (await selectAssignmentsForChange(tx, provinceId, [id])).get(id) ?? null
}

/** Many at once, taken in the order of their ids, so that two who hold many never wait for each other in a circle. */
export async function selectAssignmentsForChange(
  tx: Tx,
  provinceId: number,
  ids: readonly number[],
): Promise<Map<number, Assignment>> {
  const rows = await tx
    .selectFrom('assignments.assignment')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, asAssignment(row)]))
}

export async function selectAssignmentsOfTask(
  db: DbOrTx,
  provinceId: number,
  taskId: number,
): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignments.assignment')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('task_id', '=', taskId)
    .orderBy('role', 'desc')
    .orderBy('unit_id')
    .orderBy('occurrence')
    .execute()
  return rows.map(asAssignment)
}

/**
 * Units that the plan names itself as leads of a task: they see and check what the coordinating units report.
 * The members of a leading group (every commune) lead only their own work.
 */
export async function selectLeadUnits(db: DbOrTx, provinceId: number, taskId: number): Promise<number[]> {
  return (await selectLeadUnitsOf(db, provinceId, [taskId])).get(taskId) ?? []
}

/** The same for many tasks; tasks without such units are not in the answer. */
export async function selectLeadUnitsOf(
  db: DbOrTx,
  provinceId: number,
  taskIds: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('assignments.assignment')
    .select(['task_id as taskId', 'unit_id as unitId'])
    .distinct()
    .where('province_id', '=', provinceId)
    .where('task_id', '=', sql<number>`any(${taskIds}::bigint[])`)
    .where('role', '=', 'lead')
    .where('via_group_id', 'is', null)
    .where('state', '<>', 'withdrawn')
    .execute()
  const leads = new Map<number, number[]>()
  for (const r of rows) leads.set(r.taskId, [...(leads.get(r.taskId) ?? []), r.unitId])
  return leads
}

/** Work of a unit that is not finished, for handing over to its heir. */
export async function selectOpenOfUnit(tx: Tx, provinceId: number, unitId: number): Promise<Assignment[]> {
  const rows = await tx
    .selectFrom('assignments.assignment')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['assigned', 'acknowledged', 'in_progress', 'returned', 'reported_done'])
    .forUpdate()
    .execute()
  return rows.map(asAssignment)
}

/** Units that hold open work and are not there any more on `today`, with the day they were closed. */
export async function selectStrandedUnits(
  tx: Tx,
  provinceId: number,
  today: Day,
): Promise<{ id: number; closed: Day }[]> {
  const rows = await tx
    .selectFrom('assignments.assignment as a')
    .innerJoin('organisations.unit as unit', (j) =>
      j.onRef('unit.province_id', '=', 'a.province_id').onRef('unit.id', '=', 'a.unit_id'),
    )
    .select(['unit.id', 'unit.valid_to as closed'])
    .distinct()
    .where('a.province_id', '=', provinceId)
    .where('a.state', 'in', ['assigned', 'acknowledged', 'in_progress', 'returned', 'reported_done'])
    .where('unit.valid_to', '<=', today)
    .orderBy('unit.id')
    .execute()
  return rows.flatMap((r) => (r.closed === null ? [] : [{ id: r.id, closed: r.closed }]))
}

export interface AssignmentChange {
  state?: AssignmentState
  dueDay?: Day | null
  progress?: number
  acknowledgedAt?: Date
  reported?: { at: Date; day: Day } | null
  verifiedAt?: Date | null
  resultNote?: string | null
}

/** Changes one assignment and counts its version up. */
export async function updateAssignment(
  tx: Tx,
  provinceId: number,
  id: number,
  change: AssignmentChange,
): Promise<void> {
  await tx
    .updateTable('assignments.assignment')
    .set((e) => ({
      version: e('version', '+', 1),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.dueDay === undefined ? {} : { due_day: change.dueDay }),
      ...(change.progress === undefined ? {} : { progress: change.progress }),
      ...(change.acknowledgedAt === undefined ? {} : { acknowledged_at: change.acknowledgedAt }),
      ...(change.reported === undefined
        ? {}
        : { reported_at: change.reported?.at ?? null, reported_day: change.reported?.day ?? null }),
      ...(change.verifiedAt === undefined ? {} : { verified_at: change.verifiedAt }),
      ...(change.resultNote === undefined ? {} : { result_note: change.resultNote }),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Ends everything not yet verified of a plan that was cancelled or replaced. Returns the ids. */
export async function withdrawOfPlan(tx: Tx, provinceId: number, planId: number): Promise<number[]> {
  const rows = await tx
    .updateTable('assignments.assignment')
    .set((e) => ({ state: 'withdrawn', version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .where('state', 'not in', ['withdrawn', 'verified'])
    .returning('id')
    .execute()
  return rows.map((r) => r.id)
}

/**
 * Moves the work of a task onto the task that amends it, unit by unit, with its history, activities and evidence.
 * The new due day counts where the unit had not been given more time. Returns how many.
 */
export async function carryOver(
  tx: Tx,
  provinceId: number,
  fromTaskId: number,
  to: Pick<NewAssignment, 'planId' | 'taskId' | 'unitId' | 'role' | 'viaGroupId' | 'occurrence' | 'dueDay'>,
): Promise<number> {
  const result = await tx
    .updateTable('assignments.assignment')
    .set((e) => ({
      plan_id: to.planId,
      task_id: to.taskId,
      role: to.role,
      via_group_id: to.viaGroupId,
      due_day: e
        .case()
        .when('due_day', 'is not distinct from', e.ref('first_due_day'))
        .then(to.dueDay)
        .else(e.ref('due_day'))
        .end(),
      first_due_day: to.dueDay,
      version: e('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('task_id', '=', fromTaskId)
    .where('unit_id', '=', to.unitId)
    .where('occurrence', '=', to.occurrence)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
