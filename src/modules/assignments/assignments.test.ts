import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { Refusal } from '../../lib/errors.ts'
import { actorOf, issuedPlan, type PlanOfTest } from './assignments.fixtures.ts'
import { giveTasks, handOverWork, withdrawTasks } from './assignments.giving.ts'
import { followHeirs, soleHeir } from './assignments.heirs.ts'
import { selectAssignment, selectAssignmentsOfTask } from './assignments.sql.ts'
import {
  acknowledge,
  askExtension,
  assignmentSeenBy,
  decideExtension,
  reportDone,
  returnWork,
  startWork,
  verify,
} from './assignments.ts'
import { selectSteps } from './steps.sql.ts'

const now = new Date('2026-05-20T02:00:00Z')
const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

/** Everything given; the assignment of Sở VHTTDL to stage plays at hand. */
function afterGiving(body: (tx: Tx, plan: PlanOfTest, playsId: number) => Promise<void>): Promise<void> {
  return inRolledBack(db, async (tx) => {
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, program, plan.planId, now)
    const plays = await selectAssignmentsOfTask(tx, 1, plan.taskIds.plays)
    const own = plays.find((a) => a.unitId === world.units.vanHoa)
    if (!own) throw new Error('Sở VHTTDL has no assignment')
    await body(tx, plan, own.id)
  })
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  return error instanceof Refusal ? error.kind : 'no refusal'
}

describe('giving the tasks of an issued plan', () => {
  test('units and the members of groups get their share, with the last valid day', async () => {
    await afterGiving(async (tx, plan) => {
      const posting = await selectAssignmentsOfTask(tx, 1, plan.taskIds.posting)
      expect(posting.map((a) => [a.unitId, a.role, a.dueDay, a.viaGroupId])).toEqual(
        [world.units.binhMinh, world.units.tanLap]
          .sort((a, b) => a - b)
          .map((id) => [id, 'lead', '2026-11-30', plan.communesId]),
      )
    })
  })

  test('the Front is invited though the plan prints it as coordinating (YB-27)', async () => {
    await afterGiving(async (tx, plan) => {
      const plays = await selectAssignmentsOfTask(tx, 1, plan.taskIds.plays)
      expect(plays.find((a) => a.unitId === world.units.matTran)?.role).toBe('invited')
    })
  })

  test('ongoing work is due when the year ends, and a task printed twice is given twice', async () => {
    await afterGiving(async (tx, plan) => {
      expect((await selectAssignmentsOfTask(tx, 1, plan.taskIds.ongoing))[0]?.dueDay).toBe('2026-12-31')
      const twice = await selectAssignmentsOfTask(tx, 1, plan.taskIds.twice)
      expect(twice.map((a) => [a.occurrence, a.dueDay])).toEqual([
        [0, '2026-06-30'],
        [1, '2026-12-31'],
      ])
    })
  })

  test('an agency that nobody knows is told, not guessed; giving again changes nothing', async () => {
    await afterGiving(async (tx, plan) => {
      const again = await giveTasks(tx, program, plan.planId, now)
      expect(again.given).toBe(0)
      expect(again.unresolved).toEqual([
        { taskId: plan.taskIds.nobody, role: 'lead', asPrinted: 'Cơ quan 1' },
      ])
    })
  })
})

