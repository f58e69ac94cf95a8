import { unzipSync } from 'fflate'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { countReach, flushReach } from './counting.ts'
import { insertFigures } from './figures.sql.ts'
import { figureColumns } from './figures-sheet.ts'
import { shortLinkFor } from './links.ts'
import { reachOf, settleReach } from './reach-of.ts'
import { nobodySeen, reachSeen } from './reach-shown.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

const phone = { 'user-agent': 'Mozilla/5.0 (Linux; Android 13) Chrome/131.0 Mobile Safari/537.36' }
const now = new Date('2026-11-22T02:00:00Z')

function link(
  publicationId: number,
  more: { channelKind?: string; place?: string; printedVersion?: number } = {},
) {
  return db
    .transaction()
    .execute((tx) => shortLinkFor(tx, 1, { publicationId, channelKind: 'leaflet', ...more }, now))
}

test('a short link leads on, is the same whenever it is asked for, and counts people only', async () => {
  const { id, slug } = await addPublication(db, world.units.noiVu)
  const first = await link(id, { place: 'xã Bình Minh' })
  expect(await link(id, { place: 'xã Bình Minh' })).toEqual(first)
  const reader = web.visitor()
  const answer = await reader.request(`/s/${first.code}`, { headers: phone })
  expect([answer.status, answer.location]).toEqual([302, `/articles/${slug}`])
  expect(answer.headers.get('set-cookie')).toBe(null)
  await reader.request(`/s/${first.code.toUpperCase()}`, { headers: phone })
  await reader.request(`/s/${first.code}`, { headers: phone, method: 'HEAD' })
  await reader.request(`/s/${first.code}`, { headers: { 'user-agent': 'facebookexternalhit/1.1' } })
  await flushReach(db)
  expect(await reachOf(db, 1, id, '2026-11-22')).toEqual({ total: 0, byChannel: [], byMetric: { scan: 2 } })
  expect((await reader.get('/s/zzzzzzz')).status).toBe(404)
})

test('what readers open is told by audience, theme and form of its text; a given audience goes before', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  const codes = { audiences: ['citizens', 'members'], themes: ['Dịch vụ công trực tuyến'], forms: [] }
  await db.updateTable('publishing.publication').set(codes).where('id', '=', id).execute()
  const seen = {
    provinceId: 1,
    publicationId: id,
    day: '2026-11-21',
    channelKind: 'portal',
    place: '',
  } as const
  countReach(db, { ...seen, metric: 'view', amount: 30 })
  await flushReach(db)
  const told = {
    ...seen,
    channelKind: 'radio',
    metric: 'audience',
    amount: 500,
    audience: 'members',
    note: null,
  }
  await db
    .transaction()
    .execute((tx) => insertFigures(tx, 1, [told], { origin: 'typed', fileId: null, byName: 'Lan', now }))
  const { audiences, themes, forms, total } = await reachSeen(db, 1, {
    from: '2026-11-01',
    to: '2026-11-22',
    publicationId: id,
  })
  expect(audiences).toEqual([
    { key: 'members', amount: 530 },
    { key: 'citizens', amount: 30 },
  ])
  expect([themes, forms]).toEqual([
    [{ key: 'Dịch vụ công trực tuyến', amount: 530 }],
    [{ key: '', amount: 530 }],
  ])
  expect(total).toBe(530)
  expect((await lan.get(`/reach/${id}`)).text).toContain('Đoàn viên, hội viên')
})

test('paper that is older than the text says so, and leads to the new one', async () => {
  const { id, slug } = await addPublication(db, world.units.noiVu, { version: 2 })
  const { code } = await link(id, { printedVersion: 1 })
  const page = await web.visitor().request(`/s/${code}`, { headers: phone })
  expect([page.status, page.heading]).toEqual([200, 'Bản này đã cũ'])
  expect(page.text).toContain('Nội dung đã được sửa ngày 01/10/2026')
  expect(page.links.map((l) => l.href)).toContain(`/articles/${slug}`)
})

