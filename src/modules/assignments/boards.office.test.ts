import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { issuedPlan, type PlanOfTest } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let plan: PlanOfTest
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  plan = await db.transaction().execute(async (tx) => {
    const made = await issuedPlan(tx, world)
    const by = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
    await giveTasks(tx, by, made.planId, new Date('2026-05-20T02:00:00Z'))
    return made
  })
})
afterAll(() => close())

test('the board of a plan names what is given to nobody, and shows each view', async () => {
  const lan = await web.signedIn(world.lan)
  for (const view of ['section', 'unit', 'task', 'timeline']) {
    const page = await lan.get(`/plans/${plan.planId}/board?by=${view}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('1 tên cơ quan trong kế hoạch chưa khớp')
  }
})

test('a figure of the board opens to its rows', async () => {
  const lan = await web.signedIn(world.lan)
  const rows = await lan.get(`/assignments?plan=${plan.planId}&unit=${world.units.noiVu}&part=late`)
  expect(rows.text).toContain('Tập huấn nghiệp vụ')
  expect(rows.text).not.toContain('Niêm yết')
})

test('a commune sees only its own part of the board, and no board of another unit', async () => {
  const minh = await web.signedIn(world.minh)
  const board = await minh.get(`/plans/${plan.planId}/board?by=unit`)
  expect(board.text).toContain('UBND xã Bình Minh')
  expect(board.text).not.toContain('UBND phường Tân Lập')
  expect((await minh.get(`/units/${world.units.tanLap}/board`)).status).toBe(404)
  expect((await minh.get(`/units/${world.units.binhMinh}/board`)).status).toBe(200)
})

test('the leader sees at one look what is late and where', async () => {
  const lan = await web.signedIn(world.lan)
  const page = await lan.get('/leader')
  expect(page.text).toContain('Sở Văn hóa, Thể thao và Du lịch')
  expect(page.text).toContain('Dàn dựng từ 01 đến 02 tiểu phẩm')
})

test('another province finds no board here', async () => {
  const xa = await web.signedIn(world.xa)
  expect((await xa.get(`/plans/${plan.planId}/board`)).status).toBe(404)
})
