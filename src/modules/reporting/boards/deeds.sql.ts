import { type RawBuilder, sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'

export const everyMonth: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1)

export interface DeedsAsked {
  year: number
  /** Only these months, 1 to 12. */
  months?: readonly number[]
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

/**
 * The year's activities by form and month, with the people they reached; one statement. Withdrawn ones count nowhere.
 */
export async function selectDeeds(
  db: DbOrTx,
  provinceId: number,
  { year, months, reach, programme }: DeedsAsked,
): Promise<Deeds[]> {
  const serves = programme
    ? sql`and exists (select from assignments.activity_assignment s
        join assignments.assignment g on g.province_id = s.province_id and g.id = s.assignment_id
        join plans.plan p on p.province_id = g.province_id and p.id = g.plan_id
        join plans.programme m on m.province_id = p.province_id and m.id = p.programme_id
        where s.province_id = a.province_id and s.activity_id = a.id and m.code = ${programme})`
    : sql``
  const { rows } = await sql<Deeds>`
    select a.form_code as form, m.n as month, count(*)::integer as activities,
      count(distinct a.unit_id)::integer as units,
      coalesce(sum(p.value), 0)::float8 as people, coalesce(sum(v.value), 0)::float8 as views
    from unnest(${[...(months ?? everyMonth)]}::int[]) as m (n)
    cross join lateral (select make_date(${year}::integer, m.n, 1) as day) first
    join assignments.activity a on a.province_id = ${provinceId} and a.withdrawn_at is null
      and a.from_day >= first.day and a.from_day < first.day + interval '1 month'
    ${numbersSql(provinceId, (months ?? everyMonth).length)}
    where true ${reach ? sql`and a.unit_id = any(${[...reach]}::bigint[])` : sql``} ${serves}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/**
 * People `p` and views `v` of each activity `a`. Within a few months each looks up its own; a whole year is read with
 * all numbers of the province. PostgreSQL cannot choose by itself: a plan for any months knows not how many.
 */
function numbersSql(provinceId: number, months: number): RawBuilder<unknown> {
  const few = months <= 3
  const of = (alias: string, metric: string) => {
    const value = sql.table(alias)
    return few
      ? sql`cross join lateral (select sum(f.value) as value from assignments.activity_figure f
          where f.province_id = a.province_id and f.activity_id = a.id and f.metric = ${sql.lit(metric)}) ${value}`
      : sql`left join assignments.activity_figure ${value} on ${value}.province_id = ${provinceId}
          and ${value}.activity_id = a.id and ${value}.metric = ${sql.lit(metric)}`
  }
  return sql`${of('p', 'people')} ${of('v', 'views')}`
}

/** For each month of a year in which activities changed of late, 1 to 12, its label. */
export async function selectMonthLabels(
  db: DbOrTx,
  provinceId: number,
  year: number,
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ month: number; label: string }>`
    select extract(month from month)::integer as month, count(*) || ' ' || sum(id) as label
    from assignments.activity_mark
    where province_id = ${provinceId}
      and month between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)
    group by 1`.execute(db)
  return new Map(rows.map((r) => [r.month, r.label]))
}
