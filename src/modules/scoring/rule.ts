import { z } from 'zod'
import type { Points } from './points.ts'

/**
 * How one line of a criteria table is scored, as data. Points are whole ten-thousandths, shares whole hundredths of
 * a percent (points.ts). Labels are words of the table and so only Vietnamese.
 */
const points = z.number().int().min(-1_000_000).max(1_000_000)
const gain = z.number().int().min(0).max(1_000_000)
const loss = z.number().int().min(-1_000_000).max(0)
const share = z.number().int().min(0).max(10_000)
/** Neither ';' nor '=', which part the clauses of a sheet (rule-sheet.ts). */
const label = z
  .string()
  .max(200)
  .regex(/^[^;=\s](?:[^;=]*[^;=\s])?$/)

/** What is counted: the unit's tasks in the programme, those done in time, or two numbers that the unit types. */
const counted = {
  source: z.enum(['work', 'work_in_time', 'typed']),
  /** Of typed numbers: what is done, and of how many. */
  done: label.nullable(),
  of: label.nullable(),
}

const ratio = z.object({
  kind: z.literal('ratio'),
  ...counted,
  /** Below it: nothing. */
  floor: share,
  /** From it on: all points. Between the two: in proportion to what is done. */
  full: share.min(1),
})

const steps = z.object({
  kind: z.literal('steps'),
  ...counted,
  /** Highest first; below the last: nothing. */
  steps: z
    .array(z.object({ from: share, points: gain }))
    .min(1)
    .max(10),
})

const parts = z.object({
  kind: z.literal('parts'),
  /** Of how many. */
  of: label,
  /** Each typed number counts with its weight: 1 is 10000. */
  parts: z
    .array(z.object({ label, weight: z.number().int().min(0).max(10_000) }))
    .min(1)
    .max(5),
})

const forms = z.object({
  kind: z.literal('forms'),
  /** As many pieces of evidence a group needs. */
  least: z.number().int().min(1).max(100),
  groups: z
    .array(z.object({ label, points: gain, forms: z.array(z.string()).min(1) }))
    .min(1)
    .max(20),
})

const reports = z.object({
  kind: z.literal('reports'),
  late: loss,
  poor: loss,
  /** By kind of period; a kind without an entry is not demanded by this rule. */
  missing: z.object({
    month: loss.optional(),
    quarter: loss.optional(),
    'half-year': loss.optional(),
    'nine-month': loss.optional(),
    year: loss.optional(),
  }),
  /** Losses end here. */
  least: points,
})

const plan = z.object({
  kind: z.literal('plan'),
  onTime: gain,
  late: points,
  missing: points,
  /** The last valid day, of the year before or of the year itself. */
  due: z.object({
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    year: z.enum(['previous', 'same']),
  }),
})

/** A person judges: the unit first, then the appraiser. */
const manual = z.object({ kind: z.literal('manual'), least: points })
/** Beside the maximum: only the appraiser gives them. */
const bonus = z.object({ kind: z.literal('bonus'), most: gain })
const penalty = z.object({ kind: z.literal('penalty'), most: loss })

export const ruleSchema = z.discriminatedUnion('kind', [
  ratio,
  steps,
  parts,
  forms,
  reports,
  plan,
  manual,
  bonus,
  penalty,
])
export type Rule = z.infer<typeof ruleSchema>
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>

export type CountedRule = RuleOf<'ratio'> | RuleOf<'steps'>

/** The numbers a unit types for a rule that the program cannot count itself: key and label, in order. */
export function typedNumbers(rule: Rule): { key: string; label: string }[] {
  if ((rule.kind === 'ratio' || rule.kind === 'steps') && rule.source === 'typed') {
    return [
      { key: 'done', label: rule.done ?? '' },
      { key: 'of', label: rule.of ?? '' },
    ]
  }
  if (rule.kind !== 'parts') return []
  return [
    { key: 'of', label: rule.of },
    ...rule.parts.map((p, i) => ({ key: `part${i + 1}`, label: p.label })),
  ]
}

/** Does the program compute this line by itself, from what it holds? */
export function isComputed(rule: Rule): boolean {
  if (rule.kind === 'ratio' || rule.kind === 'steps') return rule.source !== 'typed'
  return rule.kind === 'forms' || rule.kind === 'reports' || rule.kind === 'plan'
}

/** Given by the appraiser alone, and outside the maximum. */
export function isExtra(rule: Rule): boolean {
  return rule.kind === 'bonus' || rule.kind === 'penalty'
}

/** Between which points a line with this rule and maximum can end. */
export function rangeOf(rule: Rule, most: Points): { least: Points; most: Points } {
  switch (rule.kind) {
    case 'reports':
    case 'manual':
      return { least: rule.least, most }
    case 'plan':
      return { least: Math.min(rule.late, rule.missing, 0), most }
    case 'bonus':
      return { least: 0, most: rule.most }
    case 'penalty':
      return { least: rule.most, most: 0 }
    default:
      return { least: 0, most }
  }
}

/** What is wrong between a rule and the maximum that the table prints beside it; null: they agree. */
export function whyNotMaximum(rule: Rule, most: Points): { vi: string; en: string } | null {
  const reached = highest(rule)
  if (reached === null || reached === most) return null
  return {
    vi: 'Điểm cao nhất của quy tắc khác điểm tối đa ghi trong bảng.',
    en: 'The most that the rule gives differs from the maximum in the table.',
  }
}

function highest(rule: Rule): Points | null {
  if (rule.kind === 'steps') return Math.max(...rule.steps.map((s) => s.points))
  if (rule.kind === 'forms') return rule.groups.reduce((sum, g) => sum + g.points, 0)
  if (rule.kind === 'plan') return rule.onTime
  return isExtra(rule) ? 0 : null
}
