import type { StatusLook } from '../../../ui/tag.tsx'
import type { PromiseState } from './dialogue.ts'

export const promiseLooks: Record<PromiseState, StatusLook> = {
  none: { tone: 'quiet', icon: 'circle' },
  open: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'bad', icon: 'late' },
  kept: { tone: 'good', icon: 'done' },
}

export const openLooks: Record<'open' | 'shut', StatusLook> = {
  open: { tone: 'good', icon: 'globe' },
  shut: { tone: 'quiet', icon: 'eye-off' },
}
