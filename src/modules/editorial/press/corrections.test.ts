import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { countPublication } from '../counting/counting.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'

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
  ngoc = await web.signedIn(world.ngoc)
  thu = await web.signedIn(world.thu)
})
afterAll(() => close())

const newest = (table: 'outlet' | 'press_entry' | 'orientation') =>
  db
    .selectFrom(`editorial.${table}`)
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
    .then((row) => row.id)

async function outlet(name: string, more: Record<string, string | number> = {}): Promise<number> {
  await ngoc.submit('/desk/outlets', { name, kind: 'newspaper', editions: '', ...more })
  return newest('outlet')
}

async function entry(outletId: number, title: string, more: Record<string, string> = {}): Promise<number> {
  await ngoc.submit('/desk/press', { day: '20/11/2026', outletId, title, stance: 'positive', ...more })
  return newest('press_entry')
}

/** The form of a page as a browser would send it, with these fields typed over. */
async function typed(path: string, action: string, fields: Record<string, string | number>) {
  const { _csrf: _, ...values } = (await ngoc.get(path)).form(action).values
  return { ...values, ...fields }
}

const live = (entryId: number) =>
  db
    .selectFrom('assignments.activity')
    .select(['unit_id as unit', 'form_code as form', 'what'])
    .where('submission_key', '=', `press:${entryId}`)
    .where('withdrawn_at', 'is', null)
    .execute()

test('an outlet is changed with a reason, and what it was called stays to be read', async () => {
  const id = await outlet('Báo An Hòa', { editions: 'Báo ngày' })
  const at = `/desk/outlets/${id}`
  const silent = await ngoc.post(at, await typed(`${at}/edit`, at, { name: 'Báo An Hòa mới' }))
  expect([silent.status, silent.faults.join()]).toEqual([422, expect.stringContaining('lý do')])
  const why = 'Đổi tên theo quyết định của tỉnh'
  const form = await typed(`${at}/edit`, at, {
    name: 'Báo và PTTH An Hòa',
    editions: 'Báo ngày\nVùng cao',
    why,
  })
  const page = await ngoc.submit(at, form)
  expect(page.heading).toBe('Báo và PTTH An Hòa')
  expect(page.text).toContain('Báo ngày, Vùng cao')
  expect(page.text).toContain(why)
  const late = await ngoc.post(at, { ...form, name: 'Tên thứ ba' })
  expect(late.status).toBe(409)
  await outlet('Báo khác')
  const taken = await ngoc.post(at, await typed(`${at}/edit`, at, { name: 'Báo khác', why }))
  expect([taken.status, taken.field('Tên').value]).toEqual([422, 'Báo khác'])
  expect((await thu.get(at)).status).toBe(200)
  expect((await thu.get(`${at}/edit`)).status).toBe(403)
})

test('an outlet out of use is offered nowhere, keeps its pieces, and can be used again', async () => {
  const id = await outlet('Tạp chí đã sáp nhập')
  const piece = await entry(id, 'Bài viết trước khi sáp nhập')
  const at = `/desk/outlets/${id}`
  const gone = await ngoc.submit(`${at}/retirement`, { why: 'Sáp nhập vào Báo An Hòa', seen: 0 })
  expect(gone.text).toContain('Ngừng dùng')
  const offered = (await ngoc.get('/desk/press')).form('/desk/press')
  expect(offered.action).toBe('/desk/press')
  const [toAdd] = (await ngoc.get('/desk/press')).html.split('name="words"')
  expect(toAdd).not.toContain('Tạp chí đã sáp nhập')
  expect((await ngoc.get(`/desk/press?outlet=${id}`)).text).toContain('Bài viết trước khi sáp nhập')
  const again = { day: '21/11/2026', outletId: id, title: 'Bài sau khi sáp nhập', stance: 'neutral' }
  expect((await ngoc.post('/desk/press', again)).status).toBe(422)
  const form = await typed(`/desk/press/${piece}/correction`, `/desk/press/${piece}/correction`, {
    title: 'Bài viết trước khi sáp nhập (đã sửa)',
    why: 'Ghi nhầm tên bài',
  })
  expect((await ngoc.submit(`/desk/press/${piece}/correction`, form)).heading).toContain('(đã sửa)')
  expect((await thu.post(`${at}/restoration`, { why: 'Thử xem sao', seen: 0 })).status).toBe(403)
  const { seen = '' } = (await ngoc.get(at)).form(`${at}/restoration`).values
  await ngoc.submit(`${at}/restoration`, { why: 'Vẫn ra số riêng', seen })
  expect((await ngoc.submit('/desk/press', again)).text).toContain('Bài sau khi sáp nhập')
})

