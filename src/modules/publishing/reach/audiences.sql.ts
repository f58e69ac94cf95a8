import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type AudienceWords, usualAudiences } from './reach.ts'

/** A name of the catalogue as the room that keeps it hands it down, in its order. */
export interface AudienceName {
  code: string
  vi: string
  en: string
  active: boolean
}

export async function replaceAudienceNames(
  tx: Tx,
  provinceId: number,
  names: readonly AudienceName[],
): Promise<void> {
  await tx.deleteFrom('publishing.audience_name').where('province_id', '=', provinceId).execute()
  if (names.length === 0) return
  await tx
    .insertInto('publishing.audience_name')
    .values(
      names.map(({ code, vi, en, active }, position) => ({
        ...{ province_id: provinceId, code, position, active, name_vi: vi, name_en: en },
      })),
    )
    .execute()
}

/** Whom a text of this province may be for, by code; those every province begins with where none were handed down. */
export async function selectAudienceNames(db: DbOrTx, provinceId: number): Promise<AudienceWords> {
  const rows = await db
    .selectFrom('publishing.audience_name')
    .select(['code', 'name_vi as vi', 'name_en as en', 'active'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .execute()
  if (rows.length === 0) return usualAudiences
  return Object.fromEntries(rows.map(({ code, ...name }) => [code, name]))
}
