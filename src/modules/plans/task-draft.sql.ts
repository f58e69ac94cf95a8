import { sql } from 'kysely'
import type { Tx } from '../../lib/db/db.ts'
import type { Schedule, Target, TaskAgency } from './plan.ts'
import type { TaskInput } from './plan-draft.ts'

export async function insertGroup(
  tx: Tx,
  provinceId: number,
  planId: number,
  g: { position: number; ordinal: string | null; title: string; place: string },
): Promise<number> {
  const row = await tx
    .insertInto('plans.task_group')
    .values({ province_id: provinceId, plan_id: planId, ...g })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateGroup(
  tx: Tx,
  provinceId: number,
  groupId: number,
  g: { ordinal: string | null; title: string },
): Promise<void> {
  await tx
    .updateTable('plans.task_group')
    .set(g)
    .where('province_id', '=', provinceId)
    .where('id', '=', groupId)
    .execute()
}

export async function updateGroupPosition(
  tx: Tx,
  provinceId: number,
  groupId: number,
  position: number,
): Promise<void> {
  await tx
    .updateTable('plans.task_group')
    .set({ position })
    .where('province_id', '=', provinceId)
    .where('id', '=', groupId)
    .execute()
}

export async function deleteGroup(tx: Tx, provinceId: number, groupId: number): Promise<void> {
  await tx
    .deleteFrom('plans.task_group')
    .where('province_id', '=', provinceId)
    .where('id', '=', groupId)
    .execute()
}

/** Puts the tasks of a draft in the order of their groups, and within a group in the order they had. */
export async function orderTasksByGroup(tx: Tx, provinceId: number, planId: number): Promise<void> {
  await sql`
    update plans.task t set position = o.n
    from (
      select task.id, row_number() over (order by g.position nulls first, g.id, task.position, task.id) - 1 as n
      from plans.task task
      left join plans.task_group g on g.province_id = task.province_id and g.id = task.group_id
      where task.province_id = ${provinceId} and task.plan_id = ${planId}) o
    where t.province_id = ${provinceId} and t.id = o.id and t.position <> o.n`.execute(tx)
}

export async function insertTask(
  tx: Tx,
  provinceId: number,
  planId: number,
  groupId: number | null,
  position: number,
  t: TaskInput,
): Promise<number> {
  const row = await tx
    .insertInto('plans.task')
    .values({
      province_id: provinceId,
      plan_id: planId,
      group_id: groupId,
      position,
      ordinal: t.ordinal,
      content: t.content,
      product: t.product,
      time_as_printed: t.time,
      carries_out_task_id: t.carriesOutTaskId ?? null,
      amends_task_id: t.amendsTaskId ?? null,
      source_start: t.source?.start ?? null,
      source_end: t.source?.end ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateTask(
  tx: Tx,
  provinceId: number,
  taskId: number,
  t: Pick<TaskInput, 'ordinal' | 'content' | 'product' | 'time'> & { groupId: number | null },
): Promise<void> {
  await tx
    .updateTable('plans.task')
    .set({
      ordinal: t.ordinal,
      content: t.content,
      product: t.product,
      time_as_printed: t.time,
      group_id: t.groupId,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', taskId)
    .execute()
}

export async function deleteTask(tx: Tx, provinceId: number, taskId: number): Promise<void> {
  await tx.deleteFrom('plans.task').where('province_id', '=', provinceId).where('id', '=', taskId).execute()
}

export async function updateTaskPosition(
  tx: Tx,
  provinceId: number,
  taskId: number,
  position: number,
): Promise<void> {
  await tx
    .updateTable('plans.task')
    .set({ position })
    .where('province_id', '=', provinceId)
    .where('id', '=', taskId)
    .execute()
}

/** Puts agencies, schedules and targets of a task in the place of those it had. */
export async function replaceTaskDetails(
  tx: Tx,
  provinceId: number,
  planId: number,
  taskId: number,
  d: { agencies: readonly TaskAgency[]; schedules: readonly Schedule[]; targets: readonly Target[] },
): Promise<void> {
  for (const table of ['plans.task_agency', 'plans.schedule', 'plans.target'] as const) {
    await tx.deleteFrom(table).where('province_id', '=', provinceId).where('task_id', '=', taskId).execute()
  }
  const at = { province_id: provinceId, plan_id: planId, task_id: taskId }
  if (d.agencies.length > 0) {
    await tx
      .insertInto('plans.task_agency')
      .values(
        d.agencies.map((a, position) => ({
          ...at,
          position,
          role: a.role,
          as_printed: a.asPrinted,
          unit_id: a.unitId,
          group_id: a.groupId,
        })),
      )
      .execute()
  }
  if (d.schedules.length > 0) {
    await tx
      .insertInto('plans.schedule')
      .values(
        d.schedules.map((s, position) => ({
          ...at,
          position,
          kind: s.kind,
          starts: s.starts,
          ends: s.ends,
          due: s.due,
          cadence: s.cadence,
          as_printed: s.asPrinted,
        })),
      )
      .execute()
  }
  await insertTargets(tx, provinceId, planId, taskId, d.targets)
}

export async function insertTargets(
  tx: Tx,
  provinceId: number,
  planId: number,
  taskId: number | null,
  targets: readonly Target[],
): Promise<void> {
  if (targets.length === 0) return
  await tx
    .insertInto('plans.target')
    .values(
      targets.map((t, position) => ({
        province_id: provinceId,
        plan_id: planId,
        task_id: taskId,
        position,
        metric: t.metric,
        minimum: t.minimum,
        maximum: t.maximum,
        unit: t.unit,
        as_printed: t.asPrinted,
      })),
    )
    .execute()
}

const labelColumns = {
  'plans.task_theme': 'theme_id',
  'plans.task_form': 'form_id',
  'plans.task_audience': 'audience_id',
} as const

/** Puts the labels of a task in the place of those it had. */
export async function replaceLabels(
  tx: Tx,
  provinceId: number,
  taskId: number,
  labels: { themes: readonly number[]; forms: readonly number[]; audiences: readonly number[] },
): Promise<void> {
  await replaceLabel(tx, provinceId, taskId, 'plans.task_theme', labels.themes)
  await replaceLabel(tx, provinceId, taskId, 'plans.task_form', labels.forms)
  await replaceLabel(tx, provinceId, taskId, 'plans.task_audience', labels.audiences)
}

async function replaceLabel(
  tx: Tx,
  provinceId: number,
  taskId: number,
  table: keyof typeof labelColumns,
  ids: readonly number[],
): Promise<void> {
  await tx.deleteFrom(table).where('province_id', '=', provinceId).where('task_id', '=', taskId).execute()
  if (ids.length === 0) return
  const rows = [...new Set(ids)].map((id) => ({
    province_id: provinceId,
    task_id: taskId,
    [labelColumns[table]]: id,
  }))
  await tx
    .insertInto(table)
    .values(rows as never)
    .execute()
}
