import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { reachOf } from '../reach/reach-of.ts'
import { routeOf } from './library.ts'
import { standingColumns } from './standing-sheet.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let minh: Browser
let publicationId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  minh = await web.signedIn(world.minh)
  publicationId = (await addPublication(db, world.units.noiVu)).id
})
afterAll(() => close())

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const photo = () => new File([Buffer.from(onePixel, 'base64')], 'anh.png')

const panel = () => ({
  ...{ kind: 'panel', what: 'Pa nô dịch vụ công trực tuyến', place: 'Ngã tư chợ', note: '' },
  ...{ unit: world.units.binhMinh, commune: world.units.binhMinh, item: publicationId },
  ...{ quantity: '2', fromDay: '01/10/2026', toDay: '31/10/2026', visitors: '' },
})

const told = async () =>
  (
    await db
      .selectFrom('jobs.job')
      .select('payload')
      .where('name', '=', 'publishing.standing-changed')
      .execute()
  ).length

test('a panel without a photo is warned of, corrected, visited and taken down, with its photos', async () => {
  const wrong = await minh.upload('/printed/standing', {}, { ...panel(), toDay: '30/09/2026' })
  expect([wrong.status, wrong.text.includes('Ngày cuối không được trước')]).toEqual([422, true])
  const tomorrow = { fromDay: '23/11/2026', toDay: '' }
  expect((await minh.upload('/printed/standing', {}, { ...panel(), ...tomorrow })).status).toBe(422)
  const made = await minh.upload('/printed/standing', {}, panel())
  const here = made.location
  const page = await minh.get(here)
  expect(page.text).toContain('chưa có ảnh')
  expect(page.text).toContain('quá ngày gỡ')
  expect(await told()).toBe(1)

  const tam = await web.signedIn(world.tam)
  expect((await tam.upload(here, {}, panel())).status).toBe(403)
  expect((await tam.upload(`${here}/removal`, {}, { downDay: '22/11/2026' })).status).toBe(403)
  await minh.upload(here, { photo: photo() }, { ...panel(), quantity: '3', toDay: '' })
  const mended = await minh.get(here)
  expect(mended.text).not.toContain('chưa có ảnh')
  expect(mended.text).not.toContain('quá ngày gỡ')
  expect((await minh.get(`${here}/file/start`)).headers.get('content-type')).toBe('image/png')
  expect((await minh.get(`${here}/file/down`)).status).toBe(404)
  const visit = { visitDay: '15/11/2026', visitNote: 'Một tấm bị rách góc.' }
  await minh.upload(`${here}/visits`, { visitPhoto: photo() }, visit)
  expect((await minh.get(here)).text).toContain('Một tấm bị rách góc.')
  const down = { downDay: '20/11/2026', downVisitors: '350' }
  await minh.upload(`${here}/removal`, { downPhoto: photo() }, down)
  expect((await minh.upload(`${here}/removal`, {}, down)).status).toBe(409)
  expect((await minh.get(`${here}/file/down`)).status).toBe(200)
  expect(await reachOf(db, 1, publicationId, '2026-11-22')).toMatchObject({
    total: 350,
    byChannel: [{ channelKind: 'display', amount: 350 }],
  })
  expect(await told()).toBe(4)
  const late = await minh.upload(here, {}, { ...panel(), fromDay: '21/11/2026', toDay: '' })
  expect(late.text).toContain('Ngày đặt không được sau ngày gỡ')
  await minh.post(`${here}/striking`)
  expect((await minh.get(here)).status).toBe(404)
  expect((await reachOf(db, 1, publicationId, '2026-11-22')).total).toBe(0)
})

test('the list is filtered by kind, commune and state, and counts by commune', async () => {
  await minh.upload('/printed/standing', {}, panel())
  await minh.upload('/printed/standing', {}, { ...panel(), kind: 'bookcase', what: 'Tủ sách', toDay: '' })
  const list = async (query: string) => (await minh.get(`/printed/standing?${query}`)).text
  expect(await list('')).toContain('xã Bình Minh')
  expect(await list('kind=bookcase')).not.toContain('Pa nô dịch vụ công')
  expect(await list(`commune=${world.units.tanLap}`)).toContain('Không có nơi đặt nào')
  expect(await list('state=bare')).toContain('Pa nô dịch vụ công')
  expect(await list('state=overdue')).not.toContain('Tủ sách</a>')
  expect((await minh.get('/printed/standing.xlsx')).status).toBe(200)
})

