import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'

export interface UnreachedTask {
  taskId: number
  content: string
  planId: number
  planTitle: string
  /** Who leads it, one name after the other. */
  leads: string
  dueDay: Day | null
  /** What was done for it, none of which tells of anybody. */
  activities: number
  /** Texts of the desk that are joined to it. */
  items: number
}

/**
 * Tasks given by plans of a year of which no activity tells of people, copies, views or airings; the first due first.
 * Of the units' own tasks where `unitIds` are given.
 */
export async function selectUnreachedTasks(
  db: DbOrTx,
  provinceId: number,
  year: number,
  unitIds: readonly number[] | null,
): Promise<UnreachedTask[]> {
  const own = unitIds === null ? sql`` : sql`and a.unit_id = any(${[...unitIds]}::bigint[])`
  const { rows } = await sql<UnreachedTask>`
    with given as (
      select a.task_id, a.plan_id, min(a.due_day) as due_day,
        string_agg(distinct v.name, ', ') filter (where a.role = 'lead') as leads,
        count(distinct a.unit_id) filter (where a.role = 'lead') as lead_count
      from assignments.assignment a
      join lateral (select v.name from organisations.unit_version v
        where v.province_id = a.province_id and v.unit_id = a.unit_id order by v.valid_from desc limit 1) v on true
      where a.province_id = ${provinceId} and a.state <> 'withdrawn' ${own}
      group by a.task_id, a.plan_id
    ), done as (
      select a.task_id, count(distinct act.id) as activities, bool_or(f.value > 0 and (
        f.metric in ('people', 'copies', 'views') or (f.metric = 'quantity' and act.form_code = 'loudspeaker'))) as told
      from assignments.assignment a
      join assignments.activity_assignment s on s.province_id = a.province_id and s.assignment_id = a.id
      join assignments.activity act on act.province_id = s.province_id and act.id = s.activity_id
        and act.withdrawn_at is null
      left join assignments.activity_figure f on f.province_id = act.province_id and f.activity_id = act.id
      where a.province_id = ${provinceId} and a.state <> 'withdrawn'
      group by a.task_id
    )
    select g.task_id as "taskId", t.content, p.id as "planId", p.title as "planTitle", g.due_day as "dueDay",
      case when g.lead_count > 3 then g.lead_count || ' đơn vị' else coalesce(g.leads, '') end as leads,
      coalesce(d.activities, 0)::int as activities,
      (select count(*) from editorial.item i where i.province_id = ${provinceId} and i.task_id = g.task_id
        and i.state <> 'dropped')::int as items
    from given g
    join plans.task t on t.province_id = ${provinceId} and t.id = g.task_id
    join plans.plan p on p.province_id = ${provinceId} and p.id = g.plan_id and p.state in ('ISSUED', 'IN_PROGRESS')
      and ${year} between p.year and coalesce(p.year_to, p.year)
    left join done d on d.task_id = g.task_id
    where coalesce(d.told, false) = false
    order by g.due_day nulls last, g.task_id
    limit 500`.execute(db)
  return rows
}
