import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'
import { runWaiting } from '../feedback.fixtures.ts'
import { forget, remindUnits } from './contacts.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let minh: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute(async (tx) => {
    await openPortal(tx, 1)
    await openPortal(tx, 2)
  })
  thu = await web.signedIn(world.thu)
  minh = await web.signedIn(world.minh)
})
afterAll(() => close())

const usual = () => ({
  ...{ topic: 'procedures', way: 'telephone', outcome: 'answered', unitId: world.units.vanHoa },
  ...{ day: '22/11/2026', time: '08:55' },
})
const passedTo = (unitId: number) => ({ outcome: 'passed', toUnitId: unitId, passedDue: '27/11/2026' })

async function newest(): Promise<number> {
  const row = await db
    .selectFrom('feedback.contact')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

test('three fields are enough, and the form says what is missing', async () => {
  const form = (await thu.get('/contacts/new')).form('/contacts')
  expect(form.values['day']).toBe('22/11/2026')
  const bad = await thu.post('/contacts', { ...form.values, question: 'Hỏi', topic: '', answer: '' })
  expect(bad.status).toBe(422)
  expect(bad.faults.join()).toContain('Chọn lĩnh vực.')
  const { _csrf: _, ...values } = form.values
  const said = {
    question: 'Sáng thứ Bảy có nhận hồ sơ không?',
    topic: 'one_stop',
    answer: 'Có, từ 7 giờ 30.',
  }
  const page = await thu.submit('/contacts', { ...values, ...said })
  expect(page.heading).toBe('Sáng thứ Bảy có nhận hồ sơ không?')
  expect(page.text).toContain('Trả lời ngay')
  const next = await thu.post('/contacts', { ...values, ...said, next: 'yes' })
  expect(next.location).toBe('/contacts/new')
  const late = await thu.post('/contacts', { ...values, ...said, day: '23/11/2026' })
  expect(late.faults.join()).toContain('không sau lúc này')
})

test('a question passed on is owed by the other unit, which alone sees whom to call', async () => {
  const caller = { wantsCall: 'yes', callerName: 'Bà Sáu', callerPhone: '0912 345 678' }
  const noPhone = { ...usual(), ...passedTo(world.units.binhMinh), question: 'Bao giờ có sổ đỏ?' }
  expect((await thu.post('/contacts', { ...noPhone, wantsCall: 'yes' })).status).toBe(422)
  await thu.submit('/contacts', { ...noPhone, ...caller })
  const at = `/contacts/${await newest()}`
  await runWaiting(web, db)
  expect((await minh.get('/my-work')).text).toContain('cần trả lời chậm nhất 27/11/2026: Bao giờ có sổ đỏ?')
  const [asked, owing] = [await thu.get(at), await minh.get(at)]
  expect(asked.text).not.toContain('0912')
  expect(asked.text).toContain('Chỉ UBND xã Bình Minh xem được')
  expect(owing.text).toContain('Bà Sáu 0912 345 678')
  expect((await (await web.signedIn(world.lan)).get(at)).text).not.toContain('0912')
  for (const stranger of [world.tam, world.xa, world.xaMinh])
    expect((await (await web.signedIn(stranger)).get(at)).status).toBe(404)
  const kept = await db.selectFrom('audit.entry').selectAll().where('subject_kind', '=', 'contact').execute()
  expect(JSON.stringify(kept)).not.toMatch(/0912|Sáu/)
  const row = await db.selectFrom('feedback.contact').selectAll().where('wants_call', '=', true).execute()
  expect(JSON.stringify(row)).not.toContain('0912')
  expect((await thu.post(`${at}/answer`, { answer: 'Chúng tôi trả lời thay' })).status).toBe(403)
  const done = await minh.submit(`${at}/answer`, { answer: 'Sổ đã ký, mời bà đến lấy từ thứ Hai.' })
  expect(done.text).toContain('Đã trả lời')
  await runWaiting(web, db)
  expect((await thu.get('/my-work')).text).toContain('Đã có câu trả lời')
  expect((await minh.post(`${at}/answer`, { answer: 'Trả lời lần nữa' })).status).toBe(409)
})

test('name and number go when the answer is as old as the province has set, and not before', async () => {
  const forgetAt = (day: string) =>
    db
      .transaction()
      .execute((tx) =>
        forget(tx, { provinceId: 1, accountId: null, name: 'test' }, new Date(`${day}T03:40:00+07:00`)),
      )
  const lan = await web.signedIn(world.lan)
  expect((await thu.post('/contacts/settings', { keepDays: 3, answerDays: 5 })).status).toBe(403)
  expect((await lan.post('/contacts/settings', { keepDays: 0, answerDays: 5 })).status).toBe(422)
  await lan.submit('/contacts/settings', { keepDays: 3, answerDays: 4 })
  expect([await forgetAt('2026-11-25'), await forgetAt('2026-11-26'), await forgetAt('2026-11-27')]).toEqual([
    0, 1, 0,
  ])
  const row = await db
    .selectFrom('feedback.contact')
    .select(['id', 'sealed'])
    .where('wants_call', '=', true)
    .executeTakeFirstOrThrow()
  expect(row.sealed).toBeNull()
  const page = await minh.get(`/contacts/${row.id}`)
  expect(page.text).toContain('Tên và số điện thoại đã xóa lúc 26/11/2026')
  expect(page.text).not.toContain('0912')
})

test('whoever owes an answer is reminded the day before, the day after, and every week', async () => {
  await thu.submit('/contacts', {
    ...{ ...usual(), ...passedTo(world.units.tanLap), question: 'Phường làm việc mấy giờ?' },
  })
  const id = await newest()
  const remind = (day: string) =>
    db.transaction().execute((tx) => remindUnits(tx, 1, new Date(`${day}T07:20:00+07:00`)))
  const days = ['11-25', '11-26', '11-27', '11-28', '11-29', '12-04', '12-05']
  const told = []
  for (const day of days) told.push(await remind(`2026-${day}`))
  expect(told).toEqual([0, 1, 0, 1, 0, 0, 1])
  await runWaiting(web, db)
  const tam = await web.signedIn(world.tam)
  expect((await tam.get('/my-work')).text).toContain('Quá hạn 8 ngày (hạn 27/11/2026)')
  web.clock.now = new Date('2026-12-05T02:00:00Z')
  const late = await (await web.signedIn(world.tam)).get('/contacts?state=overdue')
  expect(late.text).toContain('Phường làm việc mấy giờ?')
  web.clock.now = new Date('2026-11-22T02:00:00Z')
  const moved = await thu.submit(`/contacts/${id}/passing`, passedTo(world.units.taiChinh))
  expect(moved.text).toContain('Sở Tài chính')
  expect((await tam.get(`/contacts/${id}`)).status).toBe(404)
})

test('the list knows its filters, the workbook holds no caller, the charts have their tables', async () => {
  const lan = await web.signedIn(world.lan)
  const shown = async (query: string) => (await lan.get(`/contacts?${query}`)).rows.length - 1
  expect([await shown('words=so do'), await shown('topic=one_stop')]).toEqual([1, 2])
  expect((await lan.get('/contacts?state=waiting&way=counter')).text).toContain('Chưa có cuộc nào')
  expect((await lan.get('/contacts?from=23/11/2026')).text).toContain('Chưa có cuộc nào')
  const sheet = await lan.get('/contacts.xlsx')
  const read = JSON.stringify(await readSheet(Buffer.from(sheet.bytes), { name: 'a.xlsx' }))
  expect(read).toContain('Bao giờ có sổ đỏ?')
  expect(read).not.toMatch(/0912|Sáu/)
  const figures = await lan.get('/contacts/figures')
  expect(figures.text).toContain('4 cuộc trong kỳ, tuần này 4 cuộc.')
  expect((await (await web.signedIn(world.xa)).get('/contacts/figures')).text).toContain('chưa có cuộc nào')
})

test('what was written down in a hurry is put right, with a warning where it names a person', async () => {
  const question = 'Ông An, số 0912345678, hỏi về trợ cấp'
  await thu.submit('/contacts', { ...usual(), question, answer: 'Đến Bộ phận Một cửa phường.' })
  const at = `/contacts/${await newest()}`
  expect((await thu.get(at)).text).toContain('số điện thoại “0912345678”')
  const { _csrf: _, ...values } = (await thu.get(`${at}/edit`)).form(at).values
  const mended = await thu.submit(at, { ...values, question: 'Hỏi về trợ cấp xã hội' })
  expect([mended.heading, mended.text.includes('có vẻ chứa')]).toEqual(['Hỏi về trợ cấp xã hội', false])
  expect((await thu.post(at, { ...values, question: 'Đè lên bản mới' })).status).toBe(409)
  expect((await minh.post(at, { ...values, question: 'Của người khác' })).status).toBe(404)
})
