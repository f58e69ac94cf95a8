import type { StatusLook } from '../../../ui/tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { onePoint, type Points } from '../points.ts'
import type { SheetState } from '../score.ts'

export const stateLooks: Record<SheetState, StatusLook> = {
  open: { tone: 'quiet', icon: 'circle' },
  self_scoring: { tone: 'info', icon: 'edit' },
  self_locked: { tone: 'accent', icon: 'lock' },
  appraisal_1: { tone: 'info', icon: 'eye' },
  explanation: { tone: 'warn', icon: 'help' },
  appraisal_2: { tone: 'info', icon: 'eye' },
  published: { tone: 'good', icon: 'stamp' },
}

/** Grades that ship have a tone; a province's own stay without. */
export const gradeTones: Record<string, Tone> = { good: 'good', fair: 'info', average: 'warn', weak: 'bad' }

/** The shade of a cell; 0: nothing scored. The figure stands in the cell. */
export function levelOf(points: Points | null, most: Points): 0 | 1 | 2 | 3 | 4 {
  if (points === null) return 0
  if (points <= 0 || most <= 0) return 1
  const share = (points * onePoint) / most
  return share < 5000 ? 2 : share < 9000 ? 3 : 4
}
