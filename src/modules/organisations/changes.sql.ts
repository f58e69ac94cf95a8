import type { DbOrTx } from '../../lib/db/db.ts'
import type { Change, ChangeKind } from './estate.ts'

/** Changes with the documents that ordered them. */
export async function changesById(db: DbOrTx, provinceId: number, ids: readonly number[]): Promise<Change[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisations.change')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind as ChangeKind,
    day: r.day,
    basis: {
      symbol: r.document_symbol,
      day: r.document_day,
      issuer: r.document_issuer,
      note: r.note,
      unverified: r.unverified,
    },
  }))
}

/** The change that ended a unit; null while it is there. */
export async function closingChangeOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('organisations.unit')
    .select('closing_change_id')
    .where('province_id', '=', provinceId)
    .where('id', '=', unitId)
    .executeTakeFirst()
  return row?.closing_change_id ?? null
}