describe('the life of an assignment', () => {
  test('acknowledged, begun, reported, returned, reported again, verified; each step is kept', async () => {
    await afterGiving(async (tx, _, id) => {
      const thu = actorOf(world.thu)
      const lan = actorOf(world.lan)
      await acknowledge(tx, thu, id, now)
      await startWork(tx, thu, id, { progress: 40, note: null }, now)
      const result = 'Đã dàn dựng và công diễn 02 tiểu phẩm; video đang biên tập.'
      await reportDone(tx, thu, id, { note: result }, now)
      await returnWork(tx, lan, id, { reasons: 'Cần bổ sung ảnh buổi công diễn.' }, now)
      await reportDone(tx, thu, id, { note: result }, now)
      await verify(tx, lan, id, { note: null }, now)
      const a = await selectAssignment(tx, 1, id)
      expect([a?.state, a?.progress, a?.reportedDay]).toEqual(['verified', 100, '2026-05-20'])
      const steps = await selectSteps(tx, 1, id)
      expect(steps.map((s) => s.to)).toEqual([
        'acknowledged',
        'in_progress',
        'reported_done',
        'returned',
        'reported_done',
        'verified',
      ])
    })
  })

  test('done without anything to show is refused, with a sentence that says what to do', async () => {
    await afterGiving(async (tx, _, id) => {
      const thu = actorOf(world.thu)
      await acknowledge(tx, thu, id, now)
      expect(await refusal(reportDone(tx, thu, id, { note: null }, now))).toBe('invalid')
    })
  })

  test('the unit cannot verify its own work, nor another unit change it', async () => {
    await afterGiving(async (tx, _, id) => {
      expect(await refusal(acknowledge(tx, actorOf(world.minh), id, now))).toBe('not_found')
      await acknowledge(tx, actorOf(world.thu), id, now)
      await reportDone(tx, actorOf(world.thu), id, { note: 'Đã công diễn 02 tiểu phẩm tại huyện.' }, now)
      expect(await refusal(verify(tx, actorOf(world.hung), id, { note: null }, now))).toBe('forbidden')
    })
  })

  test('another province sees nothing', async () => {
    await afterGiving(async (tx, _, id) => {
      expect(await refusal(assignmentSeenBy(tx, actorOf(world.xa), id))).toBe('not_found')
    })
  })

  test('the unit that leads sees and checks the coordinating ones', async () => {
    await afterGiving(async (tx, plan) => {
      const plays = await selectAssignmentsOfTask(tx, 1, plan.taskIds.plays)
      const front = plays.find((a) => a.unitId === world.units.matTran)
      const id = front?.id ?? 0
      await acknowledge(tx, actorOf(world.mai), id, now)
      await reportDone(
        tx,
        actorOf(world.mai),
        id,
        { note: 'Đã lồng ghép tại 12 buổi sinh hoạt hội viên.' },
        now,
      )
      await verify(tx, actorOf(world.hung), id, { note: null }, now)
      expect((await selectAssignment(tx, 1, id))?.state).toBe('verified')
    })
  })
})

test('more time is asked for with a reason, granted by the lead, and the first due day is kept', async () => {
  await afterGiving(async (tx, _, id) => {
    const asked = { wantedDay: '2026-06-20', reason: 'Diễn viên chính bị ốm, cần lùi lịch công diễn.' }
    await askExtension(tx, actorOf(world.thu), id, asked, now)
    expect(await refusal(askExtension(tx, actorOf(world.thu), id, asked, now))).toBe('invalid')
    await decideExtension(tx, actorOf(world.lan), id, { decision: 'granted', note: null }, now)
    const a = await selectAssignment(tx, 1, id)
    expect([a?.firstDueDay, a?.dueDay]).toEqual(['2026-06-04', '2026-06-20'])
  })
})

test('open work of a closed unit goes to its heir; the old row keeps its history', async () => {
  await afterGiving(async (tx, plan, id) => {
    expect(await handOverWork(tx, program, world.units.vanHoa, world.units.vpub, now)).toBe(1)
    const old = await selectAssignment(tx, 1, id)
    expect(old?.state).toBe('withdrawn')
    const heir = (await selectAssignmentsOfTask(tx, 1, plan.taskIds.plays)).find(
      (a) => a.inheritedFromId === id,
    )
    expect([heir?.unitId, heir?.dueDay, heir?.role]).toEqual([world.units.vpub, '2026-06-04', 'lead'])
  })
})

test('a cancelled plan takes its open work back', async () => {
  await afterGiving(async (tx, plan, id) => {
    expect(await withdrawTasks(tx, program, plan.planId, now)).toBeGreaterThan(5)
    expect((await selectAssignment(tx, 1, id))?.state).toBe('withdrawn')
  })
})

