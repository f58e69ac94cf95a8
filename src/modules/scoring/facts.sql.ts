import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { PeriodKind } from '../reporting/obligation.ts'
import { type ReportState, standingOf } from '../reporting/report.ts'
import type { FormFacts, PlanFacts, ReportFacts, UnitFacts, WorkFacts } from './facts.ts'

/** Whose facts: a unit of the campaign, and the units below whose work counts as its own. */
export interface Belonging {
  unitId: number
  forUnitId: number
}

export interface FactsAsked {
  programmeCode: string
  year: number
  today: Day
  belongings: readonly Belonging[]
}

/** The facts of all these units by four statements, whatever their number (units without any are absent). */
export async function selectFacts(
  db: DbOrTx,
  provinceId: number,
  asked: FactsAsked,
): Promise<(unitId: number) => UnitFacts> {
  const work = await selectWork(db, provinceId, asked)
  const forms = await selectForms(db, provinceId, asked)
  const plans = await selectPlans(db, provinceId, asked)
  const reports = await selectReports(db, provinceId, asked)
  const none: WorkFacts = { planned: 0, done: 0, inTime: 0, pending: [] }
  return (unitId) => ({
    work: work.get(unitId) ?? none,
    forms: forms.get(unitId) ?? {},
    plan: plans.get(unitId) ?? null,
    reports: reports.get(unitId) ?? [],
  })
}

function ids(asked: FactsAsked): number[] {
  return [...new Set(asked.belongings.map((b) => b.forUnitId))]
}

/** The units of the campaign with those below them, as rows. */
function belongings({ belongings: all }: FactsAsked) {
  return sql`unnest(${all.map((b) => b.unitId)}::bigint[], ${all.map((b) => b.forUnitId)}::bigint[])
    as m (unit_id, for_unit_id)`
}

/**
 * Does a task count for this year? One of a year's plan by its plan; one of a plan for several years when it falls
 * due in the year, or has no day.
 */
const countsForYear = (year: number) => sql<boolean>`
  case when p.year = p.year_to then p.year = ${year}::int
       when a.due_day is null then ${year}::int between p.year and p.year_to
       else extract(year from a.due_day) = ${year}::int end`

/** Ongoing work has no day on which it is reported done: it is done once an activity of the year shows it. */
const isDone = (year: number) => sql<boolean>`
  (a.state in ('reported_done', 'verified') or (a.due_day is null and exists (
    select from assignments.activity_assignment served
    join assignments.activity act on act.province_id = served.province_id and act.id = served.activity_id
    join assignments.activity_evidence shown on shown.province_id = act.province_id and shown.activity_id = act.id
    where served.province_id = a.province_id and served.assignment_id = a.id and act.withdrawn_at is null
      and act.from_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31))))`

/** The tasks that a unit leads: helping another with its task is not the unit's own plan. */
async function selectWork(
  db: DbOrTx,
  provinceId: number,
  asked: FactsAsked,
): Promise<Map<number, WorkFacts>> {
  const { rows } = await sql<{ unit_id: number } & WorkFacts>`
    with mine as (
      select a.unit_id, a.id, a.due_day, a.reported_day, t.content, ${isDone(asked.year)} as done
      from assignments.assignment a
      join plans.task t on t.province_id = a.province_id and t.id = a.task_id
      join plans.plan p on p.province_id = a.province_id and p.id = a.plan_id
      join plans.programme g on g.province_id = p.province_id and g.id = p.programme_id
      where a.province_id = ${provinceId} and a.unit_id = any(${ids(asked)}::bigint[])
        and a.state <> 'withdrawn' and a.role = 'lead' and g.code = ${asked.programmeCode}
        and ${countsForYear(asked.year)}
    )
    select unit_id, count(*)::int as planned, (count(*) filter (where done))::int as done,
      (count(*) filter (where done and (due_day is null or reported_day <= due_day)))::int as "inTime",
      coalesce(to_jsonb((array_agg(jsonb_build_object('assignmentId', id, 'content', left(content, 160),
        'dueDay', due_day) order by due_day nulls last, id) filter (where not done))[1:3]), '[]') as pending
    from mine group by unit_id`.execute(db)
  return new Map(rows.map(({ unit_id, ...facts }) => [unit_id, facts]))
}

