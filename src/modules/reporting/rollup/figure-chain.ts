import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { catalogueOf } from '../../plans/plans.ts'
import { figuresIn } from '../formula.ts'
import { type FigureValue, figureValue, type ReportVersion } from '../report.ts'
import type { ActivityFilter, FigureDefinition, TableDefinition } from '../template.ts'
import { meets, rowsOf, type TableRow } from '../writing/computing.ts'
import { selectFigures } from '../writing/content.sql.ts'
import { definitionOf } from '../writing/content.ts'
import { selectSourceIds } from '../writing/facts.sql.ts'
import { windowOf } from '../writing/filling.ts'
import { reportSeenBy } from '../writing/opening.ts'
import type { ReportFile } from '../writing/reports.sql.ts'
import { type ShownEvidence, selectOfActivities } from '../writing/shown.sql.ts'
import { type SourceActivity, selectSources } from '../writing/sources.sql.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { type CountedWork, selectCountedWork, selectUpperReports, type UpperReport } from './chain.sql.ts'
import { definedFigures } from './checks.ts'
import { type Part, selectPartFigures, selectParts } from './parts.sql.ts'

/** What one figure of a version is made of, one level down; every part of it opens to its own. */
export interface FigureChain {
  file: ReportFile
  version: ReportVersion
  versions: readonly ReportVersion[]
  definition: FigureDefinition
  row: TableRow | null
  value: FigureValue
  /** Figures of the same report that a formula is made of. */
  terms: { definition: FigureDefinition; rowCode: string; value: number | null }[]
  parts: (Part & { unit: string; value: number | null })[]
  activities: (SourceActivity & { amount: number; unit: string; form: string; evidence: ShownEvidence[] })[]
  work: (CountedWork & { unit: string })[]
  /** Of the own unit's activities and work; null where the figure is typed or computed from others. */
  own: number | null
  above: (UpperReport & { unit: string })[]
}

export interface FigureAsked {
  code: string
  rowCode: string
  /** Number of the version; null: the newest. */
  number: number | null
}

/** Refuses with not_found what the actor may not see or the template does not have. */
export async function figureChain(
  db: DbOrTx,
  actor: Actor,
  reportId: number,
  asked: FigureAsked,
  now: Date,
): Promise<FigureChain> {
  const { provinceId } = actor
  const file = await reportSeenBy(db, actor, reportId, now)
  const versions = await selectVersions(db, provinceId, reportId)
  const version = versions.find((v) => asked.number === null || v.number === asked.number)
  const template = await definitionOf(db, provinceId, reportId)
  const defined = definedFigures(template)
  const definition = defined.get(asked.code)
  if (!version || !definition) throw notFound()
  const tables = template.sections.flatMap((s) => (s.table ? [s.table] : []))
  const lists = await catalogueOf(db, provinceId)
  const row = rowIn(tables, asked, lists)
  const figures = await selectFigures(db, provinceId, version.id)
  const units = await unitsAsOf(db, provinceId, file.obligation.cutoffDay)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const unitOf = <T extends { unitId: number }>(x: T) => ({ ...x, unit: names.get(x.unitId) ?? '' })
  const own = await ownSources(db, file, version, definition, row)
  const forms = new Map(lists.forms.map((f) => [f.code, f.vi]))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const counted = definition.source.kind === 'activities' || definition.source.kind === 'work'
  return {
    ...{ file, version, versions, definition, row },
    value: valueIn(figures, asked.code, asked.rowCode),
    terms: termsOf(definition, asked.rowCode, defined, figures),
    parts: (await partsOf(db, file, version.id, asked)).map(unitOf).sort(byTree(units)),
    activities: own.activities.map((a) => ({ ...unitOf(a), form: forms.get(a.formCode) ?? a.formCode })),
    work: own.work.map(unitOf),
    own: counted ? (own.pieces ?? sum(own.activities.map((a) => a.amount)) + own.work.length) : null,
    above: (await selectUpperReports(db, provinceId, file.obligation.id)).map(unitOf),
  }
}

