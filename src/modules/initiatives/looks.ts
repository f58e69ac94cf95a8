import type { StatusLook } from '../../ui/tag.tsx'
import type { CallStanding, InitiativeState } from './initiative.ts'

export const stateLooks: Record<InitiativeState, StatusLook> = {
  received: { tone: 'info', icon: 'mail' },
  screening: { tone: 'info', icon: 'eye' },
  accepted: { tone: 'accent', icon: 'check' },
  assigned: { tone: 'accent', icon: 'send' },
  trial: { tone: 'warn', icon: 'clock' },
  applied: { tone: 'good', icon: 'done' },
  declined: { tone: 'quiet', icon: 'stop' },
  merged: { tone: 'quiet', icon: 'merge' },
  spam: { tone: 'quiet', icon: 'delete' },
  withdrawn: { tone: 'quiet', icon: 'return' },
}

export const callLooks: Record<CallStanding, StatusLook> = {
  upcoming: { tone: 'info', icon: 'clock' },
  open: { tone: 'good', icon: 'megaphone' },
  over: { tone: 'quiet', icon: 'stop' },
}
