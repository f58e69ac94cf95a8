import type { Bilingual } from '../../lib/http/route.ts'
import type { Points } from './points.ts'

/** What would win points, or keep them: one sentence, what it is worth, and where to do it. */
export interface Hint extends Bilingual {
  points: Points
  /** `win`: points that are not there yet. `keep`: points that are there and can still be lost. */
  kind: 'win' | 'keep'
  links: readonly { label: string; href: string }[]
}

/** What a rule makes of the facts. */
export interface Outcome {
  /** Null: nothing to compute from; a person has to judge. */
  points: Points | null
  /** One line that says how the points came about. */
  why: Bilingual
  /** Points that can still be won this year. */
  winnable: Points
  hints: readonly Hint[]
}

/** Facts around an evaluation that are the same for every line of a sheet. */
export interface Setting {
  year: number
  today: string
  rounding: { decimals: number; mode: 'half_up' | 'down' }
  /** What forms of communication are called, by code. */
  formNames: ReadonlyMap<string, string>
}

export function nothingToCount(why: Bilingual): Outcome {
  return { points: null, why, winnable: 0, hints: [] }
}
