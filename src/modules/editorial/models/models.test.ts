import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'
import { countPublication } from '../counting/counting.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'
import { remindOfRegisters } from '../registers/reminding.ts'
import { writeOfModel } from './models.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let ngoc: Browser
let minh: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  thu = await web.signedIn(world.thu)
  ngoc = await web.signedIn(world.ngoc)
  minh = await web.signedIn(world.minh)
})
afterAll(() => close())

const good = {
  ...{ kind: 'practice', name: 'Ca trực tối thứ Năm cho người đi làm', subject: 'Bộ phận Một cửa' },
  about: 'Công nhân không nghỉ được giờ hành chính.\n\nTối thứ Năm có hai người trực.',
  ...{ sinceDay: '02/07/2026', result: '380 hồ sơ sau giờ', topic: 'one_stop' },
}

async function model(more: Record<string, string | number> = {}): Promise<number> {
  await thu.submit('/desk/models', { ...good, unitId: world.units.vanHoa, ...more })
  const row = await db
    .selectFrom('editorial.model')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

test('a model is registered, changed over what its writer saw, and taken out with a reason', async () => {
  const bad = await thu.post('/desk/models', {
    ...good,
    unitId: world.units.vanHoa,
    name: 'Ca',
    sinceDay: '31/02/2026',
  })
  expect([bad.status, bad.field('Thực hiện từ').value]).toEqual([422, '31/02/2026'])
  expect((await thu.post('/desk/models', { ...good, unitId: world.units.binhMinh })).status).toBe(403)
  const id = await model()
  const at = `/desk/models/${id}`
  const { _csrf: _, ...values } = (await thu.get(`${at}/edit`)).form(at).values
  expect((await thu.submit(at, { ...values, name: 'Ca trực tối thứ Năm' })).heading).toBe(
    'Ca trực tối thứ Năm',
  )
  expect((await thu.post(at, { ...values, name: 'Tên khác hẳn' })).status).toBe(409)
  expect((await minh.get(at)).status).toBe(404)
  expect((await minh.get('/desk/models')).text).toContain('Chưa có mô hình nào')
  expect((await thu.post(`${at}/withdrawal`, { why: 'Ghi nhầm' })).status).toBe(403)
  const hung = await web.signedIn(world.hung)
  expect((await hung.post(`${at}/withdrawal`, { why: '' })).status).toBe(422)
  expect((await hung.submit(`${at}/withdrawal`, { why: 'Ghi hai lần' })).text).toContain('Ghi hai lần')
  expect((await thu.get('/desk/models')).text).not.toContain('Ca trực tối thứ Năm')
  expect((await thu.get('/desk/models?withdrawn=1')).text).toContain('Ca trực tối thứ Năm')
  expect((await thu.post(at, { ...values, name: 'Sửa sau khi rút' })).status).toBe(409)
})

test('units are called, say how far they are, and readers see it once the article is public', async () => {
  const id = await model({ name: 'Trả kết quả tại nhà' })
  const at = `/desk/models/${id}`
  const item = await thu.submit(`${at}/item`)
  expect(item.heading).toBe('Trả kết quả tại nhà')
  expect(item.text).toContain('380 hồ sơ sau giờ')
  const itemId = (
    await db.selectFrom('editorial.model').select('item_id').where('id', '=', id).executeTakeFirstOrThrow()
  ).item_id
  await thu.submit(`${at}/item`)
  expect(await db.selectFrom('editorial.item').select('id').execute()).toHaveLength(1)
  expect(
    (await thu.post(`${at}/calls`, { unitIds: world.units.binhMinh, answerBy: '30/11/2026' })).status,
  ).toBe(403)
  expect((await ngoc.post(`${at}/calls`, { answerBy: '30/11/2026' })).status).toBe(422)
  expect(
    (await ngoc.post(`${at}/calls`, { unitIds: world.units.binhMinh, answerBy: '01/11/2026' })).status,
  ).toBe(422)
  const asked = {
    unitIds: [String(world.units.binhMinh), String(world.units.tanLap)],
    answerBy: '30/11/2026',
  }
  expect((await ngoc.submit(`${at}/calls`, asked)).text).toContain('Đã đề nghị 2 đơn vị.')
  expect((await minh.get('/my-work')).text).toContain('Đề nghị nhân rộng mô hình')
  expect((await minh.get(at)).status).toBe(200)
  const told = { unitId: world.units.binhMinh, stage: 'in_use', sinceDay: '', result: 'Tốt' }
  expect((await minh.post(`${at}/adoptions`, told)).status).toBe(422)
  expect(
    (await minh.post(`${at}/adoptions`, { ...told, unitId: world.units.tanLap, sinceDay: '01/11/2026' }))
      .status,
  ).toBe(422)
  const page = await minh.submit(`${at}/adoptions`, { ...told, sinceDay: '01/11/2026' })
  expect(page.rows.flat().join()).toContain('Đang áp dụng')
  const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }
  await db
    .transaction()
    .execute((tx) => forcePublish(tx, actorOf(world.hung), itemId ?? 0, reason, base, now))
  const { publicationId } = (await selectItem(db, 1, itemId ?? 0)) ?? {}
  const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
  await db.transaction().execute((tx) => countPublication(tx, program, publicationId ?? 0, base, now))
  const reader = web.visitor()
  const article = await reader.get('/exemplars/tra-ket-qua-tai-nha')
  expect(article.text).toContain('1 nơi đã áp dụng')
  expect(article.text).toContain('UBND xã Bình Minh')
  expect((await reader.get('/exemplars')).text).toContain('Được nhiều nơi học theo')
  await minh.submit(`${at}/adoptions`, {
    ...told,
    stage: 'stopped',
    sinceDay: '20/11/2026',
    result: 'Thiếu người trực',
  })
  expect((await reader.get('/exemplars/tra-ket-qua-tai-nha')).text).not.toContain('nơi đã áp dụng')
  const sheet = await ngoc.get('/desk/models.xlsx')
  const read = await readSheet(Buffer.from(sheet.bytes), { name: 'a.xlsx' })
  expect(JSON.stringify(read)).toContain('Trả kết quả tại nhà')
})

