import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

interface Valued {
  figureCode: string
  rowCode: string
  value: number
}

const counted = sql`coalesce(f.manual, f.computed) is not null`
const value = sql`coalesce(f.manual, f.computed)::float8 as value`

/** Figures of the unit's earlier periods in the same duty, each with how many periods ago (1: the one before). */
export async function selectPast(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
  periods: number,
): Promise<(Valued & { ago: number })[]> {
  const found = await sql<Valued & { ago: number }>`
    with o as (select * from reporting.obligation where province_id = ${provinceId} and id = ${obligationId}),
    earlier as (
      select e.id, (row_number() over (order by e.to_day desc, e.id desc))::int as ago from reporting.obligation e, o
      where e.province_id = ${provinceId} and e.duty_id = o.duty_id and e.unit_id = o.unit_id
        and e.to_day < o.from_day + 1 and e.state = 'owed'
      order by e.to_day desc, e.id desc limit ${periods}
    )
    select earlier.ago, f.figure_code as "figureCode", f.row_code as "rowCode", ${value}
    from earlier
      join reporting.report r on r.province_id = ${provinceId} and r.obligation_id = earlier.id
      join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id and v.state = 'submitted'
      join reporting.figure f on f.province_id = v.province_id and f.version_id = v.id and ${counted}
    order by earlier.ago, f.figure_code, f.row_code`.execute(db)
  return found.rows
}

/** Figures that other units of the same level have in this duty and period; reports without content do not count. */
export async function selectPeers(db: DbOrTx, provinceId: number, obligationId: number): Promise<Valued[]> {
  const found = await sql<Valued>`
    with o as (
      select o.*, u.level from reporting.obligation o
        join organisations.unit_version u on u.province_id = o.province_id and u.unit_id = o.unit_id
          and u.valid_from <= o.cutoff_day and (u.valid_to is null or u.valid_to > o.cutoff_day)
      where o.province_id = ${provinceId} and o.id = ${obligationId}
    )
    select f.figure_code as "figureCode", f.row_code as "rowCode", ${value}
    from o
      join reporting.obligation p on p.province_id = ${provinceId} and p.duty_id = o.duty_id
        and p.period = o.period and p.id <> o.id and p.state = 'owed'
      join organisations.unit_version u on u.province_id = p.province_id and u.unit_id = p.unit_id
        and u.valid_from <= p.cutoff_day and (u.valid_to is null or u.valid_to > p.cutoff_day)
        and u.level = o.level
      join reporting.report r on r.province_id = p.province_id and r.obligation_id = p.id
        and r.is_empty is not true
      join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id and v.state = 'submitted'
      join reporting.figure f on f.province_id = v.province_id and f.version_id = v.id and ${counted}
    order by f.figure_code, f.row_code, p.id`.execute(db)
  return found.rows
}

/** Single figures of the units below that have had the same value, not nought, for so many periods in a row. */
export async function selectStill(
  db: DbOrTx,
  provinceId: number,
  parentId: number,
  periods: number,
): Promise<{ unitId: number; reportId: number; figureCode: string; value: number }[]> {
  const found = await sql<{ unitId: number; reportId: number; figureCode: string; value: number }>`
    with child as (
      select o.duty_id, o.unit_id, o.to_day, r.id as report_id from reporting.obligation o
        join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      where o.province_id = ${provinceId} and o.parent_id = ${parentId} and o.state = 'owed'
    ), told as (
      select c.unit_id, c.report_id, v.id as version_id,
        row_number() over (partition by c.unit_id, c.duty_id order by e.to_day desc, e.id desc) as place
      from child c
        join reporting.obligation e on e.province_id = ${provinceId} and e.duty_id = c.duty_id
          and e.unit_id = c.unit_id and e.to_day <= c.to_day and e.to_day > c.to_day - 1500 and e.state = 'owed'
        join reporting.report r on r.province_id = e.province_id and r.obligation_id = e.id
        join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id
          and v.state = 'submitted'
    )
    select t.unit_id as "unitId", t.report_id as "reportId", f.figure_code as "figureCode",
      min(coalesce(f.manual, f.computed))::float8 as value
    from told t join reporting.figure f on f.province_id = ${provinceId} and f.version_id = t.version_id
      and f.row_code = '' and ${counted}
    where t.place <= ${periods}
    group by 1, 2, 3
    having count(*) = ${periods} and min(coalesce(f.manual, f.computed)) = max(coalesce(f.manual, f.computed))
      and min(coalesce(f.manual, f.computed)) <> 0
    order by 1, 3, 2`.execute(db)
  return found.rows
}

export interface Explanation {
  findingKey: string
  text: string
  at: Date
  byName: string
}

export async function selectExplanations(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
): Promise<Explanation[]> {
  return db
    .selectFrom('reporting.explanation')
    .select(['finding_key as findingKey', 'text', 'at', 'by_name as byName'])
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .execute()
}

export async function writeExplanation(
  tx: Tx,
  provinceId: number,
  versionId: number,
  e: Explanation,
): Promise<void> {
  const words = { text: e.text, at: e.at, by_name: e.byName }
  await tx
    .insertInto('reporting.explanation')
    .values({ province_id: provinceId, version_id: versionId, finding_key: e.findingKey, ...words })
    .onConflict((c) => c.columns(['province_id', 'version_id', 'finding_key']).doUpdateSet(words))
    .execute()
}
