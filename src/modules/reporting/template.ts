import { z } from 'zod'

/**
 * What a report is made of, as data (reporting.template_version.definition). Sections in order, each with words,
 * single figures, one table at most, and evidence. Figures are bound to activities, so that nobody types them.
 */
const code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)
const words = z.object({ vi: z.string().min(1).max(400), en: z.string().min(1).max(400) })

/** What of an activity is added up: `count` activities; the others as in assignments/activity.ts. */
export const activityMeasures = [
  'count',
  'quantity',
  'copies',
  'people',
  'minutes',
  'views',
  'evidence',
] as const

/** Which activities: every named list must be met by one of its codes; an empty or missing list asks nothing. */
const activityFilter = z.object({
  forms: z.array(z.string()).optional(),
  themes: z.array(z.string()).optional(),
  audiences: z.array(z.string()).optional(),
})
export type ActivityFilter = z.infer<typeof activityFilter>

/**
 * Where a figure comes from. `work` counts assignments of the unit in the programme whose due day lies in the
 * period: planned, done, done in time. `formula` is arithmetic over other figures' codes: 'done / planned * 100';
 * in a table over those of the same row, then over single figures. `sum(by_form.people)` adds up a column.
 */
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activities'), measure: z.enum(activityMeasures), where: activityFilter }),
  z.object({ kind: z.literal('work'), measure: z.enum(['planned', 'done', 'done_in_time']) }),
  z.object({ kind: z.literal('formula'), expression: z.string().min(1).max(400) }),
  z.object({ kind: z.literal('manual') }),
])

/** What is wrong enough to say: a bound that is broken, a jump against the last period, a figure that never moves. */
const check = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at_least'), value: z.number(), severity: z.enum(['error', 'warning']) }),
  z.object({ kind: z.literal('at_most'), value: z.number(), severity: z.enum(['error', 'warning']) }),
  z.object({
    kind: z.literal('compare'),
    /** This figure, e.g. '<= planned'. */
    operator: z.enum(['<=', '<', '=', '>=', '>']),
    figure: code,
    severity: z.enum(['error', 'warning']),
  }),
])

export const rollUps = ['sum', 'maximum', 'recompute', 'none'] as const

const figure = z.object({
  code,
  label: words,
  /** Printed after the value: 'lượt người', '%'. */
  unit: words.nullable(),
  source,
  /** How children's values become the parent's: a formula is computed anew from rolled-up parts. */
  rollUp: z.enum(rollUps),
  required: z.boolean(),
  decimals: z.number().int().min(0).max(2).default(0),
  checks: z.array(check).default([]),
})
export type CheckDefinition = z.infer<typeof check>
export type FigureDefinition = z.infer<typeof figure>

/** A table: the same columns (figures) for each row. Rows are codes of a list; a row's filter is added to the column's. */
const table = z.object({
  code,
  title: words,
  rows: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('forms') }),
    z.object({ kind: z.literal('themes') }),
    z.object({ kind: z.literal('audiences') }),
    z.object({
      kind: z.literal('fixed'),
      rows: z.array(z.object({ code, label: words, where: activityFilter })),
    }),
  ]),
  columns: z.array(figure).min(1),
})
export type TableDefinition = z.infer<typeof table>

export const draftSources = [
  'plans',
  'themes',
  'forms',
  'activities',
  'shortcomings',
  'obstacles',
  'next',
] as const

/**
 * What the program composes a first text of a section from, and which activities stand beside it. `plans`: plans
 * issued; `themes` and `forms`: activities by theme or form; `activities`: one after the other; `shortcomings`:
 * work late or not done; `obstacles`: what was raised upward; `next`: work that falls due in the next period.
 */
const draft = z.object({
  from: z.enum(draftSources),
  where: activityFilter.default({}),
})
export type DraftDefinition = z.infer<typeof draft>

const section = z.object({
  code,
  /** 1: 'I.', 2: '1.' within the last of level 1. */
  level: z.union([z.literal(1), z.literal(2)]),
  heading: words,
  guidance: words.nullable(),
  narrative: z.enum(['required', 'optional', 'none']),
  /** Fewer syllables than this is not counted as filled. */
  leastSyllables: z.number().int().min(0).default(10),
  figures: z.array(figure).default([]),
  table: table.nullable().default(null),
  evidence: z.enum(['required', 'optional', 'none']).default('none'),
  draft: draft.nullable().default(null),
})
export type SectionDefinition = z.infer<typeof section>

/** In the title, `{period}` stands for the period's name: 'quý I năm 2026'. */
export const templateDefinition = z.object({
  title: words,
  sections: z.array(section).min(1).max(60),
})
export type TemplateDefinition = z.infer<typeof templateDefinition>

/** The title of a report. What is asked for once is called as it was asked, whatever template it is written on. */
export function reportTitle(
  duty: { periodKind: string; name: string },
  { title }: Pick<TemplateDefinition, 'title'>,
  period: { vi: string; en: string },
): { vi: string; en: string } {
  if (duty.periodKind === 'once') return { vi: duty.name, en: duty.name }
  const filled = (text: string, name: string) => text.replace('{period}', name).trim()
  return { vi: filled(title.vi, period.vi), en: filled(title.en, period.en) }
}

export interface Template {
  id: number
  code: string
  name: { vi: string; en: string }
  /** Stands alone, or is a section inside the CCHC report or the KSTTHC report (QNG-09). */
  shape: 'standalone' | 'par_section' | 'tthc_section'
  retired: boolean
}

export interface TemplateVersion {
  id: number
  templateId: number
  number: number
  state: 'draft' | 'published'
  definition: TemplateDefinition
}
