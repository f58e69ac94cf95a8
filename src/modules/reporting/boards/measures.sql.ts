import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { type Counted, type Measure, measureOf, type Scope, type Side, type SideKeys } from './measure.ts'
import { countedAsSql, factsSql, mapDayOf } from './standing.sql.ts'

const columnOf: Record<Side, RawBuilder<unknown>> = {
  unit: sql`c.unit_id`,
  parent: sql`u.parent_id`,
  level: sql`u.level`,
  period: sql`c.period`,
  duty: sql`c.duty_id`,
  programme: sql`c.programme_code`,
}

type Row = Counted & { [side in Side as `by_${side}`]?: string | number | null }

/**
 * The measures of a scope by each of `sets` (`[]`: everything together), in one statement: the board asks for its
 * headline, its units, its periods and its heat map at once. Answers in the order of `sets`. The database counts once,
 * by all sides that are asked for; the measures of each set are sums of these counts, in the order of their keys: else
 * how it happened to count (with a table of hashes or a sort, which changes as statistics do) would show on the page.
 */
export async function measuresBy<const Sets extends readonly (readonly Side[])[]>(
  db: DbOrTx,
  scope: Scope,
  sets: Sets,
): Promise<{ [K in keyof Sets]: Measure[] }> {
  const used: Side[] = [...new Set((sets as readonly (readonly Side[])[]).flat())]
  const wantsUnit = used.includes('parent') || used.includes('level')
  const keys = used.map((side) => sql`, ${columnOf[side]} as ${sql.id(`by_${side}`)}`)
  const grouping = used.map((side) => sql`, ${columnOf[side]}`)
  const { rows } = await sql<Row>`${factsSql(scope)},
    c as materialized (select f.*, ${countedAsSql(scope.asOf)} as counted from f)
    select ${countsSql(scope.asOf)}${sql.join(keys, sql``)}
    from c ${wantsUnit ? unitJoin(scope) : sql``}
    group by c.counted${sql.join(grouping, sql``)}
    order by ${sql.join([...used.map((side) => columnOf[side]), sql`c.counted`])}`.execute(db)
  return sets.map((set) => summedUp(rows, set)) as { [K in keyof Sets]: Measure[] }
}

function summedUp(rows: readonly Row[], set: readonly Side[]): Measure[] {
  if (set.length === 0) return [measureOf(rows, {})]
  const groups = Map.groupBy(rows, (row) => set.map((side) => row[`by_${side}`] ?? '').join('\n'))
  return [...groups.values()].map((of) => measureOf(of, keysOf(of[0], set)))
}

function keysOf(row: Row | undefined, set: readonly Side[]): SideKeys {
  const keys: SideKeys = {}
  for (const side of set) keys[side] = row?.[`by_${side}`] ?? null
  return keys
}

function unitJoin(scope: Scope): RawBuilder<unknown> {
  const day = mapDayOf(scope)
  return sql`left join organisations.unit_version u on u.province_id = ${scope.provinceId} and u.unit_id = c.unit_id
    and u.valid_from <= ${day}::date and (u.valid_to is null or u.valid_to > ${day}::date)`
}

/** The columns of a {@link Counted} over rows `c`, grouped by what they count as and by whatever else. */
export function countsSql(asOf: Day): RawBuilder<unknown> {
  return sql`c.counted, count(*)::integer as n,
    count(*) filter (where c.due_day < ${asOf}::date and not c.invited)::integer as passed,
    sum(c.returns)::integer as returns, (sum(c.completeness) * 10000)::integer as full,
    count(c.completeness)::integer as judged,
    array_agg(c.submitted_day - c.due_day) filter (where c.counted = 'late') as days,
    (${asOf}::date - min(c.due_day))::integer as oldest, min(c.id) as first`
}
