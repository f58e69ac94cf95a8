import { sql } from 'kysely'
import { readDeadline } from '../../lib/calendar/read-deadline.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { ReportDuty, Schedule, Target, Task, TaskAgency, TaskGroup, TaskName } from './plan.ts'

/** The groups of a plan, in the order of the document. */
export async function selectGroups(db: DbOrTx, provinceId: number, planId: number): Promise<TaskGroup[]> {
  const rows = await db
    .selectFrom('plans.task_group')
    .select(['id', 'ordinal', 'title', 'place'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, place: r.place as TaskGroup['place'] }))
}

/** The tasks of a plan as a list names them. */
export async function selectOutline(db: DbOrTx, provinceId: number, planId: number): Promise<TaskName[]> {
  const { rows } = await sql<TaskName>`
    select id, ordinal, content, time_as_printed as time from plans.task
    where province_id = ${provinceId} and plan_id = ${planId} order by position, id`.execute(db)
  return rows
}

/** How many names of agencies in a plan belong to no unit and no group. */
export async function countUnmatched(db: DbOrTx, provinceId: number, planId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from plans.task_agency
    where province_id = ${provinceId} and plan_id = ${planId} and unit_id is null and group_id is null`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** The tasks of a plan with everything that hangs on them: five statements, whatever the number of tasks. */
export async function selectTasks(db: DbOrTx, provinceId: number, planId: number): Promise<Task[]> {
  const rows = await db
    .selectFrom('plans.task')
    .select([
      'id',
      'plan_id as planId',
      'group_id as groupId',
      'position',
      'ordinal',
      'content',
      'product',
      'time_as_printed as time',
      'carries_out_task_id as carriesOutTaskId',
      'amends_task_id as amendsTaskId',
    ])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const agencies = Map.groupBy(await agenciesOf(db, provinceId, planId), (a) => a.taskId)
  const schedules = Map.groupBy(await schedulesOf(db, provinceId, planId), (s) => s.taskId)
  const targets = Map.groupBy(await selectTargets(db, provinceId, planId), (t) => t.taskId)
  const labels = await labelsOf(db, provinceId, planId)
  return rows.map((row) => ({
    ...row,
    agencies: (agencies.get(row.id) ?? []).map(({ taskId: _, ...a }) => a),
    schedules: (schedules.get(row.id) ?? []).map(({ taskId: _, ...s }) => s),
    targets: (targets.get(row.id) ?? []).map(({ taskId: _, ...t }) => t),
    themes: labels.themes.get(row.id) ?? [],
    forms: labels.forms.get(row.id) ?? [],
    audiences: labels.audiences.get(row.id) ?? [],
  }))
}

async function agenciesOf(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<(TaskAgency & { taskId: number })[]> {
  const rows = await db
    .selectFrom('plans.task_agency')
    .select([
      'task_id as taskId',
      'role',
      'as_printed as asPrinted',
      'unit_id as unitId',
      'group_id as groupId',
    ])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, role: r.role as TaskAgency['role'] }))
}

async function schedulesOf(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<(Schedule & { taskId: number })[]> {
  const rows = await db
    .selectFrom('plans.schedule')
    .select(['task_id as taskId', 'kind', 'starts', 'ends', 'due', 'cadence', 'as_printed as asPrinted'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    ...r,
    kind: r.kind as Schedule['kind'],
    cadence: r.cadence as Schedule['cadence'],
  }))
}

export async function selectTargets(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<(Target & { taskId: number | null })[]> {
  return db
    .selectFrom('plans.target')
    .select(['task_id as taskId', 'metric', 'minimum', 'maximum', 'unit', 'as_printed as asPrinted'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

async function labelsOf(db: DbOrTx, provinceId: number, planId: number) {
  const { rows } = await sql<{ kind: 'theme' | 'form' | 'audience'; taskId: number; labelId: number }>`
    select l.kind, l.task_id as "taskId", l.label_id as "labelId" from (
      select 'theme' as kind, province_id, task_id, theme_id as label_id from plans.task_theme
      union all select 'form', province_id, task_id, form_id from plans.task_form
      union all select 'audience', province_id, task_id, audience_id from plans.task_audience
    ) l join plans.task t on t.province_id = l.province_id and t.id = l.task_id
    where l.province_id = ${provinceId} and t.province_id = ${provinceId} and t.plan_id = ${planId}
    order by l.label_id`.execute(db)
  const of = (kind: string) => byTask(rows.filter((r) => r.kind === kind))
  return { themes: of('theme'), forms: of('form'), audiences: of('audience') }
}

function byTask(rows: readonly { taskId: number; labelId: number }[]): Map<number, number[]> {
  const grouped = new Map<number, number[]>()
  for (const { taskId, labelId } of rows) grouped.set(taskId, [...(grouped.get(taskId) ?? []), labelId])
  return grouped
}

export async function selectReportDuties(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<ReportDuty[]> {
  const rows = await db
    .selectFrom('plans.report_duty')
    .select([
      'id',
      'period',
      'due_as_printed as dueAsPrinted',
      'due_rule as dueRule',
      'addressee_as_printed as addresseeAsPrinted',
      'to_unit_id as toUnitId',
      'via_unit_id as viaUnitId',
    ])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    ...r,
    period: r.period as ReportDuty['period'],
    dueRule: (r.dueRule as ReportDuty['dueRule']) ?? ruleOf(r.period as ReportDuty['period'], r.dueAsPrinted),
  }))
}

/** What was not understood when the plan was read may be today. */
function ruleOf(period: ReportDuty['period'], printed: string | null): ReportDuty['dueRule'] {
  return printed ? readDeadline(printed, period === 'ad-hoc' ? undefined : period) : null
}
