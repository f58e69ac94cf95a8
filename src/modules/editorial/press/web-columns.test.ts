import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { now } from '../editorial.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let ngoc: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = now
  ngoc = await web.signedIn(world.ngoc)
})
afterAll(() => close())

const at = '/desk/web-columns'
const told = () =>
  db
    .selectFrom('assignments.notice')
    .select(['account_id as who', 'href'])
    .where('kind', 'like', 'editorial.web_column:%')
    .execute()

test('websites are tallied, the worst come first, and one state can be looked at', async () => {
  const { vanHoa, binhMinh, tanLap } = world.units
  await ngoc.submit(at, { unitId: vanHoa, hasColumn: '0' })
  const column = { hasColumn: '1', address: 'https://binhminh.anhoa.invalid/cchc' }
  await ngoc.submit(at, { ...column, unitId: binhMinh, newestDay: '01/06/2026' })
  await ngoc.submit(at, { ...column, unitId: tanLap, newestDay: '20/11/2026' })
  const page = await ngoc.get(at)
  expect(page.text).toMatch(/Không có 1 Bỏ trống lâu ngày 1 Chưa kiểm tra [1-9]\d* Đang cập nhật 1/)
  const list = page.text.slice(page.text.lastIndexOf('Bài mới nhất ngày'))
  const order = ['Sở VHTTDL', 'Bình Minh', 'Tân Lập'].map((name) => list.indexOf(name))
  expect(order.toSorted((a, b) => a - b)).toEqual(order)
  const stale = await ngoc.get(`${at}?state=stale`)
  expect(stale.text).toContain('1–1 trong 1')
  expect((await ngoc.get(`${at}?state=strange`)).status).toBe(200)
})

test('a column that is there has an address, and what was typed stays in the form', async () => {
  const unitId = world.units.vanHoa
  const page = await ngoc.post(at, { unitId, hasColumn: '1', newestDay: '20/11/2026' })
  expect([page.status, page.faults.join()]).toEqual([422, expect.stringContaining('địa chỉ của chuyên mục')])
  expect(page.form(at).values['newestDay']).toBe('20/11/2026')
  expect((await ngoc.post(at, { unitId, hasColumn: '0', newestDay: '31/02/2026' })).status).toBe(422)
})

test('units without a column are reminded by those who keep the register, once a day', async () => {
  const thu = await web.signedIn(world.thu)
  expect((await thu.post(`${at}/reminders`, {})).status).toBe(403)
  expect((await ngoc.submit(`${at}/reminders`, {})).text).toContain('Đã nhắc 1 đơn vị')
  expect((await ngoc.submit(`${at}/reminders`, {})).text).toContain('Không còn đơn vị nào cần nhắc')
  const href = `${at}?state=none#unit-${world.units.vanHoa}`
  const people = [world.hung.accountId, world.thu.accountId].toSorted((a, b) => a - b)
  expect((await told()).toSorted((a, b) => a.who - b.who)).toEqual(people.map((who) => ({ who, href })))
  web.clock.now = new Date(now.getTime() + 86_400_000)
  const again = await web.signedIn(world.ngoc)
  expect((await again.submit(`${at}/reminders`, {})).text).toContain('Đã nhắc 1 đơn vị')
})
