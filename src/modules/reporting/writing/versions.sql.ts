import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ReportVersion } from '../report.ts'

const versionColumns = [
  'id',
  'report_id as reportId',
  'number',
  'state',
  'begun_at as begunAt',
  'begun_by_name as begunByName',
  'submitted_at as submittedAt',
  'submitted_by_name as submittedByName',
  'correction_reason as correctionReason',
  'completeness',
  'is_empty as isEmpty',
  'nil_reason as nilReason',
  'activity_ids as activityIds',
  'digest',
] as const

type VersionRow = Omit<ReportVersion, 'state' | 'completeness'> & {
  state: string
  completeness: string | null
}

function asVersion(row: VersionRow): ReportVersion {
  return {
    ...row,
    state: row.state as ReportVersion['state'],
    completeness: row.completeness === null ? null : Number(row.completeness),
    activityIds: row.activityIds?.map(Number) ?? null,
  }
}

/** The versions of a report, newest first. */
export async function selectVersions(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<ReportVersion[]> {
  const rows = await db
    .selectFrom('reporting.report_version')
    .select(versionColumns)
    .where('province_id', '=', provinceId)
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(asVersion)
}

export async function selectVersion(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
): Promise<ReportVersion | null> {
  const row = await db
    .selectFrom('reporting.report_version')
    .select(versionColumns)
    .where('province_id', '=', provinceId)
    .where('id', '=', versionId)
    .executeTakeFirst()
  return row ? asVersion(row) : null
}

export async function insertVersion(
  tx: Tx,
  provinceId: number,
  v: { reportId: number; number: number; byName: string; correctionReason: string | null },
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('reporting.report_version')
    .values({
      province_id: provinceId,
      report_id: v.reportId,
      number: v.number,
      begun_at: now,
      begun_by_name: v.byName,
      correction_reason: v.correctionReason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Hands a working version in: from now on the database refuses to change it. */
export async function sealVersion(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sealed: {
    at: Date
    byName: string
    completeness: number | null
    isEmpty: boolean
    nilReason: string | null
    activityIds: readonly number[]
    digest: string
  },
): Promise<void> {
  const one = { province_id: provinceId, id: versionId }
  await tx
    .updateTable('reporting.report_version as v')
    .set({ state: 'superseded' })
    .where('v.province_id', '=', one.province_id)
    .where('v.state', '=', 'submitted')
    .where('v.report_id', '=', (e) =>
      e
        .selectFrom('reporting.report_version as w')
        .select('w.report_id')
        .where('w.province_id', '=', one.province_id)
        .where('w.id', '=', one.id),
    )
    .execute()
  await tx
    .updateTable('reporting.report_version')
    .set({
      state: 'submitted',
      submitted_at: sealed.at,
      submitted_by_name: sealed.byName,
      completeness: sealed.completeness === null ? null : String(sealed.completeness),
      is_empty: sealed.isEmpty,
      nil_reason: sealed.nilReason,
      activity_ids: [...sealed.activityIds],
      digest: sealed.digest,
    })
    .where('province_id', '=', one.province_id)
    .where('id', '=', one.id)
    .execute()
}
