import type { StatusLook } from '../../../ui/tag.tsx'
import type { NoteState } from './note.ts'

export const noteLooks: Record<NoteState, StatusLook> = {
  good: { tone: 'good', icon: 'star' },
  open: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'bad', icon: 'late' },
  answered: { tone: 'warn', icon: 'flag' },
  closed: { tone: 'good', icon: 'done' },
  withdrawn: { tone: 'quiet', icon: 'stop' },
}
