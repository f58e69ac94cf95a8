import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { actorOf } from '../assignments/assignments.fixtures.ts'
import { openCatalogue } from '../plans/catalogue.ts'
import { beginColumn, planEpisodes, tellOfEpisodes } from './columns/columns.ts'
import { now, writtenItem } from './editorial.fixtures.ts'

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

async function submittedItem(): Promise<number> {
  const id = await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu)))
  const thu = await web.signedIn(world.thu)
  await thu.submit(`/desk/items/${id}/submission`, {})
  return id
}

test('an officer writes, another approves, and the public reads', async () => {
  const id = await submittedItem()
  const hung = await web.signedIn(world.hung)
  const page = await hung.get(`/desk/items/${id}`)
  const { digest = '' } = page.form(`/desk/items/${id}/approval`).values
  const done = await hung.submit(`/desk/items/${id}/approval`, { digest, next: 'publish' })
  expect(done.text).toContain('Đã đăng')
  const reader = web.visitor()
  const article = await reader.get('/articles/bo-phan-mot-cua-lam-viec-sang-thu-bay')
  expect([article.status, article.heading]).toEqual([200, 'Bộ phận Một cửa làm việc sáng thứ Bảy'])
})

test('a text is written without a script, and saves itself with one', async () => {
  const id = await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu)))
  const thu = await web.signedIn(world.thu)
  const form = (await thu.get(`/desk/items/${id}/edit`)).form(`/desk/items/${id}`).values
  const { _csrf: _, ...values } = form
  const saved = await thu.submit(`/desk/items/${id}`, { ...values, title: 'Tiêu đề mới của bài' })
  expect(saved.heading).toBe('Tiêu đề mới của bài')
  const short = await thu.post(`/desk/items/${id}`, { ...values, title: 'A' })
  expect(short.status).toBe(422)
})

test('a leader without account decides once by a private link', async () => {
  const id = await submittedItem()
  const thu = await web.signedIn(world.thu)
  await thu.submit(`/desk/items/${id}/approval-links`, {
    leaderName: 'Phạm Quang Vinh, Phó Chủ tịch',
    leaderEmail: 'vinh@anhoa.invalid',
  })
  const letter = await db
    .selectFrom('mail.letter')
    .select('body')
    .where('to_address', '=', 'vinh@anhoa.invalid')
    .executeTakeFirstOrThrow()
  const path = new URL(/https?:\/\/\S+/.exec(letter.body ?? '')?.[0] ?? '').pathname
  expect((await thu.get(`/desk/items/${id}`)).text).not.toContain(path)
  const leader = web.visitor()
  const page = await leader.get(path)
  expect(page.status).toBe(200)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.text).toContain('Bộ phận Một cửa tiếp nhận hồ sơ đất đai')
  expect(
    (await leader.post(`${path}/decision`, { decision: 'return', name: 'Phạm Quang Vinh' })).status,
  ).toBe(422)
  const decided = await leader.post(`${path}/decision`, { decision: 'approve', name: 'Phạm Quang Vinh' })
  expect(decided.text).toContain('Đã ghi nhận ý kiến')
  expect((await leader.get(path)).status).toBe(404)
  expect((await leader.post(`${path}/decision`, { decision: 'return', name: 'X Y Z' })).status).toBe(404)
  const item = await db
    .selectFrom('editorial.item')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(item.state).toBe('approved')
})

test('every page of the desk opens, also while it is empty', async () => {
  const ngoc = await web.signedIn(world.ngoc)
  const pages = [
    '/desk',
    '/desk/coverage',
    '/desk/events/new',
    '/desk/columns',
    '/desk/columns/new',
    '/desk/press',
  ]
  for (const path of [...pages, '/desk/orientations', '/desk/web-columns', '/desk/items/new'])
    expect([path, (await ngoc.get(path)).status]).toEqual([path, 200])
})

