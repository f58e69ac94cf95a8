import type { StatusLook } from '../../../ui/tag.tsx'
import type { Standing } from './shortcoming.ts'

export const standingLooks: Record<Standing, StatusLook> = {
  open: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'bad', icon: 'late' },
  done: { tone: 'good', icon: 'done' },
  withdrawn: { tone: 'quiet', icon: 'stop' },
}
