import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { obligationsWhere } from '../reporting.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let communesId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = new Date('2026-08-10T02:00:00Z')
  await db.transaction().execute(async (tx) => {
    ;({ communesId } = await issuedPlan(tx, world))
  })
})
afterAll(() => close())

const request = () => ({
  name: 'Báo cáo nhanh kết quả tuyên truyền dịch vụ công trực tuyến',
  source: 'Công văn số 1520/UBND-NC ngày 09/8/2026 của UBND tỉnh',
  programmeCode: 'PAR_COMMUNICATION',
  from: '01/01/2026',
  to: '31/7/2026',
  due: '17/8/2026',
  whom: 'groups',
  groups: String(communesId),
  toUnitId: String(world.units.noiVu),
})

test('a report asked for once is owed at once by every commune, and their people are told', async () => {
  const lan = await web.signedIn(world.lan)
  const page = await lan.submit('/reporting/duties/one-off', request())
  expect(page.text).toContain('Đã gửi yêu cầu đến 2 đơn vị')
  expect(page.text).toContain('Số liệu từ 01/01/2026 đến hết 31/07/2026')
  const { rows } = await obligationsWhere(db, 1, {})
  expect(rows.map((r) => [r.period, r.year, r.fromDay, r.cutoffDay, r.dueDay])).toEqual([
    ['2026-07-31', 2026, '2026-01-01', '2026-07-31', '2026-08-17'],
    ['2026-07-31', 2026, '2026-01-01', '2026-07-31', '2026-08-17'],
  ])
  expect(rows[0]?.why.vi).toContain('hết ngày 17/08/2026, theo Công văn số 1520/UBND-NC')
  const minh = await web.signedIn(world.minh)
  const mine = await minh.get('/my-reports')
  expect(mine.text).toContain('Báo cáo nhanh kết quả tuyên truyền dịch vụ công trực tuyến')
  expect(mine.text).toContain('số liệu đến 31/07/2026')
})

test('it is written like any other, under the name it was asked by', async () => {
  const minh = await web.signedIn(world.minh)
  const { rows } = await obligationsWhere(db, 1, { unitIds: [world.units.binhMinh] })
  const page = await minh.submit(`/obligations/${rows[0]?.id}/report`, {})
  expect(page.heading).toBe('Báo cáo nhanh kết quả tuyên truyền dịch vụ công trực tuyến')
  expect(page.text).toContain('Số liệu từ 01/01/2026 đến 31/07/2026')
})

test('its due day moves for all, and calling it off leaves what was begun', async () => {
  const lan = await web.signedIn(world.lan)
  const id = (await obligationsWhere(db, 1, {})).rows[0]?.dutyId
  await lan.submit(`/reporting/duties/${id}/one-off`, { ...request(), version: '1', due: '20/8/2026' })
  expect((await obligationsWhere(db, 1, {})).rows.map((r) => r.dueDay)).toEqual(['2026-08-20', '2026-08-20'])
  await lan.submit(`/reporting/duties/${id}/ending`, { reason: 'Đã có số liệu từ nguồn khác.' })
  const { rows } = await obligationsWhere(db, 1, {})
  expect(rows.map((r) => r.unitId)).toEqual([world.units.binhMinh])
})

test('what is missing comes back at its field; nobody but the lead asks', async () => {
  const lan = await web.signedIn(world.lan)
  const page = await lan.post('/reporting/duties/one-off', { ...request(), due: '09/8/2026', groups: '' })
  expect(page.status).toBe(422)
  expect(page.faults.join(' ')).toContain('Chọn ít nhất một nhóm hoặc đơn vị')
  const late = await lan.post('/reporting/duties/one-off', { ...request(), due: '09/8/2026' })
  expect(late.faults.join(' ')).toContain('Hạn nộp phải từ hôm nay trở đi')
  const all = await lan.submit('/reporting/duties/one-off', { ...request(), whom: 'all' })
  // Five bodies of the province and two communes, less the one that receives it.
  expect(all.text).toContain('Đã gửi yêu cầu đến 5 đơn vị')
  const minh = await web.signedIn(world.minh)
  expect((await minh.get('/reporting/duties/one-off')).status).toBe(403)
})