test('events, columns, outlets and the press are kept at the desk', async () => {
  const ngoc = await web.signedIn(world.ngoc)
  const unitId = world.units.bao
  const event = await ngoc.submit('/desk/events', {
    title: 'Đối thoại với doanh nghiệp',
    starts: '30/11/2026 08:00',
    unitId,
  })
  expect(event.heading).toBe('Đối thoại với doanh nghiệp')
  const { id: eventId } = await db.selectFrom('editorial.event').select('id').executeTakeFirstOrThrow()
  const wanted = { medium: 'video', personName: 'Tổ quay phim', unitId, dueDay: '01/12/2026' }
  expect((await ngoc.submit(`/desk/events/${eventId}/coverages`, wanted)).text).toContain('Tổ quay phim')
  const coverage = await db.selectFrom('editorial.coverage').select('id').executeTakeFirstOrThrow()
  expect((await ngoc.submit(`/desk/coverages/${coverage.id}/item`)).status).toBe(200)
  const { id: itemId } = await db
    .selectFrom('editorial.item')
    .select('id')
    .where('kind', '=', 'video')
    .executeTakeFirstOrThrow()
  for (const step of ['script', 'recording', 'edit'])
    await ngoc.submit(`/desk/items/${itemId}/production`, { step, doneDay: '22/11/2026' })
  const noAddress = { step: 'aired', doneDay: '22/11/2026', address: '' }
  expect((await ngoc.post(`/desk/items/${itemId}/production`, noAddress)).status).toBe(422)

  await ngoc.submit('/desk/outlets', { name: 'Báo An Hòa', kind: 'newspaper', editions: 'Báo vùng cao' })
  const outlet = await db.selectFrom('editorial.outlet').select('id').executeTakeFirstOrThrow()
  const piece = { day: '20/11/2026', outletId: outlet.id, title: 'Dân chờ lâu ở quầy', stance: 'not_yet' }
  const entry = await ngoc.submit('/desk/press', piece)
  expect(entry.heading).toBe('Dân chờ lâu ở quầy')
  const found = await db.selectFrom('editorial.press_entry').select('id').executeTakeFirstOrThrow()
  const follow = { unitId: world.units.vanHoa, wanted: 'Kiểm tra và trả lời báo', dueDay: '01/12/2026' }
  await ngoc.submit(`/desk/press/${found.id}/follow-up`, follow)
  const thu = await web.signedIn(world.thu)
  await thu.submit(`/desk/press/${found.id}/follow-up/completion`, { what: 'Đã tăng người trực quầy.' })
  expect((await ngoc.get('/desk/press')).text).toContain('xong 22/11/2026')
  const csv = new File(
    ['Ngày,Cơ quan báo chí,Tên bài,Nhận xét\n21/11/2026,Báo An Hòa,Bài từ tệp,Tích cực\n'],
    'a.csv',
  )
  expect((await ngoc.upload('/desk/press/import', { file: csv })).status).toBe(303)
  expect((await ngoc.get('/desk/press')).text).toContain('Bài từ tệp')

  const column = {
    ...{ vi: 'Chung tay', en: '', aboutVi: '', unitId, outletId: null, cadence: 'weekly' as const },
    ...{ onDay: 3, starts: '2026-10-01', ends: null },
  }
  const columnId = await db.transaction().execute((tx) => beginColumn(tx, actorOf(world.ngoc), column, now))
  const page = await ngoc.get(`/desk/columns/${columnId}`)
  expect(page.text).toContain('Lỡ kỳ')
})

test('a version in another language is begun from its original, and both pages tell of each other', async () => {
  const id = await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu)))
  const thu = await web.signedIn(world.thu)
  const form = await thu.get(`/desk/items/new?translation=${id}`)
  expect(form.field('Là bản dịch của bài').value).toBe(String(id))
  const { _csrf: _, ...values } = form.form('/desk/items').values
  const same = await thu.post('/desk/items', { ...values, language: 'vi', title: 'Bản dịch' })
  expect(same.status).toBe(422)
  expect(same.faults[0]).toContain('Bản dịch phải khác ngôn ngữ với bài gốc.')
  const title = 'Thawj zaug muab ntawv hnub Saturday'
  const edit = await thu.submit('/desk/items', { ...values, language: 'hmn', title })
  expect(edit.text).toContain('Đây là bản tiếng h’mông của bài')
  expect(edit.text).toContain('Nội dung bài gốc để đối chiếu')
  expect((await thu.get(`/desk/items/${id}`)).text).toContain(title)
})

