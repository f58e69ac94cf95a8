import type { Person, World } from '../../../test/world.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/db.ts'

/** The actor that this person is. `below` are the ids of units under the person's own. */
export function actorOf(person: Person, below: readonly number[] = []): Actor {
  const sees: readonly string[] = ['province_lead', 'auditor', 'administrator']
  return {
    provinceId: person.provinceId,
    accountId: person.accountId,
    name: person.name,
    locale: 'vi',
    grants: [{ role: person.role, unitId: person.unitId }],
    reach: sees.includes(person.role) ? 'province' : new Set([person.unitId, ...below]),
  }
}

export interface PlanOfTest {
  planId: number
  /** The commune units, through a group. */
  communesId: number
  taskIds: { plays: number; posting: number; ongoing: number; twice: number; nobody: number }
}

/**
 * An issued plan for 2026 of Sở Nội vụ: a fixed date led by Sở VHTTDL with the Front coordinating; posting by all
 * communes; ongoing work of the press; one task in June and December; one whose agency nobody knows.
 */
export async function issuedPlan(
  tx: Tx,
  world: World,
  posting: Time = ['FIXED_DATE', '2026-11-30', 'Trước ngày 01/12'],
): Promise<PlanOfTest> {
  const province_id = world.provinceId
  const programme = await tx
    .insertInto('plans.programme')
    .values({
      province_id,
      code: 'PAR_COMMUNICATION',
      name_vi: 'Tuyên truyền CCHC',
      name_en: 'PAR communication',
      lead_function: 'lead_par_communication',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const plan = await tx
    .insertInto('plans.plan')
    .values({
      province_id,
      programme_id: programme.id,
      kind: 'ANNUAL',
      state: 'SIGNED',
      unit_id: world.units.noiVu,
      year: 2026,
      year_to: 2026,
      title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2026',
      symbol: 'KH-UBND',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const communesId = await communes(tx, world)
  const task = (position: number, content: string, agencies: Agency[], times: Time[]) =>
    addTask(tx, province_id, plan.id, { position, content, agencies, times })
  const { vanHoa, matTran, noiVu, bao } = world.units
  const taskIds = {
    plays: await task(
      1,
      'Dàn dựng từ 01 đến 02 tiểu phẩm tuyên truyền',
      [
        ['lead', vanHoa, null],
        ['coordinating', noiVu, null],
        ['coordinating', matTran, null],
      ],
      [['FIXED_DATE', '2026-06-04', 'Trước ngày 05/6']],
    ),
    posting: await task(
      2,
      'Niêm yết công khai thủ tục hành chính tại trụ sở',
      [['lead', null, communesId]],
      [posting],
    ),
    ongoing: await task(
      3,
      'Đăng tin, bài về cải cách hành chính',
      [['lead', bao, null]],
      [['ONGOING', null, 'Thường xuyên']],
    ),
    twice: await task(
      4,
      'Tập huấn nghiệp vụ',
      [['lead', noiVu, null]],
      [
        ['FIXED_DATE', '2026-06-30', 'Tháng 6'],
        ['FIXED_DATE', '2026-12-31', 'Tháng 12'],
      ],
    ),
    nobody: await task(
      5,
      'Biên soạn tài liệu',
      [['lead', null, null]],
      [['FIXED_DATE', '2026-09-30', 'Quý III']],
    ),
  }
  await tx
    .updateTable('plans.plan')
    .set({ state: 'ISSUED', number: '25', issued: '2026-01-15', issued_at: new Date('2026-01-15T03:00:00Z') })
    .where('id', '=', plan.id)
    .execute()
  return { planId: plan.id, communesId, taskIds }
}

type Agency = ['lead' | 'coordinating' | 'invited', number | null, number | null]
type Time = [kind: string, due: string | null, asPrinted: string]

async function communes(tx: Tx, world: World): Promise<number> {
  const province_id = world.provinceId
  const change = await tx
    .insertInto('organisations.change')
    .values({ province_id, kind: 'create', day: '2025-07-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const group = await tx
    .insertInto('organisations.unit_group')
    .values({ province_id, code: 'ubnd-xa' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('organisations.group_version')
    .values({
      province_id,
      group_id: group.id,
      valid_from: '2025-07-01',
      name: 'UBND các xã, phường, đặc khu',
      types: ['people_committee'],
      levels: ['commune'],
      change_id: change.id,
    })
    .execute()
  return group.id
}

async function addTask(
  tx: Tx,
  province_id: number,
  plan_id: number,
  facts: { position: number; content: string; agencies: Agency[]; times: Time[] },
): Promise<number> {
  const task = await tx
    .insertInto('plans.task')
    .values({
      province_id,
      plan_id,
      position: facts.position,
      ordinal: String(facts.position),
      content: facts.content,
      time_as_printed: facts.times.map((t) => t[2]).join(', '),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [position, [role, unit_id, group_id]] of facts.agencies.entries()) {
    await tx
      .insertInto('plans.task_agency')
      .values({
        province_id,
        plan_id,
        task_id: task.id,
        role,
        position,
        as_printed: `Cơ quan ${position + 1}`,
        unit_id,
        group_id,
      })
      .execute()
  }
  for (const [position, [kind, due, as_printed]] of facts.times.entries()) {
    await tx
      .insertInto('plans.schedule')
      .values({ province_id, plan_id, task_id: task.id, position, kind, due, as_printed })
      .execute()
  }
  return task.id
}
