import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ActivityFilter, SectionDefinition } from '../template.ts'
import { meets } from './computing.ts'
import type { VersionContent } from './content.ts'
import { type SourceActivity, selectSources } from './sources.sql.ts'

/** Which activities a section tells of: those its words are composed from or any of its figures counts. Null: none. */
export function filtersOf(section: SectionDefinition): ActivityFilter[] {
  const figures = [...section.figures, ...(section.table?.columns ?? [])]
  const counted = figures.flatMap((f) => (f.source.kind === 'activities' ? [f.source.where] : []))
  const told = section.draft && ['themes', 'forms', 'activities', 'plans'].includes(section.draft.from)
  return [...counted, ...(told && section.draft ? [section.draft.where] : [])]
}

/** The activities of a section among those of a report. */
export function sourcesOf<A extends Pick<SourceActivity, 'formCode' | 'themeCodes' | 'audienceCodes'>>(
  section: SectionDefinition,
  activities: readonly A[],
): A[] {
  const filters = filtersOf(section)
  return activities.filter((a) => filters.some((f) => meets(f, [a.formCode], a.themeCodes, a.audienceCodes)))
}

/** How many pieces of evidence each section shows: attached to it, or of the activities it tells of; each once. */
export async function evidenceBySection(
  db: DbOrTx,
  provinceId: number,
  content: VersionContent,
  activityIds: readonly number[],
): Promise<Map<string, number>> {
  const asks = content.sections.some((s) => s.definition.evidence !== 'none')
  const activities = asks ? await selectSources(db, provinceId, activityIds) : []
  return new Map(
    content.sections.map((s) => {
      const shown = new Set(s.evidence.map((e) => e.id))
      for (const a of sourcesOf(s.definition, activities)) for (const id of a.evidenceIds) shown.add(id)
      return [s.definition.code, shown.size]
    }),
  )
}
