import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { issuedPlan, type PlanOfTest } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { selectAssignmentsOfTask } from './assignments.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let plan: PlanOfTest
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  const given = new Date('2026-05-20T02:00:00Z')
  plan = await db.transaction().execute(async (tx) => {
    const made = await issuedPlan(tx, world)
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, made.planId, given)
    return made
  })
})
afterAll(() => close())

async function postingOf(unitId: number): Promise<number> {
  const all = await selectAssignmentsOfTask(db, 1, plan.taskIds.posting)
  return all.find((a) => a.unitId === unitId)?.id ?? 0
}

test('my work shows what waits for the commune, the most pressing first', async () => {
  const minh = await web.signedIn(world.minh)
  const page = await minh.get('/my-work')
  expect(page.status).toBe(200)
  expect(page.heading).toBe('Việc của tôi')
  expect(page.text).toContain('Niêm yết công khai thủ tục hành chính tại trụ sở')
  expect(page.text).not.toContain('Dàn dựng')
})

describe('a commune official does a task', () => {
  test('acknowledges, records with a photo, reports, and the lead verifies', async () => {
    const id = await postingOf(world.units.binhMinh)
    const minh = await web.signedIn(world.minh)
    await minh.submit(`/assignments/${id}/acknowledgement`)
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const saved = await minh.upload(
      '/activities',
      { files: new File([png], 'niêm yết.png', { type: 'image/png' }) },
      {
        unitId: world.units.binhMinh,
        what: 'Niêm yết 25 thủ tục tại Bộ phận Một cửa',
        fromDay: '20/11/2026',
        formCode: 'niem-yet',
        assignmentIds: [String(id)],
      },
    )
    expect(saved.status).toBe(303)
    const activity = await minh.get(saved.location)
    expect(activity.text).toContain('niêm yết.png')
    const reported = await minh.submit(`/assignments/${id}/report`, { note: '' })
    expect(reported.text).toContain('Chờ kiểm tra')
    const lan = await web.signedIn(world.lan)
    const verified = await lan.submit(`/assignments/${id}/verification`, { note: '' })
    expect(verified.text).toContain('Đã hoàn thành')
  })

  test('a form with faults comes back with what was typed, and with its files', async () => {
    const minh = await web.signedIn(world.minh)
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const page = await minh.upload(
      '/activities',
      { files: new File([png], 'tờ gấp.png', { type: 'image/png' }) },
      { unitId: world.units.binhMinh, what: 'Phát tờ gấp', fromDay: '31/02/2026', formCode: '' },
    )
    expect(page.status).toBe(422)
    expect(page.text).toContain('Phát tờ gấp')
    expect(page.text).toContain('tờ gấp.png')
    expect(page.text).toContain('Chọn hình thức')
  })

  test('another commune and another province are told that there is no such page', async () => {
    const id = await postingOf(world.units.binhMinh)
    for (const person of [world.tam, world.xa]) {
      const browser = await web.signedIn(person)
      expect((await browser.get(`/assignments/${id}`)).status).toBe(404)
      expect((await browser.post(`/assignments/${id}/acknowledgement`)).status).toBe(404)
    }
  })
})

test('done with nothing to show comes back as a fault on its field, and nothing changes', async () => {
  const id = await postingOf(world.units.tanLap)
  const tam = await web.signedIn(world.tam)
  await tam.submit(`/assignments/${id}/acknowledgement`)
  const page = await tam.post(`/assignments/${id}/report`, { note: 'xong' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Chưa có hoạt động kèm minh chứng')
})

test('the list of activities is narrowed to one unit and its days, never beyond what one reaches', async () => {
  const lan = await web.signedIn(world.lan)
  const of = (unitId: number, more = '') => lan.get(`/activities?unit=${unitId}${more}`)
  expect((await of(world.units.binhMinh)).text).toContain('Niêm yết 25 thủ tục')
  expect((await of(world.units.tanLap)).text).not.toContain('Niêm yết 25 thủ tục')
  // A unit stands for what is below it.
  expect((await of(world.units.ubnd)).text).toContain('Niêm yết 25 thủ tục')
  expect((await of(world.units.binhMinh, '&from=21/11/2026&to=30/11/2026')).text).not.toContain('Niêm yết 25')
  const tam = await web.signedIn(world.tam)
  expect((await tam.get(`/activities?unit=${world.units.binhMinh}`)).text).not.toContain(
    'Niêm yết 25 thủ tục',
  )
})
