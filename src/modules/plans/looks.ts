import type { StatusLook } from '../../ui/tag.tsx'
import type { CampaignStanding } from './campaign.ts'
import type { PlanState } from './plan.ts'

/** How each state looks: colour, icon and word always say the same. */
export const stateLooks: Record<PlanState, StatusLook> = {
  DRAFT: { tone: 'quiet', icon: 'edit' },
  CONSULTING: { tone: 'info', icon: 'chat' },
  SUBMITTED: { tone: 'info', icon: 'send' },
  SIGNED: { tone: 'accent', icon: 'stamp' },
  ISSUED: { tone: 'good', icon: 'done' },
  IN_PROGRESS: { tone: 'good', icon: 'play' },
  REVIEWED: { tone: 'accent', icon: 'star' },
  CLOSED: { tone: 'quiet', icon: 'lock' },
  AMENDED: { tone: 'warn', icon: 'refresh' },
  REPLACED: { tone: 'quiet', icon: 'return' },
  CANCELLED: { tone: 'bad', icon: 'stop' },
}

export const standingLooks: Record<CampaignStanding, StatusLook> = {
  ISSUED: { tone: 'good', icon: 'done' },
  ISSUED_LATE: { tone: 'warn', icon: 'late' },
  WRITING: { tone: 'info', icon: 'edit' },
  NOTHING: { tone: 'quiet', icon: 'circle' },
  LATE: { tone: 'bad', icon: 'late' },
}
