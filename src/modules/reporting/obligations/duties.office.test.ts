import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { obligationsWhere } from '../reporting.ts'
import { openCutoffs } from './cutoffs.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let communesId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = new Date('2026-02-20T02:00:00Z')
  await db.transaction().execute(async (tx) => {
    ;({ communesId } = await issuedPlan(tx, world))
    await openCutoffs(tx, 1)
  })
})
afterAll(() => close())

const letter = () => ({
  name: 'Báo cáo nhanh công tác tuyên truyền',
  source: 'Công văn số 99/SNV-CCHC ngày 19/02/2026 của Sở Nội vụ',
  verified: '1',
  programmeCode: 'PAR_COMMUNICATION',
  periodKind: 'quarter',
  dueAsPrinted: 'trước ngày 05 tháng cuối cùng của quý',
  workingDays: 'previous',
  newUnits: 'next',
  validFrom: '19/02/2026',
  validTo: '01/01/2027',
  groups: String(communesId),
  toUnitId: String(world.units.noiVu),
})

test('a duty from an office letter is laid down by hand and owed at once', async () => {
  const lan = await web.signedIn(world.lan)
  const page = await lan.submit('/reporting/duties', letter())
  expect(page.heading).toBe('Báo cáo nhanh công tác tuyên truyền')
  expect(page.text).toContain('Hạn của quý I năm 2026 là hết ngày 04/03/2026')
  expect(page.text).toContain('UBND các xã, phường, đặc khu')
  const { rows } = await obligationsWhere(db, 1, {})
  expect(rows.map((r) => [r.period, r.dueDay])).toEqual([
    ['2026-Q1', '2026-03-04'],
    ['2026-Q1', '2026-03-04'],
    ['2026-Q2', '2026-06-04'],
    ['2026-Q2', '2026-06-04'],
    ['2026-Q3', '2026-09-04'],
    ['2026-Q3', '2026-09-04'],
    ['2026-Q4', '2026-12-04'],
    ['2026-Q4', '2026-12-04'],
  ])
})

test('while it is typed, the program says how it understands a deadline', async () => {
  const lan = await web.signedIn(world.lan)
  const query = new URLSearchParams({ periodKind: 'half-year', dueAsPrinted: 'trước 05/6', source: 'KH 211' })
  const answer = await lan.get(`/reporting/duties/understanding.json?${query}`)
  expect(answer.text).toContain('Hạn của 6 tháng đầu năm 2026 là hết ngày 04/06/2026')
  const looked = await lan.post('/reporting/duties', { ...letter(), look: '1' })
  expect(looked.status).toBe(200)
  expect(looked.text).toContain('Hệ thống hiểu là')
})

test('what is not understood comes back at its field, with everything that was typed', async () => {
  const lan = await web.signedIn(world.lan)
  const page = await lan.post('/reporting/duties', {
    ...letter(),
    dueAsPrinted: 'sớm nhất có thể',
    groups: '',
  })
  expect(page.status).toBe(422)
  expect(page.faults.join(' ')).toContain('Chưa hiểu hạn này')
  expect(page.faults.join(' ')).toContain('Chọn ít nhất một nhóm hoặc đơn vị')
  expect(page.field('Tên báo cáo').value).toBe('Báo cáo nhanh công tác tuyên truyền')
})

test('a changed deadline moves what is still to come, with a trail; what fell due stays', async () => {
  web.clock.now = new Date('2026-05-10T02:00:00Z')
  const lan = await web.signedIn(world.lan)
  const id = (await obligationsWhere(db, 1, {})).rows[0]?.dutyId
  const changed = { ...letter(), version: '1', dueAsPrinted: 'chậm nhất ngày 20 tháng cuối của kỳ báo cáo' }
  await lan.submit(`/reporting/duties/${id}`, changed)
  expect((await lan.post(`/reporting/duties/${id}`, changed)).status).toBe(409)
  const { rows } = await obligationsWhere(db, 1, { unitIds: [world.units.tanLap] })
  expect(rows.map((r) => r.dueDay)).toEqual(['2026-03-04', '2026-06-19', '2026-09-18', '2026-12-18'])
  const page = await lan.get(`/obligations/${rows[1]?.id}`)
  expect(page.text).toContain('Hạn chuyển từ 04/06/2026 sang 19/06/2026')
})

test('an ended duty is owed no more from its day on; officers may look but not change', async () => {
  const lan = await web.signedIn(world.lan)
  const id = (await obligationsWhere(db, 1, {})).rows[0]?.dutyId
  const minh = await web.signedIn(world.minh)
  expect((await minh.get('/reporting/duties')).status).toBe(200)
  expect((await minh.get(`/reporting/duties/${id}/editor`)).status).toBe(403)
  await lan.submit(`/reporting/duties/${id}/ending`, { day: '01/7/2026', reason: 'Đã gộp vào báo cáo CCHC.' })
  const { rows } = await obligationsWhere(db, 1, { unitIds: [world.units.tanLap] })
  expect(rows.map((r) => r.period)).toEqual(['2026-Q1', '2026-Q2'])
})
