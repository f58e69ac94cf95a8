import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** A piece of evidence as reports show it. */
export interface ShownEvidence {
  id: number
  unitId: number
  kind: 'file' | 'link'
  url: string | null
  caption: string
  takenDay: Day | null
  /** Of the file's content; null for links. */
  sha256: string | null
}

const columns = sql<ShownEvidence>`e.id, e.unit_id as "unitId", e.kind, e.url, e.caption, e.taken_day as "takenDay",
  encode(f.sha256, 'hex') as sha256`
const source = sql`assignments.evidence e left join files.file f on f.province_id = e.province_id and f.id = e.file_id`

/** Evidence attached to the sections of a version, by section. */
export async function selectAttached(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
): Promise<(ShownEvidence & { sectionCode: string })[]> {
  const found = await sql<ShownEvidence & { sectionCode: string }>`
    select s.section_code as "sectionCode", ${columns} from ${source}
      join reporting.report_evidence s on s.province_id = e.province_id and s.evidence_id = e.id
    where s.province_id = ${provinceId} and s.version_id = ${versionId}
    order by s.section_code, e.id`.execute(db)
  return found.rows
}

/** Evidence of activities, each piece once, with the activities it shows. */
export async function selectOfActivities(
  db: DbOrTx,
  provinceId: number,
  activityIds: readonly number[],
): Promise<(ShownEvidence & { activityIds: number[] })[]> {
  if (activityIds.length === 0) return []
  const found = await sql<ShownEvidence & { activityIds: number[] }>`
    select ${columns}, x."activityIds" from ${source}
      join (select evidence_id, array_agg(activity_id order by activity_id)::float8[] as "activityIds"
        from assignments.activity_evidence
        where province_id = ${provinceId} and activity_id = any(${[...activityIds]}::bigint[])
        group by 1) x on x.evidence_id = e.id
    where e.province_id = ${provinceId} and e.withdrawn_at is null
    order by e.id`.execute(db)
  return found.rows
}

/** Attaches pieces of the given units to a section; pieces of other units are passed over. Returns how many are new. */
export async function attachToSection(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sectionCode: string,
  evidenceIds: readonly number[],
  unitIds: readonly number[],
): Promise<number> {
  const result = await sql`
    insert into reporting.report_evidence (province_id, version_id, section_code, evidence_id)
    select ${provinceId}, ${versionId}, ${sectionCode}, id from assignments.evidence
    where province_id = ${provinceId} and id = any(${[...evidenceIds]}::bigint[])
      and unit_id = any(${[...unitIds]}::bigint[]) and withdrawn_at is null
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

export async function detachFromSection(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sectionCode: string,
  evidenceId: number,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('reporting.report_evidence')
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .where('section_code', '=', sectionCode)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
