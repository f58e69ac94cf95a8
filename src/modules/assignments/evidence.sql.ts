import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Author } from './activities.sql.ts'
import type { Evidence } from './activity.ts'

const columns = [
  'evidence.id',
  'evidence.unit_id as unitId',
  'evidence.kind',
  'evidence.file_id as fileId',
  'evidence.url',
  'evidence.caption',
  'evidence.taken_day as takenDay',
  'evidence.added_at as addedAt',
  'evidence.added_by_name as addedByName',
] as const

export type NewEvidence = { caption: string; takenDay: string | null } & (
  | { kind: 'file'; fileId: number }
  | { kind: 'link'; url: string }
)

export async function insertEvidence(tx: Tx, by: Author, evidence: NewEvidence, now: Date): Promise<number> {
  const row = await tx
    .insertInto('assignments.evidence')
    .values({
      province_id: by.provinceId,
      unit_id: by.unitId,
      kind: evidence.kind,
      file_id: evidence.kind === 'file' ? evidence.fileId : null,
      url: evidence.kind === 'link' ? evidence.url : null,
      caption: evidence.caption,
      taken_day: evidence.takenDay,
      added_at: now,
      added_by: by.accountId,
      added_by_name: by.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function attachEvidence(
  tx: Tx,
  provinceId: number,
  activityId: number,
  evidenceIds: readonly number[],
): Promise<void> {
  if (evidenceIds.length === 0) return
  await tx
    .insertInto('assignments.activity_evidence')
    .values(evidenceIds.map((id) => ({ province_id: provinceId, activity_id: activityId, evidence_id: id })))
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function detachEvidence(
  tx: Tx,
  provinceId: number,
  activityId: number,
  evidenceId: number,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('assignments.activity_evidence')
    .where('province_id', '=', provinceId)
    .where('activity_id', '=', activityId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function selectEvidence(db: DbOrTx, provinceId: number, id: number): Promise<Evidence | null> {
  const row = await db
    .selectFrom('assignments.evidence as evidence')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, kind: row.kind as Evidence['kind'] } : null
}

/** The evidence of each activity, oldest first. */
export async function evidenceOf(
  db: DbOrTx,
  provinceId: number,
  activityIds: readonly number[],
): Promise<Map<number, Evidence[]>> {
  const found = new Map<number, Evidence[]>()
  if (activityIds.length === 0) return found
  const rows = await db
    .selectFrom('assignments.activity_evidence as link')
    .innerJoin('assignments.evidence as evidence', (j) =>
      j.onRef('evidence.province_id', '=', 'link.province_id').onRef('evidence.id', '=', 'link.evidence_id'),
    )
    .select(['link.activity_id as activityId', ...columns])
    .where('link.province_id', '=', provinceId)
    .where('link.activity_id', 'in', activityIds)
    .orderBy('evidence.id')
    .execute()
  for (const { activityId, ...row } of rows) {
    const list = found.get(activityId) ?? []
    list.push({ ...row, kind: row.kind as Evidence['kind'] })
    found.set(activityId, list)
  }
  return found
}

/** What a unit has uploaded lately, to be used again instead of uploaded again. */
export async function recentEvidence(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  limit: number,
): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('assignments.evidence as evidence')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('unit_id', '=', unitId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Evidence['kind'] }))
}

/** Units whose assignments an evidence serves, besides its own: they may see it too. */
export async function unitsServedByEvidence(
  db: DbOrTx,
  provinceId: number,
  evidenceId: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('assignments.activity_evidence as shown')
    .innerJoin('assignments.activity_assignment as served', (j) =>
      j
        .onRef('served.province_id', '=', 'shown.province_id')
        .onRef('served.activity_id', '=', 'shown.activity_id'),
    )
    .innerJoin('assignments.assignment as a', (j) =>
      j.onRef('a.province_id', '=', 'served.province_id').onRef('a.id', '=', 'served.assignment_id'),
    )
    .innerJoin('assignments.assignment as lead', (j) =>
      j
        .onRef('lead.province_id', '=', 'a.province_id')
        .onRef('lead.task_id', '=', 'a.task_id')
        .on('lead.role', '=', 'lead')
        .on('lead.via_group_id', 'is', null),
    )
    .select('lead.unit_id as unitId')
    .distinct()
    .where('shown.province_id', '=', provinceId)
    .where('shown.evidence_id', '=', evidenceId)
    .execute()
  return rows.map((r) => r.unitId)
}
