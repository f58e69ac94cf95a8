import type { Actor } from '../../../lib/actor.ts'
import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import { periodTitle } from '../../../lib/calendar/period.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import type { UnitRow } from '../../organisations/organisation.ts'
import { province, unitsAsOf } from '../../organisations/organisations.ts'
import { catalogueOf } from '../../plans/plans.ts'
import type { ReportVersion } from '../report.ts'
import { partStanding } from '../rollup/part-standing.ts'
import { selectPartFigures, selectParts } from '../rollup/parts.sql.ts'
import { standingTexts } from '../rollup/rollup.texts.ts'
import { meets } from '../writing/computing.ts'
import { type VersionContent, versionContent } from '../writing/content.ts'
import { selectSourceIds } from '../writing/facts.sql.ts'
import { windowOf } from '../writing/filling.ts'
import { reportSeenBy } from '../writing/opening.ts'
import type { ReportFile } from '../writing/reports.sql.ts'
import { selectOfActivities } from '../writing/shown.sql.ts'
import { selectSources } from '../writing/sources.sql.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { addedFigures } from './annexes.ts'
import { lowerFirst } from './report-document.ts'
import type { PaperPart, PaperSource, PaperUnit, ReportPaper } from './report-paper.ts'

export interface PaperChoice {
  /** Number of the version; null: the one being written or handed in last. */
  number: number | null
  /** Mark what changed since the version before. */
  changes: boolean
  /** Print the annex of sources. */
  sources: boolean
}

/** Everything that a document of a report needs. Refuses with not_found what the actor may not see. */
export async function paperOf(
  db: DbOrTx,
  actor: Actor,
  reportId: number,
  choice: PaperChoice,
  now: Date,
): Promise<ReportPaper> {
  const { provinceId } = actor
  const file = await reportSeenBy(db, actor, reportId, now)
  const versions = await selectVersions(db, provinceId, reportId)
  const version = versions.find((v) => choice.number === null || v.number === choice.number)
  if (!version) throw notFound()
  const older = choice.changes ? versions.find((v) => v.number < version.number) : undefined
  const content = await versionContent(db, provinceId, version.id)
  const units = await unitsAsOf(db, provinceId, file.obligation.cutoffDay)
  const named = new Map(units.map((u) => [u.id, u]))
  return {
    file,
    content,
    before: older ? await versionContent(db, provinceId, older.id) : null,
    unit: paperUnit(file.obligation.unitId, named),
    place: placeOf(named.get(file.obligation.unitId)) ?? (await province(db, provinceId))?.shortName ?? '',
    period: lowerFirst(periodTitle(file.obligation.period).vi),
    receivers: receiversOf(file, named),
    parts: await partsOf(db, file, content, named, dayOf(now)),
    sources: choice.sources ? await sourcesOf(db, file, version, content, named) : null,
  }
}

type Units = ReadonlyMap<number, UnitRow>

function paperUnit(id: number, units: Units): PaperUnit {
  const unit = units.get(id)
  if (!unit) throw notFound()
  const { name, shortName, type, headTitle, headName } = unit
  const above = unit.parentId === null ? null : (units.get(unit.parentId)?.name ?? null)
  return { name, shortName, type, headTitle, headName, above }
}

/** Communes write their own name before the date, bodies of the province that of the province. */
function placeOf(unit: UnitRow | undefined): string | null {
  if (unit?.level !== 'commune' || unit.type !== 'people_committee') return null
  return /(?:xã|phường|đặc khu)\s+(.+)$/u.exec(unit.name)?.[1] ?? null
}

function receiversOf({ duty, obligation }: ReportFile, units: Units): string[] {
  const ids = [duty.toUnitId, duty.viaUnitId].filter((id) => id !== null && id !== obligation.unitId)
  const names = ids.map((id) => units.get(id ?? -1)?.name)
  return [...(duty.toName ? [duty.toName] : []), ...names].filter((n): n is string => n !== undefined)
}

async function partsOf(
  db: DbOrTx,
  file: ReportFile,
  content: VersionContent,
  units: Units,
  today: Day,
): Promise<PaperPart[]> {
  const parts = await selectParts(db, file.provinceId, file.obligation.id, content.version.id)
  const codes = addedFigures({ content }).map((f) => f.code)
  const taken = parts.flatMap((p) => (p.takenId === null ? [] : [p.takenId]))
  const values = await selectPartFigures(db, file.provinceId, taken, codes, '')
  const byVersion = Map.groupBy(values, (v) => v.versionId)
  const order = new Map([...units.keys()].map((id, i) => [id, i]))
  return parts
    .toSorted((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0))
    .map((p) => ({
      unit: units.get(p.unitId)?.name ?? '',
      standing: `${standingTexts[partStanding(p, today)].vi}${p.takenId === null && p.currentId !== null ? ', chưa tổng hợp' : ''}`,
      number: p.takenNumber,
      submittedDay: p.takenDay,
      digest: p.takenDigest,
      values: new Map((byVersion.get(p.takenId ?? -1) ?? []).map((v) => [v.figureCode, v.value])),
    }))
}

const measures: Record<string, string> = {
  quantity: 'sản phẩm',
  copies: 'bản',
  people: 'lượt người',
  minutes: 'phút',
  views: 'lượt xem',
}

async function sourcesOf(
  db: DbOrTx,
  file: ReportFile,
  version: ReportVersion,
  content: VersionContent,
  units: Units,
): Promise<PaperSource[]> {
  const { provinceId } = file
  const ids =
    version.activityIds ?? (await selectSourceIds(db, provinceId, await windowOf(db, provinceId, file)))
  const activities = await selectSources(db, provinceId, ids)
  const shown = await selectOfActivities(db, provinceId, ids)
  const { forms } = await catalogueOf(db, provinceId)
  const figures = content.definition.sections.flatMap((s) => s.figures)
  return activities.map((a) => ({
    what: a.what,
    fromDay: a.fromDay,
    toDay: a.toDay,
    unit: units.get(a.unitId)?.name ?? '',
    form: forms.find((f) => f.code === a.formCode)?.vi ?? a.formCode,
    figures: Object.entries(a.figures)
      .map(([metric, value]) => `${value.toLocaleString('vi-VN')} ${measures[metric] ?? metric}`)
      .join('; '),
    counts: figures.flatMap(({ code, source }) => {
      if (source.kind !== 'activities') return []
      if (!meets(source.where, [a.formCode], a.themeCodes, a.audienceCodes)) return []
      const has = source.measure === 'count' || (a.figures[source.measure] ?? 0) > 0
      return has || (source.measure === 'evidence' && a.evidenceIds.length > 0) ? [code] : []
    }),
    evidence: shown
      .filter((e) => a.evidenceIds.includes(e.id))
      .map((e) => ({ caption: e.caption, address: e.sha256 ?? e.url ?? '' })),
  }))
}
