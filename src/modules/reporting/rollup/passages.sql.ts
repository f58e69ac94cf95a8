import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export interface PassageRow {
  childVersionId: number
  reportId: number
  unitId: number
  sectionCode: string
  text: string
  taken: string | null
}

/**
 * What the taken versions say, section by section, and how each unit's passage read when it went into the
 * consolidated words, of whatever version it was then. `sectionCode` null: all sections.
 */
export async function selectPassages(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
  sectionCode: string | null,
): Promise<PassageRow[]> {
  const found = await sql<PassageRow>`
    with child as materialized (
      select w.id, w.report_id, o.unit_id, w.nil_reason from reporting.included_version i
        join reporting.report_version w on w.province_id = i.province_id and w.id = i.child_version_id
        join reporting.report r on r.province_id = w.province_id and r.id = w.report_id
        join reporting.obligation o on o.province_id = r.province_id and o.id = r.obligation_id
      where i.province_id = ${provinceId} and i.version_id = ${versionId}
    ), told as (
      select t.section_code, w.report_id, t.text from reporting.taken_passage t
        join reporting.report_version w on w.province_id = t.province_id and w.id = t.child_version_id
      where t.province_id = ${provinceId} and t.version_id = ${versionId}
    )
    select c.id as "childVersionId", c.report_id as "reportId", c.unit_id as "unitId",
      n.section_code as "sectionCode", n.text, told.text as taken
    from child c
      join reporting.narrative n on n.province_id = ${provinceId} and n.version_id = c.id
      left join told on told.report_id = c.report_id and told.section_code = n.section_code
    where ${sectionCode}::text is null or n.section_code = ${sectionCode}`.execute(db)
  return found.rows
}

/** Writes down which words of which versions went into a section; older words of the same reports are forgotten. */
export async function writeTaken(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sectionCode: string,
  passages: readonly { childVersionId: number; reportId: number; text: string }[],
): Promise<void> {
  if (passages.length === 0) return
  await sql`
    delete from reporting.taken_passage t using reporting.report_version w
    where t.province_id = ${provinceId} and t.version_id = ${versionId} and t.section_code = ${sectionCode}
      and w.province_id = t.province_id and w.id = t.child_version_id
      and w.report_id = any(${passages.map((p) => p.reportId)}::bigint[])`.execute(tx)
  await sql`
    insert into reporting.taken_passage (province_id, version_id, section_code, child_version_id, text)
    select ${provinceId}, ${versionId}, ${sectionCode}, p.* from unnest(
      ${passages.map((p) => p.childVersionId)}::bigint[], ${passages.map((p) => p.text)}::text[]) as p`.execute(
    tx,
  )
}

/** The accepted reports of which a version took something become consolidated, each with its step. Returns how many. */
export async function markConsolidated(
  tx: Tx,
  provinceId: number,
  versionId: number,
  byName: string,
  now: Date,
): Promise<number> {
  const done = await sql`
    with moved as (
      update reporting.report r set state = 'consolidated', version = r.version + 1
      from reporting.included_version i join reporting.report_version w
        on w.province_id = i.province_id and w.id = i.child_version_id
      where i.province_id = ${provinceId} and i.version_id = ${versionId} and r.province_id = i.province_id
        and r.id = w.report_id and r.state = 'accepted'
      returning r.id, w.number
    )
    insert into reporting.step (province_id, report_id, version_number, from_state, to_state, at, actor_name)
    select ${provinceId}, id, number, 'accepted', 'consolidated', ${now}, ${byName} from moved`.execute(tx)
  return Number(done.numAffectedRows ?? 0)
}
