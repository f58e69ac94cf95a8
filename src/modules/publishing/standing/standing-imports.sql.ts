import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { StandingRead } from './standing-sheet.ts'

export async function insertHeld(
  tx: Tx,
  actor: Actor,
  fileName: string,
  read: StandingRead,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.standing_import')
    .values({
      province_id: actor.provinceId,
      file_name: fileName,
      content: JSON.stringify(read),
      by_account: actor.accountId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What one has sent oneself. */
export async function selectHeld(db: DbOrTx, actor: Actor, id: number) {
  const row = await db
    .selectFrom('publishing.standing_import')
    .select(['id', 'file_name as fileName', 'content'])
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, read: row.content as StandingRead }
}

/** False where somebody has taken it already: twice confirmed is once written. */
export async function deleteHeld(tx: Tx, actor: Actor, id: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('publishing.standing_import')
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
