import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Item } from '../item.ts'

/** The line of the register of models, or of shortcomings, that an item tells of; null: none. */
export async function selectRegisterId(
  db: DbOrTx,
  provinceId: number,
  { id, kind }: Pick<Item, 'id' | 'kind'>,
): Promise<number | null> {
  if (kind !== 'exemplar' && kind !== 'shortcoming') return null
  const row = await db
    .selectFrom(kind === 'exemplar' ? 'editorial.model' : 'editorial.shortcoming')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('item_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
