import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Correction } from '../outlet.ts'

/** What a correction is of. */
export type Corrected = { entryId: number } | { orientationId: number } | { outletId: number }

export async function insertCorrection(
  tx: Tx,
  provinceId: number,
  of: Corrected,
  c: Omit<Correction, 'id'>,
): Promise<void> {
  const { kind, why, at } = c
  await tx
    .insertInto('editorial.correction')
    .values({
      province_id: provinceId,
      entry_id: 'entryId' in of ? of.entryId : null,
      orientation_id: 'orientationId' in of ? of.orientationId : null,
      outlet_id: 'outletId' in of ? of.outletId : null,
      ...{ kind, why, at, by_name: c.byName, was: JSON.stringify(c.was) },
    })
    .execute()
}

/** The newest first. */
export async function selectCorrections(
  db: DbOrTx,
  provinceId: number,
  of: Corrected,
): Promise<Correction[]> {
  const query = db
    .selectFrom('editorial.correction')
    .select(['id', 'kind', 'why', 'was', 'at', 'by_name as byName'])
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
  const rows =
    'entryId' in of
      ? await query.where('entry_id', '=', of.entryId).execute()
      : 'orientationId' in of
        ? await query.where('orientation_id', '=', of.orientationId).execute()
        : await query.where('outlet_id', '=', of.outletId).execute()
  return rows.map((r) => ({
    ...r,
    kind: r.kind as Correction['kind'],
    was: r.was as unknown as Correction['was'],
  }))
}
