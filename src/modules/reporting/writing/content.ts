import { createHash } from 'node:crypto'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { catalogueOf } from '../../plans/plans.ts'
import { type FigureValue, figureValue, type Narrative, type ReportVersion } from '../report.ts'
import type { SectionDefinition, TemplateDefinition } from '../template.ts'
import { selectTemplateVersion } from '../templates/templates.sql.ts'
import { rowsOf } from './computing.ts'
import { selectFigures, selectNarratives } from './content.sql.ts'
import { selectDefinitionId } from './owed.sql.ts'
import { type ShownEvidence, selectAttached } from './shown.sql.ts'
import { selectVersion } from './versions.sql.ts'

/** One section of a version: its words, its figures, its table with the rows that hold something, its evidence. */
export interface SectionContent {
  definition: SectionDefinition
  narrative: Narrative | null
  /** Single figures, in the order of the template; all are there. */
  figures: FigureValue[]
  /** Rows of the table that hold something, in the order of the list; a row that is missing is nought throughout. */
  rows: { code: string; label: { vi: string; en: string }; values: FigureValue[] }[]
  /** Attached to the section by somebody, beside that of the activities. */
  evidence: ShownEvidence[]
}

export interface VersionContent {
  version: ReportVersion
  definition: TemplateDefinition
  sections: SectionContent[]
}

/** Everything that a version of a report says. Refuses with not_found. */
export async function versionContent(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
): Promise<VersionContent> {
  const version = await selectVersion(db, provinceId, versionId)
  if (!version) throw notFound()
  const definition = await definitionOf(db, provinceId, version.reportId)
  const narratives = await selectNarratives(db, provinceId, versionId)
  const figures = await selectFigures(db, provinceId, versionId)
  const evidence = await selectAttached(db, provinceId, versionId)
  const lists = await catalogueOf(db, provinceId)
  const sections = definition.sections.map((section): SectionContent => {
    const cellOf = (figureCode: string, rowCode: string) =>
      figures.find((f) => f.figureCode === figureCode && f.rowCode === rowCode)
    const { table } = section
    const rows = (table ? rowsOf(table, lists) : []).flatMap(({ code, label }) => {
      const values = (table?.columns ?? []).map((c) => cellOf(c.code, code) ?? none(c.code, code))
      return values.some((v) => figureValue(v) !== null) ? [{ code, label, values }] : []
    })
    return {
      definition: section,
      narrative: narratives.find((n) => n.sectionCode === section.code) ?? null,
      figures: section.figures.map((f) => cellOf(f.code, '') ?? none(f.code, '')),
      rows,
      evidence: evidence.filter((e) => e.sectionCode === section.code),
    }
  })
  return { version, definition, sections }
}

/** What a report is made of: the version of the template it began with. */
export async function definitionOf(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<TemplateDefinition> {
  const id = await selectDefinitionId(db, provinceId, reportId)
  const found = id === null ? null : await selectTemplateVersion(db, provinceId, id)
  if (!found) throw notFound()
  return found.definition
}

function none(figureCode: string, rowCode: string): FigureValue {
  const value = { computed: null, manual: null, reason: null, revision: 0, changedByName: null }
  return { figureCode, rowCode, ...value }
}

/** SHA-256 over narratives, figures, evidence and sources: the same content has the same digest, in any order. */
export function digestOf(content: VersionContent, activityIds: readonly number[]): string {
  const sections = content.sections.map((s) => ({
    code: s.definition.code,
    text: s.narrative?.text ?? '',
    figures: [...s.figures, ...s.rows.flatMap((r) => r.values)].map((f) => [
      f.figureCode,
      f.rowCode,
      figureValue(f),
      f.reason,
    ]),
    evidence: s.evidence.map((e) => [e.id, e.sha256 ?? e.url]),
  }))
  const text = JSON.stringify({ sections, activityIds: activityIds.toSorted((a, b) => a - b) })
  return createHash('sha256').update(text.normalize('NFC')).digest('hex')
}
