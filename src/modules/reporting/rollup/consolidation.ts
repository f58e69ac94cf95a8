import type { Actor, Locale } from '../../../lib/actor.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { figureValue, isOpen } from '../report.ts'
import { type VersionContent, versionContent } from '../writing/content.ts'
import { reportSeenBy } from '../writing/opening.ts'
import type { ReportFile } from '../writing/reports.sql.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { canWrite } from '../writing/writing.policy.ts'
import { type Basis, type BelowFigure, selectBelow, selectGathers } from './below.sql.ts'
import { passagesOf } from './gathering.ts'
import { saysNothing } from './merging.ts'
import { type Coverage, coverageOf, isChanged } from './part-standing.ts'
import { type MovedFigure, type Part, selectMoved, selectParts } from './parts.sql.ts'

export interface SectionState {
  code: string
  heading: string
  told: number
  taken: number
  fresh: number
  edited: number
}

export interface Consolidation {
  file: ReportFile
  content: VersionContent
  basis: Basis
  mayWrite: boolean
  coverage: Coverage
  parts: (Part & { unit: string; moved: MovedFigure[] })[]
  sections: SectionState[]
  below: BelowFigure[]
}

/** What a consolidated report stands on: nine statements, whatever the number of units. */
export async function consolidationOf(
  db: DbOrTx,
  actor: Actor,
  reportId: number,
  locale: Locale,
  now: Date,
): Promise<Consolidation> {
  const { provinceId } = actor
  const file = await reportSeenBy(db, actor, reportId, now)
  const [version] = await selectVersions(db, provinceId, reportId)
  if (!version) throw notFound()
  const parts = await selectParts(db, provinceId, file.obligation.id, version.id)
  const units = await unitsAsOf(db, provinceId, file.obligation.cutoffDay)
  const order = new Map(units.map((u, i) => [u.id, i]))
  const names = new Map(units.map((u) => [u.id, u.name]))
  const moved = await selectMoved(
    db,
    provinceId,
    parts.flatMap((p) =>
      isChanged(p) && p.takenId !== null && p.currentId !== null
        ? [{ takenId: p.takenId, currentId: p.currentId }]
        : [],
    ),
  )
  const content = await versionContent(db, provinceId, version.id)
  return {
    file,
    content,
    basis: await selectGathers(db, provinceId, version.id),
    mayWrite:
      version.state === 'working' && isOpen(file.report.state) && canWrite(actor, file.obligation.unitId),
    coverage: coverageOf(parts, dayOf(now)),
    parts: parts
      .map((p) => ({
        ...p,
        unit: names.get(p.unitId) ?? '',
        moved: moved.filter((m) => m.takenId === p.takenId),
      }))
      .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0)),
    sections: await sectionsOf(db, file, version.id, content, locale),
    below: await selectBelow(db, provinceId, version.id),
  }
}

async function sectionsOf(
  db: DbOrTx,
  file: ReportFile,
  versionId: number,
  content: VersionContent,
  locale: Locale,
): Promise<SectionState[]> {
  const passages = await passagesOf(db, file, versionId, null)
  const bySection = Map.groupBy(passages, (p) => p.sectionCode)
  return content.sections.flatMap(({ definition }) => {
    if (definition.narrative === 'none') return []
    const all = bySection.get(definition.code) ?? []
    const telling = all.filter((p) => !saysNothing(p.text))
    return [
      {
        code: definition.code,
        heading: definition.heading[locale],
        told: telling.length,
        taken: all.filter((p) => p.taken !== null && p.taken === p.text).length,
        fresh: telling.filter((p) => p.taken === null).length,
        edited: all.filter((p) => p.taken !== null && p.taken !== p.text).length,
      },
    ]
  })
}

export interface FigureState {
  code: string
  label: string
  unit: string
  total: number | null
  ofUnits: number | null
  /** What is neither the units' nor typed in place of the sum; null where that cannot be told. */
  own: number | null
}

/** The single figures with what of them comes from the units and what from the own unit. */
export function figureStates(
  { content, below }: Pick<Consolidation, 'content' | 'below'>,
  locale: Locale,
): FigureState[] {
  return content.sections.flatMap((section) =>
    section.definition.figures.map((definition) => {
      const value = section.figures.find((f) => f.figureCode === definition.code)
      const part = below.find((b) => b.figureCode === definition.code && b.rowCode === '')
      const ofUnits = part ? (definition.rollUp === 'maximum' ? part.maximum : part.sum) : null
      const added = definition.rollUp === 'sum' && value?.computed !== null && value?.computed !== undefined
      return {
        code: definition.code,
        label: definition.label[locale],
        unit: definition.unit?.[locale] ?? '',
        total: value ? figureValue(value) : null,
        ofUnits: definition.rollUp === 'recompute' || definition.rollUp === 'none' ? null : ofUnits,
        own: added ? (value?.computed ?? 0) - (ofUnits ?? 0) : null,
      }
    }),
  )
}
