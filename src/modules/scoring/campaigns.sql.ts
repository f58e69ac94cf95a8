import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { type Points, pointsOf } from './points.ts'
import type { Campaign } from './score.ts'

function campaigns(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('scoring.campaign as c')
    .innerJoin('scoring.criteria_version as v', (j) =>
      j.onRef('v.province_id', '=', 'c.province_id').onRef('v.id', '=', 'c.version_id'),
    )
    .innerJoin('scoring.criteria_set as s', (j) =>
      j.onRef('s.province_id', '=', 'v.province_id').onRef('s.id', '=', 'v.set_id'),
    )
    .select([
      'c.id',
      'c.programme_code as programmeCode',
      'c.year',
      'c.name',
      'c.version_id as versionId',
      's.name as setName',
      'c.opens',
      'c.self_due as selfDue',
      'c.explain_due as explainDue',
      'c.computed_at as computedAt',
      'c.published_at as publishedAt',
      'c.published_by_name as publishedByName',
      'c.decision',
    ])
    .where('c.province_id', '=', provinceId)
}

/** All campaigns, the newest year first. */
export async function selectCampaigns(db: DbOrTx, provinceId: number): Promise<Campaign[]> {
  return campaigns(db, provinceId).orderBy('c.year', 'desc').orderBy('c.id').execute()
}

export async function selectCampaign(db: DbOrTx, provinceId: number, id: number): Promise<Campaign | null> {
  return (await campaigns(db, provinceId).where('c.id', '=', id).executeTakeFirst()) ?? null
}

export interface NewCampaign {
  programmeCode: string
  year: number
  name: string
  versionId: number
  opens: Day
  selfDue: Day
  explainDue: Day
}

export async function insertCampaign(
  tx: Tx,
  provinceId: number,
  c: NewCampaign,
  by: { name: string; at: Date },
): Promise<number> {
  const row = await tx
    .insertInto('scoring.campaign')
    .values({
      province_id: provinceId,
      programme_code: c.programmeCode,
      year: c.year,
      name: c.name,
      version_id: c.versionId,
      opens: c.opens,
      self_due: c.selfDue,
      explain_due: c.explainDue,
      opened_at: by.at,
      opened_by_name: by.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateCampaign(
  tx: Tx,
  provinceId: number,
  id: number,
  change: { computedAt: Date } | { publishedAt: Date; publishedByName: string; decision: string | null },
): Promise<void> {
  await tx
    .updateTable('scoring.campaign')
    .set(
      'computedAt' in change
        ? { computed_at: change.computedAt }
        : {
            published_at: change.publishedAt,
            published_by_name: change.publishedByName,
            decision: change.decision,
          },
    )
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Campaigns whose results are not published yet. */
export async function selectRunning(db: DbOrTx, provinceId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('scoring.campaign')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('published_at', 'is', null)
    .execute()
  return rows.map((r) => r.id)
}

/** How far the sheets of a campaign are. `winnable`: points that open sheets can still win. */
export interface CampaignTally {
  sheets: number
  locked: number
  settled: number
  winnable: Points
}

export async function selectTallies(db: DbOrTx, provinceId: number): Promise<Map<number, CampaignTally>> {
  const { rows } = await sql<Omit<CampaignTally, 'winnable'> & { campaign_id: number; winnable: string }>`
    select campaign_id, count(*)::int as sheets,
      (count(*) filter (where state not in ('open', 'self_scoring')))::int as locked,
      (count(settled_at))::int as settled,
      coalesce(sum(winnable_total) filter (where state in ('open', 'self_scoring')), 0)::numeric(12, 4) as winnable
    from scoring.sheet where province_id = ${provinceId} group by campaign_id`.execute(db)
  return new Map(
    rows.map(({ campaign_id, winnable, ...t }) => [campaign_id, { ...t, winnable: pointsOf(winnable) }]),
  )
}
