import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Pass, Stage, StageRole } from './stage.ts'

/** Every stage of the province, in order. */
export async function selectStages(db: DbOrTx, provinceId: number): Promise<Stage[]> {
  const rows = await db
    .selectFrom('editorial.review_stage')
    .select(['id', 'column_id as columnId', 'position', 'vi', 'en', 'roles', 'unit_id as unitId'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, roles: r.roles as StageRole[] }))
}

export async function selectPasses(
  db: DbOrTx,
  provinceId: number,
  itemIds: readonly number[],
): Promise<Pass[]> {
  if (itemIds.length === 0) return []
  return db
    .selectFrom('editorial.stage_pass')
    .select([
      'item_id as itemId',
      'number',
      'stage_id as stageId',
      'digest',
      'by_account as byAccount',
      'by_name as byName',
      'at',
    ])
    .where('province_id', '=', provinceId)
    .where('item_id', 'in', [...itemIds])
    .orderBy('at')
    .execute()
}

export async function insertPass(tx: Tx, provinceId: number, p: Pass): Promise<void> {
  await tx
    .insertInto('editorial.stage_pass')
    .values({
      province_id: provinceId,
      item_id: p.itemId,
      number: p.number,
      stage_id: p.stageId,
      digest: p.digest,
      by_account: p.byAccount,
      by_name: p.byName,
      at: p.at,
    })
    .execute()
}

export async function deleteStage(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .deleteFrom('editorial.review_stage')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function insertStage(tx: Tx, provinceId: number, s: Omit<Stage, 'id'>): Promise<void> {
  await tx
    .insertInto('editorial.review_stage')
    .values({
      province_id: provinceId,
      column_id: s.columnId,
      position: s.position,
      vi: s.vi,
      en: s.en,
      roles: [...s.roles],
      unit_id: s.unitId,
    })
    .execute()
}
