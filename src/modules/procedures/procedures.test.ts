import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import type { UnitRow } from '../organisations/organisation.ts'
import { levels, unitTypes } from '../organisations/organisation.ts'
import { postingScopes, remindsOn, standingOf, whoPosts } from './procedure.ts'

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

const decision = {
  ...{ number: '1234/QĐ-UBND', issued: '16/11/2026', issuer: 'Chủ tịch UBND tỉnh', field: 'Đất đai' },
  ...{ kind: 'new', procedures: '12', documentId: '', link: '', days: '5', scope: ['communes'] },
  replacesId: '',
}
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const photo = () => new File([Buffer.from(onePixel, 'base64')], 'bang.png')

const postings = () =>
  db.selectFrom('procedures.posting').select(['id', 'unit_id', 'state', 'announcement_id']).execute()

async function announced(number: string, more: object = {}) {
  const lan = await web.signedIn(world.lan)
  await lan.submit('/announcements', { ...decision, ...more, number, confirmed: '1' })
  const { id } = await db
    .selectFrom('procedures.announcement')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const rows = (await postings()).filter((p) => p.announcement_id === id)
  const of = (unitId: number) => rows.find((p) => p.unit_id === unitId)?.id ?? 0
  return { id, of, units: rows.length }
}

test('every unit in scope posts once, whatever the tree; who is only invited never', () => {
  const unit = fc.record({
    ...{ type: fc.constantFrom(...unitTypes), level: fc.constantFrom(...levels), invited: fc.boolean() },
  })
  const scopes = fc.subarray([...postingScopes])
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), scopes, scopes, (made, some, others) => {
      const units = made.map((u, id) => ({ ...u, id }) as UnitRow)
      const ids = (scope: typeof some) => whoPosts(units, scope).map((u) => u.id)
      const both = ids([...some, ...others])
      expect(both).toEqual([...new Set(both)].sort((a, b) => a - b))
      expect(new Set(both)).toEqual(new Set([...ids(some), ...ids(others)]))
      expect(units.filter((u) => both.includes(u.id) && u.invited)).toEqual([])
      expect(ids([])).toEqual([])
    }),
  )
})

test('a posting is late from the day after, and people are reminded before, on and after the day', () => {
  const open = { state: 'open', postedDay: null } as const
  expect(standingOf(open, '2026-11-20', '2026-11-20')).toBe('soon')
  expect(standingOf(open, '2026-11-20', '2026-11-21')).toBe('late')
  expect(standingOf({ state: 'posted', postedDay: '2026-11-21' }, '2026-11-20', '2026-12-01')).toBe(
    'posted_late',
  )
  const days = ['18', '19', '20', '21', '22', '28'].map((d) => remindsOn('2026-11-20', `2026-11-${d}`))
  expect(days).toEqual([true, false, true, true, false, true])
})

test('the lead sees whom it reaches before anybody is given anything; confirmed, every commune has it at once', async () => {
  const lan = await web.signedIn(world.lan)
  const empty = await lan.post('/announcements', { ...decision, number: '', scope: [] })
  expect(empty.status).toBe(422)
  const preview = await lan.post('/announcements', decision)
  expect(preview.text).toContain('Giao việc niêm yết cho các đơn vị này?')
  expect(preview.text).toContain('20/11/2026'.replace('20', '23'))
  expect(await postings()).toEqual([])
  const { units } = await announced('1234/QĐ-UBND')
  expect(units).toBe(2)
  const twice = await lan.post('/announcements', { ...decision, confirmed: '1' })
  expect([twice.status, twice.text.includes('đã được nhập')]).toEqual([422, true])
  const thu = await web.signedIn(world.thu)
  expect((await thu.post('/announcements', { ...decision, confirmed: '1' })).status).toBe(403)
})

