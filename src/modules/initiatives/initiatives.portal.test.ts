import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { openPortal } from '../publishing/publishing.columns.ts'
import { sendIdea, typedIdea } from './initiatives.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())

const amount = async () => (await db.selectFrom('initiatives.initiative').select('id').execute()).length
const newest = async () =>
  (await db.selectFrom('initiatives.initiative').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow())
    .id

test('what is missing is said in sentences, and nothing that was typed is lost', async () => {
  const bad = await web.visitor().post('/initiatives', {
    ...{ title: 'Ngắn', proposal: typedIdea.proposal, name: 'Bích Ngà', contact: 'nga@', consent: '' },
  })
  expect(bad.status).toBe(422)
  expect(bad.field('Tên sáng kiến').value).toBe('Ngắn')
  expect(bad.field('Anh/chị đề xuất làm gì?').value).toBe(typedIdea.proposal)
  expect(bad.field('Họ tên hoặc tên tổ chức').value).toBe('Bích Ngà')
  const said = bad.faults.join(' ')
  for (const words of ['từ 10 ký tự', 'khó khăn gì', 'Chọn một lĩnh vực', 'Chọn người gửi', 'số điện thoại'])
    expect(said).toContain(words)
  expect(said).toContain('Đánh dấu đồng ý')
  expect(await amount()).toBe(0)
})

test('the code is shown once, opens the idea, and deletes it', async () => {
  const visitor = web.visitor()
  const code = await sendIdea(visitor)
  expect((await visitor.get('/initiatives/sent')).text).not.toContain(code)
  const seen = await visitor.post('/initiatives/follow', { code: code.toLowerCase() })
  expect(seen.heading).toBe(typedIdea.title)
  expect(seen.text).toContain('đang được giữ kín')
  expect(seen.headers.get('cache-control')).toBe('no-store')
  const wrong = await visitor.post('/initiatives/follow', { code: 'AAAA-BBBB-CCCC' })
  expect([wrong.status, wrong.field('Mã tra cứu').value]).toEqual([422, 'AAAA-BBBB-CCCC'])
  expect((await visitor.post('/initiatives/withdrawal', { code })).status).toBe(422)
  const gone = await visitor.submit('/initiatives/withdrawal', { code, sure: 'yes' })
  expect(gone.text).toContain('Đã xóa sáng kiến và thông tin của anh/chị.')
  const after = await visitor.post('/initiatives/follow', { code })
  expect(after.text).not.toContain(typedIdea.title)
  expect(after.text).toContain('Người gửi đã rút')
})

test('a program that fills in what nobody sees is thanked, and nothing is kept', async () => {
  const before = await amount()
  await sendIdea(web.visitor(), { website: 'https://spam.invalid' })
  expect(await amount()).toBe(before)
})

test('without the token of the form nothing is taken in, nor from a foreign page', async () => {
  const before = await amount()
  const body = new URLSearchParams(typedIdea)
  expect((await web.visitor().request('/initiatives', { method: 'POST', body })).status).toBe(403)
  const foreign = { headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await web.visitor().request('/initiatives', { method: 'POST', body, ...foreign })).status).toBe(403)
  expect(await amount()).toBe(before)
})

