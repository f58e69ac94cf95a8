import type { StatusLook } from '../../../ui/tag.tsx'
import type { Stance } from '../outlet.ts'

export const stanceLooks: Record<Stance, StatusLook> = {
  positive: { tone: 'good', icon: 'star' },
  not_yet: { tone: 'warn', icon: 'flag' },
  neutral: { tone: 'quiet', icon: 'book' },
}
