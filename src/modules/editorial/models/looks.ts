import type { StatusLook } from '../../../ui/tag.tsx'
import type { Stage } from './model.ts'

export const stageLooks: Record<Stage, StatusLook> = {
  called: { tone: 'info', icon: 'megaphone' },
  studying: { tone: 'quiet', icon: 'book' },
  trying: { tone: 'accent', icon: 'half' },
  in_use: { tone: 'good', icon: 'done' },
  stopped: { tone: 'warn', icon: 'stop' },
}
