import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { keeper, keeperOfMany } from '../../../lib/kept.ts'
import type { DutyKind } from '../obligation.ts'
import { labelSql } from './marks.sql.ts'
import { type Counted, type Measure, measureOf, type SideKeys } from './measure.ts'
import { countsSql } from './measures.sql.ts'
import { byEnd } from './period-label.ts'
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

/** Many requests share one: nothing in it may be changed. */
export interface NationFigures {
  sum: Measure | null
  provinces: readonly (Measure & { provinceId: number; name: string })[]
  periods: readonly Measure[]
  byProvince: ReadonlyMap<number, readonly Measure[]>
}

/** A province that shares, and the label of what its board shows. */
interface Sharing {
  provinceId: number
  name: string
  label: string
}

type PeriodCount = Counted & { provinceId: number; period: string }

/** The counts of a nation's provinces for a few pairs of years and filters. */
const kept = keeperOfMany<readonly PeriodCount[]>(34 * 8)
const keptFigures = keeper<NationFigures>(8)

/**
 * How reporting stands in every province that shares, and in all of them together, period by period. Each province's
 * counts are kept in memory while nothing of its reporting changes; everything else is sums of these few hundred.
 */
export async function nationFigures(db: DbOrTx, asked: NationAsked): Promise<NationFigures> {
  const sharing = await selectSharing(db)
  const filter = JSON.stringify([asked.fromYear, asked.year, asked.programme, asked.periodKind])
  const make = async () => addedUp(sharing, await countsOf(db, asked, sharing, filter))
  return db.isTransaction ? make() : keptFigures(db, filter, JSON.stringify([asked.today, sharing]), make)
}

/** By province. */
async function countsOf(
  db: DbOrTx,
  asked: NationAsked,
  sharing: readonly Sharing[],
  filter: string,
): Promise<ReadonlyMap<string, readonly PeriodCount[]>> {
  const labels = new Map(sharing.map((s) => [`${s.provinceId} ${filter}`, `${s.label} ${asked.today}`]))
  const make = async (keys: readonly string[]) => {
    const ids = keys.map(provinceOf)
    const found = Map.groupBy(await selectCounts(db, asked, ids.map(Number)), (c) => String(c.provinceId))
    return new Map(keys.map((key) => [key, found.get(provinceOf(key)) ?? []]))
  }
  const found = db.isTransaction ? await make([...labels.keys()]) : await kept(db, labels, make)
  return new Map([...found].map(([key, counts]) => [provinceOf(key), counts]))
}

function provinceOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}

function addedUp(
  sharing: readonly Sharing[],
  counts: ReadonlyMap<string, readonly PeriodCount[]>,
): NationFigures {
  const provinces = sharing.flatMap(({ provinceId, name }) => {
    const of = counts.get(String(provinceId)) ?? []
    return of.length === 0 ? [] : [{ provinceId, name, of }]
  })
  const all = provinces.flatMap((p) => p.of)
  return {
    sum: all.length > 0 ? summed(all, {}) : null,
    provinces: provinces.map(({ of, ...province }) => ({ ...summed(of, {}), ...province })),
    periods: byPeriod(all),
    byProvince: new Map(provinces.map(({ provinceId, of }) => [provinceId, byPeriod(of)])),
  }
}

async function selectSharing(db: DbOrTx): Promise<Sharing[]> {
  const { rows } = await sql<Sharing>`
    select s.province_id as "provinceId", p.name, m.label
    from reporting.sharing s join organisations.province p on p.province_id = s.province_id and not p.is_central
      cross join lateral (select ${labelSql} as label from reporting.mark m where m.province_id = s.province_id) m
    where s.with_nation order by s.province_id`.execute(db)
  return rows
}

async function selectCounts(db: DbOrTx, asked: NationAsked, ids: readonly number[]): Promise<PeriodCount[]> {
  const { today, fromYear, year, programme, periodKind } = asked
  const { rows } = await sql<PeriodCount>`
    with f as (
      select o.province_id, o.id, o.period, o.due_day, o.invited, o.state as owed, r.state, r.submitted_day,
        r.is_empty, r.is_nil, r.completeness, coalesce(r.returns, 0) as returns
      from reporting.sharing s
      join reporting.obligation o on o.province_id = s.province_id
      join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      where s.with_nation and s.province_id = any(${[...ids]}::int[])
        and o.year between ${fromYear}::integer and ${year}::integer
        ${programme ? sql`and d.programme_code = ${programme}` : sql``}
        ${periodKind ? sql`and d.period_kind = ${periodKind}` : sql``}
    ), c as materialized (select f.*, ${countedAsSql(today)} as counted from f)
    select c.province_id as "provinceId", c.period, ${countsSql(today)}
    from c group by c.province_id, c.period, c.counted`.execute(db)
  return rows
}

function byPeriod(rows: readonly PeriodCount[]): Measure[] {
  const periods = [...Map.groupBy(rows, (r) => r.period)].sort(([a], [b]) => byEnd(a, b))
  return periods.map(([period, of]) => summed(of, { period }))
}

/** A sum says nothing of the single report, not even where there is only one. */
function summed(rows: readonly PeriodCount[], keys: SideKeys): Measure {
  return { ...measureOf(rows, keys), longestOverdue: null, obligationId: null }
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
