import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { openPortal } from '../publishing/publishing.columns.ts'
import { addPublication } from '../publishing/publishing.fixtures.ts'
import { openCatalogue } from './catalogue.ts'
import { catalogueOf } from './plans.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, world.provinceId))
  web = testWeb(db)
})
afterAll(() => close())

test('the lead adds a theme of the province, and units find it where they record', async () => {
  const lan = await web.signedIn(world.lan)
  const added = await lan.submit('/catalogue/themes', { vi: 'Giảm 50% phí, lệ phí dịch vụ công trực tuyến' })
  expect(added.text).toContain('Giảm 50% phí, lệ phí dịch vụ công trực tuyến')
  const { themes } = await catalogueOf(db, world.provinceId)
  expect(themes.at(-1)).toMatchObject({ code: 'giam_50_phi_le_phi_dich_vu_cong_truc_tuy', active: true })
  const thu = await web.signedIn(world.thu)
  const form = await thu.get('/activities/new')
  expect(form.text).toContain('Giảm 50% phí')
})

test('an entry out of use is offered no more, has another name, and keeps its code', async () => {
  const lan = await web.signedIn(world.lan)
  const [form] = (await catalogueOf(db, world.provinceId)).forms.filter((f) => f.code === 'hotline')
  const at = `/catalogue/forms/${form?.id}`
  expect((await lan.get(`/catalogue?list=forms&entry=${form?.id}`)).text).toContain(
    'Tổng đài, đường dây nóng',
  )
  const change = { vi: 'Tổng đài 1022', en: 'Hotline 1022', online: '0', active: '0' }
  expect((await lan.submit(at, change)).text).toContain('Thôi dùng')
  const now = (await catalogueOf(db, world.provinceId)).forms.find((f) => f.id === form?.id)
  expect(now).toMatchObject({ code: 'hotline', vi: 'Tổng đài 1022', online: false, active: false })
  const thu = await web.signedIn(world.thu)
  expect((await thu.get('/activities/new')).text).not.toContain('Tổng đài 1022')
})

test('a field of procedures stands below its theme, and with priority the portal leads to what carries it', async () => {
  const lan = await web.signedIn(world.lan)
  await db.transaction().execute((tx) => openPortal(tx, world.provinceId))
  const { themes } = await catalogueOf(db, world.provinceId)
  const codes = themes.map((t) => t.code)
  expect(codes.slice(codes.indexOf('procedures') + 1).slice(0, 3)).toEqual([
    'land',
    'construction',
    'investment',
  ])
  expect(themes.filter((t) => t.under === 'procedures')).toHaveLength(8)
  const [land, whole] = ['land', 'procedures'].map((code) => themes.find((t) => t.code === code))
  const change = { vi: 'Đất đai, môi trường', en: 'Land', active: '1' }
  const alone = await lan.post(`/catalogue/themes/${land?.id}`, { ...change, parentId: '', priority: '1' })
  expect(alone.status).toBe(422)
  const own = { vi: 'Cải cách thủ tục hành chính', active: '1', priority: '0', parentId: String(land?.id) }
  expect((await lan.post(`/catalogue/themes/${whole?.id}`, own)).status).toBe(422)
  const title = 'Sang tên sổ đỏ: năm bước'
  await addPublication(db, world.units.noiVu, { title, themes: ['Đất đai'] })
  const reader = web.visitor()
  expect((await reader.get('/needed-procedures')).status).toBe(404)
  const kept = { ...change, parentId: String(whole?.id), priority: '1' }
  expect((await lan.submit(`/catalogue/themes/${land?.id}`, kept)).text).toContain('Ưu tiên')
  const list = await reader.get('/needed-procedures?field=land')
  expect(list.text).toContain(title)
  expect((await reader.get('/portal')).text).toContain('Thủ tục cần biết')
  expect((await reader.get('/needed-procedures?field=penalties')).status).toBe(404)
})

test('a name twice and no name are refused, and only the keepers of the lists may write', async () => {
  const lan = await web.signedIn(world.lan)
  const twice = await lan.post('/catalogue/audiences', { vi: 'NGƯỜI  dân', en: 'People' })
  expect(twice.status).toBe(422)
  expect(twice.text).toContain('Đã có mục tên này.')
  expect((await lan.post('/catalogue/forms', { vi: ' ' })).status).toBe(422)
  expect((await lan.post('/catalogue/colours', { vi: 'Đỏ tươi' })).status).toBe(404)
  const thu = await web.signedIn(world.thu)
  expect((await thu.post('/catalogue/forms', { vi: 'Phong trào thi đua' })).status).toBe(403)
  expect((await thu.get('/catalogue')).status).toBe(403)
})
