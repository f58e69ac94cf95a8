import { addDays, daysBetween } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { catalogueOf } from '../../plans/plans.ts'
import type { SectionDefinition, TemplateDefinition } from '../template.ts'
import { dropProposals, selectNarratives, writeNarrative } from './content.sql.ts'
import { draftText, type Material } from './drafting.ts'
import { selectSourceIds, type Window } from './facts.sql.ts'
import { selectDueWork, selectIssuedPlans, selectRaised } from './proposing.sql.ts'
import { selectSources } from './sources.sql.ts'
import { sourcesOf } from './sources.ts'

/** Who the program's own words are by, until somebody accepts them. */
const program = 'Chung Tay'

/**
 * Composes a first text for every section that can have one, and again when the activities have changed. Words that
 * a person accepted or wrote, also an emptied section, are left alone.
 */
export async function proposeWords(
  tx: Tx,
  provinceId: number,
  versionId: number,
  definition: TemplateDefinition,
  window: Window,
  now: Date,
): Promise<void> {
  const there = new Map((await selectNarratives(tx, provinceId, versionId)).map((n) => [n.sectionCode, n]))
  const open = definition.sections.filter(
    (s) => s.draft !== null && s.narrative !== 'none' && (there.get(s.code)?.proposed ?? true),
  )
  if (open.length === 0) return
  const texts = await compose(tx, provinceId, open, window)
  const gone = open.filter((s) => !texts.has(s.code) && there.has(s.code)).map((s) => s.code)
  await dropProposals(tx, provinceId, versionId, gone)
  for (const [code, text] of texts) {
    const before = there.get(code)
    if (before?.text === text) continue
    const change = { text, drafted: true, proposed: true, at: now, by: null, byName: program }
    await writeNarrative(tx, provinceId, versionId, code, before?.revision ?? 0, change)
  }
}

/** The text that the program would write for a section today; null where there is nothing to tell. */
export async function proposalFor(
  db: DbOrTx,
  provinceId: number,
  section: SectionDefinition,
  window: Window,
): Promise<string | null> {
  return (await compose(db, provinceId, [section], window)).get(section.code) ?? null
}

async function compose(
  db: DbOrTx,
  provinceId: number,
  sections: readonly SectionDefinition[],
  window: Window,
): Promise<Map<string, string>> {
  const { forms, themes } = await catalogueOf(db, provinceId)
  const asks = (...kinds: string[]) => sections.some((s) => s.draft && kinds.includes(s.draft.from))
  const { cutoff, from } = window
  const nextEnd = addDays(cutoff, daysBetween(from, cutoff) + 1)
  const ids = await selectSourceIds(db, provinceId, window)
  const due = asks('shortcomings', 'next') ? await selectDueWork(db, provinceId, window, from, cutoff) : []
  const next = asks('next') ? await selectDueWork(db, provinceId, window, addDays(cutoff, 1), nextEnd) : []
  const material: Material = {
    activities: await selectSources(db, provinceId, ids),
    ...{ forms, themes, due, cutoff },
    plans: asks('plans') ? await selectIssuedPlans(db, provinceId, window) : [],
    next: next.filter((d) => d.reportedDay === null),
    obstacles: asks('obstacles') ? await selectRaised(db, provinceId, window) : [],
  }
  const texts = new Map<string, string>()
  for (const section of sections) {
    if (!section.draft) continue
    const own = { ...material, activities: toldBy(section, material.activities) }
    const text = draftText(section.draft, own)
    if (text !== null) texts.set(section.code, text)
  }
  return texts
}

/** Words tell of the activities of the draft's own filter; figures of the same section may count others too. */
function toldBy(section: SectionDefinition, activities: Material['activities']): Material['activities'] {
  return sourcesOf({ ...section, figures: [], table: null }, activities)
}
