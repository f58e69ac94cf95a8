import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { embargoOf } from './embargo.ts'
import { forcePublish } from './forcing.ts'
import { selectItem, updateItem } from './items.sql.ts'
import { approve, publishNow, publishScheduled, schedule, submitItem, unschedule } from './life.ts'
import { selectVersion } from './versions.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
const until = new Date('2026-11-25T08:00:00+07:00')
const before = new Date('2026-11-25T07:59:00+07:00')
const facts = { contact: 'Phòng Báo chí', notBefore: '2026-11-25T08:00' }

async function submitted(tx: Tx): Promise<number> {
  const thu = actorOf(world.thu)
  const id = await writtenItem(tx, world, thu, { kind: 'press_kit' }, { facts })
  await submitItem(tx, thu, id, { note: null }, now)
  return id
}

async function approved(tx: Tx): Promise<number> {
  const id = await submitted(tx)
  const digest = (await selectVersion(tx, 1, id, 1))?.digest ?? ''
  await approve(tx, actorOf(world.hung), id, { digest, note: null }, now)
  return id
}

const stateOf = async (tx: Tx, id: number) => {
  const item = await selectItem(tx, 1, id)
  return [item?.state, item?.publishAt ?? null]
}

test('a press kit published before its hour is scheduled for it, and goes out then', () =>
  inRolledBack(db, async (tx) => {
    const hung = actorOf(world.hung)
    const id = await approved(tx)
    expect(await publishNow(tx, hung, id, base, now)).toEqual(until)
    expect(await stateOf(tx, id)).toEqual(['scheduled', until])
    await publishScheduled(tx, program, id, 1, base, before)
    expect(await stateOf(tx, id)).toEqual(['scheduled', until])
    await publishScheduled(tx, program, id, 1, base, until)
    expect(await stateOf(tx, id)).toEqual(['published', null])
  }))

test('nobody schedules a press kit before its hour, nor forces it out, nor publishes what waits', () =>
  inRolledBack(db, async (tx) => {
    const hung = actorOf(world.hung)
    const early = { faults: [expect.objectContaining({ vi: expect.stringContaining('25/11/2026 08:00') })] }
    const id = await approved(tx)
    await expect(schedule(tx, hung, id, { at: before }, now)).rejects.toMatchObject(early)
    await schedule(tx, hung, id, { at: until }, now)
    await expect(publishNow(tx, hung, id, base, now)).rejects.toMatchObject(early)
    await unschedule(tx, hung, id, now)
    const other = await submitted(tx)
    const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }
    await expect(forcePublish(tx, hung, other, reason, base, now)).rejects.toMatchObject(early)
    expect(await publishNow(tx, hung, id, base, until)).toBeNull()
    expect(await stateOf(tx, id)).toEqual(['published', null])
  }))

test('a kit that was scheduled too early before embargoes were kept waits for its hour', () =>
  inRolledBack(db, async (tx) => {
    const id = await approved(tx)
    await schedule(tx, actorOf(world.hung), id, { at: until }, now)
    await updateItem(tx, 1, id, { publishAt: before })
    await publishScheduled(tx, program, id, 1, base, before)
    expect(await stateOf(tx, id)).toEqual(['scheduled', until])
  }))

test('only a press kit has an embargo, and a past hour is none', () => {
  const { notBefore } = facts
  expect(embargoOf({ kind: 'press_kit' }, { facts: { notBefore } }, before)).toEqual(until)
  expect(embargoOf({ kind: 'press_kit' }, { facts: { notBefore } }, until)).toBeNull()
  expect(embargoOf({ kind: 'press_kit' }, { facts: {} }, before)).toBeNull()
  expect(embargoOf({ kind: 'news' }, { facts: { notBefore } }, before)).toBeNull()
})

test('who approves and publishes reads when it goes out', async () => {
  const id = await db.transaction().execute(submitted)
  const web = testWeb(db)
  web.clock.now = now
  const hung = await web.signedIn(world.hung)
  const page = await hung.get(`/desk/items/${id}`)
  const { digest = '' } = page.form(`/desk/items/${id}/approval`).values
  const after = await hung.submit(`/desk/items/${id}/approval`, { digest, next: 'publish' })
  expect(after.text).toContain('Đã hẹn để tự đăng đúng lúc đó')
  expect(after.text).toContain('Không đăng trước 25/11/2026 08:00')
  expect(after.text).toContain('Sẽ đăng lúc 25/11/2026 08:00')
})
