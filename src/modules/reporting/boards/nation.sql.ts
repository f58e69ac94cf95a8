import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { DutyKind } from '../obligation.ts'
import { type CountedAs, countedAs, type Measure, type SideKeys } from './measure.ts'
import { byEnd } from './period-label.ts'
import { partSql } from './rows.sql.ts'
import { countedAsSql } from './standing.sql.ts'

// The only statements that look into more than one province. They answer with sums alone, and only of provinces
// that share: the condition stands in the statement itself, so that no caller can leave it out.

export interface NationAsked {
  today: Day
  fromYear: number
  year: number
  programme?: string | undefined
  periodKind?: DutyKind | undefined
}

export interface NationFigures {
  sum: Measure | null
  provinces: (Measure & { provinceId: number; name: string })[]
  periods: Measure[]
  byProvince: ReadonlyMap<number, Measure[]>
}

type Raw = Record<CountedAs, number> & {
  provinceId: number
  name: string
  period: string
  returnedDue: number
  returns: number | null
  completeness: number | null
  judged: number
}

/**
 * How reporting stands in every province that shares, and in all of them together, period by period. The database
 * counts once, by province and period; everything else is sums of these few hundred counts. `c` is materialized so
 * that each standing is worked out once, not once for each count.
 */
export async function nationFigures(db: DbOrTx, asked: NationAsked): Promise<NationFigures> {
  const { today, fromYear, year, programme, periodKind } = asked
  const counts = countedAs.map(
    (c) => sql`count(*) filter (where counted = ${sql.lit(c)})::integer as ${sql.id(c)}`,
  )
  const { rows } = await sql<Raw>`
    with f as (
      select o.province_id, o.period, o.due_day, o.invited, o.state as owed, r.state, r.submitted_day,
        r.is_empty, r.is_nil, r.completeness, coalesce(r.returns, 0) as returns
      from reporting.sharing s
      join organisations.province p on p.province_id = s.province_id and not p.is_central
      join reporting.obligation o on o.province_id = s.province_id
      join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      where s.with_nation and o.year between ${fromYear}::integer and ${year}::integer
        ${programme ? sql`and d.programme_code = ${programme}` : sql``}
        ${periodKind ? sql`and d.period_kind = ${periodKind}` : sql``}
    ), c as materialized (
      select f.province_id, f.period, f.due_day, f.invited, f.completeness, f.returns, ${countedAsSql(today)} as counted
      from f
    ), sums as (
      select province_id, period, ${sql.join(counts)},
        count(*) filter (where counted = 'returned' and due_day < ${today}::date and not invited)::integer
          as "returnedDue",
        sum(returns) filter (where counted not in ('waived', 'ended'))::integer as returns,
        sum(completeness) filter (where ${partSql('received', { asOf: today })})::float8 as completeness,
        count(completeness) filter (where ${partSql('received', { asOf: today })})::integer as judged
      from c group by province_id, period
    )
    select sums.*, sums.province_id as "provinceId", p.name
    from sums join organisations.province p using (province_id)`.execute(db)
  const byName = Map.groupBy(rows, (r) => r.provinceId)
  return {
    sum: rows.length > 0 ? added(rows, {}) : null,
    provinces: [...byName].map(([provinceId, of]) => ({
      ...added(of, {}),
      provinceId,
      name: of[0]?.name ?? '',
    })),
    periods: byPeriod(rows),
    byProvince: new Map([...byName].map(([id, of]) => [id, byPeriod(of)])),
  }
}

function byPeriod(rows: readonly Raw[]): Measure[] {
  const periods = [...Map.groupBy(rows, (r) => r.period)].sort(([a], [b]) => byEnd(a, b))
  return periods.map(([period, of]) => added(of, { period }))
}

/** Counts beside each other as one measure. Medians are not sums and are left out. */
function added(rows: readonly Raw[], keys: SideKeys): Measure {
  const sumOf = (of: (row: Raw) => number | null) => rows.reduce((n, row) => n + (of(row) ?? 0), 0)
  const counts = Object.fromEntries(countedAs.map((c) => [c, sumOf((r) => r[c])])) as Record<
    CountedAs,
    number
  >
  const { on_time, late, nil, empty, returned, waiting, overdue, not_due } = counts
  const judged = sumOf((r) => r.judged)
  return {
    keys,
    expected: on_time + late + nil + empty + returned + waiting + overdue + not_due,
    due: on_time + late + nil + empty + overdue + sumOf((r) => r.returnedDue),
    counts,
    returns: sumOf((r) => r.returns),
    completeness: judged ? sumOf((r) => r.completeness) / judged : null,
    ...{ medianDaysLate: null, longestOverdue: null, obligationId: null },
  }
}

/** Does the province share its figures with central bodies? Not until somebody has said so. */
export async function sharesWithNation(db: DbOrTx, provinceId: number): Promise<boolean> {
  const row = await db
    .selectFrom('reporting.sharing')
    .select('with_nation')
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row?.with_nation ?? false
}

export async function writeSharing(
  tx: Tx,
  provinceId: number,
  withNation: boolean,
  byName: string,
  now: Date,
): Promise<void> {
  const facts = { with_nation: withNation, changed_at: now, changed_by_name: byName }
  await tx
    .insertInto('reporting.sharing')
    .values({ province_id: provinceId, ...facts })
    .onConflict((c) => c.column('province_id').doUpdateSet(facts))
    .execute()
}
