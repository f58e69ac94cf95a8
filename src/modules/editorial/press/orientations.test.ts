import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
})
afterAll(() => close())

test('an orientation goes by mail and in the program to the outlets chosen, which say that they have it', async () => {
  const ngoc = await web.signedIn(world.ngoc)
  const [name, email] = ['Báo An Hòa', 'toasoan@bao.anhoa.invalid']
  await ngoc.submit('/desk/outlets', { name, kind: 'newspaper', email, unitId: world.units.bao })
  await ngoc.submit('/desk/outlets', { name: 'Đài An Hòa', kind: 'broadcaster' })
  const outlets = await db.selectFrom('editorial.outlet').select('id').orderBy('id').execute()
  const said = {
    ...{ title: 'Tập trung nói về thủ tục phi địa giới', fromDay: '23/11/2026' },
    body: 'Hướng dẫn nộp hồ sơ ở bất kỳ xã nào; nêu nơi làm tốt và nơi còn từ chối.',
  }
  expect((await ngoc.post('/desk/orientations', said)).status).toBe(422)
  await ngoc.submit('/desk/orientations', { ...said, outletIds: outlets.map((o) => String(o.id)) })
  const mails = await db.selectFrom('mail.letter').selectAll().execute()
  expect(JSON.stringify(mails)).toContain(email)
  const orientation = await db.selectFrom('editorial.orientation').select('id').executeTakeFirstOrThrow()
  await ngoc.submit(`/desk/orientations/${orientation.id}/acknowledgements/${outlets[1]?.id}`)
  const rows = await db
    .selectFrom('editorial.orientation_outlet')
    .select(['outlet_id', 'acknowledged_by_name'])
    .where('acknowledged_at', 'is not', null)
    .execute()
  expect(rows.map((r) => r.outlet_id)).toEqual([outlets[1]?.id])
})

test('whether a unit’s website has a live column is noted by its own people, and shown with its age', async () => {
  const thu = await web.signedIn(world.thu)
  const unitId = world.units.vanHoa
  const bad = await thu.post('/desk/web-columns', { unitId, hasColumn: '1', address: 'trang nhà' })
  expect(bad.status).toBe(422)
  const seen = { unitId, hasColumn: '1', address: 'https://svh.anhoa.invalid/cchc', newestDay: '20/11/2026' }
  expect((await thu.submit('/desk/web-columns', seen)).text).toContain('https://svh.anhoa.invalid/cchc')
  await thu.submit('/desk/web-columns', { unitId, hasColumn: '0' })
  const last = await db
    .selectFrom('editorial.web_check')
    .select('has_column')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(last.has_column).toBe(false)
  expect((await thu.post('/desk/web-columns', { ...seen, unitId: world.units.bao })).status).toBe(403)
})
