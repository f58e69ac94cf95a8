import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { checkLayout } from '../../lib/documents/out/layout-check.ts'
import { issuedPlan, type PlanOfTest } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { climbLadder } from './assignments.reminding.ts'
import { selectAssignmentsOfTask } from './assignments.sql.ts'
import { selectLetters } from './letters.sql.ts'

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
    await giveTasks(tx, by, made.planId, new Date('2026-01-20T02:00:00Z'))
    await climbLadder(tx, 1, 'https://chungtay.example', new Date('2026-06-20T00:00:00Z'))
    return made
  })
})
afterAll(() => close())

async function assignmentOf(taskId: number, unitId: number): Promise<number> {
  return (await selectAssignmentsOfTask(db, 1, taskId)).find((a) => a.unitId === unitId)?.id ?? 0
}

test('an obstacle goes to the lead, is passed on, answered, and closed by the unit that raised it', async () => {
  const id = await assignmentOf(plan.taskIds.posting, world.units.binhMinh)
  const minh = await web.signedIn(world.minh)
  const raised = await minh.submit(`/assignments/${id}/obstacles`, {
    text: 'Trụ sở mới chưa có bảng niêm yết.',
    wish: 'Cấp kinh phí làm bảng.',
  })
  expect(raised.text).toContain('Sở Nội vụ')
  const address = `/obstacles/${/\/obstacles\/(\d+)/.exec((await minh.get('/obstacles')).html)?.[1]}`
  const lan = await web.signedIn(world.lan)
  const blank = await lan.post(`${address}/answer`, { answer: '' })
  expect(blank.status).toBe(422)
  await lan.submit(`${address}/answer`, { answer: 'Sở đã bố trí kinh phí trong tháng 12.' })
  expect((await minh.submit(`${address}/closing`, { solved: '1' })).text).toContain('Đã giải quyết')
  const tam = await web.signedIn(world.tam)
  expect((await tam.get(address)).status).toBe(404)
})

test('the drafted letter is a document in the layout of the decree, and takes its number from the clerk', async () => {
  const letters = await selectLetters(db, 1, null, 10)
  const letter = letters.find((l) => l.toUnitId === world.units.vanHoa)
  const lan = await web.signedIn(world.lan)
  const docx = await lan.get(`/letters/${letter?.id}/document.docx`)
  expect(docx.status).toBe(200)
  const departures = await checkLayout(docx.bytes)
  expect(departures.map((d) => d.vi)).toEqual([])
  expect((await lan.post(`/letters/${letter?.id}/dispatch`, { symbol: 'abc', issuedDay: '' })).status).toBe(
    422,
  )
  const sent = await lan.submit(`/letters/${letter?.id}/dispatch`, {
    symbol: '125/SNV-CCHC',
    issuedDay: '22/11/2026',
  })
  expect(sent.text).toContain('125/SNV-CCHC')
})

test('a unit sees a letter only once it is sent, and never one to another unit', async () => {
  const letters = await selectLetters(db, 1, null, 10)
  const own = letters.find((l) => l.toUnitId === world.units.vanHoa)
  const thu = await web.signedIn(world.thu)
  expect((await thu.get(`/letters/${own?.id}`)).status).toBe(200)
  const minh = await web.signedIn(world.minh)
  expect((await minh.get(`/letters/${own?.id}`)).status).toBe(404)
})

test('the lead urges by hand from the page of the assignment', async () => {
  const id = await assignmentOf(plan.taskIds.posting, world.units.tanLap)
  const lan = await web.signedIn(world.lan)
  const page = await lan.submit(`/assignments/${id}/reminders`, { note: 'Đề nghị khẩn trương.' })
  expect(page.text).toContain('Đôn đốc trực tiếp')
  const tam = await web.signedIn(world.tam)
  expect((await tam.get('/my-work')).text).toContain('Đề nghị khẩn trương.')
})
