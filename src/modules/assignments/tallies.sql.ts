import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { oneOf } from '../../lib/db/one-of.sql.ts'
import type { Timing } from './assignment.ts'
import { isGivenSql, numbered, timingNumber } from './timing.sql.ts'

/** How many assignments stand how, by one side of the board. */
export interface Tally {
  key: number | null
  timings: Partial<Record<Timing, number>>
  total: number
}

export type BoardSide = 'section' | 'task' | 'unit' | 'plan'

export interface Counted {
  planId?: number | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
}

/** A section is a task's: its counts are added up from them. */
const sides = { section: sql`a.task_id`, task: sql`a.task_id`, unit: sql`a.unit_id`, plan: sql`a.plan_id` }

/** Counts of a plan's (or of all plans') assignments by section, task, unit or plan, and by timing. */
export async function tally(
  db: DbOrTx,
  provinceId: number,
  side: BoardSide,
  filter: Counted,
  today: Day,
): Promise<Tally[]> {
  // One number holds side and timing: grouping by one is a third faster than by two.
  const counts = sql<Count>`
    select ${sides[side]} * 8 + ${timingNumber(today)} as key, count(*) as n
    from assignments.assignment a
    where ${whereOf(provinceId, filter)} group by 1`
  if (side !== 'section') return talliesOf((await counts.execute(db)).rows.map(decoded))
  const { rows } = await sql<Decoded>`
    select task.group_id as key, (c.key % 8)::integer as timing, sum(c.n)::bigint as n
    from (${counts}) c join plans.task task on task.province_id = ${provinceId} and task.id = c.key / 8
    group by 1, 2`.execute(db)
  return talliesOf(rows)
}

interface Count {
  key: number
  n: number
}

interface Decoded {
  key: number | null
  timing: number
  n: number
}

function decoded({ key, n }: Count): Decoded {
  return { key: Math.floor(key / 8), timing: key % 8, n }
}

/** The tallies by plan and by unit from one reading of the rows. */
export async function talliesByPlanAndUnit(
  db: DbOrTx,
  provinceId: number,
  filter: Counted,
  today: Day,
): Promise<{ plans: Tally[]; units: Tally[] }> {
  const { rows } = await sql<Count & { isUnit: boolean }>`
    with rows as (
      select a.plan_id * 8 + t.timing as by_plan, a.unit_id * 8 + t.timing as by_unit
      from assignments.assignment a cross join lateral (select ${timingNumber(today)} as timing) t
      where ${whereOf(provinceId, filter)}
    )
    select by_plan is null as "isUnit", coalesce(by_plan, by_unit) as key, count(*) as n
    from rows group by grouping sets (by_plan, by_unit)`.execute(db)
  return {
    plans: talliesOf(rows.filter((r) => !r.isUnit).map(decoded)),
    units: talliesOf(rows.filter((r) => r.isUnit).map(decoded)),
  }
}

function whereOf(provinceId: number, { planId, unitIds }: Counted) {
  const all = [sql`a.province_id = ${provinceId}`, isGivenSql]
  if (planId) all.push(sql`a.plan_id = ${planId}`)
  if (unitIds) all.push(oneOf(sql`a.unit_id`, unitIds))
  return sql.join(all, sql` and `)
}

function talliesOf(rows: readonly Decoded[]): Tally[] {
  const tallies = new Map<number | null, Tally>()
  for (const { key, timing, n } of rows) {
    const t = tallies.get(key) ?? { key, timings: {}, total: 0 }
    t.timings[numbered[timing] ?? 'no_due'] = n
    t.total += n
    tallies.set(key, t)
  }
  return [...tallies.values()]
}

/** Sections of a plan, how many of its agencies nobody knows, and the label of its work: what a board needs beside counts. */
export interface BoardFacts {
  sections: { id: number; ordinal: string | null; title: string }[]
  unmatched: number
  label: string
}

export async function selectBoardFacts(db: DbOrTx, provinceId: number, planId: number): Promise<BoardFacts> {
  const { rows } = await sql<BoardFacts>`select
    (select coalesce(json_agg(json_build_object('id', g.id, 'ordinal', g.ordinal, 'title', g.title)
        order by g.position, g.id), '[]')
      from plans.task_group g where g.province_id = ${provinceId} and g.plan_id = ${planId}) as sections,
    (select count(*) from plans.task_agency g where g.province_id = ${provinceId} and g.plan_id = ${planId}
      and g.unit_id is null and g.group_id is null) as unmatched,
    (select ${labelSql} from assignments.mark m
      where m.province_id = ${provinceId} and m.plan_id = ${planId}) as label`.execute(db)
  return rows[0] ?? { sections: [], unmatched: 0, label: '' }
}

/** Another one after every change of a province's work. */
export async function selectLabel(db: DbOrTx, provinceId: number): Promise<string> {
  const { rows } = await sql<{ label: string }>`select ${labelSql} as label
    from assignments.mark m where m.province_id = ${provinceId}`.execute(db)
  return rows[0]?.label ?? ''
}

const labelSql = sql`count(*) || ' ' || coalesce(sum(m.id), 0)`

/**
 * Marks older than any transaction that may still be open; what was kept by them is then counted once more. A label
 * does not come back: within a day later marks have larger numbers, and whoever keeps counts adds the day.
 */
export async function deleteMarks(tx: Tx, provinceId: number, before: Date): Promise<void> {
  for (const marks of ['mark', 'activity_mark']) {
    await sql`delete from ${sql.table(`assignments.${marks}`)}
      where province_id = ${provinceId} and made_at < ${before}`.execute(tx)
  }
}
