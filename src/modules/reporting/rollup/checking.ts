import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { invalid, notFound } from '../../../lib/errors.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { catalogueOf } from '../../plans/plans.ts'
import type { TemplateDefinition } from '../template.ts'
import { type RowLists, rowsOf } from '../writing/computing.ts'
import { selectFigures } from '../writing/content.sql.ts'
import { definitionOf } from '../writing/content.ts'
import { refuseUnlessWrites, reportSeenBy } from '../writing/opening.ts'
import type { ReportFile } from '../writing/reports.sql.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { canWrite } from '../writing/writing.policy.ts'
import {
  type Explanation,
  selectExplanations,
  selectPast,
  selectPeers,
  selectStill,
  writeExplanation,
} from './checks.sql.ts'
import { definedFigures, type Finding, findingsOf, keyOf } from './checks.ts'
import { selectPartFigures, selectParts } from './parts.sql.ts'
import { deviation, outlierScore } from './robust.ts'

const pastPeriods = 8
const stillPeriods = 4
const leastUnits = 6

/** A unit below whose figure stands out from the others', or never moves. */
export interface UnitFinding {
  kind: 'peers' | 'still'
  unit: string
  reportId: number
  figureCode: string
  label: { vi: string; en: string }
  value: number
  /** The middle value of all units; null for one that never moves. */
  median: number | null
}

export interface Checks {
  file: ReportFile
  versionId: number
  number: number
  mayExplain: boolean
  findings: (Finding & { explanation: Explanation | null })[]
  ofUnits: UnitFinding[]
}

/** Checks a report as it stands now: four statements for its own figures, two for those of its units. */
export async function checksOf(db: DbOrTx, actor: Actor, reportId: number, now: Date): Promise<Checks> {
  const { provinceId } = actor
  const file = await reportSeenBy(db, actor, reportId, now)
  const [version] = await selectVersions(db, provinceId, reportId)
  if (!version) throw notFound()
  const definition = await definitionOf(db, provinceId, reportId)
  const figures = await selectFigures(db, provinceId, version.id)
  const lists = await catalogueOf(db, provinceId)
  const past = await selectPast(db, provinceId, file.obligation.id, pastPeriods)
  const peers = await selectPeers(db, provinceId, file.obligation.id)
  const findings = findingsOf({
    definition,
    figures,
    rowLabel: (code, row) => labelOfRow(definition, lists, code, row),
    past: pastByKey(past),
    peers: valuesByKey(peers),
  })
  const explained = await selectExplanations(db, provinceId, version.id)
  return {
    ...{ file, versionId: version.id, number: version.number },
    mayExplain: canWrite(actor, file.obligation.unitId),
    findings: findings.map((f) => ({
      ...f,
      explanation: explained.find((e) => e.findingKey === f.key) ?? null,
    })),
    ofUnits: await unitFindings(db, file, version.id, definition),
  }
}

function labelOfRow(definition: TemplateDefinition, lists: RowLists, code: string, rowCode: string) {
  const tables = definition.sections.flatMap((s) => (s.table ? [s.table] : []))
  const table = tables.find((t) => t.columns.some((c) => c.code === code))
  return (table && rowsOf(table, lists).find((r) => r.code === rowCode)?.label) ?? null
}

type Valued = { figureCode: string; rowCode: string; value: number }

function valuesByKey(rows: readonly Valued[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const r of rows) {
    const key = keyOf(r.figureCode, r.rowCode)
    found.set(key, [...(found.get(key) ?? []), r.value])
  }
  return found
}

/** Newest first and without gaps: what comes before a period without the figure is left out. */
function pastByKey(rows: readonly (Valued & { ago: number })[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const r of rows) {
    const key = keyOf(r.figureCode, r.rowCode)
    const list = found.get(key) ?? []
    if (list.length === r.ago - 1) found.set(key, [...list, r.value])
  }
  return found
}

async function unitFindings(
  db: DbOrTx,
  file: ReportFile,
  versionId: number,
  definition: TemplateDefinition,
): Promise<UnitFinding[]> {
  const { provinceId, obligation } = file
  const parts = await selectParts(db, provinceId, obligation.id, versionId)
  if (parts.length === 0) return []
  const singles = definition.sections.flatMap((s) => s.figures.filter((f) => f.source.kind !== 'formula'))
  const taken = parts.flatMap((p) => (p.takenId === null ? [] : [p.takenId]))
  const codes = singles.map((f) => f.code)
  const values = await selectPartFigures(db, provinceId, taken, codes, '')
  const units = await unitsAsOf(db, provinceId, obligation.cutoffDay)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const defined = definedFigures(definition)
  const common = (figureCode: string, unitId: number, reportId: number) => ({
    ...{ figureCode, reportId, unit: names.get(unitId) ?? '' },
    label: defined.get(figureCode)?.label ?? { vi: figureCode, en: figureCode },
  })
  const wild = singles.flatMap(({ code }) => {
    const own = values.filter((v) => v.figureCode === code)
    if (own.length < leastUnits) return []
    return own.flatMap((v): UnitFinding[] => {
      const far = deviation(
        v.value,
        own.filter((o) => o !== v).map((o) => o.value),
      )
      const part = parts.find((p) => p.takenId === v.versionId)
      if (!far || far.score <= outlierScore || v.value - far.median < 20 || !part?.reportId) return []
      return [
        { kind: 'peers', ...common(code, part.unitId, part.reportId), value: v.value, median: far.median },
      ]
    })
  })
  const still = await selectStill(db, provinceId, obligation.id, stillPeriods)
  const same = still
    .filter((s) => codes.includes(s.figureCode))
    .map(
      (s): UnitFinding => ({
        kind: 'still',
        ...common(s.figureCode, s.unitId, s.reportId),
        value: s.value,
        median: null,
      }),
    )
  return [...wild.sort((a, b) => b.value - a.value), ...same]
}

/** Says why a finding is right as it is; it stays to be seen, with the words, by whoever reads the report. */
export async function explainFinding(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: { key: string; text: string },
  now: Date,
): Promise<void> {
  const { file, versionId, findings } = await checksOf(tx, actor, reportId, now)
  refuseUnlessWrites(actor, file.obligation.unitId)
  if (!findings.some((f) => f.key === input.key)) throw notFound()
  if (input.text.trim().length < 10)
    throw invalid([
      {
        field: 'text',
        vi: 'Ghi rõ vì sao số liệu đúng như vậy (từ 10 ký tự).',
        en: 'Say why the figure is right as it is (10 characters or more).',
      },
    ])
  const explanation = { findingKey: input.key, text: input.text.trim(), at: now, byName: actor.name }
  await writeExplanation(tx, actor.provinceId, versionId, explanation)
  await recordChange(tx, actor, now, {
    verb: 'report.explain',
    subject: { kind: 'report', id: reportId },
    before: null,
    after: input,
  })
}
