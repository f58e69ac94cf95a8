import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { itemOfSource, messageSource } from './sources.ts'

/** What had left when its text was withdrawn, and has to be taken down where it is. */
export interface Takedown {
  messageId: number
  itemId: number
  askedAt: Date
  doneAt: Date | null
  doneByName: string | null
}

/** Asked twice it is one: a second withdrawal of the same item asks about new messages only. */
export async function insertTakedown(
  tx: Tx,
  provinceId: number,
  t: Pick<Takedown, 'messageId' | 'itemId' | 'askedAt'>,
): Promise<void> {
  await tx
    .insertInto('editorial.takedown')
    .values({ province_id: provinceId, message_id: t.messageId, item_id: t.itemId, asked_at: t.askedAt })
    .onConflict((c) => c.columns(['province_id', 'message_id']).doNothing())
    .execute()
}

export async function selectTakedowns(db: DbOrTx, provinceId: number, itemId: number): Promise<Takedown[]> {
  return db
    .selectFrom('editorial.takedown')
    .select([
      'message_id as messageId',
      'item_id as itemId',
      'asked_at as askedAt',
      'done_at as doneAt',
      'done_by_name as doneByName',
    ])
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .orderBy('message_id')
    .execute()
}

export async function settleTakedown(
  tx: Tx,
  provinceId: number,
  messageId: number,
  done: { at: Date; byName: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('editorial.takedown')
    .set({ done_at: done.at, done_by_name: done.byName })
    .where('province_id', '=', provinceId)
    .where('message_id', '=', messageId)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Items where a channel refused, gave up or is unsure, or where something is still to be taken down: of these, or all
 * (null).
 */
export async function selectTroubled(
  db: DbOrTx,
  provinceId: number,
  itemIds: readonly number[] | null,
): Promise<Set<number>> {
  if (itemIds?.length === 0) return new Set()
  const failed = await db
    .selectFrom('publishing.message')
    .select('source')
    .distinct()
    .where('province_id', '=', provinceId)
    .where('state', 'in', ['failed', 'dead', 'unsure'])
    .where('source', 'like', 'editorial:%')
    .$if(itemIds !== null, (q) => q.where('source', 'in', (itemIds ?? []).map(messageSource)))
    .execute()
  const open = await db
    .selectFrom('editorial.takedown')
    .select('item_id as itemId')
    .distinct()
    .where('province_id', '=', provinceId)
    .where('done_at', 'is', null)
    .$if(itemIds !== null, (q) => q.where('item_id', 'in', [...(itemIds ?? [])]))
    .execute()
  return new Set([...failed.flatMap((f) => itemOfSource(f.source) ?? []), ...open.map((o) => o.itemId)])
}
