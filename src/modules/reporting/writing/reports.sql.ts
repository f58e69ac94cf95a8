import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Duty, Obligation } from '../obligation.ts'
import type { Report, ReportState } from '../report.ts'
import type { Template } from '../template.ts'

/** A report with what it is owed for and to whom: what every verb and page of a report begins with. */
export interface ReportFile {
  provinceId: number
  report: Report
  obligation: Obligation
  duty: Pick<
    Duty,
    'id' | 'name' | 'programmeCode' | 'source' | 'periodKind' | 'toUnitId' | 'toName' | 'viaUnitId'
  >
  template: Pick<Template, 'id' | 'name' | 'shape'>
  /** Is it consolidated from reports of units below? */
  gathers: boolean
}

const reportColumns = [
  'r.id',
  'r.obligation_id as obligationId',
  'r.template_version_id as templateVersionId',
  'r.state',
  'r.latest_number as latestNumber',
  'r.submitted_at as submittedAt',
  'r.submitted_day as submittedDay',
  'r.submitted_by_name as submittedByName',
  'r.accepted_at as acceptedAt',
  'r.sent_at as sentAt',
  'r.returns',
  'r.completeness',
  'r.is_empty as isEmpty',
  'r.is_nil as isNil',
  'r.symbol',
  'r.issued_day as issuedDay',
  'r.signer',
  'r.signer_title as signerTitle',
  'r.version',
] as const

const fileColumns = [
  'o.duty_id as dutyId',
  'o.unit_id as unitId',
  'o.period',
  'o.year',
  'o.from_day as fromDay',
  'o.to_day as toDay',
  'o.cutoff_day as cutoffDay',
  'o.due_day as dueDay',
  'o.first_due_day as firstDueDay',
  'o.why_vi as whyVi',
  'o.why_en as whyEn',
  'o.parent_id as parentId',
  'o.invited',
  'o.inherited',
  'o.end_kind as endKind',
  'o.state as owedState',
  'o.state_reason as stateReason',
  'd.name as dutyName',
  'd.programme_code as programmeCode',
  'd.source',
  'd.period_kind as periodKind',
  'd.to_unit_id as toUnitId',
  'd.to_name as toName',
  'd.via_unit_id as viaUnitId',
  't.id as templateId',
  't.name_vi as templateVi',
  't.name_en as templateEn',
  't.shape',
] as const

function files(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('reporting.report as r')
    .innerJoin('reporting.obligation as o', (j) =>
      j.onRef('o.province_id', '=', 'r.province_id').onRef('o.id', '=', 'r.obligation_id'),
    )
    .innerJoin('reporting.duty as d', (j) =>
      j.onRef('d.province_id', '=', 'o.province_id').onRef('d.id', '=', 'o.duty_id'),
    )
    .innerJoin('reporting.template_version as tv', (j) =>
      j.onRef('tv.province_id', '=', 'r.province_id').onRef('tv.id', '=', 'r.template_version_id'),
    )
    .innerJoin('reporting.template as t', (j) =>
      j.onRef('t.province_id', '=', 'tv.province_id').onRef('t.id', '=', 'tv.template_id'),
    )
    .select([...reportColumns, ...fileColumns])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('reporting.obligation as c')
            .select('c.id')
            .whereRef('c.province_id', '=', 'o.province_id')
            .whereRef('c.parent_id', '=', 'o.id'),
        )
        .as('gathers'),
    )
    .where('r.province_id', '=', provinceId)
}

type FileRow = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>

function asFile(provinceId: number, row: FileRow): ReportFile {
  const { id, obligationId, state, completeness, ...rest } = row
  return {
    provinceId,
    report: {
      ...pick(rest, reportKeys),
      ...{ id, obligationId, state: state as ReportState },
      completeness: completeness === null ? null : Number(completeness),
    },
    obligation: {
      ...pick(rest, obligationKeys),
      id: obligationId,
      why: { vi: rest.whyVi, en: rest.whyEn },
      state: rest.owedState as Obligation['state'],
      endKind: rest.endKind as Obligation['endKind'],
    },
    duty: {
      ...pick(rest, ['programmeCode', 'source', 'toUnitId', 'toName', 'viaUnitId']),
      id: rest.dutyId,
      name: rest.dutyName,
      periodKind: rest.periodKind as Duty['periodKind'],
    },
    template: {
      id: rest.templateId,
      name: { vi: rest.templateVi, en: rest.templateEn },
      shape: rest.shape as Template['shape'],
    },
    gathers: Boolean(rest.gathers),
  }
}

const reportKeys = [
  'templateVersionId',
  'latestNumber',
  'submittedAt',
  'submittedDay',
  'submittedByName',
  'acceptedAt',
  'sentAt',
  'returns',
  'isEmpty',
  'isNil',
  'symbol',
  'issuedDay',
  'signer',
  'signerTitle',
  'version',
] as const
const obligationKeys = [
  'dutyId',
  'unitId',
  'period',
  'year',
  'fromDay',
  'toDay',
  'cutoffDay',
  'dueDay',
  'firstDueDay',
  'parentId',
  'invited',
  'inherited',
  'stateReason',
] as const

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((k) => [k, from[k]])) as Pick<T, K>
}

export async function selectFile(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<ReportFile | null> {
  const row = await files(db, provinceId).where('r.id', '=', reportId).executeTakeFirst()
  return row ? asFile(provinceId, row) : null
}

/** The same, held until the transaction ends: two verbs on one report come one after the other. */
export async function selectFileForChange(
  tx: Tx,
  provinceId: number,
  reportId: number,
): Promise<ReportFile | null> {
  const row = await files(tx, provinceId).where('r.id', '=', reportId).forUpdate('r').executeTakeFirst()
  return row ? asFile(provinceId, row) : null
}

export async function selectReportId(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('reporting.report')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('obligation_id', '=', obligationId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes a report; null when somebody opened it at the same moment. */
export async function insertReport(
  tx: Tx,
  provinceId: number,
  obligationId: number,
  templateVersionId: number,
): Promise<number | null> {
  const row = await tx
    .insertInto('reporting.report')
    .values({
      province_id: provinceId,
      obligation_id: obligationId,
      template_version_id: templateVersionId,
      state: 'draft',
    })
    .onConflict((c) => c.columns(['province_id', 'obligation_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type ReportChange = Partial<Omit<Report, 'id' | 'obligationId' | 'version' | 'templateVersionId'>>

export async function updateReport(
  tx: Tx,
  provinceId: number,
  reportId: number,
  set: ReportChange,
): Promise<void> {
  const names: Record<keyof ReportChange, string> = {
    state: 'state',
    latestNumber: 'latest_number',
    submittedAt: 'submitted_at',
    submittedDay: 'submitted_day',
    submittedByName: 'submitted_by_name',
    acceptedAt: 'accepted_at',
    sentAt: 'sent_at',
    returns: 'returns',
    completeness: 'completeness',
    isEmpty: 'is_empty',
    isNil: 'is_nil',
    symbol: 'symbol',
    issuedDay: 'issued_day',
    signer: 'signer',
    signerTitle: 'signer_title',
  }
  const values = Object.fromEntries(
    Object.entries(set).map(([key, value]) => [names[key as keyof ReportChange], value]),
  )
  await tx
    .updateTable('reporting.report')
    .set((e) => ({ ...values, version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', reportId)
    .execute()
}