test('versions are compared with their links and marks, not by their words alone', async () => {
  const id = await submittedItem()
  const thu = await web.signedIn(world.thu)
  await thu.submit(`/desk/items/${id}/revision`)
  const { _csrf: _, ...values } = (await thu.get(`/desk/items/${id}/edit`)).form(`/desk/items/${id}`).values
  const body = String(values['body']).replace('chứng thực', '[chứng thực](https://dichvucong.gov.vn/x)')
  await thu.submit(`/desk/items/${id}`, { ...values, body })
  const page = await thu.get(`/desk/items/${id}/versions`)
  expect(page.text).toContain('→ https://dichvucong.gov.vn/x')
})

test('an image of another text is refused with what to do, and nothing of the text is lost or saved by half', async () => {
  const id = await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu)))
  const thu = await web.signedIn(world.thu)
  const { _csrf: _, ...values } = (await thu.get(`/desk/items/${id}/edit`)).form(`/desk/items/${id}`).values
  const figure = { type: 'figure', attrs: { file: 999, alt: 'Ảnh lấy từ bài khác', decorative: false } }
  const tree = JSON.stringify({ type: 'doc', content: [figure] })
  const typed = { ...values, title: 'Tiêu đề đã sửa', 'body-tree': tree, 'body-by': 'editor' }
  const page = await thu.post(`/desk/items/${id}`, typed)
  expect([page.status, page.faults[0]]).toEqual([
    422,
    expect.stringContaining('Hãy tải ảnh lên rồi chèn lại'),
  ])
  expect(page.form(`/desk/items/${id}`).values['title']).toBe('Tiêu đề đã sửa')
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  const token = (await thu.get(`/desk/items/${id}/edit`)).form(`/desk/items/${id}`).values['_csrf']
  const body = new URLSearchParams({ _csrf: String(token), ...(typed as Record<string, string>) })
  const saved = await thu.request(`/desk/items/${id}`, { method: 'POST', headers, body: body.toString() })
  expect(JSON.parse(new TextDecoder().decode(saved.bytes))).toMatchObject({ outcome: 'refused' })
  expect((await thu.get(`/desk/items/${id}`)).heading).not.toBe('Tiêu đề đã sửa')
})

test('an event is corrected, carries its task and audience to what covers it, and leaves the agenda', async () => {
  const thu = await web.signedIn(world.thu)
  const event = {
    title: 'Hội nghị đối thoại với doanh nghiệp',
    starts: '28/11/2026 08:00',
    ends: '27/11/2026 08:00',
  }
  const wrong = await thu.post('/desk/events', { ...event, unitId: world.units.vanHoa })
  expect([wrong.status, wrong.faults[0]]).toEqual([
    422,
    expect.stringContaining('Kết thúc phải sau lúc bắt đầu'),
  ])
  const good = { ...event, ends: '', unitId: world.units.vanHoa }
  await db.transaction().execute((tx) => openCatalogue(tx, 1))
  const audience = 'citizens'
  const page = await thu.submit('/desk/events', { ...good, audienceCodes: [audience] })
  const { id } = await db
    .selectFrom('editorial.event')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(page.heading).toBe(event.title)
  const nobody = await thu.post(`/desk/events/${id}/coverages`, {
    medium: 'radio',
    unitId: world.units.vanHoa,
  })
  expect(nobody.faults.length).toBeGreaterThan(0)
  await thu.submit(`/desk/events/${id}/coverages`, {
    ...{ medium: 'radio', personName: 'Lê Thị Thu', unitId: world.units.vanHoa, dueDay: '29/11/2026' },
  })
  const coverage = await db
    .selectFrom('editorial.coverage')
    .select('id')
    .where('event_id', '=', id)
    .executeTakeFirstOrThrow()
  await thu.submit(`/desk/coverages/${coverage.id}/item`)
  const item = db
    .selectFrom('editorial.item')
    .select(['form_code', 'audience_codes', 'kind'])
    .orderBy('id', 'desc')
  expect(await item.executeTakeFirst()).toEqual({
    form_code: 'radio',
    audience_codes: [audience],
    kind: 'audio',
  })
  const moved = await thu.submit(`/desk/events/${id}`, { ...good, starts: '30/11/2026 14:00' })
  expect(moved.text).toContain('30/11/2026 14:00')
  expect(moved.text).toContain('Đang viết')
  await thu.submit(`/desk/events/${id}/dropping`)
  expect((await thu.get('/desk/coverage?month=2026-11')).text).not.toContain(event.title)
})

