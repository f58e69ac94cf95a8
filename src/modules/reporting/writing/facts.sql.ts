import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ActivityGroup, EvidenceGroup, Facts, WorkGroup } from './computing.ts'

/** Where and when the sources of a report lie. An activity belongs to the period in which it began. */
export interface Window {
  unitIds: readonly number[]
  from: Day
  cutoff: Day
  programmeCode: string
}

/**
 * The units whose activities a report is about: its own, those whose duty it inherited, and those below it that
 * do not report themselves for this duty and period. Each unit stands where it last stood within the period, so
 * that no activity is counted by two reports.
 */
export async function unitsOfObligation(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<number[]> {
  const found = await sql<{ unitId: number }>`
    with recursive o as (
      select * from reporting.obligation where province_id = ${provinceId} and id = ${obligationId}
    ), own as (
      select id, unit_id from o
      union
      select gone.id, gone.unit_id from own
        join reporting.obligation_origin l on l.province_id = ${provinceId} and l.obligation_id = own.id
        join reporting.obligation gone on gone.province_id = ${provinceId} and gone.id = l.origin_id
    ), parts as (
      select c.id, c.unit_id from reporting.obligation c join o on c.parent_id = o.id
        where c.province_id = ${provinceId}
      union
      select c.id, c.unit_id from parts join reporting.obligation c
        on c.province_id = ${provinceId} and c.parent_id = parts.id
    ), placed as materialized (
      select distinct on (v.unit_id) v.unit_id, v.parent_id from organisations.unit_version v, o
        where v.province_id = ${provinceId} and v.valid_from <= o.cutoff_day
          and (v.valid_to is null or v.valid_to > o.from_day)
        order by v.unit_id, v.valid_from desc
    ), below as (
      select unit_id from own
      union
      select p.unit_id from below join placed p on p.parent_id = below.unit_id
        where not exists (
          select 1 from reporting.obligation c, o
            where c.province_id = ${provinceId} and c.duty_id = o.duty_id and c.period = o.period
              and c.unit_id = p.unit_id
              and (c.state = 'owed' or exists (select 1 from reporting.obligation_origin l
                where l.province_id = ${provinceId} and l.origin_id = c.id)))
          and p.unit_id not in (select unit_id from parts)
    )
    select unit_id as "unitId" from below order by unit_id`.execute(db)
  return found.rows.map((r) => r.unitId)
}

interface FactRows {
  groups: (Omit<ActivityGroup, 'sums'> & { g: number })[] | null
  sums: { g: number; metric: string; sum: number }[] | null
  evidence: EvidenceGroup[] | null
}

/**
 * The activities of the window, added up by form, themes and audiences: what every figure of a template is
 * computed from, in two statements whatever the number of figures. Evidence shown by several activities is one.
 */
export async function selectFacts(db: DbOrTx, provinceId: number, w: Window): Promise<Facts> {
  const found = await sql<FactRows>`
    with a as materialized (
      select id, form_code, theme_codes, audience_codes,
        dense_rank() over (order by form_code, theme_codes, audience_codes)::int as g
      from assignments.activity
      where province_id = ${provinceId} and unit_id = any(${[...w.unitIds]}::bigint[]) and withdrawn_at is null
        and from_day between ${w.from} and ${w.cutoff}
    ), counted as (
      select g, form_code as form, theme_codes as themes, audience_codes as audiences, count(*)::int as count
      from a group by 1, 2, 3, 4 order by 1
    ), summed as (
      select a.g, f.metric, sum(f.value)::float8 as sum from a
        join assignments.activity_figure f on f.province_id = ${provinceId} and f.activity_id = a.id
      group by 1, 2
    ), pieces as (
      select s.evidence_id, array_agg(distinct a.g order by a.g) as groups from a
        join assignments.activity_evidence s on s.province_id = ${provinceId} and s.activity_id = a.id
        join assignments.evidence e on e.province_id = ${provinceId} and e.id = s.evidence_id
          and e.withdrawn_at is null
      group by 1
    ), shown as (select groups, count(*)::int as count from pieces group by 1)
    select (select json_agg(counted) from counted) as groups, (select json_agg(summed) from summed) as sums,
      (select json_agg(shown) from shown) as evidence`.execute(db)
  const row = found.rows[0] ?? { groups: null, sums: null, evidence: null }
  const activities = (row.groups ?? []).map(({ g, ...group }): ActivityGroup => {
    const sums = (row.sums ?? []).filter((s) => s.g === g).map((s) => [s.metric, s.sum] as const)
    return { ...group, sums: Object.fromEntries(sums) }
  })
  return { activities, evidence: row.evidence ?? [], work: await selectWork(db, provinceId, w) }
}

/** Assignments of the programme that fall due in the window, added up by the labels of their tasks. */
async function selectWork(db: DbOrTx, provinceId: number, w: Window): Promise<WorkGroup[]> {
  const found = await sql<WorkGroup>`
    with work as (
      select a.task_id, a.due_day, a.reported_day,
        a.state in ('reported_done', 'verified') and a.reported_day <= ${w.cutoff} as done
      from assignments.assignment a
        join plans.plan p on p.province_id = ${provinceId} and p.id = a.plan_id
        join plans.programme g on g.province_id = ${provinceId} and g.id = p.programme_id
          and g.code = ${w.programmeCode}
      where a.province_id = ${provinceId} and a.unit_id = any(${[...w.unitIds]}::bigint[])
        and a.state <> 'withdrawn' and a.due_day between ${w.from} and ${w.cutoff}
    ), task as (
      select task_id, count(*)::int as planned, (count(*) filter (where done))::int as done,
        (count(*) filter (where done and reported_day <= due_day))::int as in_time
      from work group by 1
    ), labelled as (
      select t.*,
        array(select f.code from plans.task_form l join plans.form f on f.province_id = l.province_id
          and f.id = l.form_id where l.province_id = ${provinceId} and l.task_id = t.task_id order by 1) as forms,
        array(select f.code from plans.task_theme l join plans.theme f on f.province_id = l.province_id
          and f.id = l.theme_id where l.province_id = ${provinceId} and l.task_id = t.task_id order by 1) as themes,
        array(select f.code from plans.task_audience l join plans.audience f on f.province_id = l.province_id
          and f.id = l.audience_id where l.province_id = ${provinceId} and l.task_id = t.task_id
          order by 1) as audiences
      from task t
    )
    select forms, themes, audiences, sum(planned)::int as planned, sum(done)::int as done,
      sum(in_time)::int as "inTime"
    from labelled group by 1, 2, 3`.execute(db)
  return found.rows
}

/** The activities of the window, oldest first, as ids: what a version was made from. */
export async function selectSourceIds(db: DbOrTx, provinceId: number, w: Window): Promise<number[]> {
  const rows = await db
    .selectFrom('assignments.activity')
    .select('id')
    .where('province_id', '=', provinceId)
    .where((e) => e('unit_id', '=', e.fn.any(e.val([...w.unitIds]))))
    .where('withdrawn_at', 'is', null)
    .where('from_day', '>=', w.from)
    .where('from_day', '<=', w.cutoff)
    .orderBy('id')
    .execute()
  return rows.map((r) => r.id)
}
