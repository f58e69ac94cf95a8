import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
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