test('a sheet of what stands is looked at first; with a fault in it nothing is written', async () => {
  const row = {
    ...{ kind: 'Băng rôn', what: 'Băng rôn nhập từ tệp', place: 'Trước chợ', commune: 'UBND xã Bình Minh' },
    ...{ unit: 'UBND xã Bình Minh', quantity: 4, from: '2026-11-01', to: '2026-12-01', visitors: null },
    note: '',
  }
  const send = async (rows: Record<string, string | number | null>[]) => {
    const bytes = await writeSheet({ sheets: [{ name: 'Nơi đặt', columns: standingColumns, rows }] })
    const sheet = new File([Uint8Array.from(bytes)], 'noi-dat.xlsx')
    return (await minh.upload('/printed/standing/imports', { sheet })).location
  }
  const others = { ...row, unit: 'UBND phường Tân Lập' }
  const bad = await send([row, { ...row, kind: 'Bóng bay', unit: 'UBND xã Không Có' }, others])
  const { text } = await minh.get(bad)
  expect(text).toContain('Dòng 3: không có đơn vị “UBND xã Không Có”')
  expect(text).toContain('Dòng 3: Chọn loại.')
  expect(text).toContain('Dòng 4: Đồng chí không ghi sổ thay đơn vị này.')
  expect((await minh.post(`${bad}/confirmation`)).status).toBe(409)
  const good = await send([row, { ...row, place: 'Cổng trường' }])
  expect((await (await web.signedIn(world.tam)).get(good)).status).toBe(404)
  expect((await minh.submit(`${good}/confirmation`)).text).toContain('Đã ghi 2 nơi đặt.')
  expect((await minh.post(`${good}/confirmation`)).status).toBe(404)
  const written = await db
    .selectFrom('publishing.standing')
    .select(['quantity', 'place_unit_id as commune', 'to_day as to'])
    .where('what', '=', 'Băng rôn nhập từ tệp')
    .execute()
  const line = { quantity: 4, commune: world.units.binhMinh, to: '2026-12-01' }
  expect(written).toEqual([line, line])
  expect((await minh.get('/printed/standing/imports/template.xlsx')).status).toBe(200)
})

test('a travelling set ends one stop and opens the next in one step, with its readers', async () => {
  const lan = await web.signedIn(world.lan)
  const set = { name: 'Bộ sách số 1', volumes: '120', unit: world.units.noiVu, item: publicationId }
  const here = (await lan.post('/printed/library', set)).location
  const id = Number(here.split('/').at(-1))
  const first = {
    where: 'elsewhere',
    place: 'Trường THCS',
    commune: world.units.binhMinh,
    toDay: '10/11/2026',
  }
  await lan.upload(`${here}/moves`, {}, { day: '01/10/2026', ...first })
  expect((await lan.get('/printed/library')).text).toContain('quá ngày chuyển')
  const next = { stopPlace: 'Nhà văn hóa', stopCommune: world.units.tanLap }
  await lan.post(`${here}/stops`, { ...next, stopFrom: '12/11/2026', stopTo: '30/11/2026' })
  const clash = await lan.post(`${here}/stops`, { ...next, stopFrom: '30/11/2026', stopTo: '05/12/2026' })
  expect([clash.status, clash.text.includes('đã hẹn ở')]).toEqual([422, true])
  const planned = (await routeOf(db, 1, id)).next[0]?.id ?? 0
  expect((await minh.upload(`${here}/moves`, {}, { day: '12/11/2026', where: 'home' })).status).toBe(403)
  const early = await lan.upload(`${here}/moves`, {}, { day: '01/09/2026', where: planned })
  expect(early.text).toContain('không được trước ngày bộ sách tới')
  const move = { day: '12/11/2026', readers: '86', where: planned }
  await lan.upload(`${here}/moves`, { photo: photo() }, move)
  const route = await routeOf(db, 1, id)
  expect(route.next).toEqual([])
  expect(route.here).toMatchObject({ place: 'Nhà văn hóa', fromDay: '2026-11-12', toDay: '2026-11-30' })
  expect(route.past).toMatchObject([{ place: 'Trường THCS', takenDown: '2026-11-12', visitors: 86 }])
  const places = await db
    .selectFrom('publishing.reach')
    .select(['place', 'channel_kind as channel', 'amount'])
    .where('publication_id', '=', publicationId)
    .where('amount', '=', 86)
    .execute()
  expect(places).toEqual([{ place: 'xã Bình Minh', channel: 'library', amount: 86 }])
  expect((await lan.upload(`${here}/moves`, {}, move)).status).toBe(409)
  await lan.upload(`${here}/moves`, {}, { day: '20/11/2026', readers: '40', where: 'home' })
  expect((await lan.get(here)).text).toContain('Tại đơn vị quản lý')
  expect((await routeOf(db, 1, id)).here).toBeNull()
})