test('an entry is put right and withdrawn, with what stood before, and counts nowhere afterwards', async () => {
  const id = await entry(await outlet('Báo Sông Trà'), 'Bài ghi sai nhận xét')
  const at = `/desk/press/${id}`
  const wrong = await typed(`${at}/correction`, `${at}/correction`, { day: '31/02/2026', why: 'Sai ngày' })
  const refused = await ngoc.post(`${at}/correction`, wrong)
  expect([refused.status, refused.field('Ngày').value]).toEqual([422, '31/02/2026'])
  const right = await typed(`${at}/correction`, `${at}/correction`, { stance: 'neutral', why: 'Chỉ đưa tin' })
  const page = await ngoc.submit(`${at}/correction`, right)
  expect(page.text).toMatch(/Sửa : Chỉ đưa tin/)
  expect(page.text).toMatch(/Tích cực.*Đưa tin/)
  expect((await thu.post(`${at}/withdrawal`, { why: 'Không muốn thấy' })).status).toBe(403)
  expect((await ngoc.post(`${at}/withdrawal`, { why: 'Báo đã gỡ', seen: 0 })).status).toBe(409)
  const { seen = '' } = (await ngoc.get(at)).form(`${at}/withdrawal`).values
  expect((await ngoc.post(`${at}/withdrawal`, { why: '', seen })).status).toBe(422)
  const out = await ngoc.submit(`${at}/withdrawal`, { why: 'Báo đã gỡ bài', seen })
  expect(out.text).toContain('Đã rút')
  expect((await ngoc.get('/desk/press')).text).not.toContain('Bài ghi sai nhận xét')
  expect((await ngoc.get('/desk/press?withdrawn=1')).text).toContain('Bài ghi sai nhận xét')
  expect(
    (await ngoc.post(`${at}/follow-up`, { unitId: 1, wanted: 'Làm rõ', dueDay: '30/11/2026' })).status,
  ).toBe(409)
  const { outlet_id: outletId } = await db
    .selectFrom('editorial.press_entry')
    .select('outlet_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(await entry(outletId, 'Bài ghi sai nhận xét')).not.toBe(id)
})

test('an orientation is corrected and sent again, everybody is asked anew, and it can be taken back', async () => {
  const id = await outlet('Đài An Hòa', { kind: 'broadcaster', unitId: world.units.bao })
  const other = await outlet('Cổng An Hòa', { kind: 'portal', email: 'cong@anhoa.invalid' })
  const said = { title: 'Nộp hồ sơ trực tuyến', body: 'Đề nghị tập trung vào hướng dẫn nộp hồ sơ.' }
  const bad = { ...said, fromDay: '01/12/2026', toDay: '01/11/2026', outletIds: id }
  expect((await ngoc.post('/desk/orientations', bad)).status).toBe(422)
  await ngoc.submit('/desk/orientations', { ...bad, toDay: '' })
  const one = await newest('orientation')
  const at = `/desk/orientations/${one}`
  await ngoc.submit(`${at}/acknowledgements/${id}`)
  const body = 'Đề nghị tập trung vào hướng dẫn nộp hồ sơ và trả kết quả tại nhà.'
  const form = await typed(`${at}/correction`, `${at}/correction`, { body, why: 'Bổ sung trả kết quả' })
  const page = await ngoc.submit(`${at}/correction`, { ...form, outletIds: other })
  expect(page.text).toContain('0/2 đã xác nhận')
  const letters = await db.selectFrom('mail.letter').select('subject').execute()
  expect(letters.map((l) => l.subject)).toEqual(['Định hướng tuyên truyền (bản sửa): Nộp hồ sơ trực tuyến'])
  const history = await thu.get(`${at}/correction`)
  expect(history.text).toContain('Bổ sung trả kết quả')
  expect(history.buttons).not.toContain('Lưu và gửi lại')
  const { seen = '' } = (await ngoc.get(`${at}/correction`)).form(`${at}/withdrawal`).values
  expect((await ngoc.post(`${at}/withdrawal`, { why: 'x', seen })).status).toBe(422)
  const back = await ngoc.submit(`${at}/withdrawal`, { why: 'Đã có chỉ đạo mới', seen })
  expect(back.text).toContain('Đã rút')
  expect((await ngoc.post(`${at}/correction`, { ...form, seen })).status).toBe(409)
})

test('a positive piece of a unit’s own outlet is its activity with the link, until it is put right', async () => {
  const own = await outlet('Báo của Đài tỉnh', { unitId: world.units.bao })
  const strange = await outlet('Báo Trung ương thường trú', { kind: 'central' })
  const link = 'https://bao.anhoa.invalid/mot-cua-thu-bay'
  const id = await entry(own, 'Một cửa sáng thứ Bảy', { address: link, edition: 'Báo vùng cao' })
  expect(await live(id)).toEqual([
    { unit: world.units.bao, form: 'news', what: 'Báo của Đài tỉnh (Báo vùng cao): Một cửa sáng thứ Bảy' },
  ])
  const evidence = await db.selectFrom('assignments.evidence').select('url').where('url', '=', link).execute()
  expect(evidence).toHaveLength(1)
  expect((await ngoc.get(`/desk/press/${id}`)).text).toContain('Hoạt động của đơn vị có báo, đài')
  expect(await live(await entry(strange, 'Bài của báo khác', { address: `${link}-2` }))).toEqual([])
  expect(await live(await entry(own, 'Bài chưa có liên kết'))).toEqual([])
  const critical = { address: `${link}-3`, stance: 'not_yet' }
  expect(await live(await entry(own, 'Dân chờ lâu ở quầy', critical))).toEqual([])
  const at = `/desk/press/${id}`
  const form = await typed(`${at}/correction`, `${at}/correction`, { stance: 'neutral', why: 'Chỉ đưa tin' })
  await ngoc.submit(`${at}/correction`, form)
  expect(await live(id)).toEqual([])
})

test('a piece that is the desk’s own text counts once, as that text, and again when the text is not public', async () => {
  const own = await outlet('Đài của tỉnh', { unitId: world.units.bao, kind: 'broadcaster' })
  const itemId = await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu)))
  const id = await entry(own, 'Bài của tòa soạn trên sóng', {
    ...{ address: 'https://dai.anhoa.invalid/1', edition: 'Kênh phát thanh' },
    itemId: String(itemId),
  })
  expect((await live(id)).map((a) => a.form)).toEqual(['radio'])
  const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
  const count = async () => {
    const item = await selectItem(db, 1, itemId)
    await db.transaction().execute((tx) => countPublication(tx, program, item?.publicationId ?? 0, base, now))
  }
  const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }
  await db.transaction().execute((tx) => forcePublish(tx, actorOf(world.hung), itemId, reason, base, now))
  await count()
  expect(await live(id)).toEqual([])
  const notice = 'Gỡ để sửa số liệu trong bài.'
  await ngoc.submit(`/desk/items/${itemId}/withdrawal`, { notice })
  await count()
  expect(await live(id)).toHaveLength(1)
})