async function selectForms(
  db: DbOrTx,
  provinceId: number,
  asked: FactsAsked,
): Promise<Map<number, Record<string, FormFacts>>> {
  const { rows } = await sql<{ unit_id: number; form_code: string } & FormFacts>`
    select m.for_unit_id as unit_id, act.form_code, count(distinct act.id)::int as activities,
      count(distinct e.id)::int as evidence
    from ${belongings(asked)}
    join assignments.activity act on act.province_id = ${provinceId} and act.unit_id = m.unit_id
      and act.from_day between make_date(${asked.year}::int, 1, 1) and make_date(${asked.year}::int, 12, 31)
      and act.withdrawn_at is null
    left join assignments.activity_evidence shown
      on shown.province_id = act.province_id and shown.activity_id = act.id
    left join assignments.evidence e
      on e.province_id = shown.province_id and e.id = shown.evidence_id and e.withdrawn_at is null
    group by 1, 2`.execute(db)
  const found = new Map<number, Record<string, FormFacts>>()
  for (const { unit_id, form_code, ...facts } of rows) {
    const forms = found.get(unit_id) ?? {}
    forms[form_code] = facts
    found.set(unit_id, forms)
  }
  return found
}

/**
 * The unit's own plan of the year. Where it was written elsewhere, the task "Xây dựng kế hoạch …" that the unit
 * reported done stands for it, with the day of that report.
 */
async function selectPlans(
  db: DbOrTx,
  provinceId: number,
  asked: FactsAsked,
): Promise<Map<number, PlanFacts>> {
  const { rows } = await sql<PlanFacts & { unitId: number }>`
    select distinct on (found."unitId") found.* from (
      select p.unit_id as "unitId", '/plans/' || p.id as href, p.title, p.issued, 1 as place, p.id
      from plans.plan p join plans.programme g on g.province_id = p.province_id and g.id = p.programme_id
      where p.province_id = ${provinceId} and p.unit_id = any(${ids(asked)}::bigint[]) and p.kind in ('UNIT', 'ANNUAL')
        and p.state <> 'CANCELLED' and p.year = ${asked.year} and g.code = ${asked.programmeCode}
      union all
      select a.unit_id, '/assignments/' || a.id, left(t.content, 160), a.reported_day, 2, a.id
      from assignments.assignment a
      join plans.task t on t.province_id = a.province_id and t.id = a.task_id
      join plans.plan p on p.province_id = a.province_id and p.id = a.plan_id
      join plans.programme g on g.province_id = p.province_id and g.id = p.programme_id
      where a.province_id = ${provinceId} and a.unit_id = any(${ids(asked)}::bigint[]) and a.role = 'lead'
        and a.state in ('reported_done', 'verified') and a.reported_day is not null
        and t.content ~* '^(xây dựng|ban hành)( và ban hành)? kế hoạch'
        and p.year = ${asked.year} and g.code = ${asked.programmeCode}
    ) found
    order by found."unitId", found.issued nulls last, found.place, found.id`.execute(db)
  return new Map(rows.map(({ unitId, href, title, issued }) => [unitId, { href, title, issued }]))
}

/** How each report owed for the year stands; `standingOf` of reporting is the one definition. */
async function selectReports(
  db: DbOrTx,
  provinceId: number,
  asked: FactsAsked,
): Promise<Map<number, ReportFacts[]>> {
  const rows = await db
    .selectFrom('reporting.obligation as o')
    .innerJoin('reporting.duty as d', (j) =>
      j.onRef('d.province_id', '=', 'o.province_id').onRef('d.id', '=', 'o.duty_id'),
    )
    .leftJoin('reporting.report as r', (j) =>
      j.onRef('r.province_id', '=', 'o.province_id').onRef('r.obligation_id', '=', 'o.id'),
    )
    .select([
      'o.unit_id as unitId',
      'o.id as obligationId',
      'r.id as reportId',
      'd.name',
      'o.period',
      'd.period_kind as periodKind',
      'o.due_day as dueDay',
      'o.invited',
      'r.state',
      'r.submitted_day as submittedDay',
      'r.is_empty as isEmpty',
    ])
    .where('o.province_id', '=', provinceId)
    .where('o.unit_id', 'in', [...ids(asked), -1])
    .where('o.year', '=', asked.year)
    .where('o.state', '=', 'owed')
    // Tables of criteria speak of the reports of periods; what was asked for once is no part of them.
    .where('d.period_kind', '<>', 'once')
    .where('d.programme_code', '=', asked.programmeCode)
    .orderBy('o.due_day')
    .orderBy('o.id')
    .execute()
  const found = new Map<number, ReportFacts[]>()
  for (const { unitId, invited, state, submittedDay, isEmpty, ...row } of rows) {
    const known = { dueDay: row.dueDay, invited, state: state as ReportState | null, submittedDay, isEmpty }
    const facts = {
      ...row,
      periodKind: row.periodKind as PeriodKind,
      standing: standingOf(known, asked.today),
    }
    found.set(unitId, [...(found.get(unitId) ?? []), facts])
  }
  return found
}