test('a commune posts with photo and address, once; the lead sends it back, and it is posted again', async () => {
  const { id, of } = await announced('1300/QĐ-UBND')
  const minh = await web.signedIn(world.minh)
  const here = `/postings/${of(world.units.binhMinh)}`
  expect((await minh.get('/my-work')).text).toContain('Thủ tục phải niêm yết')
  expect((await minh.upload(here, {}, { webLink: '' })).status).toBe(422)
  expect((await minh.upload(here, { files: photo() }, { webLink: 'binhminh' })).status).toBe(422)
  const fake = new File(['không phải ảnh'], 'anh.png')
  expect((await minh.upload(here, { files: fake }, { webLink: 'https://xa.gov.vn' })).status).toBe(422)
  await minh.upload(here, { files: photo() }, { webLink: '' })
  expect((await minh.get(here)).text).toContain('Sắp đến hạn')
  await minh.upload(here, {}, { webLink: 'https://binhminh.gov.vn/tthc' })
  expect((await minh.get(here)).text).toContain('Đã niêm yết')
  expect((await minh.get(`${here}/photo`)).headers.get('content-type')).toBe('image/png')
  const lan = await web.signedIn(world.lan)
  const board = await lan.get(`/announcements/${id}`)
  expect(board.text).toContain('1 trong 2 đơn vị đã niêm yết')
  expect((await lan.get(`/announcements/${id}/board.xlsx`)).status).toBe(200)
  expect((await lan.post(`${here}/return`, { reason: '' })).status).toBe(422)
  await lan.submit(`${here}/return`, { reason: 'Ảnh mờ, không đọc được tên quyết định.' })
  expect((await minh.get(here)).text).toContain('Ảnh mờ, không đọc được')
  await minh.upload(here, { files: photo() }, { webLink: 'https://binhminh.gov.vn/tthc' })
  expect((await postings()).find((p) => p.id === of(world.units.binhMinh))?.state).toBe('posted')
})

test('nobody sees or posts for units beyond the own branch, and another province knows nothing of it', async () => {
  const { id, of } = await announced('1400/QĐ-UBND')
  const here = `/postings/${of(world.units.binhMinh)}`
  const webLink = 'https://xa.gov.vn'
  for (const person of [world.tam, world.thu, world.xa]) {
    const other = await web.signedIn(person)
    expect((await other.get(here)).status).toBe(404)
    expect((await other.upload(here, { files: photo() }, { webLink })).status).toBe(404)
  }
  const lan = await web.signedIn(world.lan)
  expect((await lan.upload(here, { files: photo() }, { webLink })).status).toBe(403)
  const xa = await web.signedIn(world.xa)
  expect((await xa.get(`/announcements/${id}`)).status).toBe(404)
  expect((await xa.post(`/announcements/${id}/withdrawal`, { reason: 'Nhập nhầm' })).status).toBe(404)
  const binh = await web.signedIn(world.binh)
  expect((await binh.post(`${here}/return`, { reason: 'Thử trả lại' })).status).toBe(403)
  const tam = await web.signedIn(world.tam)
  expect((await tam.get(`/announcements/${id}`)).text).not.toContain('Bình Minh')
})

test('what replaces a decision, or takes it back, ends what is open of it and keeps what was posted', async () => {
  const first = await announced('1500/QĐ-UBND')
  const minh = await web.signedIn(world.minh)
  const files = { files: photo() }
  await minh.upload(`/postings/${first.of(world.units.binhMinh)}`, files, { webLink: 'https://xa.gov.vn' })
  const second = await announced('1501/QĐ-UBND', { replacesId: String(first.id) })
  const states = async (id: number) =>
    (await postings())
      .filter((p) => p.announcement_id === id)
      .map((p) => p.state)
      .sort()
  expect([await states(first.id), await states(second.id)]).toEqual([
    ['ended', 'posted'],
    ['open', 'open'],
  ])
  const lan = await web.signedIn(world.lan)
  await lan.submit(`/announcements/${second.id}/withdrawal`, { reason: 'Công bố nhầm lĩnh vực' })
  expect(await states(second.id)).toEqual(['ended', 'ended'])
  expect((await lan.post(`/announcements/${second.id}/withdrawal`, { reason: 'Lần nữa' })).status).toBe(409)
  const tam = await web.signedIn(world.tam)
  const ended = `/postings/${second.of(world.units.tanLap)}`
  expect((await tam.upload(ended, { files: photo() }, { webLink: 'https://p.gov.vn' })).status).toBe(409)
})
