import type { StatusLook } from '../../../ui/tag.tsx'
import type { AnswerState } from '../message.ts'

export const stateLooks: Record<AnswerState, StatusLook> = {
  at_once: { tone: 'good', icon: 'done' },
  answered: { tone: 'good', icon: 'check' },
  waiting: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'bad', icon: 'late' },
}
