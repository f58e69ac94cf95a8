import { sql } from 'kysely'
import { readDeadline } from '../../lib/calendar/read-deadline.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { ReportDuty, Target, Task, TaskGroup, TaskName } from './plan.ts'

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

/** What a task says; null where there is none of this id. */
export async function selectTaskContent(
  db: DbOrTx,
  provinceId: number,
  taskId: number,
): Promise<string | null> {
  const { rows } = await sql<{ content: string }>`
    select content from plans.task where province_id = ${provinceId} and id = ${taskId}`.execute(db)
  return rows[0]?.content ?? null
}

/** The tasks of a plan with everything that hangs on them, in one statement. */
export async function selectTasks(db: DbOrTx, provinceId: number, planId: number): Promise<Task[]> {
  const ofPlan = sql`province_id = ${provinceId} and plan_id = ${planId}`
  const { rows } = await sql<Task>`
    select t.id, t.plan_id as "planId", t.group_id as "groupId", t.position, t.ordinal, t.content, t.product,
      t.time_as_printed as time, t.carries_out_task_id as "carriesOutTaskId", t.amends_task_id as "amendsTaskId",
      coalesce(agency.list, '[]') as agencies, coalesce(schedule.list, '[]') as schedules,
      coalesce(target.list, '[]') as targets, ${labelsOf('theme')} as themes, ${labelsOf('form')} as forms,
      ${labelsOf('audience')} as audiences
    from plans.task t
      left join (select task_id, json_agg(json_build_object('role', role, 'asPrinted', as_printed,
          'unitId', unit_id, 'groupId', group_id) order by position, id) as list
        from plans.task_agency where ${ofPlan} group by task_id) agency on agency.task_id = t.id
      left join (select task_id, json_agg(json_build_object('kind', kind, 'starts', starts, 'ends', ends,
          'due', due, 'cadence', cadence, 'asPrinted', as_printed) order by position, id) as list
        from plans.schedule where ${ofPlan} group by task_id) schedule on schedule.task_id = t.id
      left join (select task_id, json_agg(json_build_object('metric', metric, 'minimum', minimum,
          'maximum', maximum, 'unit', unit, 'asPrinted', as_printed) order by position, id) as list
        from plans.target where ${ofPlan} group by task_id) target on target.task_id = t.id
    where t.province_id = ${provinceId} and t.plan_id = ${planId}
    order by t.position, t.id`.execute(db)
  return rows
}

function labelsOf(kind: 'theme' | 'form' | 'audience') {
  const [table, id] = [sql.table(`plans.task_${kind}`), sql.ref(`l.${kind}_id`)]
  return sql`(select coalesce(json_agg(${id} order by ${id}), '[]') from ${table} l
    where l.province_id = t.province_id and l.task_id = t.id)`
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
