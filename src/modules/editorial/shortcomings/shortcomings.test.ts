import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'
import { countPublication } from '../counting/counting.ts'
import { base, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'
import { remindOfRegisters } from '../registers/reminding.ts'
import { writeOfShortcoming } from './shortcomings.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let ngoc: Browser
let thu: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  ngoc = await web.signedIn(world.ngoc)
  thu = await web.signedIn(world.thu)
})
afterAll(() => close())

async function register(title: string, dueDay = '30/11/2026'): Promise<number> {
  await ngoc.submit('/desk/shortcomings', { title, dueDay, unitId: world.units.vanHoa })
  const row = await db
    .selectFrom('editorial.shortcoming')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

test('a shortcoming has a unit and a day, is mended, not good enough, and mended again', async () => {
  const bad = await ngoc.post('/desk/shortcomings', { title: 'Ngắn', dueDay: '32/11/2026' })
  expect([bad.status, bad.field('Hạn khắc phục').value]).toEqual([422, '32/11/2026'])
  expect((await thu.post('/desk/shortcomings', { title: 'Bảng niêm yết còn thủ tục cũ' })).status).toBe(403)
  const id = await register('Bảng niêm yết còn thủ tục đã bãi bỏ')
  const at = `/desk/shortcomings/${id}`
  expect((await thu.get('/my-work')).text).toContain('cần khắc phục trước 30/11/2026')
  expect((await (await web.signedIn(world.minh)).get(at)).status).toBe(404)
  expect((await thu.post(`${at}/completion`, { what: 'Xong', day: '22/11/2026' })).status).toBe(422)
  expect(
    (await thu.post(`${at}/completion`, { what: 'Đã thay ba bảng niêm yết', day: '23/11/2026' })).status,
  ).toBe(422)
  const done = await thu.submit(`${at}/completion`, { what: 'Đã thay ba bảng niêm yết', day: '22/11/2026' })
  expect(done.text).toContain('Đã khắc phục')
  expect((await thu.post(`${at}/reopening`, { why: 'Chưa đủ' })).status).toBe(403)
  const open = await ngoc.submit(`${at}/reopening`, { why: 'Còn một bảng ở thôn Đông' })
  expect(open.text).toContain('Đang khắc phục')
  expect((await thu.get('/my-work')).text).toContain('Còn một bảng ở thôn Đông')
  await thu.submit(`${at}/completion`, { what: 'Đã thay cả bảng ở thôn Đông', day: '22/11/2026' })
  expect(
    (await ngoc.post(at, { title: 'Sửa sau khi đã xong', dueDay: '30/11/2026', unitId: world.units.vanHoa }))
      .status,
  ).toBe(409)
})

test('another day is reminded of anew, and whoever saw an older line is told so', async () => {
  const id = await register('Trang thông tin không có bài mới', '24/11/2026')
  const at = `/desk/shortcomings/${id}`
  const remind = (day: string) =>
    db.transaction().execute((tx) => remindOfRegisters(tx, 1, new Date(`${day}T07:20:00+07:00`)))
  expect([await remind('2026-11-20'), await remind('2026-11-21'), await remind('2026-11-22')]).toEqual([
    0, 1, 0,
  ])
  const { _csrf: _, ...values } = (await ngoc.get(`${at}/edit`)).form(at).values
  await ngoc.submit(at, { ...values, dueDay: '23/11/2026' })
  expect((await ngoc.post(at, { ...values, dueDay: '29/11/2026' })).status).toBe(409)
  expect(await remind('2026-11-22')).toBe(1)
  expect([await remind('2026-11-24'), await remind('2026-11-25'), await remind('2026-12-01')]).toEqual([
    1, 0, 1,
  ])
  web.clock.now = new Date('2026-11-24T02:00:00Z')
  const later = await web.signedIn(world.ngoc)
  const late = await later.get('/desk/shortcomings?standing=overdue')
  expect(late.text).toContain('Trang thông tin không có bài mới')
  expect(late.rows.flat().join()).toContain('Quá hạn')
  web.clock.now = new Date('2026-11-22T02:00:00Z')
  expect((await thu.post(`${at}/withdrawal`, { why: 'Không phải lỗi' })).status).toBe(403)
  await ngoc.submit(`${at}/withdrawal`, { why: 'Ghi hai lần' })
  expect(await remind('2026-12-20')).toBe(0)
  const sheet = await ngoc.get('/desk/shortcomings.xlsx?standing=withdrawn')
  const read = await readSheet(Buffer.from(sheet.bytes), { name: 'a.xlsx' })
  expect(JSON.stringify(read)).toContain('Trang thông tin không có bài mới')
})

test('a line of the register becomes an article and an article a line, with nothing typed again', async () => {
  const id = await register('Phiếu hướng dẫn không giống nhau')
  const item = await ngoc.submit(`/desk/shortcomings/${id}/item`)
  expect(item.heading).toBe('Phiếu hướng dẫn không giống nhau')
  expect(item.link('Trong sổ tồn tại, hạn chế')).toBe(`/desk/shortcomings/${id}`)
  const written = (facts: Record<string, string>) =>
    db
      .transaction()
      .execute((tx) =>
        writtenItem(
          tx,
          world,
          actorOf(world.thu),
          { kind: 'shortcoming', title: 'Chờ lâu ở quầy đất đai' },
          { facts },
        ),
      )
  const hung = await web.signedIn(world.hung)
  expect((await hung.post(`/desk/items/${await written({})}/shortcoming`)).status).toBe(409)
  const page = await hung.submit(
    `/desk/items/${await written({ due: '2026-12-05', where: 'Quầy 3' })}/shortcoming`,
  )
  expect(page.heading).toBe('Chờ lâu ở quầy đất đai')
  expect(page.text).toContain('05/12/2026')
  expect(page.text).toContain('Quầy 3')
})

test('two people who begin the article at once begin one', async () => {
  const id = await register('Hồ sơ chờ ký số hai ngày')
  const begin = () =>
    db
      .transaction()
      .execute((tx) => writeOfShortcoming(tx, actorOf(world.thu), id, new Date('2026-11-22T02:00:00Z')))
  const [one, other] = await Promise.all([begin(), begin()])
  expect(one).toBe(other)
})

test('readers of the article see the day that the register knows, and no day while the line is open again', async () => {
  const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
  const at = new Date('2026-11-22T02:00:00Z')
  const publish = async (id: number) => {
    const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }
    await db.transaction().execute((tx) => forcePublish(tx, actorOf(world.hung), id, reason, base, at))
    const { publicationId } = (await selectItem(db, 1, id)) ?? {}
    await db.transaction().execute((tx) => countPublication(tx, program, publicationId ?? 0, base, at))
  }
  const facts = { due: '2026-12-05', cause: 'Thiếu người', mended: '2026-11-20' }
  const itemId = await db
    .transaction()
    .execute((tx) =>
      writtenItem(
        tx,
        world,
        actorOf(world.thu),
        { kind: 'shortcoming', title: 'Biển chỉ dẫn quầy mờ chữ' },
        { facts },
      ),
    )
  const hung = await web.signedIn(world.hung)
  await publish(itemId)
  const reader = web.visitor()
  const address = '/articles/bien-chi-dan-quay-mo-chu'
  expect((await reader.get(address)).text).toContain('20/11/2026')
  const line = await hung.submit(`/desk/items/${itemId}/shortcoming`)
  expect(line.text).toContain('Theo bài đã đăng: Biển chỉ dẫn quầy mờ chữ')
  const form = `/desk/shortcomings/${(await db.selectFrom('editorial.shortcoming').select('id').where('item_id', '=', itemId).executeTakeFirstOrThrow()).id}`
  await ngoc.submit(`${form}/reopening`, { why: 'Còn biển ở tầng hai' })
  expect((await reader.get(address)).text).not.toContain('20/11/2026')
  const { publicationId } = (await selectItem(db, 1, itemId)) ?? {}
  await db.transaction().execute((tx) => countPublication(tx, program, publicationId ?? 0, base, at))
  expect((await ngoc.get(form)).text).toContain('Đang khắc phục')
  await thu.submit(`${form}/completion`, { what: 'Đã thay biển ở tầng hai', day: '22/11/2026' })
  const page = await reader.get(address)
  expect(page.text).toContain('22/11/2026')
  expect((await reader.get('/articles?kind=shortcoming')).text).toContain('Đã khắc phục')
})
