import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openCatalogue } from '../../plans/catalogue.ts'
import { forgetEnded } from './collaborators.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let minh: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, 1))
  web = testWeb(db)
  minh = await web.signedIn(world.minh)
})
afterAll(() => close())

const mo = {
  ...{ name: 'Giàng Thị Mơ', contact: '0912 345 678', place: 'Thôn Đông' },
  ...{ kind: 'collaborator', consentDay: '20/11/2026', consentHow: 'signed' },
}

async function added(more: Record<string, string> = {}): Promise<number> {
  await minh.submit('/desk/collaborators', { ...mo, ...more })
  const newest = db.selectFrom('editorial.collaborator').select('id').orderBy('id', 'desc')
  return (await newest.executeTakeFirstOrThrow()).id
}

test('names and contacts lie sealed, and are read by the unit that keeps them and by nobody above', async () => {
  expect((await minh.post('/desk/collaborators', { ...mo, contact: 'gọi nhà bên' })).status).toBe(422)
  expect((await minh.post('/desk/collaborators', { ...mo, consentDay: '23/11/2026' })).status).toBe(422)
  expect((await minh.post('/desk/collaborators', { ...mo, consentDay: '01/10/2025' })).status).toBe(422)
  const foreign = { ...mo, unitId: String(world.units.tanLap) }
  expect((await minh.post('/desk/collaborators', foreign)).status).toBe(403)
  const id = await added()
  expect((await minh.get('/desk/collaborators')).text).toContain('Giàng Thị Mơ')
  const rows = JSON.stringify(await db.selectFrom('editorial.collaborator').selectAll().execute())
  const log = JSON.stringify(await db.selectFrom('audit.entry').selectAll().execute())
  for (const word of ['Giàng', '0912', 'Thôn Đông']) {
    expect(rows).not.toContain(word)
    expect(log).not.toContain(word)
  }
  const lan = await web.signedIn(world.lan)
  const above = await lan.get('/desk/collaborators')
  expect(above.text).not.toContain('Giàng Thị Mơ')
  expect(above.rows.flat().join('|')).toContain('UBND xã Bình Minh|1')
  expect((await lan.get(`/desk/collaborators/${id}/edit`)).status).toBe(404)
  const printing = { unitId: world.units.binhMinh }
  expect((await lan.post('/desk/collaborators/printing', printing)).status).toBe(404)
  const tam = await web.signedIn(world.tam)
  expect((await tam.get('/desk/collaborators')).text).not.toContain('UBND xã Bình Minh')
})

test('a list is printed by its unit alone, and the log knows of it', async () => {
  const sheet = await minh.post('/desk/collaborators/printing', { unitId: world.units.binhMinh })
  expect([sheet.status, sheet.text.includes('0912 345 678')]).toEqual([200, true])
  const noted = await db
    .selectFrom('audit.entry')
    .select('actor_name')
    .where('verb', '=', 'collaborator.print')
    .execute()
  expect(noted).toHaveLength(1)
})

test('whoever leaves is erased at once, and the number stays', async () => {
  const id = await added({ name: 'Lò Văn Pá', contact: 'pa@thon.invalid' })
  expect((await minh.post(`/desk/collaborators/${id}/forgetting`, {})).status).toBe(422)
  const gone = await minh.submit(`/desk/collaborators/${id}/forgetting`, { why: 'asked' })
  expect(gone.text).not.toContain('Lò Văn Pá')
  const row = await db
    .selectFrom('editorial.collaborator')
    .select(['sealed', 'forgotten_why'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ sealed: null, forgotten_why: 'asked' })
  expect(gone.rows.flat().join('|')).toContain('UBND xã Bình Minh|1|2|1')
  expect((await minh.get(`/desk/collaborators/${id}/edit`)).status).toBe(404)
})

test('a consent that ends is warned of, renewed, or the person is forgotten by night', async () => {
  const lan = await web.signedIn(world.lan)
  expect((await lan.post('/desk/collaborators/term', { months: '40' })).status).toBe(422)
  expect((await minh.post('/desk/collaborators/term', { months: '1' })).status).toBe(403)
  await lan.submit('/desk/collaborators/term', { months: '1' })
  const [stays, goes] = [await added({ name: 'Vàng A Sử' }), await added({ name: 'Cứ Seo Dơ' })]
  const night = (day: string) =>
    db.transaction().execute((tx) => forgetEnded(tx, 1, new Date(`${day}T01:50:00+07:00`)))
  expect(await night('2026-12-05')).toBe(0)
  expect(await night('2026-12-06')).toBe(0)
  web.clock.now = new Date('2026-12-06T02:00:00Z')
  minh = await web.signedIn(world.minh)
  expect((await minh.get('/my-work')).text).toContain('2 cộng tác viên sắp hết hạn đồng ý')
  // What they did is an activity: its form is chosen already.
  const blank = await minh.get('/activities/new?form=collaborators')
  expect(blank.field('Hình thức').value).toBe('collaborators')
  await minh.submit(`/desk/collaborators/${stays}`, { ...mo, name: 'Vàng A Sử', consentDay: '06/12/2026' })
  expect([await night('2026-12-20'), await night('2026-12-21'), await night('2026-12-22')]).toEqual([0, 1, 0])
  const left = await db
    .selectFrom('editorial.collaborator')
    .select(['id', 'forgotten_why'])
    .where('id', 'in', [stays, goes])
    .orderBy('id')
    .execute()
  expect(left.map((l) => l.forgotten_why)).toEqual([null, 'expired'])
})

test('what they did is counted from activities of their form, without names', async () => {
  const recorded = await minh.submit('/activities', {
    ...{ what: 'Cộng tác viên đến từng nhà ở thôn Đông', fromDay: '02/12/2026', formCode: 'collaborators' },
    ...{ unitId: world.units.binhMinh, people: '120' },
  })
  expect(recorded.status).toBe(200)
  const page = await minh.get('/desk/collaborators')
  expect(page.rows.find((r) => r[0] === 'UBND xã Bình Minh')?.slice(-2)).toEqual(['1', '120'])
})