test('an episode is changed from its own form, and what is known of it stays', async () => {
  const ngoc = await web.signedIn(world.ngoc)
  await ngoc.submit('/desk/columns', {
    ...{ vi: 'Chuyện ở Một cửa', unitId: world.units.bao, cadence: 'weekly', onDay: 2, starts: '02/11/2026' },
  })
  const { id, column_id: column } = await db
    .selectFrom('editorial.episode')
    .select(['id', 'column_id'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const at = `/desk/columns/${column}`
  await ngoc.submit(`${at}/episodes`, { episode: id, topic: 'Nộp hồ sơ khai sinh trên điện thoại' })
  const form = (await ngoc.get(`${at}?episode=${id}`)).form(`${at}/episodes`).values
  expect(form['topic']).toBe('Nộp hồ sơ khai sinh trên điện thoại')
  const { _csrf: _, ...values } = form
  const page = await ngoc.submit(`${at}/episodes`, { ...values, excuse: 'Nghỉ lễ' })
  expect(page.text).toContain('Nộp hồ sơ khai sinh trên điện thoại')
})

test('a column gets another day, is paused and goes on; what was written stays', async () => {
  const ngoc = await web.signedIn(world.ngoc)
  await ngoc.submit('/desk/columns', {
    ...{
      vi: 'Hỏi nhanh, đáp gọn',
      unitId: world.units.bao,
      cadence: 'weekly',
      onDay: 2,
      starts: '02/11/2026',
    },
  })
  const episodes = () =>
    db
      .selectFrom('editorial.episode')
      .select(['id', 'column_id', 'day', 'topic'])
      .where('column_id', '=', (e) =>
        e.selectFrom('publishing.column').select((x) => x.fn.max('id').as('id')),
      )
      .where('day', '>=', '2026-11-22')
      .orderBy('day')
      .execute()
  const [first] = await episodes()
  const at = `/desk/columns/${first?.column_id}`
  await ngoc.submit(`${at}/episodes`, { episode: first?.id, topic: 'Đổi giấy phép lái xe' })
  const form = (await ngoc.get(`${at}/schedule`)).form(`${at}/schedule`).values
  const { _csrf: _, ...values } = form
  expect([values['onDay'], values['cadence']]).toEqual(['2', 'weekly'])
  await ngoc.submit(`${at}/schedule`, { ...values, vi: 'Hỏi nhanh', onDay: 5 })
  const after = await episodes()
  expect(after[0]).toMatchObject({ day: '2026-11-23', topic: 'Đổi giấy phép lái xe' })
  expect(after[1]?.day).toBe('2026-11-26')
  expect((await ngoc.get('/desk/columns')).text).toContain('Hỏi nhanh')
  await ngoc.submit(`${at}/schedule`, { ...values, ends: '20/11/2026' })
  expect((await episodes()).map((e) => e.day)).toEqual(['2026-11-23'])
  await ngoc.submit(`${at}/schedule`, { ...values, ends: '' })
  expect((await episodes()).length).toBeGreaterThan(5)
  const wrong = await ngoc.post(`${at}/schedule`, { ...values, ends: '31/02/2027' })
  expect([wrong.status, wrong.field('Kết thúc sau ngày').value]).toEqual([422, '31/02/2027'])
  expect((await (await web.signedIn(world.thu)).get(`${at}/schedule`)).status).toBeGreaterThan(402)
})

test('who runs a column hears of an episode without a text, and of one that was missed', async () => {
  const told = (day: string) =>
    db.transaction().execute((tx) => tellOfEpisodes(tx, 1, new Date(`${day}T00:20:00+07:00`)))
  expect(await told('2026-11-21')).toBe(0)
  await db.transaction().execute((tx) => planEpisodes(tx, 1, '2026-11-22'))
  expect(await told('2026-11-27')).toBeGreaterThan(0)
  const ngoc = await web.signedIn(world.ngoc)
  expect((await ngoc.get('/my-work')).text).toContain('mà chưa có bài')
})
