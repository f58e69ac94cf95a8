import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { type CountedAs, countedAs, type Measure, type Scope, type Side, type SideKeys } from './measure.ts'
import { partSql } from './rows.sql.ts'
import { countedAsSql, factsSql, mapDayOf } from './standing.sql.ts'

const columnOf: Record<Side, RawBuilder<unknown>> = {
  unit: sql`c.unit_id`,
  parent: sql`u.parent_id`,
  level: sql`u.level`,
  period: sql`c.period`,
  duty: sql`c.duty_id`,
  programme: sql`c.programme_code`,
}

type RawMeasure = Record<CountedAs, number> & {
  expected: number
  due: number
  returns: number
  completeness: number | null
  late_days: number | null
  longest: number | null
  only: number | null
}
type Raw = RawMeasure & { of: number } & { [side in Side as `by_${side}`]?: string | number | null }

/**
 * The measures of a scope by each of `sets` (`[]`: everything together), in one statement: the board asks for its
 * headline, its units, its periods and its heat map at once. Answers in the order of `sets`. `c` is materialized so that
 * each standing is worked out once, not once for each count.
 */
export async function measuresBy<const Sets extends readonly (readonly Side[])[]>(
  db: DbOrTx,
  scope: Scope,
  sets: Sets,
): Promise<{ [K in keyof Sets]: Measure[] }> {
  const used: Side[] = [...new Set((sets as readonly (readonly Side[])[]).flat())]
  const wantsUnit = used.includes('parent') || used.includes('level')
  const keys = used.map((side) => sql`, ${columnOf[side]} as ${sql.id(`by_${side}`)}`)
  const grouping = sets.map((set) => sql`(${sql.join(set.map((s) => columnOf[s]))})`)
  const { rows } = await sql<Raw>`${factsSql(scope)},
    c as materialized (select f.*, ${countedAsSql(scope.asOf)} as counted from f)
    select ${whichSet(used, sets)} as of, ${figuresSql(scope.asOf)}${sql.join(keys, sql``)}
    from c ${wantsUnit ? unitJoin(scope) : sql``}
    group by grouping sets (${sql.join(grouping)})`.execute(db)
  const found = sets.map((set, i) => rows.filter((r) => r.of === i).map((r) => asMeasure(r, keysOf(r, set))))
  return found as { [K in keyof Sets]: Measure[] }
}

/** Which of the sets a row belongs to: its mark of grouped columns is unlike that of every other set. */
function whichSet(used: readonly Side[], sets: readonly (readonly Side[])[]): RawBuilder<number> {
  if (used.length === 0) return sql<number>`0`
  const marks = sets.map((set, i) => {
    const mark = used.reduce((n, side) => n * 2 + (set.includes(side) ? 0 : 1), 0)
    return sql`when ${sql.lit(mark)} then ${sql.lit(i)}`
  })
  const grouped = sql.join(used.map((side) => columnOf[side]))
  return sql<number>`case grouping(${grouped}) ${sql.join(marks, sql` `)} end`
}

function unitJoin(scope: Scope): RawBuilder<unknown> {
  const day = mapDayOf(scope)
  return sql`left join organisations.unit_version u on u.province_id = ${scope.provinceId} and u.unit_id = c.unit_id
    and u.valid_from <= ${day}::date and (u.valid_to is null or u.valid_to > ${day}::date)`
}

function figuresSql(asOf: Day): RawBuilder<unknown> {
  const counts = countedAs.map(
    (c) => sql`count(*) filter (where c.counted = ${sql.lit(c)})::integer as ${sql.id(c)}`,
  )
  return sql`count(*) filter (where ${partSql('expected', { asOf })})::integer as expected,
    count(*) filter (where ${partSql('due', { asOf })})::integer as due,
    ${sql.join(counts)},
    coalesce(sum(c.returns) filter (where c.owed = 'owed'), 0)::integer as returns,
    avg(c.completeness) filter (where ${partSql('received', { asOf })})::float8 as completeness,
    percentile_cont(0.5) within group (order by c.submitted_day - c.due_day)
      filter (where c.counted = 'late') as late_days,
    max(${asOf}::date - c.due_day) filter (where c.counted = 'overdue') as longest,
    case when count(*) = 1 then min(c.id) end as only`
}

function keysOf(row: Raw, set: readonly Side[]): SideKeys {
  const keys: SideKeys = {}
  for (const side of set) keys[side] = row[`by_${side}`] ?? null
  return keys
}

function asMeasure(row: RawMeasure, keys: SideKeys): Measure {
  const counts = Object.fromEntries(countedAs.map((c) => [c, row[c]])) as Record<CountedAs, number>
  return {
    keys,
    expected: row.expected,
    due: row.due,
    counts,
    returns: row.returns,
    completeness: row.completeness,
    medianDaysLate: row.late_days,
    longestOverdue: row.longest,
    obligationId: row.only,
  }
}
