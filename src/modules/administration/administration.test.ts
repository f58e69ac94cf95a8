import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'

let db: Db
let close: () => Promise<void>
let world: World
let quan: Browser
const dead = {
  name: 'mail.send',
  payload: '{}',
  state: 'dead',
  attempts: 12,
  last_error: 'Error: no answer from the mail server',
}

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  quan = await testWeb(db).signedIn(world.quan)
})
afterAll(() => close())

async function bury(provinceId = world.provinceId, more: object = {}): Promise<number> {
  const row = { ...dead, province_id: provinceId, finished_at: new Date(), ...more }
  return (await db.insertInto('jobs.job').values(row).returning('id').executeTakeFirstOrThrow()).id
}

test('failed jobs are shown first, with their last error and without their payload', async () => {
  await bury(world.provinceId, { payload: '{"link":"private"}' })
  await bury(world.otherProvinceId, { last_error: 'of another province' })
  const page = await quan.get('/administration/jobs')
  expect(page.heading).toBe('Việc chạy nền')
  expect(page.text).toContain('Gửi thư điện tử')
  expect(page.text).toContain('no answer from the mail server')
  expect(page.text).not.toContain('private')
  expect(page.text).not.toContain('of another province')
})

test('run again: the job waits with all attempts before it, and the log says who did it', async () => {
  const id = await bury()
  await quan.submit(`/administration/jobs/${id}/attempts`)
  const job = await db.selectFrom('jobs.job').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(job).toMatchObject({ state: 'waiting', attempts: 0 })
  const entry = await db
    .selectFrom('audit.entry')
    .selectAll()
    .where('verb', '=', 'job.retry')
    .where('subject_id', '=', String(id))
    .executeTakeFirstOrThrow()
  expect(entry.actor_name).toBe(world.quan.name)
})

test('discarding asks first, then the job is gone', async () => {
  const id = await bury()
  expect((await quan.get(`/administration/jobs/${id}/removal`)).heading).toBe('Bỏ việc này?')
  await quan.submit(`/administration/jobs/${id}/removal`)
  expect((await quan.post(`/administration/jobs/${id}/removal`)).status).toBe(404)
  expect((await quan.get(`/administration/jobs/${id}/removal`)).status).toBe(404)
})

test('a running job, a job of another province and everybody but the administrator are refused', async () => {
  const running = await bury(world.provinceId, { state: 'running' })
  expect((await quan.post(`/administration/jobs/${running}/attempts`)).status).toBe(409)
  const other = await bury(world.otherProvinceId)
  expect((await quan.post(`/administration/jobs/${other}/attempts`)).status).toBe(404)
  const lan = await testWeb(db).signedIn(world.lan)
  expect((await lan.get('/administration/jobs')).status).toBe(403)
})
