import type { StatusLook } from '../../ui/tag.tsx'
import type { AssignmentState, Timing } from './assignment.ts'

/** How states and timings look: the colour never stands alone, an icon and a word say the same. */
export const timingLooks: Record<Timing, StatusLook> = {
  overdue: { tone: 'bad', icon: 'late' },
  due_now: { tone: 'warn', icon: 'clock' },
  due_soon: { tone: 'warn', icon: 'clock' },
  later: { tone: 'quiet', icon: 'calendar' },
  no_due: { tone: 'quiet', icon: 'circle' },
  awaiting_check: { tone: 'info', icon: 'eye' },
  done_late: { tone: 'lotus', icon: 'late' },
  done: { tone: 'good', icon: 'done' },
}

export const stateLooks: Record<AssignmentState, StatusLook> = {
  assigned: { tone: 'info', icon: 'circle' },
  acknowledged: { tone: 'quiet', icon: 'check' },
  in_progress: { tone: 'accent', icon: 'half' },
  reported_done: { tone: 'info', icon: 'eye' },
  verified: { tone: 'good', icon: 'done' },
  returned: { tone: 'bad', icon: 'return' },
  withdrawn: { tone: 'quiet', icon: 'stop' },
}
