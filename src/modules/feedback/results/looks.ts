import type { StatusLook } from '../../../ui/tag.tsx'
import type { ResultState } from './result.ts'

export const stateLooks: Record<ResultState, StatusLook> = {
  waiting: { tone: 'info', icon: 'clock' },
  published: { tone: 'good', icon: 'done' },
  retracted: { tone: 'quiet', icon: 'stop' },
}

export const timeLooks: Record<'inTime' | 'late', StatusLook> = {
  inTime: { tone: 'good', icon: 'check' },
  late: { tone: 'warn', icon: 'late' },
}
