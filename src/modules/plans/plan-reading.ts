import { type PlanLabels, toLabels } from './reading/labels.ts'
import { readPlan } from './reading/read-plan.ts'

export type { PlanLabels }

/** Reads a plan from canonical text into the fields of the labelling conventions, with flags and places. Pure. */
export function labelsOfText(text: string): PlanLabels {
  return toLabels(readPlan(text))
}
