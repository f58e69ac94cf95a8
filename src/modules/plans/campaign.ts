import type { Day } from '../../lib/calendar/day.ts'
import type { PlanState } from './plan.ts'

export interface Campaign {
  id: number
  programmeId: number
  year: number
  name: string
  opens: Day
  closes: Day
  parentPlanId: number | null
}

export interface CampaignRow {
  unitId: number
  planId: number | null
  state: PlanState | null
  number: string | null
  issued: Day | null
  embedded: boolean
}

/** How a unit stands in a campaign on a day. LATE: not issued and closed; ISSUED_LATE: issued after the closing day. */
export type CampaignStanding = 'ISSUED' | 'ISSUED_LATE' | 'WRITING' | 'NOTHING' | 'LATE'

export interface CampaignUnit extends CampaignRow {
  standing: CampaignStanding
}

export function standingOf(row: CampaignRow, campaign: Campaign, today: Day): CampaignStanding {
  if (row.issued) return row.issued <= campaign.closes ? 'ISSUED' : 'ISSUED_LATE'
  if (today > campaign.closes) return 'LATE'
  return row.planId === null ? 'NOTHING' : 'WRITING'
}

export function campaignAddress(id: number): string {
  return `/planning-campaigns/${id}`
}
