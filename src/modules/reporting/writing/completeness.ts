import { type FigureValue, figureValue, type Narrative } from '../report.ts'
import type { FigureDefinition, SectionDefinition, TemplateDefinition } from '../template.ts'
import { hasBlank, substanceOf } from './substance.ts'

/** Something that a section lacks, for people: what, where. */
export interface Missing {
  sectionCode: string
  kind: 'narrative' | 'figure' | 'evidence'
  /** Of a figure: its code. */
  figureCode: string | null
  /** Of a narrative: syllables that say something, and how many are asked. */
  has: number
  asked: number
}

/** What a report says, as far as completeness looks at it. */
export interface Said {
  narratives: readonly Pick<Narrative, 'sectionCode' | 'text' | 'proposed'>[]
  figures: readonly Pick<FigureValue, 'figureCode' | 'rowCode' | 'computed' | 'manual'>[]
  /** Pieces of evidence that a section shows: attached to it, or of the activities it tells of. */
  evidence: ReadonlyMap<string, number>
  /** Activities in the window of the report. */
  activities: number
  nilReason: string | null
}

export interface Completeness {
  /** 0 to 1: the share of what the template asks for that is there. Null for a report of "nothing happened". */
  score: number | null
  missing: Missing[]
  /** Handed in without any substance; see {@link completenessOf}. */
  isEmpty: boolean
  isNil: boolean
}

/** Fewest syllables of a reason why nothing happened. */
export const leastNilSyllables = 8

/**
 * What a report lacks and how full it is, from its content alone (feature C11).
 *
 * The score counts demands met: each required narrative with its least number of syllables that say something
 * (substanceOf), each required figure with a value (nought counts only where activities were counted), each required
 * evidence. Words that the program composed count
 * like others: they stand on activities.
 *
 * Empty is a report with no substance: no activity in its window; no narrative that fills its section in somebody's
 * words; and no figure other than nought, except numbers typed by hand without any evidence, which alone prove
 * nothing. A due day met with such a report is named "on time but empty" (domain.md 7.1).
 */
export function completenessOf(definition: TemplateDefinition, said: Said): Completeness {
  const demands = definition.sections.flatMap((s) => demandsOf(s, said))
  const missing = demands.filter((d) => !d.met).map(({ met: _, ...m }) => m)
  const isNil = said.nilReason !== null && isNilPossible(definition, said) && isReason(said.nilReason)
  if (isNil) return { score: null, missing: [], isEmpty: false, isNil }
  const score = demands.length === 0 ? 1 : (demands.length - missing.length) / demands.length
  return { score: Math.round(score * 10_000) / 10_000, missing, isEmpty: isEmpty(definition, said), isNil }
}

/** A unit may say "nothing happened" only where the program knows of nothing either, here or in the units below. */
export function isNilPossible(
  definition: TemplateDefinition,
  said: Pick<Said, 'activities' | 'figures'>,
): boolean {
  const all = definition.sections.flatMap((s) => [...s.figures, ...(s.table?.columns ?? [])])
  const counted = new Set(all.flatMap((f) => (f.source.kind === 'activities' ? [f.code] : [])))
  return said.activities === 0 && !said.figures.some((f) => counted.has(f.figureCode) && f.computed)
}

export function isReason(text: string): boolean {
  return substanceOf(text, null) >= leastNilSyllables
}

function demandsOf(section: SectionDefinition, said: Said): (Missing & { met: boolean })[] {
  const none = { sectionCode: section.code, figureCode: null, has: 0, asked: 0 }
  const demands: (Missing & { met: boolean })[] = []
  if (section.narrative === 'required') {
    const has = substanceIn(section, said)
    const text = said.narratives.find((n) => n.sectionCode === section.code)?.text ?? ''
    const met = has >= Math.max(1, section.leastSyllables) && !hasBlank(text)
    demands.push({ ...none, kind: 'narrative', has, asked: section.leastSyllables, met })
  }
  for (const figure of section.figures.filter((f) => f.required)) {
    const value = said.figures.find((f) => f.figureCode === figure.code && f.rowCode === '')
    const met = value !== undefined && figureValue(value) !== null && !isUncounted(figure, value, said)
    demands.push({ ...none, kind: 'figure', figureCode: figure.code, met })
  }
  if (section.evidence === 'required') {
    demands.push({ ...none, kind: 'evidence', met: (said.evidence.get(section.code) ?? 0) > 0 })
  }
  return demands
}

/** Nought of activities that nobody recorded is no figure yet: there was nothing to count. */
function isUncounted(figure: FigureDefinition, value: Said['figures'][number], said: Said): boolean {
  return (
    figure.source.kind === 'activities' &&
    said.activities === 0 &&
    !figureValue(value) &&
    value.manual === null
  )
}

function substanceIn(section: SectionDefinition, said: Said): number {
  const narrative = said.narratives.find((n) => n.sectionCode === section.code)
  return narrative ? substanceOf(narrative.text, section.guidance?.vi ?? null) : 0
}

function isEmpty(definition: TemplateDefinition, said: Said): boolean {
  if (said.activities > 0) return false
  const hasEvidence = [...said.evidence.values()].some((n) => n > 0)
  const isBacked = said.figures.some((f) =>
    f.manual !== null ? f.manual !== 0 && hasEvidence : !!f.computed,
  )
  if (isBacked) return false
  // What the program proposes from plans and due days is no account of anything done.
  const own = { ...said, narratives: said.narratives.filter((n) => !n.proposed) }
  return !definition.sections.some(
    (s) => s.narrative !== 'none' && substanceIn(s, own) >= Math.max(10, s.leastSyllables),
  )
}
