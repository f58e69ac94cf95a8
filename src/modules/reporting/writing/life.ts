import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { isOpen, type ReportState } from '../report.ts'
import { reportAccepted, reportReturned, reportSubmitted } from '../reporting.jobs.ts'
import { copyTaken } from '../rollup/below.sql.ts'
import { type Completeness, completenessOf, isNilPossible, isReason, type Said } from './completeness.ts'
import { acceptProposals, copyContent } from './content.sql.ts'
import { digestOf, type VersionContent, versionContent } from './content.ts'
import { selectSourceIds } from './facts.sql.ts'
import { fillFigures, windowOf } from './filling.ts'
import { leadUnitOf, refuseUnlessWrites, workingVersion } from './opening.ts'
import { insertRemark } from './remarks.sql.ts'
import { type ReportChange, type ReportFile, selectFileForChange, updateReport } from './reports.sql.ts'
import { evidenceBySection } from './sources.ts'
import { insertReportStep } from './steps.sql.ts'
import { insertVersion, sealVersion, selectVersions } from './versions.sql.ts'
import { canReceive, type WhyNot, whyNotMove, whyNotSubmit } from './writing.policy.ts'

/** What stands in a version and what it lacks, with the activities that it stands on. */
export async function judge(
  db: DbOrTx,
  file: ReportFile,
  content: VersionContent,
  nilReason: string | null,
): Promise<{ said: Said; completeness: Completeness; sourceIds: number[] }> {
  const sourceIds =
    content.version.activityIds ??
    (await selectSourceIds(db, file.provinceId, await windowOf(db, file.provinceId, file)))
  const said: Said = {
    narratives: content.sections.flatMap((s) => (s.narrative ? [s.narrative] : [])),
    figures: content.sections.flatMap((s) => [...s.figures, ...s.rows.flatMap((r) => r.values)]),
    evidence: await evidenceBySection(db, file.provinceId, content, sourceIds),
    activities: sourceIds.length,
    nilReason,
  }
  return { said, completeness: completenessOf(content.definition, said), sourceIds }
}

/**
 * Hands a report in. Figures are computed a last time, words that the program composed count as accepted by whoever
 * hands in, sources and digest are kept, and the database seals the version. The first submission decides about
 * lateness; where it was empty and was returned, the next one does. `nilReason`: "nothing happened, because …".
 */
export async function submitReport(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: { note: string | null; nilReason: string | null },
  now: Date,
): Promise<Completeness> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  const { provinceId } = actor
  const before = await versionContent(tx, provinceId, versionId)
  await fillFigures(tx, provinceId, versionId, before.definition, await windowOf(tx, provinceId, file))
  await acceptProposals(tx, provinceId, versionId, null, { id: actor.accountId, name: actor.name }, now)
  const content = await versionContent(tx, provinceId, versionId)
  const { said, completeness, sourceIds } = await judge(tx, file, content, input.nilReason)
  const nil = {
    reason: input.nilReason,
    possible: isNilPossible(content.definition, said),
    good: isReason(input.nilReason ?? ''),
  }
  refuseFault('nilReason', whyNotSubmit(file, nil))
  refuse(whyNotMove(file.report.state, 'submitted'))
  const sealed = {
    ...{ at: now, byName: actor.name, completeness: completeness.score, isEmpty: completeness.isEmpty },
    ...{ nilReason: input.nilReason, activityIds: sourceIds, digest: digestOf(content, sourceIds) },
  }
  await sealVersion(tx, provinceId, versionId, sealed)
  const isFirst =
    file.report.submittedDay === null || (file.report.state === 'returned' && file.report.isEmpty)
  const { score, isEmpty, isNil } = completeness
  await move(tx, actor, file, 'submitted', now, input.note, {
    ...{ completeness: score, isEmpty, isNil },
    ...(isFirst ? { submittedAt: now, submittedDay: dayOf(now), submittedByName: actor.name } : {}),
  })
  await queueJob(tx, provinceId, reportSubmitted, { reportId, versionId })
  return completeness
}

/**
 * Gives a report back with reasons, for the whole and section by section. The version stays as it was handed in;
 * a new one begins with all that it holds.
 */
export async function returnReport(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: { reasons: string; remarks: Readonly<Record<string, string>> },
  now: Date,
): Promise<void> {
  const file = await forReceiving(tx, actor, reportId, now)
  refuse(whyNotMove(file.report.state, 'returned'))
  if (input.reasons.trim().length < 10)
    throw invalid([
      {
        field: 'reasons',
        vi: 'Ghi rõ lý do trả lại để đơn vị biết cần bổ sung gì (từ 10 ký tự).',
        en: 'Say why, so that the unit knows what to mend (10 characters or more).',
      },
    ])
  const counting = await countingVersion(tx, file)
  for (const [code, text] of Object.entries(input.remarks)) {
    if (text.trim())
      await insertRemark(tx, actor.provinceId, counting.id, {
        sectionCode: code,
        text: text.trim(),
        at: now,
        byName: actor.name,
      })
  }
  await move(tx, actor, file, 'returned', now, input.reasons, { returns: file.report.returns + 1 })
  await beginVersion(tx, actor, file, counting, null, now)
  await queueJob(tx, actor.provinceId, reportReturned, { reportId })
}

/** Takes a report as it is; from now on only a correction with a reason changes it. */
export async function acceptReport(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: { note: string | null },
  now: Date,
): Promise<void> {
  const file = await forReceiving(tx, actor, reportId, now)
  refuse(whyNotMove(file.report.state, 'accepted'))
  await move(tx, actor, file, 'accepted', now, input.note, { acceptedAt: now })
  await queueJob(tx, actor.provinceId, reportAccepted, { reportId })
}

