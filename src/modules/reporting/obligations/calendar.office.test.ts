import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { giveTasks } from '../../assignments/assignments.giving.ts'
import { obligationsWhere } from '../reporting.ts'
import { makeObligations } from './making.ts'
import { giveDuty } from './obligations.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = new Date('2026-05-20T02:00:00Z')
  await db.transaction().execute(async (tx) => {
    const { planId, communesId } = await issuedPlan(tx, world)
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, planId, web.clock.now)
    await giveDuty(tx, world, [{ unitId: world.units.vanHoa }, { groupId: communesId }])
    await makeObligations(tx, { provinceId: 1, name: 'Chung Tay' }, web.clock.now)
  })
})
afterAll(() => close())

test('the month shows reports and tasks on their due days: the own unit’s, or the province’s for its lead', async () => {
  const thu = await (await web.signedIn(world.thu)).get('/reporting/calendar?month=2026-06')
  expect(thu.text).toContain('Báo cáo quý công tác tuyên truyền – Quý II năm 2026')
  expect(thu.text).toContain('Dàn dựng từ 01 đến 02 tiểu phẩm')
  const lan = await (await web.signedIn(world.lan)).get('/reporting/calendar?month=2026-06')
  expect(lan.text).toContain('3 đơn vị, 3 chưa nộp')
  const list = await (await web.signedIn(world.lan)).get('/reporting/calendar?month=2026-06&view=list')
  expect(list.text).toContain('UBND phường Tân Lập')
})

/** The events of a feed, read by a second reader that is not ours. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((e) => new ICAL.Event(e))
}

test('a person subscribes by a secret address, which another program reads and which can be taken back', async () => {
  const minh = await web.signedIn(world.minh)
  const made = await minh.post('/reporting/calendar/feeds', { what: 'personal' })
  const address = /http:\/\/localhost:3000(\/feeds\/[\w-]+\/calendar\.ics)/.exec(made.text)?.[1] ?? ''
  expect(address).not.toBe('')
  expect((await minh.get('/reporting/calendar/feeds')).text).not.toContain(address)
  const public_ = web.visitor()
  const feed = await public_.get(address)
  expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const events = eventsIn(new TextDecoder().decode(feed.bytes))
  const { rows } = await obligationsWhere(db, 1, { unitIds: [world.units.binhMinh] })
  const reports = events.filter((e) => e.summary.startsWith('Hạn nộp'))
  expect(reports.map((e) => e.startDate.toString())).toEqual(rows.map((r) => r.dueDay))
  expect(reports[0]?.summary).toBe('Hạn nộp: Báo cáo quý công tác tuyên truyền – Quý II năm 2026')
  expect(events.some((e) => e.summary.startsWith('Nhiệm vụ: Niêm yết công khai'))).toBe(true)
  const etag = feed.headers.get('etag') ?? ''
  const again = await public_.request(address, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  const id = /feeds\/(\d+)\/revocation/.exec((await minh.get('/reporting/calendar/feeds')).html)?.[1]
  await minh.submit(`/reporting/calendar/feeds/${id}/revocation`)
  expect((await public_.get(address)).status).toBe(404)
})

test('a feed of a unit is only for whoever reaches the unit, and dies with the role', async () => {
  const minh = await web.signedIn(world.minh)
  const foreign = await minh.post('/reporting/calendar/feeds', { what: 'unit', unitId: world.units.vanHoa })
  expect(foreign.status).toBe(403)
  const lan = await web.signedIn(world.lan)
  const made = await lan.post('/reporting/calendar/feeds', { what: 'unit', unitId: world.units.ubnd })
  const address = /(\/feeds\/[\w-]+\/calendar\.ics)/.exec(made.text)?.[1] ?? ''
  expect(eventsIn(new TextDecoder().decode((await web.visitor().get(address)).bytes)).length).toBeGreaterThan(
    9,
  )
  await db
    .updateTable('accounts.role_grant')
    .set({ valid_to: '2026-05-20' })
    .where('account_id', '=', world.lan.accountId)
    .execute()
  expect((await web.visitor().get(address)).status).toBe(404)
})
