import type { DbOrTx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { type ObligationFilter, type ObligationRow, selectObligations } from './obligations/lists.sql.ts'

/** Owed reports that pass the filter by due day, with the number of all that pass. */
export function obligationsWhere(
  db: DbOrTx,
  provinceId: number,
  filter: ObligationFilter,
  limit?: number,
  offset?: number,
): Promise<{ rows: ObligationRow[]; total: number }> {
  return selectObligations(db, provinceId, filter, limit, offset)
}

/** One owed report, whatever its state, with its duty, unit and report. Refuses with not_found. */
export async function obligationById(db: DbOrTx, provinceId: number, id: number): Promise<ObligationRow> {
  const { rows } = await selectObligations(db, provinceId, { ids: [id], states: ['owed', 'ended', 'waived'] })
  if (!rows[0]) throw notFound()
  return rows[0]
}
