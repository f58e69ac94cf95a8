import type { StatusLook } from '../../ui/tag.tsx'
import type { Standing } from './procedure.ts'

export const standingLooks: Record<Standing, StatusLook> = {
  late: { tone: 'bad', icon: 'late' },
  returned: { tone: 'lotus', icon: 'return' },
  soon: { tone: 'warn', icon: 'clock' },
  open: { tone: 'info', icon: 'circle' },
  posted_late: { tone: 'warn', icon: 'done' },
  posted: { tone: 'good', icon: 'done' },
  ended: { tone: 'quiet', icon: 'pause' },
}
