import type { IconName } from '../../ui/icon.tsx'
import type { StatusLook } from '../../ui/tag.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { ItemState, StepVerb } from './item.ts'

export const stateLooks: Record<ItemState, StatusLook> = {
  draft: { tone: 'quiet', icon: 'edit' },
  submitted: { tone: 'info', icon: 'send' },
  returned: { tone: 'warn', icon: 'return' },
  approved: { tone: 'accent', icon: 'stamp' },
  scheduled: { tone: 'accent', icon: 'clock' },
  published: { tone: 'good', icon: 'globe' },
  withdrawn: { tone: 'bad', icon: 'stop' },
  merged: { tone: 'quiet', icon: 'merge' },
  dropped: { tone: 'quiet', icon: 'close' },
}

export const stepLooks: Partial<Record<StepVerb, { tone: Tone; icon: IconName }>> = {
  create: { tone: 'accent', icon: 'add' },
  submit: { tone: 'info', icon: 'send' },
  return: { tone: 'warn', icon: 'return' },
  pass: { tone: 'good', icon: 'check' },
  approve: { tone: 'good', icon: 'stamp' },
  schedule: { tone: 'accent', icon: 'clock' },
  publish: { tone: 'good', icon: 'globe' },
  force_publish: { tone: 'bad', icon: 'warning' },
  second_look: { tone: 'good', icon: 'eye' },
  withdraw: { tone: 'bad', icon: 'stop' },
  in_error: { tone: 'bad', icon: 'error' },
  merge: { tone: 'quiet', icon: 'merge' },
  refuse: { tone: 'bad', icon: 'warning' },
  ask_outside: { tone: 'info', icon: 'mail' },
  reread: { tone: 'good', icon: 'check' },
  produce: { tone: 'accent', icon: 'play' },
}