test('who was asked and does not say is reminded before the day, and weekly after it', async () => {
  const id = await model({ name: 'Ngày không hẹn ở phường' })
  await ngoc.submit(`/desk/models/${id}/calls`, { unitIds: world.units.tanLap, answerBy: '25/11/2026' })
  await db.updateTable('editorial.adoption').set({ answer_by: null }).where('model_id', '!=', id).execute()
  const remind = (day: string) =>
    db.transaction().execute((tx) => remindOfRegisters(tx, 1, new Date(`${day}T07:20:00+07:00`)))
  expect(await remind('2026-11-21')).toBe(0)
  expect(await remind('2026-11-22')).toBe(1)
  expect(await remind('2026-11-23')).toBe(0)
  expect(await remind('2026-11-26')).toBe(1)
  expect(await remind('2026-11-27')).toBe(0)
  const tam = await web.signedIn(world.tam)
  expect((await tam.get('/my-work')).text).toContain('Quá hạn 25/11/2026')
  expect((await ngoc.get(`/desk/models/${id}`)).text).not.toContain('Quá hạn trả lời')
  web.clock.now = new Date('2026-11-27T02:00:00Z')
  const later = await web.signedIn(world.ngoc)
  expect((await later.get(`/desk/models/${id}`)).text).toContain('Quá hạn trả lời')
  web.clock.now = now
})

test('an article about a model goes into the register with nothing typed again, once', async () => {
  const facts = { subject: 'Chị Mơ', result: 'Không hồ sơ quá hạn' }
  const itemId = await db
    .transaction()
    .execute((tx) =>
      writtenItem(tx, world, actorOf(world.thu), { kind: 'exemplar', title: 'Chiếc bảng' }, { facts }),
    )
  const page = await thu.submit(`/desk/items/${itemId}/model`)
  expect([page.heading, page.text.includes('Không hồ sơ quá hạn')]).toEqual(['Chiếc bảng', true])
  const again = await thu.post(`/desk/items/${itemId}/model`)
  const { id } = await db
    .selectFrom('editorial.model')
    .select('id')
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow()
  expect(again.location).toBe(`/desk/models/${id}`)
  expect((await thu.get(`/desk/items/${itemId}`)).link('Trong sổ mô hình')).toBe(`/desk/models/${id}`)
  expect((await minh.post(`/desk/items/${itemId}/model`)).status).toBe(404)
})

test('two people who begin the article at once begin one', async () => {
  const id = await model({ name: 'Tổ lưu động ngày chợ phiên' })
  const begin = () => db.transaction().execute((tx) => writeOfModel(tx, actorOf(world.thu), id, now))
  const [one, other] = await Promise.all([begin(), begin()])
  expect(one).toBe(other)
  const items = await db
    .selectFrom('editorial.item')
    .select('id')
    .where('title', '=', 'Tổ lưu động ngày chợ phiên')
    .execute()
  expect(items).toHaveLength(1)
})
