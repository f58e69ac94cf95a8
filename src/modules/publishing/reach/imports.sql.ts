import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { FiguresRead } from './figures-read.ts'

export async function insertImport(
  tx: Tx,
  actor: Actor,
  file: { id: number; name: string },
  read: FiguresRead,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.reach_import')
    .values({
      province_id: actor.provinceId,
      file_id: file.id,
      file_name: file.name,
      content: JSON.stringify(read),
      by_account: actor.accountId,
      by_name: actor.name,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectImport(db: DbOrTx, actor: Actor, id: number) {
  const row = await db
    .selectFrom('publishing.reach_import')
    .select(['id', 'file_id as fileId', 'file_name as fileName', 'content'])
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, read: row.content as FiguresRead } : null
}

export async function deleteImport(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx
    .deleteFrom('publishing.reach_import')
    .where('province_id', '=', actor.provinceId)
    .where('id', '=', id)
    .execute()
}