test('a merger hands the open work on by itself, once, and an unclear heir is told to the leads', async () => {
  await afterGiving(async (tx, plan) => {
    const { binhMinh, tanLap } = world.units
    const change = await tx
      .insertInto('organisations.change')
      .values({ province_id: 1, kind: 'merge', day: '2026-05-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const link = { province_id: 1, kind: 'merge', day: '2026-05-01', change_id: change.id }
    await tx
      .insertInto('organisations.succession')
      .values({ ...link, predecessor_id: binhMinh, successor_id: tanLap, share: '1' })
      .execute()
    await tx
      .updateTable('organisations.unit')
      .set({ valid_to: '2026-05-01' })
      .where('id', '=', binhMinh)
      .execute()
    await tx
      .updateTable('organisations.unit_version')
      .set({ valid_to: '2026-05-01' })
      .where('unit_id', '=', binhMinh)
      .execute()
    expect(await followHeirs(tx, program, now)).toMatchObject({ units: 1, undecided: 0 })
    expect(await followHeirs(tx, program, now)).toEqual({ units: 0, assignments: 0, undecided: 0 })
    const posting = await selectAssignmentsOfTask(tx, 1, plan.taskIds.posting)
    expect(posting.filter((a) => a.state !== 'withdrawn').map((a) => a.unitId)).toEqual([tanLap])
  })
})

test('two halves make no sole heir; more than half does; a function alone does not', () => {
  const heir = (unitId: number, share: number | null, functionCode: string | null = null) =>
    ({ unitId, kind: 'split', day: '2026-05-01', share, functionCode }) as const
  expect(soleHeir([heir(1, 0.5), heir(2, 0.5)])).toBeNull()
  expect(soleHeir([heir(1, 0.7), heir(2, 0.3)])).toBe(1)
  expect(soleHeir([heir(1, 1), heir(3, null, 'manages_press')])).toBe(1)
  expect(soleHeir([])).toBeNull()
})

test('an amendment takes over the work of the tasks it restates and takes back what it drops', async () => {
  await afterGiving(async (tx, plan, id) => {
    await acknowledge(tx, actorOf(world.thu), id, now)
    const before = await tx
      .selectFrom('plans.plan')
      .selectAll()
      .where('id', '=', plan.planId)
      .executeTakeFirstOrThrow()
    const { id: _, version, number, issued, issued_at, ...facts } = before
    const amending = await tx
      .insertInto('plans.plan')
      .values({ ...facts, state: 'SIGNED', amends_plan_id: plan.planId, amendment: 'AMENDS' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const base = { province_id: 1, plan_id: amending.id, position: 1 }
    const task = await tx
      .insertInto('plans.task')
      .values({ ...base, content: 'Dàn dựng 02 tiểu phẩm', amends_task_id: plan.taskIds.plays })
      .returning('id')
      .executeTakeFirstOrThrow()
    const of = { ...base, task_id: task.id }
    await tx
      .insertInto('plans.task_agency')
      .values({ ...of, role: 'lead', as_printed: 'Sở VHTTDL', unit_id: world.units.vanHoa })
      .execute()
    await tx
      .insertInto('plans.schedule')
      .values({ ...of, kind: 'FIXED_DATE', due: '2026-08-31', as_printed: 'Trước ngày 01/9' })
      .execute()
    await tx
      .updateTable('plans.plan')
      .set({ state: 'ISSUED', number: '40', issued: '2026-05-19', issued_at: now })
      .where('id', '=', amending.id)
      .execute()
    await giveTasks(tx, program, amending.id, now)
    await giveTasks(tx, program, amending.id, now)
    const same = await selectAssignment(tx, 1, id)
    expect(same).toMatchObject({
      planId: amending.id,
      taskId: task.id,
      state: 'acknowledged',
      dueDay: '2026-08-31',
    })
    const dropped = await selectAssignmentsOfTask(tx, 1, plan.taskIds.posting)
    expect(dropped.map((a) => a.state)).toEqual(['withdrawn', 'withdrawn'])
  })
})
