import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { type TestWeb, testWeb } from '../../test/web.ts'
import { makeWorld, type World } from '../../test/world.ts'
import type { Db } from '../lib/db/db.ts'
import { issuedPlan } from '../modules/assignments/assignments.fixtures.ts'
import { giveTasks } from '../modules/assignments/assignments.giving.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute(async (tx) => {
    const made = await issuedPlan(tx, world)
    const by = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
    await giveTasks(tx, by, made.planId, new Date('2026-05-20T02:00:00Z'))
  })
})
afterAll(() => close())

test('words without diacritics find all; words with them find only themselves', async () => {
  const lan = await web.signedIn(world.lan)
  expect((await lan.get('/search?q=niem+yet')).text).toContain('Niêm yết công khai')
  expect((await lan.get(`/search?q=${encodeURIComponent('niêm yết')}`)).text).toContain('Niêm yết công khai')
  expect((await lan.get(`/search?q=${encodeURIComponent('niềm yết')}`)).text).toContain('Không tìm thấy')
  expect((await lan.get('/search?q=so+noi+vu')).text).toContain('Sở Nội vụ')
  expect((await lan.get('/search?q=dan+dung')).text).toContain('Dàn dựng')
})

test('a commune finds its own work, not that of others; nothing typed asks for words', async () => {
  const minh = await web.signedIn(world.minh)
  expect((await minh.get('/search?q=dan+dung')).text).not.toContain('tiểu phẩm')
  expect((await minh.get('/search?q=niem')).text).toContain('Niêm yết')
  expect((await minh.get('/search')).text).toContain('Nhập từ cần tìm')
})

test('signs that mean something to the database are only signs', async () => {
  const lan = await web.signedIn(world.lan)
  for (const q of ['%', '_', "'", '\\', '100%25']) {
    expect((await lan.get(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200)
  }
})
