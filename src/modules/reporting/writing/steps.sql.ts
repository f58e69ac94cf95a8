import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ReportState } from '../report.ts'

/** One step in the life of a report. */
export interface ReportStep {
  id: number
  versionNumber: number
  from: ReportState
  to: ReportState
  at: Date
  actorName: string
  note: string | null
}

export async function insertReportStep(
  tx: Tx,
  provinceId: number,
  reportId: number,
  step: Omit<ReportStep, 'id'> & { accountId: number | null },
): Promise<void> {
  await tx
    .insertInto('reporting.step')
    .values({
      province_id: provinceId,
      report_id: reportId,
      version_number: step.versionNumber,
      from_state: step.from,
      to_state: step.to,
      at: step.at,
      account_id: step.accountId,
      actor_name: step.actorName,
      note: step.note,
    })
    .execute()
}

/** The steps of a report, oldest first. */
export async function selectReportSteps(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<ReportStep[]> {
  const rows = await db
    .selectFrom('reporting.step')
    .select([
      'id',
      'version_number as versionNumber',
      'from_state as from',
      'to_state as to',
      'at',
      'actor_name as actorName',
      'note',
    ])
    .where('province_id', '=', provinceId)
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, from: r.from as ReportState, to: r.to as ReportState }))
}
