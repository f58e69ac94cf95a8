import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { Refusal } from '../../lib/errors.ts'
import { parseForm } from '../../lib/http/forms.ts'
import { figuresOf, selectActivities } from './activities.sql.ts'
import { type ActivityInput, activityInput, parseFigure } from './activity.ts'
import { activityOf, amendActivity, recordActivity, withdrawActivity } from './assignments.activities.ts'
import { actorOf, issuedPlan } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { selectAssignment, selectAssignmentsOfTask } from './assignments.sql.ts'
import { evidenceOf } from './evidence.sql.ts'

const now = new Date('2026-05-20T02:00:00Z')
let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

function typed(more: Record<string, string | string[]> = {}): ActivityInput {
  const form = {
    what: 'Niêm yết 25 thủ tục tại Bộ phận Một cửa',
    fromDay: '18/5/2026',
    formCode: 'posting',
    ...more,
  }
  const parsed = parseForm(activityInput, form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value
}

/** The posting task given to UBND xã Bình Minh at hand. */
function withWork(body: (tx: Tx, assignmentId: number) => Promise<void>): Promise<void> {
  return inRolledBack(db, async (tx) => {
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, plan.planId, now)
    const all = await selectAssignmentsOfTask(tx, 1, plan.taskIds.posting)
    await body(tx, all.find((a) => a.unitId === world.units.binhMinh)?.id ?? 0)
  })
}

test('figures are read as officials write them', () => {
  expect(['1.250', '2,5', '12 000', '7', '1.2.3', 'mười', '-4'].map(parseFigure)).toEqual([
    1250,
    2.5,
    12000,
    7,
    null,
    null,
    null,
  ])
})

describe('recording an activity', () => {
  test('three fields are enough; work that was not begun counts as begun', async () => {
    await withWork(async (tx, assignmentId) => {
      const input = typed({
        assignmentIds: [String(assignmentId)],
        people: '1.200',
        links: 'https://binhminh.example/niem-yet',
      })
      const id = await recordActivity(
        tx,
        actorOf(world.minh),
        world.units.binhMinh,
        input,
        { files: [] },
        now,
      )
      expect((await selectAssignment(tx, 1, assignmentId))?.state).toBe('in_progress')
      expect((await figuresOf(tx, 1, [id])).get(id)).toEqual({ people: 1200 })
      expect((await evidenceOf(tx, 1, [id])).get(id)?.map((e) => e.url)).toEqual([
        'https://binhminh.example/niem-yet',
      ])
      const list = await selectActivities(tx, 1, { assignmentId })
      expect(list.activities.map((a) => [a.id, a.fromDay, a.toDay])).toEqual([
        [id, '2026-05-18', '2026-05-18'],
      ])
    })
  })

  test('a form that arrives twice is one activity', async () => {
    await withWork(async (tx) => {
      const input = typed({ submissionKey: 'a-phone-1' })
      const write = () =>
        recordActivity(tx, actorOf(world.minh), world.units.binhMinh, input, { files: [] }, now)
      expect(await write()).toBe(await write())
      expect((await selectActivities(tx, 1, {})).total).toBe(1)
    })
  })

  test('nobody records for another unit, nor serves its tasks', async () => {
    await withWork(async (tx, assignmentId) => {
      const tam = actorOf(world.tam)
      await expect(
        recordActivity(tx, tam, world.units.binhMinh, typed(), { files: [] }, now),
      ).rejects.toThrow(Refusal)
      const input = typed({ assignmentIds: [String(assignmentId)] })
      await expect(recordActivity(tx, tam, world.units.tanLap, input, { files: [] }, now)).rejects.toThrow(
        Refusal,
      )
    })
  })

  test('what is missing comes back by field, in both languages', () => {
    const parsed = parseForm(activityInput, {
      what: '',
      fromDay: '31/2/2026',
      formCode: '',
      links: 'javascript:alert(1)',
    })
    expect(parsed.ok ? [] : parsed.faults.map((f) => f.field).sort()).toEqual([
      'formCode',
      'fromDay',
      'links',
      'what',
    ])
    expect(parsed.ok || parsed.faults.every((f) => f.vi && f.en && f.vi !== f.en)).toBe(true)
  })
})

test('two people at once: the slower one is told, nothing is overwritten', async () => {
  await withWork(async (tx) => {
    const minh = actorOf(world.minh)
    const id = await recordActivity(tx, minh, world.units.binhMinh, typed(), { files: [] }, now)
    await amendActivity(tx, minh, id, 1, typed({ what: 'Niêm yết 30 thủ tục' }), { files: [] }, now)
    const slower = amendActivity(
      tx,
      actorOf(world.binh),
      id,
      1,
      typed({ what: 'Niêm yết 28 thủ tục' }),
      { files: [] },
      now,
    )
    await expect(slower).rejects.toThrow(Refusal)
    expect((await activityOf(tx, minh, id)).what).toBe('Niêm yết 30 thủ tục')
  })
})

test('a withdrawn activity counts nowhere any more', async () => {
  await withWork(async (tx, assignmentId) => {
    const minh = actorOf(world.minh)
    const input = typed({ assignmentIds: [String(assignmentId)] })
    const id = await recordActivity(tx, minh, world.units.binhMinh, input, { files: [] }, now)
    await withdrawActivity(tx, minh, id, 'Ghi nhầm', now)
    expect((await selectActivities(tx, 1, { assignmentId })).total).toBe(0)
  })
})
