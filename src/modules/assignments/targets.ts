import type { Target } from '../plans/plan.ts'

/** A target of the plan beside what has been reached. */
export interface TargetState {
  asPrinted: string
  unit: string | null
  wanted: number
  actual: number
}

/**
 * What activities have reached of each counted target. An activity counts with its `quantity`, or as one where no
 * quantity was typed; 'ít nhất 01 đến 02 tiểu phẩm' is met from its minimum on (YB-22). Shares ('100 %') are not
 * counted here: they are the share of assignments done (HG-12), which boards show.
 */
export function targetStates(
  targets: readonly Target[],
  quantities: readonly (number | undefined)[],
): TargetState[] {
  const actual = quantities.reduce<number>((sum, q) => sum + (q ?? 1), 0)
  return targets.flatMap((target) => {
    const wanted = target.minimum ?? target.maximum
    if (wanted === null || wanted <= 0 || target.unit === '%') return []
    return [{ asPrinted: target.asPrinted, unit: target.unit, wanted, actual }]
  })
}
