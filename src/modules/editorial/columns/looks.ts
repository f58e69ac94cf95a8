import type { StatusLook } from '../../../ui/tag.tsx'
import type { EpisodeState } from './column.ts'

export const episodeLooks: Record<EpisodeState, StatusLook> = {
  out: { tone: 'good', icon: 'globe' },
  ready: { tone: 'info', icon: 'edit' },
  planned: { tone: 'quiet', icon: 'circle' },
  missed: { tone: 'bad', icon: 'late' },
  excused: { tone: 'warn', icon: 'pause' },
}
