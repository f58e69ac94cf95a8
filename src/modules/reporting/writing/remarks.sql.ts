import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** What a receiver asks to be mended in one section. */
export interface Remark {
  sectionCode: string
  text: string
  at: Date
  byName: string
}

export async function insertRemark(
  tx: Tx,
  provinceId: number,
  versionId: number,
  remark: Remark,
): Promise<void> {
  await tx
    .insertInto('reporting.remark')
    .values({
      province_id: provinceId,
      version_id: versionId,
      section_code: remark.sectionCode,
      text: remark.text,
      at: remark.at,
      by_name: remark.byName,
    })
    .execute()
}

export async function selectRemarks(db: DbOrTx, provinceId: number, versionId: number): Promise<Remark[]> {
  return db
    .selectFrom('reporting.remark')
    .select(['section_code as sectionCode', 'text', 'at', 'by_name as byName'])
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .execute()
}

/** A text that came too late or at the same time as another's: kept, so that nobody loses words. */
export interface KeptCopy {
  id: number
  sectionCode: string
  text: string
  keptAt: Date
  byName: string
  /** Laid beside the heir's words: the unit that is gone and had written it. Null: of somebody writing here. */
  fromUnitId: number | null
}

export async function insertCopy(
  tx: Tx,
  provinceId: number,
  versionId: number,
  copy: Omit<KeptCopy, 'id' | 'fromUnitId'>,
): Promise<void> {
  await tx
    .insertInto('reporting.narrative_copy')
    .values({
      province_id: provinceId,
      version_id: versionId,
      section_code: copy.sectionCode,
      text: copy.text,
      kept_at: copy.keptAt,
      by_name: copy.byName,
    })
    .execute()
}

/** Copies of a report that nobody has settled yet, oldest first, of whatever version. */
export async function selectCopies(db: DbOrTx, provinceId: number, reportId: number): Promise<KeptCopy[]> {
  return db
    .selectFrom('reporting.narrative_copy as c')
    .innerJoin('reporting.report_version as v', (j) =>
      j.onRef('v.province_id', '=', 'c.province_id').onRef('v.id', '=', 'c.version_id'),
    )
    .select([
      'c.id',
      'c.section_code as sectionCode',
      'c.text',
      'c.kept_at as keptAt',
      'c.by_name as byName',
      'c.from_unit_id as fromUnitId',
    ])
    .where('c.province_id', '=', provinceId)
    .where('v.report_id', '=', reportId)
    .where('c.settled_at', 'is', null)
    .orderBy('c.id')
    .execute()
}

/** Marks a copy as settled: merged or not wanted. False when somebody did already. */
export async function settleCopy(tx: Tx, provinceId: number, copyId: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('reporting.narrative_copy')
    .set({ settled_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', copyId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
