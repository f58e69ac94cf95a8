import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'

export interface UpperReport {
  reportId: number
  unitId: number
  dutyName: string
}

/** The reports above, which this one goes into, the highest first; only those that somebody has opened. */
export async function selectUpperReports(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<UpperReport[]> {
  const found = await sql<UpperReport>`
    with recursive up as (
      select o.id, o.parent_id, 0 as height from reporting.obligation o
        where o.province_id = ${provinceId} and o.id = ${obligationId}
      union all
      select p.id, p.parent_id, up.height + 1 from up join reporting.obligation p
        on p.province_id = ${provinceId} and p.id = up.parent_id
        where up.height < 20
    )
    select r.id as "reportId", o.unit_id as "unitId", d.name as "dutyName" from up
      join reporting.obligation o on o.province_id = ${provinceId} and o.id = up.id
      join reporting.duty d on d.province_id = ${provinceId} and d.id = o.duty_id
      join reporting.report r on r.province_id = ${provinceId} and r.obligation_id = o.id
    where up.height > 0 order by up.height desc`.execute(db)
  return found.rows
}

export interface CountedWork {
  assignmentId: number
  task: string
  unitId: number
  dueDay: Day
  reportedDay: Day | null
  done: boolean
  forms: string[]
  themes: string[]
  audiences: string[]
}

/** The assignments that a figure of kind `work` counts; the same conditions as in writing/facts.sql.ts. */
export async function selectCountedWork(
  db: DbOrTx,
  provinceId: number,
  w: { unitIds: readonly number[]; from: Day; cutoff: Day; programmeCode: string },
): Promise<CountedWork[]> {
  const labels = (link: string, list: string, key: string) => sql`array(
    select f.code from ${sql.table(`plans.${link}`)} l join ${sql.table(`plans.${list}`)} f
      on f.province_id = l.province_id and f.id = ${sql.ref(`l.${key}`)}
    where l.province_id = ${provinceId} and l.task_id = a.task_id)`
  const found = await sql<CountedWork>`
    select a.id as "assignmentId", t.content as task, a.unit_id as "unitId", a.due_day as "dueDay",
      a.reported_day as "reportedDay",
      coalesce(a.state in ('reported_done', 'verified') and a.reported_day <= ${w.cutoff}, false) as done,
      ${labels('task_form', 'form', 'form_id')} as forms, ${labels('task_theme', 'theme', 'theme_id')} as themes,
      ${labels('task_audience', 'audience', 'audience_id')} as audiences
    from assignments.assignment a
      join plans.task t on t.province_id = a.province_id and t.id = a.task_id
      join plans.plan p on p.province_id = a.province_id and p.id = a.plan_id
      join plans.programme g on g.province_id = a.province_id and g.id = p.programme_id
        and g.code = ${w.programmeCode}
    where a.province_id = ${provinceId} and a.unit_id = any(${[...w.unitIds]}::bigint[])
      and a.state <> 'withdrawn' and a.due_day between ${w.from} and ${w.cutoff}
    order by a.due_day, a.id`.execute(db)
  return found.rows
}
