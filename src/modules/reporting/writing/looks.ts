import type { StatusLook } from '../../../ui/tag.tsx'
import type { ReportState, Standing } from '../report.ts'

export const reportStateLooks: Record<ReportState, StatusLook> = {
  draft: { tone: 'info', icon: 'edit' },
  submitted: { tone: 'accent', icon: 'send' },
  returned: { tone: 'warn', icon: 'return' },
  accepted: { tone: 'good', icon: 'check' },
  consolidated: { tone: 'good', icon: 'merge' },
  signed: { tone: 'good', icon: 'stamp' },
  sent: { tone: 'good', icon: 'done' },
}

export const standingLooks: Record<Standing, StatusLook> = {
  on_time: { tone: 'good', icon: 'check' },
  late: { tone: 'warn', icon: 'late' },
  nil: { tone: 'quiet', icon: 'minus' },
  empty: { tone: 'bad', icon: 'circle' },
  returned: { tone: 'warn', icon: 'return' },
  waiting: { tone: 'info', icon: 'edit' },
  overdue: { tone: 'bad', icon: 'late' },
  not_due: { tone: 'quiet', icon: 'clock' },
}
