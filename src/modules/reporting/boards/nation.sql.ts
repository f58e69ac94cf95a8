import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PeriodKind } from '../obligation.ts'
import type { Measure } from './measure.ts'
import { asMeasure, figuresSql, type RawMeasure } from './measures.sql.ts'
import { countedAsSql } from './standing.sql.ts'

// The only statements that look into more than one province. They answer with sums alone, and only of provinces
// that share: the condition stands in the statement itself, so that no caller can leave it out.

export interface NationAsked {
  today: Day
  fromYear: number
  year: number
  programme?: string | undefined
  periodKind?: PeriodKind | undefined
}

export interface NationFigures {
  sum: Measure | null
  provinces: (Measure & { provinceId: number; name: string })[]
  periods: Measure[]
  byProvince: ReadonlyMap<number, Measure[]>
}

type Raw = RawMeasure & { province: number | null; name: string | null; period: string | null; of: number }

/** How reporting stands in every province that shares, and in all of them together, period by period. */
export async function nationFigures(db: DbOrTx, asked: NationAsked): Promise<NationFigures> {
  const { today, fromYear, year, programme, periodKind } = asked
  const { rows } = await sql<Raw>`
    with f as materialized (
      select o.id, o.province_id, o.period, o.due_day, o.invited, o.state as owed, r.state, r.submitted_day, r.is_empty,
        r.is_nil, r.completeness, coalesce(r.returns, 0) as returns
      from reporting.sharing s
      join organisations.province p on p.province_id = s.province_id and not p.is_central
      join reporting.obligation o on o.province_id = s.province_id
      join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      where s.with_nation and o.year between ${fromYear}::integer and ${year}::integer
        ${programme ? sql`and d.programme_code = ${programme}` : sql``}
        ${periodKind ? sql`and d.period_kind = ${periodKind}` : sql``}
    ), c as (select f.*, ${countedAsSql(today)} as counted from f)
    select grouping(c.province_id, c.period) as of, c.province_id as province, c.period,
      (select p.name from organisations.province p where p.province_id = c.province_id) as name, ${figuresSql(today)}
    from c
    group by grouping sets ((), (c.province_id), (c.period), (c.province_id, c.period))`.execute(db)
  const of = (mark: number) => rows.filter((r) => r.of === mark)
  const [sum] = of(3)
  const cells = of(0).map((r) => ({ province: r.province ?? 0, measure: asMeasure(r, { period: r.period }) }))
  return {
    sum: sum && sum.expected + sum.waived + sum.ended > 0 ? asMeasure(sum, {}) : null,
    provinces: of(1).map((r) => ({ ...asMeasure(r, {}), provinceId: r.province ?? 0, name: r.name ?? '' })),
    periods: of(2).map((r) => asMeasure(r, { period: r.period })),
    byProvince: new Map(
      [...Map.groupBy(cells, (c) => c.province)].map(([id, list]) => [id, list.map((c) => c.measure)]),
    ),
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
