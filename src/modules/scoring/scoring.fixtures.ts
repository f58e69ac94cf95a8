import type { World } from '../../../test/world.ts'
import type { Tx } from '../../lib/db/db.ts'
import { actorOf, issuedPlan, type PlanOfTest } from '../assignments/assignments.fixtures.ts'
import { giveTasks } from '../assignments/assignments.giving.ts'
import { openCatalogue } from '../plans/catalogue.ts'
import { openScoring } from './scoring.campaigns.ts'
import { takeShipped } from './scoring.criteria.ts'

export interface ScoringOfTest {
  plan: PlanOfTest
  campaignId: number
  /** Of xã Bình Minh and phường Tân Lập. */
  sheetIds: { binhMinh: number; tanLap: number }
}

const opened = new Date('2026-09-01T02:00:00Z')

/** The issued plan of the assignments' tests with its tasks given, and a campaign for the two communes. */
export async function openedCampaign(tx: Tx, world: World): Promise<ScoringOfTest> {
  const plan = await issuedPlan(tx, world)
  const by = { provinceId: world.provinceId, accountId: null, name: 'Chung Tay' } as const
  await giveTasks(tx, by, plan.planId, new Date('2026-01-16T02:00:00Z'))
  return { plan, ...(await campaignForCommunes(tx, world)) }
}

/** A campaign for the two communes by the table that ships. */
export async function campaignForCommunes(tx: Tx, world: World): Promise<Omit<ScoringOfTest, 'plan'>> {
  const lan = actorOf(world.lan)
  await openCatalogue(tx, world.provinceId)
  const versionId = await takeShipped(tx, lan, { code: 'communes', year: 2026 }, opened)
  const { binhMinh, tanLap } = world.units
  const input = {
    programmeCode: 'PAR_COMMUNICATION',
    year: 2026,
    name: 'Chấm điểm cấp xã năm 2026',
    versionId,
    opens: '2026-09-01',
    selfDue: '2026-12-20',
    explainDue: '2027-01-10',
    unitIds: [binhMinh, tanLap],
  }
  const campaignId = await openScoring(tx, lan, input, opened)
  const sheets = await tx
    .selectFrom('scoring.sheet')
    .select(['id', 'unit_id'])
    .where('campaign_id', '=', campaignId)
    .execute()
  const of = (unitId: number) => sheets.find((s) => s.unit_id === unitId)?.id ?? 0
  return { campaignId, sheetIds: { binhMinh: of(binhMinh), tanLap: of(tanLap) } }
}

/** What a unit of the fixtures did: one activity, with a link as evidence or without. */
export async function didSomething(
  tx: Tx,
  what: { unitId: number; form: string; day?: string; link?: boolean; assignmentId?: number },
): Promise<number | null> {
  const province_id = 1
  const day = what.day ?? '2026-08-12'
  const by = { recorded_at: opened, recorded_by_name: 'Minh' }
  const activity = await tx
    .insertInto('assignments.activity')
    .values({
      province_id,
      unit_id: what.unitId,
      what: 'Nói chuyện ở nhà văn hóa',
      from_day: day,
      to_day: day,
      form_code: what.form,
      ...by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (what.assignmentId)
    await tx
      .insertInto('assignments.activity_assignment')
      .values({ province_id, activity_id: activity.id, assignment_id: what.assignmentId })
      .execute()
  if (what.link === false) return null
  const evidence = await tx
    .insertInto('assignments.evidence')
    .values({
      province_id,
      unit_id: what.unitId,
      kind: 'link',
      url: 'https://binhminh.chungtay.invalid/1',
      caption: 'Bài đăng',
      added_at: opened,
      added_by_name: 'Minh',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('assignments.activity_evidence')
    .values({ province_id, activity_id: activity.id, evidence_id: evidence.id })
    .execute()
  return evidence.id
}
