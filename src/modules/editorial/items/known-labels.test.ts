import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openCatalogue } from '../../plans/catalogue.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'
import { addPublication } from '../../publishing/publishing.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let lan: Browser
let thu: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute(async (tx) => {
    await openCatalogue(tx, 1)
    await openPortal(tx, 1)
  })
  const web = testWeb(db)
  lan = await web.signedIn(world.lan)
  thu = await web.signedIn(world.thu)
})
afterAll(() => close())

test('an event takes themes and audiences of the catalogue only, and keeps one that was retired since', async () => {
  const form = {
    ...{ title: 'Ngày hội chuyển đổi số', starts: '22/12/2026 08:00', unitId: world.units.vanHoa },
    ...{ place: 'Quảng trường', themeCodes: ['procedures'], audienceCodes: ['citizens'] },
  }
  const unknown = await thu.post('/desk/events', { ...form, themeCodes: ['khong_co'], audienceCodes: ['la'] })
  expect([unknown.status, unknown.field('Tên sự kiện').value]).toEqual([422, form.title])
  expect(unknown.text).toContain('Chọn đối tượng trong danh mục đang dùng.')
  const at = (await thu.post('/desk/events', form)).location
  const retire = (table: 'plans.theme', code: string) =>
    db.updateTable(table).set({ active: false }).where('code', '=', code).execute()
  await retire('plans.theme', 'procedures')
  expect((await thu.post(at, { ...form, place: 'Nhà văn hóa' })).status).toBe(303)
  expect((await thu.post('/desk/events', form)).status).toBe(422)
  expect((await thu.get('/desk/events/new')).html).not.toContain('value="procedures"')
})

test('reach names audiences as the catalogue does, and offers no retired one', async () => {
  const { id } = await db
    .transaction()
    .execute((tx) => addPublication(tx, world.units.noiVu, { audiences: ['citizens'] }))
  const citizens = await db
    .selectFrom('plans.audience')
    .select('id')
    .where('code', '=', 'citizens')
    .executeTakeFirstOrThrow()
  await lan.submit(`/catalogue/audiences/${citizens.id}`, { vi: 'Nhân dân', en: 'People', active: '1' })
  const press = await db
    .selectFrom('plans.audience')
    .select('id')
    .where('code', '=', 'press')
    .executeTakeFirstOrThrow()
  await lan.submit(`/catalogue/audiences/${press.id}`, { vi: 'Cơ quan báo chí', en: 'Press', active: '0' })
  const page = await lan.get(`/reach/${id}`)
  expect(page.html).toContain('>Nhân dân</option>')
  expect(page.html).not.toContain('>Cơ quan báo chí</option>')
  expect((await lan.get('/reach/nobody')).text).toContain('Nhân dân')
})