test('everybody reads what two people published, its answer and the counts; nobody reads the rest', async () => {
  const visitor = web.visitor()
  await sendIdea(visitor)
  const id = await newest()
  const lan = await web.signedIn(world.lan)
  const ngoc = await web.signedIn(world.ngoc)
  const at = `/initiative-register/${id}`
  await lan.submit(`${at}/acceptance`, { acceptWords: 'Tỉnh thấy làm được ngay.' })
  await lan.submit(`${at}/answers`, { answerWords: 'Tỉnh giao làm thử trong quý này.' })
  expect((await visitor.get(`/initiatives/${id}`)).status).toBe(404)
  await lan.submit(`${at}/public-words`, {
    publicTitle: 'Nhắn tin trước khi giấy tờ hết hạn',
    publicText: 'Hệ thống nhắn tin trước ba mươi ngày cho người có giấy tờ sắp hết hạn.',
  })
  expect((await lan.post(`${at}/publication`)).status).toBe(403)
  await ngoc.submit(`${at}/publication`)
  const page = await visitor.get(`/initiatives/${id}`)
  expect(page.heading).toBe('Nhắn tin trước khi giấy tờ hết hạn')
  expect(page.text).toContain('Tỉnh giao làm thử trong quý này.')
  expect(page.text).not.toContain('Bích Ngà')
  expect(page.text).not.toContain('nga@example.vn')
  const list = await visitor.get('/initiatives')
  expect(list.text).toContain('Nhắn tin trước khi giấy tờ hết hạn')
  expect(list.text).toContain('Trả lời của cơ quan: Tỉnh giao làm thử trong quý này.')
  expect(list.text).toContain('Tất cả 1 sáng kiến')
  expect(list.text).not.toContain(typedIdea.title)
  expect((await visitor.get('/initiatives?field=procedures')).text).toContain('Nhắn tin trước khi')
  expect((await visitor.get('/initiatives?field=institutions')).text).not.toContain('Nhắn tin trước khi')
  expect((await visitor.get('/initiatives?field=none')).status).toBe(404)
  const found = await visitor.get('/find?words=giay to het han')
  expect(found.text).toContain('Sáng kiến')
  expect(found.links.map((l) => l.href)).toContain(`/initiatives/${id}`)
  const siteMap = new TextDecoder().decode((await visitor.get('/sitemaps/0.xml')).bytes)
  expect(siteMap).toContain(`/initiatives/${id}</loc>`)
  // What is answered later is public only after somebody else has read it.
  await lan.submit(`${at}/answers`, { answerWords: 'Xin cảm ơn; kết quả sẽ báo trong tháng sau.' })
  expect((await visitor.get(`/initiatives/${id}`)).text).not.toContain('báo trong tháng sau')
  expect((await visitor.get('/initiatives')).text).not.toContain('báo trong tháng sau')
  expect((await ngoc.get(at)).text).toContain('1 lời trả lời sau lần công bố gần nhất')
  expect((await lan.post(`${at}/publication`)).status).toBe(403)
  await ngoc.submit(`${at}/publication`)
  expect((await visitor.get(`/initiatives/${id}`)).text).toContain('báo trong tháng sau')
  expect((await visitor.get('/find?words=báo trong tháng sau&kind=initiative')).text).toContain('1 kết quả')
  await ngoc.submit(`${at}/publication-end`)
  expect((await visitor.get('/find?words=báo trong tháng sau&kind=initiative')).text).toContain(
    'Không tìm thấy',
  )
  expect((await visitor.get(`/initiatives/${id}`)).status).toBe(404)
})

test('a call is open from its first day to its last, and ideas sent for it are counted with it', async () => {
  const lan = await web.signedIn(world.lan)
  const call = {
    ...{ title: 'Hiến kế giảm giấy tờ ở Bộ phận Một cửa', topic: 'procedures' },
    ...{ body: 'Mời mọi người gửi cách làm giảm giấy tờ phải nộp.' },
    ...{ fromDay: '22/11/2026', toDay: '30/11/2026' },
  }
  const bad = await lan.post('/initiative-register/calls', { ...call, toDay: '01/11/2026' })
  expect([bad.status, bad.field('Đến hết ngày').value]).toEqual([422, '01/11/2026'])
  await lan.submit('/initiative-register/calls', call)
  const { id } = await db.selectFrom('initiatives.call').select('id').executeTakeFirstOrThrow()
  const visitor = web.visitor()
  expect((await visitor.get('/initiatives')).text).toContain(call.title)
  expect((await visitor.get(`/initiatives/new?call=${id}`)).text).toContain(call.title)
  await sendIdea(visitor, { callId: String(id) })
  const calls = await lan.get('/initiative-register/calls')
  expect(calls.rows.flat()).toContain('1')
  const { _csrf: _, ...typed } = (await lan.get(`/initiative-register/calls/${id}`)).form(
    `/initiative-register/calls/${id}`,
  ).values
  await lan.submit(`/initiative-register/calls/${id}`, { ...typed, toDay: '01/12/2026' })
  expect((await lan.post(`/initiative-register/calls/${id}`, typed)).status).toBe(409)
  web.clock.now = new Date('2026-12-02T02:00:00Z')
  expect((await visitor.get('/initiatives')).text).not.toContain(call.title)
  web.clock.now = new Date('2026-11-22T02:00:00Z')
  await lan.submit(`/initiative-register/calls/${id}/end`)
  expect((await visitor.get('/initiatives')).text).not.toContain(call.title)
})

test('from one place come only so many ideas an hour, and what was typed stays in the form', async () => {
  const crowd = testWeb(db)
  const visitor = crowd.visitor()
  for (let n = 0; n < 20; n++) await visitor.submit('/initiatives', { ...typedIdea, website: 'x' })
  const refused = await visitor.post('/initiatives', typedIdea)
  expect(refused.status).toBe(429)
  expect(refused.field('Tên sáng kiến').value).toBe(typedIdea.title)
})

test('without a portal there is no door', async () => {
  const other = await freshDatabase()
  const bare = testWeb(other.db)
  expect((await bare.visitor().get('/initiatives')).status).toBe(404)
  await other.close()
})
