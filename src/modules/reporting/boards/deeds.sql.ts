import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'

export interface DeedsAsked {
  year: number
  /** Undefined: every unit of the province. */
  reach?: readonly number[] | undefined
  /** Only activities that serve work of this programme. */
  programme?: string | undefined
}

/** What was done in one form and month: how often, and how many it reached. */
export interface Deeds {
  form: string
  /** 1 to 12 */
  month: number
  activities: number
  people: number
  views: number
  units: number
}

/** The year's activities by form and month, with the people they reached; one statement. Withdrawn ones count nowhere. */
export async function deedsOf(
  db: DbOrTx,
  provinceId: number,
  { year, reach, programme }: DeedsAsked,
): Promise<Deeds[]> {
  const serves = programme
    ? sql`and exists (select from assignments.activity_assignment s
        join assignments.assignment g on g.province_id = s.province_id and g.id = s.assignment_id
        join plans.plan p on p.province_id = g.province_id and p.id = g.plan_id
        join plans.programme m on m.province_id = p.province_id and m.id = p.programme_id
        where s.province_id = a.province_id and s.activity_id = a.id and m.code = ${programme})`
    : sql``
  const { rows } = await sql<Deeds>`
    select a.form_code as form, extract(month from a.from_day)::integer as month, count(*)::integer as activities,
      count(distinct a.unit_id)::integer as units,
      coalesce(sum(p.value), 0)::float8 as people, coalesce(sum(v.value), 0)::float8 as views
    from assignments.activity a
    left join assignments.activity_figure p on p.province_id = a.province_id and p.activity_id = a.id
      and p.metric = 'people'
    left join assignments.activity_figure v on v.province_id = a.province_id and v.activity_id = a.id
      and v.metric = 'views'
    where a.province_id = ${provinceId} and a.withdrawn_at is null
      and a.from_day between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)
      ${reach ? sql`and a.unit_id = any(${[...reach]}::bigint[])` : sql``} ${serves}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}
