import type { Target } from './plan.ts'
import { clean } from './reading/clean.ts'
import { type PlanLabels, toLabels } from './reading/labels.ts'
import { readPlan } from './reading/read-plan.ts'
import { findTargets } from './reading/targets.ts'

export type { PlanLabels }

/** Reads a plan from canonical text into the fields of the labelling conventions, with flags and places. Pure. */
export function labelsOfText(text: string): PlanLabels {
  return toLabels(readPlan(text))
}

/** The quantities a task promises in its words: 'ít nhất từ 01 đến 02 tiểu phẩm', '100%'. */
export function targetsIn(content: string): Target[] {
  return findTargets(clean(content)).map((t) => ({
    metric: t.metric ?? t.unit,
    minimum: t.min,
    maximum: t.max,
    unit: t.unit,
    asPrinted: t.strand.text,
  }))
}
