import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../lib/db/db.ts'
import type { Mended } from './publication.ts'

/** False: it stood there already. A translation tells the same as its original. */
export async function updateMended(
  tx: Tx,
  provinceId: number,
  id: number,
  mended: Mended | null,
): Promise<boolean> {
  const json = mended && JSON.stringify(mended)
  const done = await tx
    .updateTable('publishing.publication')
    .set({ mended: json })
    .where('province_id', '=', provinceId)
    .where((e) => e.or([e('id', '=', id), e('translation_of', '=', id)]))
    .where(sql<SqlBool>`mended is distinct from ${json}::jsonb`)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
