import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** What the versions that were taken from the units below give for one figure. */
export interface BelowFigure {
  figureCode: string
  rowCode: string
  sum: number
  maximum: number
  /** Versions that have a value. */
  parts: number
}

/** The figures of all taken versions, added up, in one statement whatever the number of units. */
export async function selectBelow(db: DbOrTx, provinceId: number, versionId: number): Promise<BelowFigure[]> {
  const found = await sql<BelowFigure>`
    select f.figure_code as "figureCode", f.row_code as "rowCode",
      sum(coalesce(f.manual, f.computed))::float8 as sum, max(coalesce(f.manual, f.computed))::float8 as maximum,
      count(coalesce(f.manual, f.computed))::int as parts
    from reporting.included_version i
      join reporting.figure f on f.province_id = i.province_id and f.version_id = i.child_version_id
    where i.province_id = ${provinceId} and i.version_id = ${versionId}
      and coalesce(f.manual, f.computed) is not null
    group by 1, 2`.execute(db)
  return found.rows
}

export type Basis = 'accepted' | 'submitted'

/**
 * Takes the versions of the units below that count by `basis`. A report that was handed in again after a correction
 * but not accepted again keeps the version that was taken before. Returns how many are taken now.
 */
export async function takeVersions(
  tx: Tx,
  provinceId: number,
  versionId: number,
  obligationId: number,
  basis: Basis,
): Promise<number> {
  await sql`update reporting.report_version set gathers = ${basis}
    where province_id = ${provinceId} and id = ${versionId}`.execute(tx)
  await sql`
    with current as (
      select r.id as report_id, v.id from reporting.obligation o
        join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
        join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id
          and v.state = 'submitted'
      where o.province_id = ${provinceId} and o.parent_id = ${obligationId} and o.state = 'owed'
        and r.state <> 'returned'
        and (${basis} = 'submitted' or r.state in ('accepted', 'consolidated', 'signed', 'sent')
          or (r.state = 'draft' and r.accepted_at is not null))
    ), kept as (
      select w.report_id, w.id from reporting.included_version i
        join reporting.report_version w on w.province_id = i.province_id and w.id = i.child_version_id
        join reporting.report r on r.province_id = w.province_id and r.id = w.report_id
        join reporting.obligation o on o.province_id = r.province_id and o.id = r.obligation_id
      where i.province_id = ${provinceId} and i.version_id = ${versionId} and o.parent_id = ${obligationId}
        and o.state = 'owed' and r.state in ('submitted', 'returned') and r.accepted_at is not null
        and w.state = 'superseded'
        and w.report_id not in (select report_id from current)
    ), wanted as (select id from current union all select id from kept), gone as (
      delete from reporting.included_version i where i.province_id = ${provinceId} and i.version_id = ${versionId}
        and i.child_version_id not in (select id from wanted)
    )
    insert into reporting.included_version (province_id, version_id, child_version_id)
      select ${provinceId}, ${versionId}, id from wanted on conflict do nothing`.execute(tx)
  const { n } = await tx
    .selectFrom('reporting.included_version')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Which reports a version takes. */
export async function selectGathers(db: DbOrTx, provinceId: number, versionId: number): Promise<Basis> {
  const row = await db
    .selectFrom('reporting.report_version')
    .select('gathers')
    .where('province_id', '=', provinceId)
    .where('id', '=', versionId)
    .executeTakeFirst()
  return row?.gathers === 'submitted' ? 'submitted' : 'accepted'
}

/** A version that begins after another takes what that one took. */
export async function copyTaken(tx: Tx, provinceId: number, from: number, to: number): Promise<void> {
  await sql`update reporting.report_version v set gathers = w.gathers from reporting.report_version w
    where v.province_id = ${provinceId} and v.id = ${to} and w.province_id = ${provinceId} and w.id = ${from}
    `.execute(tx)
  await sql`insert into reporting.included_version (province_id, version_id, child_version_id)
    select province_id, ${to}, child_version_id from reporting.included_version
    where province_id = ${provinceId} and version_id = ${from}`.execute(tx)
  await sql`insert into reporting.taken_passage (province_id, version_id, section_code, child_version_id, text)
    select province_id, ${to}, section_code, child_version_id, text from reporting.taken_passage
    where province_id = ${provinceId} and version_id = ${from}`.execute(tx)
}
