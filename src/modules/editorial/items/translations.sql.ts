import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Item } from '../item.ts'
import { asItem, itemColumns } from './items.sql.ts'

/** Translations of these items, those put away too, in the order of their languages. */
export async function selectTranslations(
  db: DbOrTx,
  provinceId: number,
  masterIds: readonly number[],
): Promise<(Item & { translatedVersion: number | null })[]> {
  if (masterIds.length === 0) return []
  const rows = await db
    .selectFrom('editorial.item as i')
    .select([...itemColumns, 'i.translated_version as translatedVersion'])
    .where('i.province_id', '=', provinceId)
    .where('i.translation_of', 'in', masterIds)
    .orderBy('i.language')
    .orderBy('i.id')
    .execute()
  return rows.map(({ translatedVersion, ...row }) => ({ ...asItem(row), translatedVersion }))
}

export interface OutdatedTranslation {
  id: number
  title: string
  language: string
  unitId: number
  says: number | null
  masterId: number
  masterTitle: string
  /** Null: the master is not public any more, its translation still is. */
  masterVersion: number | null
}

/** Public translations that no longer say what their master says, or whose master is gone. */
export async function selectOutdated(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | undefined,
): Promise<OutdatedTranslation[]> {
  let query = db
    .selectFrom('editorial.item as i')
    .innerJoin('editorial.item as m', (j) =>
      j.onRef('m.province_id', '=', 'i.province_id').onRef('m.id', '=', 'i.translation_of'),
    )
    .select([
      'i.id',
      'i.title',
      'i.language',
      'i.unit_id as unitId',
      'i.translated_version as says',
      'm.id as masterId',
      'm.title as masterTitle',
      'm.published_version as masterVersion',
    ])
    .where('i.province_id', '=', provinceId)
    .where('i.published_version', 'is not', null)
    .where((e) =>
      e.or([
        e('m.published_version', '>', e.ref('i.translated_version')),
        e.and([e('m.published_version', 'is', null), e('m.state', 'in', ['withdrawn', 'merged'])]),
      ]),
    )
  if (unitIds) query = query.where('i.unit_id', 'in', unitIds.length ? unitIds : [-1])
  return query.orderBy('m.id').orderBy('i.language').limit(200).execute()
}

export async function noteTranslated(
  tx: Tx,
  provinceId: number,
  id: number,
  masterVersion: number,
): Promise<void> {
  await tx
    .updateTable('editorial.item')
    .set({ translated_version: masterVersion })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}