function byTree(units: readonly { id: number }[]) {
  const order = new Map(units.map((u, i) => [u.id, i]))
  return (a: { unitId: number }, b: { unitId: number }) =>
    (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0)
}

function rowIn(
  tables: readonly TableDefinition[],
  { code, rowCode }: FigureAsked,
  lists: Parameters<typeof rowsOf>[1],
): TableRow | null {
  const table = tables.find((t) => t.columns.some((c) => c.code === code))
  if (!table) return null
  const row = rowsOf(table, lists).find((r) => r.code === rowCode)
  if (!row) throw notFound()
  return row
}

function valueIn(figures: readonly FigureValue[], figureCode: string, rowCode: string): FigureValue {
  const found = figures.find((f) => f.figureCode === figureCode && f.rowCode === rowCode)
  const none = { computed: null, manual: null, reason: null, revision: 0, changedByName: null }
  return found ?? { figureCode, rowCode, ...none }
}

function termsOf(
  { source }: FigureDefinition,
  rowCode: string,
  defined: ReadonlyMap<string, FigureDefinition>,
  figures: readonly FigureValue[],
): FigureChain['terms'] {
  if (source.kind !== 'formula') return []
  return figuresIn(source.expression).flatMap((code) => {
    const definition = defined.get(code.split('.').at(-1) ?? code)
    if (!definition) return []
    const inRow = figures.some((f) => f.figureCode === code && f.rowCode === rowCode)
    const row = inRow ? rowCode : ''
    return [{ definition, rowCode: row, value: figureValue(valueIn(figures, code, row)) }]
  })
}

async function partsOf(db: DbOrTx, file: ReportFile, versionId: number, { code, rowCode }: FigureAsked) {
  const parts = await selectParts(db, file.provinceId, file.obligation.id, versionId)
  const ids = parts.flatMap((p) => (p.takenId === null ? [] : [p.takenId]))
  const values = await selectPartFigures(db, file.provinceId, ids, [code], rowCode)
  const byVersion = new Map(values.map((v) => [v.versionId, v.value]))
  return parts.map((p) => ({ ...p, value: byVersion.get(p.takenId ?? -1) ?? null }))
}

interface Own {
  activities: (SourceActivity & { amount: number; evidence: ShownEvidence[] })[]
  work: CountedWork[]
  pieces: number | null
}

async function ownSources(
  db: DbOrTx,
  file: ReportFile,
  version: ReportVersion,
  { source }: FigureDefinition,
  row: TableRow | null,
): Promise<Own> {
  const none = { activities: [] as Own['activities'], work: [] as CountedWork[], pieces: null }
  if (source.kind !== 'activities' && source.kind !== 'work') return none
  const window = await windowOf(db, file.provinceId, file)
  const where: ActivityFilter[] = row ? [row.where] : []
  if (source.kind === 'work') {
    const work = await selectCountedWork(db, file.provinceId, window)
    const counted = work.filter((w) => {
      const inTime = w.done && w.reportedDay !== null && w.reportedDay <= w.dueDay
      const counts = { planned: true, done: w.done, done_in_time: inTime }[source.measure]
      return counts && where.every((f) => meets(f, w.forms, w.themes, w.audiences))
    })
    return { ...none, work: counted }
  }
  where.push(source.where)
  const ids = version.activityIds ?? (await selectSourceIds(db, file.provinceId, window))
  const { measure } = source
  const activities = (await selectSources(db, file.provinceId, ids)).flatMap((a) => {
    if (!where.every((f) => meets(f, [a.formCode], a.themeCodes, a.audienceCodes))) return []
    const amount =
      measure === 'count' ? 1 : measure === 'evidence' ? a.evidenceIds.length : (a.figures[measure] ?? 0)
    return amount > 0 ? [{ ...a, amount }] : []
  })
  const shown = await selectOfActivities(
    db,
    file.provinceId,
    activities.map((a) => a.id),
  )
  return {
    work: [],
    activities: activities.map((a) => ({
      ...a,
      evidence: shown.filter((e) => e.activityIds.includes(a.id)),
    })),
    // A photo that shows two activities is one piece.
    pieces: measure === 'evidence' ? shown.length : null,
  }
}
