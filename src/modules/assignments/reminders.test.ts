import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { actorOf, issuedPlan, type PlanOfTest } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { climbLadder, remindByHand } from './assignments.reminding.ts'
import { selectAssignmentsOfTask } from './assignments.sql.ts'
import { selectLetters } from './letters.sql.ts'
import { noticesOf } from './notices.sql.ts'
import { remindersOf } from './reminders.sql.ts'

const base = 'https://chungtay.example'
let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: string) => new Date(`${day}T00:00:00Z`)

function given(body: (tx: Tx, plan: PlanOfTest) => Promise<void>): Promise<void> {
  return inRolledBack(db, async (tx) => {
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, plan.planId, at('2026-01-20'))
    await body(tx, plan)
  })
}

async function mailsTo(tx: Tx, email: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('mail.letter')
    .select('body')
    .where('to_address', '=', email)
    .orderBy('id')
    .execute()
  return rows.map((r) => r.body ?? '')
}

test('a week before, the officer is told once, in the application and by mail', async () => {
  await given(async (tx) => {
    expect(await climbLadder(tx, 1, base, at('2026-05-28'))).toMatchObject({ letters: 0 })
    expect(await climbLadder(tx, 1, base, at('2026-05-28'))).toEqual({ reminders: 0, mails: 0, letters: 0 })
    const notices = await noticesOf(tx, 1, world.thu.accountId, 10)
    expect(notices.map((n) => n.vi)).toEqual(['Nhắc việc: 1 nhiệm vụ sắp đến hạn.'])
    expect((await mailsTo(tx, world.thu.email))[0]).toContain(
      '[còn 7 ngày, hạn 04/06/2026] Dàn dựng từ 01 đến 02 tiểu phẩm',
    )
    expect(await noticesOf(tx, 1, world.hung.accountId, 10)).toEqual([])
  })
})

test('three days late the head is told too; the Front is never chased', async () => {
  await given(async (tx) => {
    await climbLadder(tx, 1, base, at('2026-06-07'))
    expect((await noticesOf(tx, 1, world.hung.accountId, 10)).length).toBe(1)
    expect((await noticesOf(tx, 1, world.mai.accountId, 10)).length).toBe(1)
    await climbLadder(tx, 1, base, at('2026-06-20'))
    expect((await noticesOf(tx, 1, world.mai.accountId, 10)).length).toBe(1)
  })
})

test('ten days late a letter is drafted for the lead, once, with the tasks that are late', async () => {
  await given(async (tx, plan) => {
    expect((await climbLadder(tx, 1, base, at('2026-06-14'))).letters).toBe(2)
    await climbLadder(tx, 1, base, at('2026-06-15'))
    const letters = await selectLetters(tx, 1, null, 10)
    const letter = letters.find((l) => l.toUnitId === world.units.vanHoa)
    expect(letters.length).toBe(2)
    expect(letter?.content.tasks).toMatchObject([
      { daysLate: 10, state: 'Mới giao', time: 'Trước ngày 05/6' },
    ])
    expect(letter?.content.plan).toBe('Kế hoạch số 25/KH-UBND ngày 15/01/2026')
    expect((await noticesOf(tx, 1, world.lan.accountId, 10)).map((n) => n.kind)).toContain('letter')
    const plays = await selectAssignmentsOfTask(tx, 1, plan.taskIds.plays)
    const logged = await remindersOf(tx, 1, plays.find((a) => a.unitId === world.units.vanHoa)?.id ?? 0)
    expect(logged.map((r) => r.channel)).toContain('letter')
  })
})

test('the lead urges by hand with a word of its own, and it is logged', async () => {
  await given(async (tx, plan) => {
    const posting = await selectAssignmentsOfTask(tx, 1, plan.taskIds.posting)
    const id = posting.find((a) => a.unitId === world.units.binhMinh)?.id ?? 0
    const note = 'Đề nghị niêm yết xong trước buổi kiểm tra.'
    expect(await remindByHand(tx, actorOf(world.lan), id, { note }, base, at('2026-11-20'))).toBe(2)
    expect((await remindersOf(tx, 1, id)).map((r) => [r.rung, r.byName, r.note])).toContainEqual([
      'by_hand',
      'Nguyễn Thị Lan',
      note,
    ])
  })
})
