import type { Actor } from '../../../lib/actor.ts'
import { type Day, dayOf, daysBetween } from '../../../lib/calendar/day.ts'
import { periodTitle } from '../../../lib/calendar/period.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { evidenceOfUnit } from '../../assignments/assignments.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { isOpen, type Report, standingOf } from '../report.ts'
import { reportTitle, type TemplateDefinition } from '../template.ts'
import { type Completeness, isNilPossible } from './completeness.ts'
import { type VersionContent, versionContent } from './content.ts'
import { judge } from './life.ts'
import { type KeptCopy, type Remark, selectCopies, selectRemarks } from './remarks.sql.ts'
import type { ReportFile } from './reports.sql.ts'
import { type SourceActivity, selectSources } from './sources.sql.ts'
import { sourcesOf } from './sources.ts'
import { type ReportStep, selectReportSteps } from './steps.sql.ts'
import { selectVersions } from './versions.sql.ts'
import { canReceive, canWrite, receivingUnit } from './writing.policy.ts'

/** What every page of a report says at its head. */
export interface ReportHead {
  file: ReportFile
  unitName: string
  /** Who receives it, in words. */
  receiver: string
  title: { vi: string; en: string }
  period: { vi: string; en: string }
  standing: ReturnType<typeof standingOf>
  today: Day
  /** Days until the due day; below nought once it is over. */
  daysLeft: number
}

export interface ReportView extends ReportHead {
  content: VersionContent
  completeness: Completeness
  nilPossible: boolean
  /** The activities of each section that has any. */
  sources: ReadonlyMap<string, SourceActivity[]>
  evidenceCounts: ReadonlyMap<string, number>
  sourceCount: number
  copies: readonly KeptCopy[]
  /** Why the version before this one came back. */
  returned: { step: ReportStep; remarks: readonly Remark[] } | null
  steps: readonly ReportStep[]
  mayWrite: boolean
  mayReceive: boolean
}

export async function headOf(
  db: DbOrTx,
  file: ReportFile,
  definition: TemplateDefinition,
  now: Date,
): Promise<ReportHead> {
  const { obligation, duty, report, provinceId } = file
  const today = dayOf(now)
  const unit = await unitAsOf(db, provinceId, obligation.unitId, obligation.cutoffDay)
  const to = receivingUnit(duty)
  const receiver = to === null ? null : await unitAsOf(db, provinceId, to, today)
  const period = periodWords(obligation.period)
  return {
    file,
    unitName: unit?.name ?? '',
    receiver: receiver?.name ?? duty.toName ?? '',
    period,
    title: reportTitle(duty, definition, period),
    standing: standingOf({ ...obligation, ...report }, today),
    today,
    daysLeft: daysBetween(today, obligation.dueDay),
  }
}

/** 'quý II năm 2026', as it stands within a sentence. */
export function periodWords(code: string): { vi: string; en: string } {
  const { vi, en } = periodTitle(code)
  return { vi: vi.charAt(0).toLowerCase() + vi.slice(1), en }
}

/** A version of a report with everything that its page shows. */
export async function reportView(
  db: DbOrTx,
  actor: Actor,
  file: ReportFile & { leadUnitId: number | null },
  versionId: number,
  now: Date,
): Promise<ReportView> {
  const { provinceId } = actor
  const content = await versionContent(db, provinceId, versionId)
  const { completeness, said, sourceIds } = await judge(db, file, content, content.version.nilReason)
  const activities = await selectSources(db, provinceId, sourceIds)
  const sources = new Map(
    content.sections.map((s) => [s.definition.code, sourcesOf(s.definition, activities)]),
  )
  const steps = await selectReportSteps(db, provinceId, file.report.id)
  return {
    ...(await headOf(db, file, content.definition, now)),
    ...{ content, completeness, sources, steps },
    nilPossible: isNilPossible(content.definition, said),
    evidenceCounts: said.evidence,
    sourceCount: sourceIds.length,
    copies: await selectCopies(db, provinceId, file.report.id),
    returned: await returnedBefore(db, file, content, steps),
    mayWrite: canWrite(actor, file.obligation.unitId),
    mayReceive: canReceive(actor, file, file.leadUnitId),
  }
}

/** The version that a person is shown first: the one being written, for those who write it; else what counts. */
export async function versionToShow(
  db: DbOrTx,
  file: ReportFile,
  mayWrite: boolean,
): Promise<{ id: number; isWorking: boolean }> {
  const versions = await selectVersions(db, file.provinceId, file.report.id)
  const working = versions.find((v) => v.state === 'working')
  const counting = versions.find((v) => v.state === 'submitted')
  if (working && isOpen(file.report.state) && (mayWrite || !counting))
    return { id: working.id, isWorking: true }
  const shown = counting ?? versions[0]
  if (!shown) throw new Error(`report ${file.report.id} has no version`)
  return { id: shown.id, isWorking: false }
}

/** Evidence of the unit that a section may show as well. */
export function evidenceToPick(db: DbOrTx, file: ReportFile) {
  return evidenceOfUnit(db, file.provinceId, file.obligation.unitId, 24)
}

async function returnedBefore(
  db: DbOrTx,
  file: ReportFile,
  content: VersionContent,
  steps: readonly ReportStep[],
): Promise<ReportView['returned']> {
  const { number, state } = content.version
  const step = steps.findLast(
    (s) => s.to === 'returned' && s.versionNumber === (state === 'working' ? number - 1 : number),
  )
  if (!step) return null
  const versions = await selectVersions(db, file.provinceId, file.report.id)
  const version = versions.find((v) => v.number === step.versionNumber)
  return { step, remarks: version ? await selectRemarks(db, file.provinceId, version.id) : [] }
}

/** 'I.', '1.' within it: the numbers of the sections in the order of the template. */
export function numbersOf(definition: TemplateDefinition): Map<string, string> {
  const romans = [
    'I',
    'II',
    'III',
    'IV',
    'V',
    'VI',
    'VII',
    'VIII',
    'IX',
    'X',
    'XI',
    'XII',
    'XIII',
    'XIV',
    'XV',
  ]
  let [first, second] = [0, 0]
  return new Map(
    definition.sections.map((s) => {
      if (s.level === 1) [first, second] = [first + 1, 0]
      else second += 1
      return [s.code, s.level === 1 ? `${romans[first - 1] ?? first}.` : `${second}.`]
    }),
  )
}

export function isLateNow(
  head: Pick<ReportHead, 'daysLeft' | 'file'>,
  report: Pick<Report, 'submittedDay'>,
): boolean {
  return head.daysLeft < 0 && !head.file.obligation.invited && report.submittedDay === null
}
