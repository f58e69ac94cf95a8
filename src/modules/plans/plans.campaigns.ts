import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { type Campaign, type CampaignUnit, standingOf } from './campaign.ts'
import {
  insertCampaign,
  insertCampaignUnits,
  selectCampaign,
  selectCampaignRows,
  selectCampaigns,
} from './campaigns.sql.ts'
import { canRunCampaigns } from './plans.policy.ts'

/** Opens a planning campaign: these units write their plans of `year` between two days (QN-19, YB-25). */
export async function openCampaign(
  tx: Tx,
  actor: Actor,
  input: Omit<Campaign, 'id'> & { unitIds: readonly number[] },
  now: Date,
): Promise<number> {
  if (!canRunCampaigns(actor)) {
    throw forbidden(
      'Chỉ cơ quan chủ trì của tỉnh mở đợt lập kế hoạch.',
      'Only the lead agency opens campaigns.',
    )
  }
  const faults: Fault[] = []
  if (input.closes < input.opens) {
    faults.push({
      field: 'closes',
      vi: 'Ngày đóng phải từ ngày mở trở đi.',
      en: 'It must close on or after it opens.',
    })
  }
  if (input.unitIds.length === 0) {
    faults.push({ field: 'unitIds', vi: 'Chọn các đơn vị phải lập kế hoạch.', en: 'Choose the units.' })
  }
  if (faults.length > 0) throw invalid(faults)
  const { unitIds, ...campaign } = input
  const id = await insertCampaign(tx, actor.provinceId, campaign, actor.accountId, now)
  await insertCampaignUnits(tx, actor.provinceId, id, unitIds)
  await recordChange(tx, actor, now, {
    verb: 'campaign.open',
    subject: { kind: 'campaign', id },
    before: null,
    after: { ...campaign, units: unitIds.length },
  })
  return id
}

export async function campaignsOf(db: DbOrTx, provinceId: number): Promise<Campaign[]> {
  return selectCampaigns(db, provinceId)
}

export async function campaignProgress(
  db: DbOrTx,
  provinceId: number,
  campaignId: number,
  today: Day,
): Promise<{ campaign: Campaign; units: CampaignUnit[] }> {
  const campaign = await selectCampaign(db, provinceId, campaignId)
  if (!campaign) throw notFound()
  const rows = await selectCampaignRows(db, provinceId, campaign)
  return { campaign, units: rows.map((r) => ({ ...r, standing: standingOf(r, campaign, today) })) }
}
