import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { AssignmentState } from './assignment.ts'
import { timingSql } from './timing.sql.ts'

/** Undefined: every unit of the province. */
type Reach = readonly number[] | undefined

export interface WorkAsked {
  reach: Reach
  plan?: number | undefined
  unit?: number | undefined
  state?: AssignmentState | undefined
}

/** Assignments in the order of their numbers, beyond one of them, with how they stand on `today`. */
export async function assignmentsBeyond(
  db: DbOrTx,
  provinceId: number,
  { reach, plan, unit, state }: WorkAsked,
  today: Day,
  after: number,
  limit: number,
) {
  return db
    .selectFrom('assignments.assignment as a')
    .select([
      'a.id',
      'a.plan_id',
      'a.task_id',
      'a.unit_id',
      'a.role',
      'a.state',
      'a.due_day',
      'a.reported_day',
    ])
    .select(['a.progress', timingSql(today).as('timing')])
    .where('a.province_id', '=', provinceId)
    .where('a.state', '<>', 'withdrawn')
    .where('a.id', '>', after)
    .$if(reach !== undefined, (q) => q.where('a.unit_id', 'in', [-1, ...(reach ?? [])]))
    .$if(plan !== undefined, (q) => q.where('a.plan_id', '=', plan ?? 0))
    .$if(unit !== undefined, (q) => q.where('a.unit_id', '=', unit ?? 0))
    .$if(state !== undefined, (q) => q.where('a.state', '=', state ?? ''))
    .orderBy('a.id')
    .limit(limit)
    .execute()
}

export interface ActivityRow {
  id: number
  unit_id: number
  what: string
  from_day: Day
  to_day: Day
  place: string | null
  form: string
  themes: string[]
  audiences: string[]
  figures: Record<string, number>
  assignment_ids: number[]
  evidence: number
  withdrawn: boolean
}

export interface ActivitiesAsked {
  reach: Reach
  unit?: number | undefined
  form?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
}

/** Activities in the order of their numbers, beyond one of them; with figures, the work they serve, evidence. */
export async function activitiesBeyond(
  db: DbOrTx,
  provinceId: number,
  { reach, unit, form, from, to }: ActivitiesAsked,
  after: number,
  limit: number,
): Promise<ActivityRow[]> {
  const tests = [sql`a.province_id = ${provinceId}`, sql`a.id > ${after}`]
  if (reach) tests.push(sql`a.unit_id = any(${[...reach]}::bigint[])`)
  if (unit !== undefined) tests.push(sql`a.unit_id = ${unit}`)
  if (form) tests.push(sql`a.form_code = ${form}`)
  if (from) tests.push(sql`a.from_day >= ${from}::date`)
  if (to) tests.push(sql`a.from_day <= ${to}::date`)
  const { rows } = await sql<ActivityRow>`
    select a.id, a.unit_id, a.what, a.from_day, a.to_day, a.place, a.form_code as form, a.theme_codes as themes,
      a.audience_codes as audiences, a.withdrawn_at is not null as withdrawn,
      (select coalesce(jsonb_object_agg(f.metric, f.value::float8), '{}') from assignments.activity_figure f
        where f.province_id = a.province_id and f.activity_id = a.id) as figures,
      (select coalesce(array_agg(s.assignment_id order by s.assignment_id), '{}')::float8[]
        from assignments.activity_assignment s
        where s.province_id = a.province_id and s.activity_id = a.id) as assignment_ids,
      (select count(*)::integer from assignments.activity_evidence e
        where e.province_id = a.province_id and e.activity_id = a.id) as evidence
    from assignments.activity a where ${sql.join(tests, sql` and `)}
    order by a.id limit ${limit}`.execute(db)
  return rows
}
