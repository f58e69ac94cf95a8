import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ResultsRead } from './results-sheet.ts'

export async function insertHeld(
  tx: Tx,
  actor: Actor,
  fileName: string,
  read: ResultsRead,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('feedback.held_import')
    .values({
      ...{ province_id: actor.provinceId, file_name: fileName, content: JSON.stringify(read) },
      ...{ by_account: actor.accountId, at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What one has sent oneself. */
export async function selectHeld(db: DbOrTx, actor: Actor, id: number) {
  const row = await db
    .selectFrom('feedback.held_import')
    .select(['id', 'file_name as fileName', 'content'])
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, read: row.content as unknown as ResultsRead }
}

/** False where it has been taken already: twice confirmed is once written. */
export async function deleteHeld(tx: Tx, actor: Actor, id: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('feedback.held_import')
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Sheets that nobody took. */
export async function deleteStaleHeld(tx: Tx, provinceId: number, before: Date): Promise<void> {
  await tx
    .deleteFrom('feedback.held_import')
    .where('province_id', '=', provinceId)
    .where('at', '<', before)
    .execute()
}
