import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Campaign, CampaignRow } from './campaign.ts'
import type { PlanState } from './plan.ts'

const columns = [
  'id',
  'programme_id as programmeId',
  'year',
  'name',
  'opens',
  'closes',
  'parent_plan_id as parentPlanId',
] as const

export async function selectCampaigns(db: DbOrTx, provinceId: number): Promise<Campaign[]> {
  return db
    .selectFrom('plans.campaign')
    .select(columns)
    .where('province_id', '=', provinceId)
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function selectCampaign(db: DbOrTx, provinceId: number, id: number): Promise<Campaign | null> {
  const row = await db
    .selectFrom('plans.campaign')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function insertCampaign(
  tx: Tx,
  provinceId: number,
  c: Omit<Campaign, 'id'>,
  by: number | null,
  at: Date,
): Promise<number> {
  const row = await tx
    .insertInto('plans.campaign')
    .values({
      province_id: provinceId,
      programme_id: c.programmeId,
      year: c.year,
      name: c.name,
      opens: c.opens,
      closes: c.closes,
      parent_plan_id: c.parentPlanId,
      created_by: by,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertCampaignUnits(
  tx: Tx,
  provinceId: number,
  campaignId: number,
  unitIds: readonly number[],
): Promise<void> {
  await tx
    .insertInto('plans.campaign_unit')
    .values(
      [...new Set(unitIds)].map((id) => ({ province_id: provinceId, campaign_id: campaignId, unit_id: id })),
    )
    .execute()
}

/**
 * The units of a campaign with the plan each has made for its programme and year, if any: one tied to the campaign,
 * or any of its own plans of that year. Of several the one that has come farthest.
 */
export async function selectCampaignRows(
  db: DbOrTx,
  provinceId: number,
  c: Campaign,
): Promise<CampaignRow[]> {
  const rows = await db
    .selectFrom('plans.campaign_unit as u')
    .leftJoin('plans.plan as p', (j) =>
      j
        .onRef('p.province_id', '=', 'u.province_id')
        .onRef('p.unit_id', '=', 'u.unit_id')
        .on('p.programme_id', '=', c.programmeId)
        .on('p.year', '=', c.year)
        .on('p.state', 'not in', ['CANCELLED', 'REPLACED']),
    )
    .select([
      'u.unit_id as unitId',
      'p.id as planId',
      'p.state',
      'p.number',
      'p.issued',
      'p.embedded_in_plan_id as embeddedIn',
    ])
    .where('u.province_id', '=', provinceId)
    .where('u.campaign_id', '=', c.id)
    .distinctOn('u.unit_id')
    .orderBy('u.unit_id')
    .orderBy('p.issued', (o) => o.asc().nullsLast())
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map(({ embeddedIn, ...r }) => ({
    ...r,
    state: r.state as PlanState | null,
    embedded: embeddedIn !== null,
  }))
}