/** Number, day and signer of the paper that was signed. */
export async function signReport(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: { symbol: string; issuedDay: Day; signer: string; signerTitle: string },
  now: Date,
): Promise<void> {
  const file = await forUnit(tx, actor, reportId)
  refuse(whyNotMove(file.report.state, 'signed'))
  if (input.issuedDay > dayOf(now))
    throw invalid([
      {
        field: 'issuedDay',
        vi: 'Ngày ký không thể ở tương lai.',
        en: 'The day of signing cannot be in the future.',
      },
    ])
  await move(tx, actor, file, 'signed', now, null, input)
}

/** The signed report left for its addressee. */
export async function sendReport(tx: Tx, actor: Actor, reportId: number, now: Date): Promise<void> {
  const file = await forUnit(tx, actor, reportId)
  refuse(whyNotMove(file.report.state, 'sent'))
  await move(tx, actor, file, 'sent', now, null, { sentAt: now })
}

/** After acceptance: a new version, with the reason; what was accepted stays and counts until it is handed in. */
export async function correctReport(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: { reason: string },
  now: Date,
): Promise<void> {
  const file = await forUnit(tx, actor, reportId)
  refuse(whyNotMove(file.report.state, 'draft'))
  if (input.reason.trim().length < 10)
    throw invalid([
      {
        field: 'reason',
        vi: 'Ghi rõ lý do đính chính, bổ sung (từ 10 ký tự).',
        en: 'Say why the report is corrected (10 characters or more).',
      },
    ])
  const counting = await countingVersion(tx, file)
  await move(tx, actor, file, 'draft', now, input.reason, {})
  await beginVersion(tx, actor, file, counting, input.reason.trim(), now)
}

async function beginVersion(
  tx: Tx,
  actor: Actor,
  file: ReportFile,
  after: { id: number; number: number },
  correctionReason: string | null,
  now: Date,
): Promise<void> {
  const number = file.report.latestNumber + 1
  const next = { reportId: file.report.id, number, byName: actor.name, correctionReason }
  const versionId = await insertVersion(tx, actor.provinceId, next, now)
  await copyContent(tx, actor.provinceId, after.id, versionId)
  await copyTaken(tx, actor.provinceId, after.id, versionId)
  await updateReport(tx, actor.provinceId, file.report.id, { latestNumber: number })
}

/** The version that was handed in last and counts. */
async function countingVersion(tx: Tx, file: ReportFile) {
  const versions = await selectVersions(tx, file.provinceId, file.report.id)
  const counting = versions.find((v) => v.state === 'submitted')
  if (!counting)
    throw new Error(`report ${file.report.id} is ${file.report.state} without a submitted version`)
  return counting
}

/** The report and the version that is being written, held for the change. */
export async function forWriting(
  tx: Tx,
  actor: Actor,
  reportId: number,
): Promise<{ file: ReportFile; versionId: number }> {
  const file = await forUnit(tx, actor, reportId)
  const version = await workingVersion(tx, file)
  if (!isOpen(file.report.state) || !version)
    throw conflict(
      'Báo cáo đã gửi nên không sửa được nữa. Muốn sửa, đề nghị nơi nhận trả lại, hoặc lập bản đính chính sau khi được tiếp nhận.',
      'The report was handed in and cannot be changed. Ask the receiver to return it, or correct it once it is accepted.',
    )
  return { file, versionId: version.id }
}

async function forUnit(tx: Tx, actor: Actor, reportId: number): Promise<ReportFile> {
  const file = await selectFileForChange(tx, actor.provinceId, reportId)
  if (!file) throw notFound()
  refuseUnlessWrites(actor, file.obligation.unitId)
  return file
}

async function forReceiving(tx: Tx, actor: Actor, reportId: number, now: Date): Promise<ReportFile> {
  const file = await selectFileForChange(tx, actor.provinceId, reportId)
  if (!file) throw notFound()
  if (!canReceive(actor, file, await leadUnitOf(tx, file, now)))
    throw forbidden(
      'Chỉ cơ quan nhận báo cáo hoặc cơ quan chủ trì chương trình mới tiếp nhận hay trả lại báo cáo.',
      'Only the unit that receives the report, or the one that leads the programme, can accept or return it.',
    )
  return file
}

async function move(
  tx: Tx,
  actor: Actor,
  file: ReportFile,
  to: ReportState,
  now: Date,
  note: string | null,
  set: ReportChange,
): Promise<void> {
  const { report } = file
  await updateReport(tx, actor.provinceId, report.id, { ...set, state: to })
  const step = { versionNumber: report.latestNumber, from: report.state, to, at: now, actorName: actor.name }
  await insertReportStep(tx, actor.provinceId, report.id, { ...step, accountId: actor.accountId, note })
  await recordChange(tx, actor, now, {
    verb: `report.${verbs[to]}`,
    subject: { kind: 'report', id: report.id },
    before: { state: report.state },
    after: { state: to, version: report.latestNumber, note, ...set },
  })
}

const verbs: Record<ReportState, string> = {
  draft: 'correct',
  submitted: 'submit',
  returned: 'return',
  accepted: 'accept',
  consolidated: 'consolidate',
  signed: 'sign',
  sent: 'send',
}

function refuse(why: WhyNot): void {
  if (why) throw conflict(why.vi, why.en)
}

function refuseFault(field: string, why: WhyNot): void {
  if (why) throw invalid([{ field, ...why }])
}
