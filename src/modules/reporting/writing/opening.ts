import type { Actor } from '../../../lib/actor.ts'
import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../../lib/errors.ts'
import { holderOf } from '../../organisations/organisations.ts'
import { programmesOf } from '../../plans/plans.ts'
import { isOpen } from '../report.ts'
import { takeVersions } from '../rollup/below.sql.ts'
import { defaultTemplate, openTemplates } from '../templates/shipping.ts'
import { type KeptVersion, selectPublished } from '../templates/templates.sql.ts'
import { definitionOf } from './content.ts'
import { fillFigures, windowOf } from './filling.ts'
import { offerInherited } from './inheriting.ts'
import { hasParts, selectOwed } from './owed.sql.ts'
import { proposeWords } from './proposing.ts'
import {
  insertReport,
  type ReportFile,
  selectFile,
  selectFileForChange,
  selectReportId,
} from './reports.sql.ts'
import { insertReportStep } from './steps.sql.ts'
import { insertVersion, selectVersions } from './versions.sql.ts'
import { canSeeReport, canWrite } from './writing.policy.ts'

/**
 * The report of an obligation: made when somebody first opens it, and then already filled from the activities up to
 * the cut-off. Returns its id; two people who open it at once get the same. Refuses with forbidden whoever does not
 * write for the unit, with conflict where the report is not owed any more.
 */
export async function openReport(tx: Tx, actor: Actor, obligationId: number, now: Date): Promise<number> {
  const owed = await selectOwed(tx, actor.provinceId, obligationId)
  if (!owed) throw notFound()
  const there = await selectReportId(tx, actor.provinceId, obligationId)
  if (there !== null) return there
  refuseUnlessWrites(actor, owed.unitId)
  if (owed.state !== 'owed')
    throw conflict(
      'Nghĩa vụ báo cáo này đã kết thúc hoặc được miễn, không cần lập báo cáo.',
      'This report is not owed any more.',
    )
  return beginReport(tx, actor, owed, now)
}

type Owed = NonNullable<Awaited<ReturnType<typeof selectOwed>>>

async function beginReport(tx: Tx, by: AuditedBy, owed: Owed, now: Date): Promise<number> {
  const { provinceId } = by
  const template = await templateFor(tx, provinceId, owed, now)
  const reportId = await insertReport(tx, provinceId, owed.id, template.id)
  if (reportId === null) {
    const there = await selectReportId(tx, provinceId, owed.id)
    if (there === null)
      throw new Error(`the report of obligation ${owed.id} is neither there nor can it be made`)
    return there
  }
  const first = { reportId, number: 1, byName: by.name, correctionReason: null }
  const versionId = await insertVersion(tx, provinceId, first, now)
  const file = await fileOf(tx, provinceId, reportId)
  if (await hasParts(tx, provinceId, owed.id))
    await takeVersions(tx, provinceId, versionId, owed.id, 'accepted')
  await refresh(tx, file, versionId, now)
  await offerInherited(tx, provinceId, { heirs: [owed.id] }, now)
  const step = { versionNumber: 1, from: 'draft', to: 'draft', at: now, actorName: by.name } as const
  await insertReportStep(tx, provinceId, reportId, { ...step, accountId: by.accountId, note: null })
  await recordChange(tx, by, now, {
    verb: 'report.open',
    subject: { kind: 'report', id: reportId },
    before: null,
    after: {
      obligationId: owed.id,
      unitId: owed.unitId,
      period: owed.period,
      templateVersionId: template.id,
    },
  })
  return reportId
}

/** Computes figures anew and composes words anew where nobody accepted or wrote any: safe to do at any time. */
export async function refresh(tx: Tx, file: ReportFile, versionId: number, now: Date): Promise<void> {
  const provinceId = file.provinceId
  const definition = await definitionOf(tx, provinceId, file.report.id)
  const window = await windowOf(tx, provinceId, file)
  await fillFigures(tx, provinceId, versionId, definition, window)
  await proposeWords(tx, provinceId, versionId, definition, window, now)
}

/** A refresh for somebody who opens the page: only of a report that is being written. */
export async function refreshOpen(tx: Tx, actor: Actor, reportId: number, now: Date): Promise<void> {
  const file = await selectFileForChange(tx, actor.provinceId, reportId)
  if (!file || !isOpen(file.report.state) || !canWrite(actor, file.obligation.unitId)) return
  const working = await workingVersion(tx, file)
  if (working) await refresh(tx, file, working.id, now)
}

/** The version that is being written; null when none is. */
export async function workingVersion(db: DbOrTx, file: ReportFile) {
  const versions = await selectVersions(db, file.provinceId, file.report.id)
  return versions.find((v) => v.state === 'working') ?? null
}

async function templateFor(tx: Tx, provinceId: number, owed: Owed, now: Date): Promise<KeptVersion> {
  const chosen =
    owed.templateId === null ? null : await selectPublished(tx, provinceId, { id: owed.templateId })
  if (chosen) return chosen
  const code = defaultTemplate(owed.programmeCode)
  const found = await selectPublished(tx, provinceId, { code })
  if (found) return found
  // A province founded by an older program has no templates yet.
  await openTemplates(tx, provinceId, now)
  const shipped = await selectPublished(tx, provinceId, { code })
  if (!shipped)
    throw conflict('Chưa có mẫu báo cáo nào được công bố.', 'No report template is published yet.')
  return shipped
}

export async function fileOf(db: DbOrTx, provinceId: number, reportId: number): Promise<ReportFile> {
  const file = await selectFile(db, provinceId, reportId)
  if (!file) throw notFound()
  return file
}

/** A report that the actor may see, with the unit that leads its programme today. Refuses with not_found. */
export async function reportSeenBy(
  db: DbOrTx,
  actor: Actor,
  reportId: number,
  now: Date,
): Promise<ReportFile & { leadUnitId: number | null }> {
  const file = await fileOf(db, actor.provinceId, reportId)
  const leadUnitId = await leadUnitOf(db, file, now)
  if (!canSeeReport(actor, file, leadUnitId)) throw notFound()
  return { ...file, leadUnitId }
}

/** The unit that leads the programme of a report today; null when nobody does. */
export async function leadUnitOf(db: DbOrTx, file: ReportFile, now: Date): Promise<number | null> {
  const { provinceId } = file
  const programme = (await programmesOf(db, provinceId)).find((p) => p.code === file.duty.programmeCode)
  if (!programme) return null
  const lead = await holderOf(db, provinceId, programme.leadFunction, dayOf(now), programme.code)
  return lead?.id ?? null
}

export function refuseUnlessWrites(actor: Actor, unitId: number): void {
  if (canWrite(actor, unitId)) return
  throw forbidden(
    'Chỉ cán bộ hoặc thủ trưởng của đơn vị mới soạn báo cáo của đơn vị đó.',
    'Only an officer or the head of a unit can write its reports.',
  )
}
