import type { World } from '../../../test/world.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { openCatalogue } from '../plans/catalogue.ts'
import { openTemplates } from './templates/shipping.ts'

export interface DutyOfTest {
  dutyId: number
  templateIds: Record<string, number>
}

/** A quarterly duty to report to UBND tỉnh through Sở Nội vụ, with the catalogue and the shipped templates. */
export async function reportDuty(
  tx: Tx,
  world: World,
  more: { template?: string; toUnitId?: number | null; viaUnitId?: number | null } = {},
): Promise<DutyOfTest> {
  const now = new Date('2026-01-02T01:00:00Z')
  await openCatalogue(tx, world.provinceId)
  await openTemplates(tx, world.provinceId, now)
  const templates = await tx
    .selectFrom('reporting.template')
    .select(['id', 'code'])
    .where('province_id', '=', world.provinceId)
    .execute()
  const templateIds = Object.fromEntries(templates.map((t) => [t.code, t.id]))
  const duty = await tx
    .insertInto('reporting.duty')
    .values({
      province_id: world.provinceId,
      programme_code: 'PAR_COMMUNICATION',
      template_id: templateIds[more.template ?? 'communication'] ?? null,
      name: 'Báo cáo quý về công tác tuyên truyền cải cách hành chính',
      period_kind: 'quarter',
      due_as_printed: 'Trước ngày 05 tháng cuối cùng của quý',
      source: 'Kế hoạch số 25/KH-UBND ngày 15/01/2026',
      to_unit_id: more.toUnitId === undefined ? world.units.ubnd : more.toUnitId,
      via_unit_id: more.viaUnitId === undefined ? world.units.noiVu : more.viaUnitId,
      state: 'active',
      valid_from: '2026-01-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { dutyId: duty.id, templateIds }
}

export interface OwedOfTest {
  period?: string
  from?: Day
  cutoff?: Day
  due?: Day
  invited?: boolean
  state?: 'owed' | 'ended' | 'waived'
  parentId?: number | null
}

/** What a unit owes of a duty: for the second quarter of 2026 unless said otherwise. Returns the obligation's id. */
export async function owes(
  tx: Tx,
  world: World,
  dutyId: number,
  unitId: number,
  more: OwedOfTest = {},
): Promise<number> {
  const due = more.due ?? '2026-06-04'
  const row = await tx
    .insertInto('reporting.obligation')
    .values({
      province_id: world.provinceId,
      duty_id: dutyId,
      unit_id: unitId,
      period: more.period ?? '2026-Q2',
      year: 2026,
      from_day: more.from ?? '2026-03-15',
      to_day: more.cutoff ?? '2026-06-14',
      cutoff_day: more.cutoff ?? '2026-06-14',
      due_day: due,
      first_due_day: due,
      why_vi: 'Trước ngày 05 tháng cuối cùng của quý, theo Kế hoạch số 25/KH-UBND.',
      why_en: 'Before the 5th of the last month of the quarter, by plan 25/KH-UBND.',
      parent_id: more.parentId ?? null,
      invited: more.invited ?? false,
      state: more.state ?? 'owed',
      made_at: new Date('2026-01-02T01:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What a unit did on a day, straight into the tables. `evidence`: so many links that show it. Returns its id. */
export async function did(
  tx: Tx,
  world: World,
  unitId: number,
  day: Day,
  more: {
    what?: string
    form?: string
    themes?: string[]
    audiences?: string[]
    figures?: Record<string, number>
    evidence?: number
  } = {},
): Promise<number> {
  const province_id = world.provinceId
  const at = new Date(`${day}T03:00:00Z`)
  const activity = await tx
    .insertInto('assignments.activity')
    .values({
      province_id,
      unit_id: unitId,
      what: more.what ?? 'Phát 3 kỳ tuyên truyền trên hệ thống truyền thanh cơ sở',
      from_day: day,
      to_day: day,
      form_code: more.form ?? 'loudspeaker',
      theme_codes: more.themes ?? ['procedures'],
      audience_codes: more.audiences ?? ['citizens'],
      recorded_at: at,
      recorded_by_name: 'Người thử',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [metric, value] of Object.entries(more.figures ?? {})) {
    await tx
      .insertInto('assignments.activity_figure')
      .values({ province_id, activity_id: activity.id, metric, value: String(value) })
      .execute()
  }
  for (let n = 0; n < (more.evidence ?? 0); n++) {
    const evidence = await tx
      .insertInto('assignments.evidence')
      .values({
        ...{ province_id, unit_id: unitId, kind: 'link', caption: `Bài đăng ${n + 1}` },
        ...{
          url: `https://anhoa.example.vn/bai-${activity.id}-${n + 1}`,
          added_at: at,
          added_by_name: 'Người thử',
        },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('assignments.activity_evidence')
      .values({ province_id, activity_id: activity.id, evidence_id: evidence.id })
      .execute()
  }
  return activity.id
}
