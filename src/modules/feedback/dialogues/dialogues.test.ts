import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readDocument } from '../../../lib/documents/in/read-document.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'
import { runWaiting } from '../feedback.fixtures.ts'
import { remindOfDialogues } from './dialogues.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let hung: Browser
let minh: Browser
let at: string
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  thu = await web.signedIn(world.thu)
  hung = await web.signedIn(world.hung)
  minh = await web.signedIn(world.minh)
  const made = await thu.post('/dialogues', {
    ...{ kind: 'dialogue', title: 'Đối thoại về thủ tục du lịch', day: '20/11/2026', place: 'Hội trường Sở' },
    ...{ chair: 'Giám đốc Sở', unitId: world.units.vanHoa, about: 'Giấy phép và quảng cáo' },
  })
  at = made.location
})
afterAll(() => close())

const asked = (question: string) => ({
  ...{ question, asker: 'citizen', place: 'xã Bình Minh', when: 'hall', topic: 'procedures' },
  answerUnitId: world.units.binhMinh,
})

async function ask(form: Record<string, string | number>): Promise<string> {
  const answer = await thu.post(`${at}/questions`, form)
  expect(answer.status, answer.faults.join()).toBe(303)
  const row = await db.selectFrom('feedback.question').select('id').orderBy('id', 'desc').executeTakeFirst()
  return `${at}/questions/${row?.id}`
}

test('a question goes to its unit, is answered, approved by a second person, and then read by all', async () => {
  const reader = web.visitor()
  const open = at.replace('/dialogues', '/public-dialogues')
  const q = await ask({
    ...asked('Vì sao biển quảng cáo phải xin phép hai lần?'),
    outcome: 'later',
    dueDay: '26/11/2026',
  })
  await runWaiting(web, db)
  expect((await minh.get('/my-work')).text).toContain('cần trả lời chậm nhất 26/11/2026')
  for (const stranger of [world.tam, world.xa])
    expect((await (await web.signedIn(stranger)).get(q)).status).toBe(404)
  const said = { answer: 'Từ tháng sau chỉ xin một lần tại xã.', promise: '', promiseDay: '', revision: 1 }
  expect((await minh.post(`${q}/answer`, { ...said, promise: 'Sửa quy trình' })).status).toBe(422)
  const done = await minh.submit(`${q}/answer`, {
    ...said,
    promise: 'Sửa quy trình',
    promiseDay: '30/11/2026',
  })
  expect(done.text).toContain('Đang làm việc đã hứa')
  expect((await minh.post(`${q}/approval`)).status).toBe(403)
  expect((await reader.get(open)).status).toBe(404)
  expect((await thu.post(`${at}/publication`)).status).toBe(403)
  await hung.submit(`${at}/publication`)
  expect((await reader.get(open)).text).not.toContain('biển quảng cáo')
  expect((await reader.get(open)).text).toContain('Còn 1 câu hỏi')
  const binh = await web.signedIn(world.binh)
  await binh.submit(`${q}/approval`)
  expect((await reader.get(open)).text).toContain('chỉ xin một lần tại xã')
  const found = async (words: string) => (await reader.get(`/find?words=${words}&kind=dialogue`)).text
  expect(await found('chi xin mot lan')).toContain('1 kết quả')
  await minh.submit(`${q}/fulfilment`, { kept: 'Quy trình mới đã ban hành ngày 22/11.' })
  expect((await reader.get(open)).text).toContain('Quy trình mới đã ban hành')
  expect((await reader.get('/public-dialogues')).text).toContain('1 trên 1 câu hỏi')
  const better = { ...said, answer: 'Chỉ xin một lần, kể từ tháng Một.', revision: 4 }
  await minh.submit(`${q}/answer`, better)
  expect((await reader.get(open)).text).not.toContain('kể từ tháng Một')
  expect(await found('kể từ tháng Một')).not.toContain('1 kết quả')
})

test('nobody approves their own answer, and numbers of people are read before they are public', async () => {
  const q = await ask({
    ...asked('Ai giúp tôi, số 0912345678?'),
    outcome: 'now',
    answer: 'Cán bộ xã sẽ giúp.',
  })
  expect((await thu.get(q)).text).not.toContain('Duyệt câu trả lời để công khai')
  expect((await hung.post(`${q}/approval`)).status).toBe(422)
  expect((await hung.submit(`${q}/approval`, { confirmed: 'yes' })).text).toContain('Được công khai')
  const own = await hung.post(`${at}/questions`, {
    ...{ ...asked('Bao giờ có phần mềm mới?'), outcome: 'now', answer: 'Đầu năm sau.' },
  })
  expect(own.status).toBe(303)
  const row = await db
    .selectFrom('feedback.question')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect((await hung.post(`${at}/questions/${row.id}/approval`)).status).toBe(403)
})

test('late answers and late promises are reminded of', async () => {
  await ask({ ...asked('Có hỗ trợ người khuyết tật không?'), outcome: 'later', dueDay: '24/11/2026' })
  await ask({
    ...{ ...asked('Đường vào khu di tích bao giờ sửa?'), outcome: 'now', answer: 'Sửa trong quý này.' },
    ...{ promise: 'Sửa đường', promiseDay: '25/11/2026' },
  })
  const remind = (day: string) =>
    db.transaction().execute((tx) => remindOfDialogues(tx, 1, new Date(`${day}T07:20:00+07:00`)))
  const told = []
  for (const day of ['11-22', '11-23', '11-24', '11-25', '11-26']) told.push(await remind(`2026-${day}`))
  expect(told).toEqual([0, 1, 1, 1, 1])
  await runWaiting(web, db)
  expect((await minh.get('/my-work')).text).toContain('cần báo kết quả việc đã hứa khi đối thoại: Đường vào')
})

test('the summary opens in Word and the questions in Excel; a change shuts it until somebody else looks', async () => {
  const docx = await thu.get(`${at}/summary.docx`)
  const read = await readDocument(Buffer.from(docx.bytes), { name: 'a.docx' }, {})
  const text = JSON.stringify(read)
  for (const said of [
    'Đối thoại về thủ tục du lịch',
    'Vì sao biển quảng cáo',
    'Chưa trả lời; hạn 24/11/2026',
  ])
    expect(text).toContain(said)
  const sheet = await thu.get(`${at}/questions.xlsx`)
  const rows = JSON.stringify(await readSheet(Buffer.from(sheet.bytes), { name: 'a.xlsx' }))
  expect(rows).toContain('Có hỗ trợ người khuyết tật không?')
  const { _csrf: _, ...values } = (await thu.get(`${at}/edit`)).form(at).values
  await thu.submit(at, { ...values, conclusion: 'Trả lời hết trong tuần.' })
  expect((await web.visitor().get(at.replace('/dialogues', '/public-dialogues'))).status).toBe(404)
  expect((await thu.post(at, { ...values, title: 'Đè lên bản mới hơn' })).status).toBe(409)
  await hung.submit(`${at}/publication`)
  expect((await hung.submit(`${at}/withdrawal`)).text).toContain('Chưa công khai')
})
