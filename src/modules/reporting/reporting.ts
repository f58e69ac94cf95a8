import type { Actor } from '../../lib/actor.ts'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import {
  countPressing,
  type ObligationFilter,
  type ObligationRow,
  selectObligations,
} from './obligations/lists.sql.ts'
import { type VersionContent, versionContent } from './writing/content.ts'
import { selectVersions } from './writing/versions.sql.ts'

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

/** How many reports of the units for which the actor works are overdue, or fall due within two weeks. */
export function reportsPressing(
  db: DbOrTx,
  actor: Actor,
  today: Day,
): Promise<{ overdue: number; soon: number }> {
  const works = ['agency_officer', 'agency_head', 'province_lead']
  const unitIds = actor.grants.filter((g) => works.includes(g.role)).map((g) => g.unitId)
  return countPressing(db, actor.provinceId, unitIds, today, addDays(today, 14))
}

/** One owed report, whatever its state, with its duty, unit and report. Refuses with not_found. */
export async function obligationById(db: DbOrTx, provinceId: number, id: number): Promise<ObligationRow> {
  const { rows } = await selectObligations(db, provinceId, { ids: [id], states: ['owed', 'ended', 'waived'] })
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** What a report says: of the version that was handed in last, and null while there is none. */
export async function reportContent(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<VersionContent | null> {
  const versions = await selectVersions(db, provinceId, reportId)
  const counting = versions.find((v) => v.state === 'submitted')
  return counting ? versionContent(db, provinceId, counting.id) : null
}
