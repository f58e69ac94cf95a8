import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { writtenItem } from '../editorial.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

test('a press kit tells whom it was handed to, and what the press wrote of it', async () => {
  const web = testWeb(db)
  const ngoc = await web.signedIn(world.ngoc)
  const thu = await web.signedIn(world.thu)
  const written = (kind: 'press_kit' | 'news', title: string) =>
    db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu), { kind, title }))
  const id = await written('press_kit', 'Số liệu giải quyết hồ sơ quý III')
  const at = `/desk/items/${id}/handovers`
  await ngoc.submit('/desk/outlets', { name: 'Báo An Hòa', kind: 'newspaper', unitId: world.units.bao })
  const { id: outletId } = await db.selectFrom('editorial.outlet').select('id').executeTakeFirstOrThrow()
  const good = { outletId, recipient: 'PV Minh Anh', day: '20/11/2026', way: 'mail' }
  expect((await thu.post(at, { ...good, outletId: '', recipient: '' })).status).toBe(422)
  const late = await thu.post(at, { ...good, day: '23/11/2026' })
  expect([late.status, late.field('Ngày').value]).toEqual([422, '23/11/2026'])
  expect((await thu.submit(at, good)).text).toContain('Báo An Hòa – PV Minh Anh')
  expect((await (await web.signedIn(world.minh)).post(at, good)).status).toBe(404)
  expect((await thu.post(`/desk/items/${await written('news', 'Tin thường')}/handovers`, good)).status).toBe(
    404,
  )
  const piece = {
    ...{ day: '21/11/2026', outletId, title: 'Hồ sơ quý III: trễ hạn giảm một nửa', stance: 'positive' },
    ...{ address: 'https://bao.anhoa.invalid/quy-3', itemId: id },
  }
  await ngoc.submit('/desk/press', piece)
  const page = await thu.get(`/desk/items/${id}`)
  expect(page.text).toContain('Hồ sơ quý III: trễ hạn giảm một nửa')
  const counted = db.selectFrom('assignments.activity').select('unit_id').where('withdrawn_at', 'is', null)
  expect(await counted.execute()).toEqual([{ unit_id: world.units.bao }])
  expect((await thu.get('/desk/press-kits')).rows).toContainEqual(
    expect.arrayContaining(['Số liệu giải quyết hồ sơ quý III', '1', '20/11/2026']),
  )
  const line = await db.selectFrom('editorial.handover').select('id').executeTakeFirstOrThrow()
  expect((await thu.submit(`${at}/${line.id}/striking`)).text).toContain('đã gạch')
  expect((await thu.post(`${at}/${line.id}/striking`)).status).toBe(404)
  await ngoc.submit(`/desk/outlets/${outletId}/retirement`, { why: 'Đã sáp nhập', seen: 0 })
  expect((await thu.post(at, good)).status).toBe(422)
})
