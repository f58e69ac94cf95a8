import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { obligationsWhere } from '../reporting.ts'
import { makeObligations } from './making.ts'
import { giveDuty } from './obligations.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let id: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = new Date('2026-05-20T02:00:00Z')
  await db.transaction().execute(async (tx) => {
    await giveDuty(tx, world, [{ unitId: world.units.vanHoa }, { unitId: world.units.tanLap }])
    await makeObligations(tx, { provinceId: 1, name: 'Chung Tay' }, web.clock.now)
  })
  const { rows } = await obligationsWhere(db, 1, { unitIds: [world.units.vanHoa], periods: ['2026-Q2'] })
  id = rows[0]?.id ?? 0
})
afterAll(() => close())

test('the page says what is owed, until when and why', async () => {
  const page = await (await web.signedIn(world.thu)).get(`/obligations/${id}`)
  expect(page.status).toBe(200)
  expect(page.heading).toBe('Báo cáo quý công tác tuyên truyền')
  expect(page.text).toContain('còn 15 ngày')
  expect(page.text).toContain('“trước” không tính ngày 05/06/2026')
  expect((await (await web.signedIn(world.tam)).get(`/obligations/${id}`)).status).toBe(404)
})

test('a unit asks for more time, the receiver grants it, and the day by the rule stays beside it', async () => {
  const thu = await web.signedIn(world.thu)
  const faulty = await thu.post(`/obligations/${id}/extension-requests`, {
    wantedDay: '01/6/2026',
    reason: 'x',
  })
  expect(faulty.status).toBe(422)
  const wanted = { wantedDay: '12/6/2026', reason: 'Chờ số liệu của các đơn vị trực thuộc.' }
  await thu.submit(`/obligations/${id}/extension-requests`, wanted)
  expect((await thu.post(`/obligations/${id}/extension-decision`, { decision: 'granted' })).status).toBe(403)
  const lan = await web.signedIn(world.lan)
  const refusal = await lan.post(`/obligations/${id}/extension-decision`, { decision: 'refused', note: '' })
  expect(refusal.status).toBe(422)
  const page = await lan.submit(`/obligations/${id}/extension-decision`, { decision: 'granted', note: '' })
  expect(page.text).toContain('12/06/2026 (theo quy định là 04/06/2026)')
  expect(page.text).toContain('Hạn chuyển từ 04/06/2026 sang 12/06/2026')
  await db
    .transaction()
    .execute((tx) => makeObligations(tx, { provinceId: 1, name: 'Chung Tay' }, web.clock.now))
  expect((await lan.get(`/obligations/${id}`)).text).toContain('12/06/2026 (theo quy định')
})

test('the lead lets a unit off with a reason, and takes it back', async () => {
  const lan = await web.signedIn(world.lan)
  const thu = await web.signedIn(world.thu)
  const reason = 'Đơn vị đang khắc phục hậu quả bão lũ.'
  expect((await thu.post(`/obligations/${id}/waiver`, { reason })).status).toBe(403)
  const page = await lan.submit(`/obligations/${id}/waiver`, { reason })
  expect(page.text).toContain('Được miễn')
  expect(page.text).toContain(reason)
  expect((await lan.submit(`/obligations/${id}/reinstatement`)).text).toContain('Chưa đến hạn')
})