test('codes for all communes come as a sheet and as pictures that another program reads', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  await lan.submit(`/reach/${id}/links/all`, { linkChannel: 'notice_board' })
  const sheet = await readSheet((await lan.get(`/reach/${id}/links.xlsx`)).bytes, { name: 'a.xlsx' })
  const rows = sheet.ok ? sheet.sheet.rows.slice(1).map((r) => r.cells) : []
  expect(rows.map((r) => r[1])).toEqual(['phường Tân Lập', 'xã Bình Minh'])
  const files = unzipSync((await lan.get(`/reach/${id}/links.zip`)).bytes)
  const png = Object.entries(files).find(
    ([name]) => name.startsWith('Bảng tin/xã Bình Minh') && name.endsWith('.png'),
  )
  const { data, info } = await sharp(png?.[1]).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(jsQR.default(Uint8ClampedArray.from(data), info.width, info.height)?.data).toBe(rows[1]?.[2])
})

test('figures are typed with evidence, refused in words, and can be struck', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  const wrong = await lan.upload(
    `/reach/${id}/figures`,
    {},
    { day: '30/12/2026', channel: '', metric: 'audience', amount: 'nhiều' },
  )
  expect(wrong.status).toBe(422)
  expect(wrong.faults.slice(1)).toEqual([
    'Lỗi: Ngày này chưa đến nên chưa có số liệu.',
    'Lỗi: Chọn kênh.',
    'Lỗi: Nhập số nguyên, ví dụ 1.250.',
  ])
  const form = {
    day: '20/11/2026',
    channel: 'radio',
    metric: 'audience',
    amount: '12.500',
    audience: 'citizens',
    place: '',
    note: 'Theo Đài',
  }
  const proof = new File([Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')], 'xac-nhan.pdf')
  await lan.upload(`/reach/${id}/figures`, { evidence: proof }, form)
  expect(await reachOf(db, 1, id, '2026-11-22')).toMatchObject({
    total: 12_500,
    byChannel: [{ channelKind: 'radio', amount: 12_500 }],
  })
  const page = await lan.get(`/reach/${id}`)
  expect(page.text).toContain('12.500')
  const typed = await db
    .selectFrom('publishing.reach')
    .select(['id', 'file_id'])
    .where('publication_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(typed.file_id).not.toBe(null)
  expect((await lan.get(`/reach/figures/${typed.id}/file`)).headers.get('content-type')).toBe(
    'application/pdf',
  )
  const phuc = await web.signedIn(world.phuc)
  expect((await phuc.post(`/reach/figures/${typed.id}/striking`)).status).toBe(403)
  await lan.post(`/reach/figures/${typed.id}/striking`)
  expect((await reachOf(db, 1, id, '2026-11-22')).total).toBe(0)
})

test('a sheet of figures is looked at first; with a fault in it nothing is written', async () => {
  const { id } = await addPublication(db, world.units.noiVu, { title: 'Khi nào phải mang bản chính' })
  const row = {
    id: '',
    title: 'KHI NÀO phải mang bản chính',
    day: '2026-11-19',
    channel: 'Báo in, báo điện tử',
    place: '',
    audience: '',
    note: '',
  }
  const send = async (rows: Record<string, string | number | null>[]) => {
    const bytes = await writeSheet({ sheets: [{ name: 'Số liệu', columns: figureColumns, rows }] })
    return lan.upload('/reach/imports', { sheet: new File([Uint8Array.from(bytes)], 'so-lieu.xlsx') })
  }
  const good = { ...row, metric: 'bản phát hành, bản phát ra', amount: 8000 }
  const bad = await lan.get((await send([good, { ...good, title: 'Không có', metric: 'x' }])).location)
  expect(bad.text).toContain('Dòng 3: không tìm thấy bài.')
  expect(bad.text).not.toContain('Ghi 1 số liệu')
  const { location } = await send([good])
  expect((await reachOf(db, 1, id, '2026-11-22')).total).toBe(0)
  await lan.submit(`${location}/confirmation`)
  expect((await reachOf(db, 1, id, '2026-11-22')).total).toBe(8000)
  expect((await lan.get('/reach/imports/template.xlsx')).status).toBe(200)
})

test('what reached nobody is said plainly', async () => {
  await addPublication(db, world.units.noiVu, { title: 'Bài không ai đọc' })
  const page = await lan.get('/reach/nobody')
  expect(page.heading).toBe('Chưa đến được ai')
  expect(page.text).toContain('Bài không ai đọc')
  expect(page.text).toContain('phường Tân Lập')
  expect((await lan.get('/reach')).text).toContain('Theo kênh')
  expect((await lan.get('/reach/figures.csv')).text).toContain('Báo in, báo điện tử')
})

test('what lies, waits or was never printed is listed with the page that mends it', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  const printed = (await lan.post('/printed', { item: id, kind: 'leaflet' })).location
  await lan.submit(`${printed}/runs`, { runCopies: '500', runDay: '01/09/2026', printer: 'Nhà in' })
  const sent = { from: '', to: world.units.binhMinh, place: '', day: '05/09/2026', copies: '300' }
  await lan.upload(`${printed}/ledger`, {}, sent)
  const poster = (await lan.post('/printed', { item: id, kind: 'poster_a3' })).location
  await db
    .updateTable('publishing.print_product')
    .set({ made_at: new Date('2026-09-01T00:00:00Z') })
    .execute()
  const stand = { kind: 'banner', what: 'Băng rôn không ảnh', place: 'Cổng chợ', unit: world.units.tanLap }
  const standing = { ...stand, quantity: '1', fromDay: '01/11/2026', toDay: '' }
  const here = (await lan.upload('/printed/standing', {}, standing)).location
  const script = { item: id, station: 'Đài tỉnh', slot: '1', rate: '180' }
  const scriptAt = (await lan.post('/broadcast/scripts', script)).location
  await lan.submit(`${scriptAt}/slots`, { station: 'Đài tỉnh', day: '15/11/2026', starts: '17:30' })
  const pack = { title: 'Gói chưa phát', scripts: [scriptAt.split('/').at(-1) ?? ''], hours: '17:00' }
  const days = { firstDay: '10/11/2026', lastDay: '15/11/2026' }
  const packAt = (await lan.post('/broadcast/packages', { ...pack, ...days })).location
  await lan.submit(`${packAt}/hand-overs`, { to: 'all' })

  const scope = { from: '2026-10-01', to: '2026-11-22' }
  const { lists } = await nobodySeen(db, 1, scope, now)
  const rows = (key: string) => lists.find((l) => l.key === key)?.rows ?? []
  expect(rows('lying')).toMatchObject([
    { unit: 'UBND xã Bình Minh', since: '2026-09-05', detail: { vi: '300 bản' }, href: `${printed}#ledger` },
    { unit: 'Kho nơi in', detail: { vi: '200 bản' } },
  ])
  expect(rows('unprinted')).toMatchObject([{ href: `${poster}#ledger` }])
  expect(rows('standing')).toMatchObject([{ what: 'Băng rôn không ảnh', href: here }])
  expect(rows('slots')).toMatchObject([{ since: '2026-11-15', href: `${scriptAt}#slots` }])
  expect(rows('noweb')).toEqual([])
  expect(rows('packages')).toMatchObject([{ href: packAt }, { href: packAt }])
  expect(rows('audiences').map((r) => r.key)).toContain('press')
  expect(rows('units')[0]).toMatchObject({ unit: 'Sở Nội vụ', href: '#items' })
  const page = await lan.get('/reach/nobody')
  for (const href of [here, packAt, `${printed}#ledger`])
    expect(page.links.map((l) => l.href)).toContain(href)
  expect((await lan.get('/desk/unreached')).heading).toBe('Nhiệm vụ chưa có dấu hiệu tiếp cận')
})

test('settled figures are told once, and again only when they moved', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  const give = (amount: number) =>
    db
      .insertInto('publishing.reach')
      .values({
        province_id: 1,
        publication_id: id,
        day: '2026-11-21',
        channel_kind: 'radio',
        metric: 'audience',
        amount,
        origin: 'typed',
      })
      .execute()
  const settle = () => db.transaction().execute((tx) => settleReach(tx, 1, '2026-11-21', now))
  await give(40)
  expect(await settle()).toBeGreaterThan(0)
  expect(await settle()).toBe(0)
  await give(2)
  expect(await settle()).toBe(1)
  const told = await db
    .selectFrom('jobs.job')
    .select('payload')
    .where('name', '=', 'publishing.reach-settled')
    .execute()
  expect(told.filter((j) => (j.payload as { publicationId: number }).publicationId === id)).toHaveLength(2)
})
