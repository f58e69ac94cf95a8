import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type Form, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let hung: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  thu = await web.signedIn(world.thu)
  hung = await web.signedIn(world.hung)
})
afterAll(() => close())

const usual = (code: string): Form => ({
  ...{ code, topic: 'procedures', unitId: world.units.vanHoa, documentNumber: '12/SVHTTDL-VP' },
  ...{ receivedDay: '02/11/2026', answeredDay: '20/11/2026', dueDay: '' },
  content: 'Nhà văn hóa thu tiền gửi xe của người đến nộp hồ sơ.',
  outcome: 'Đã dừng thu, hoàn tiền và nhắc nhở bộ phận bảo vệ.',
})

async function registered(by: Browser, code: string, more: Form = {}): Promise<string> {
  const answer = await by.post('/handled-feedback', { ...usual(code), ...more })
  expect(answer.status, answer.text.slice(0, 300)).toBe(303)
  return answer.location
}
const publicOf = (at: string) => at.replace('handled-feedback', 'feedback-results')

test('a result is public once a second person approves it, and gone with a word when it is retracted', async () => {
  const at = await registered(thu, 'PAKN-1')
  const reader = web.visitor()
  expect((await reader.get(publicOf(at))).status).toBe(404)
  expect((await reader.get('/feedback-results')).text).toContain('Chưa có kết quả nào như vậy')
  expect((await thu.post(`${at}/approval`)).status).toBe(403)
  for (const stranger of [world.binh, world.xa])
    expect((await (await web.signedIn(stranger)).post(`${at}/approval`)).status).toBe(404)
  const page = await hung.submit(`${at}/approval`)
  expect(page.text).toContain('Đã công khai')
  const list = await reader.get('/feedback-results?words=gui xe&year=2026')
  expect(list.text).toContain('1 trên 1 kết quả được trả lời đúng hạn')
  expect((await reader.get(publicOf(at))).text).toContain('hoàn tiền')
  const found = async () => (await reader.get('/find?words=hoan tien gui xe&kind=feedback_result')).text
  expect(await found()).toContain('1 kết quả')
  expect((await reader.get('/feedback-results?year=2025')).text).not.toContain('gửi xe')
  expect((await hung.post(at, { ...usual('PAKN-1'), revision: 2 })).status).toBe(409)
  expect((await hung.post(`${at}/retraction`, { why: 'Nhầm' })).status).toBe(422)
  await hung.submit(`${at}/retraction`, { why: 'Công khai nhầm vụ việc chưa giải quyết xong' })
  const gone = await reader.get(publicOf(at))
  expect([gone.status, gone.text.includes('gửi xe')]).toEqual([410, false])
  expect(gone.text).toContain('Công khai nhầm vụ việc chưa giải quyết xong')
  expect((await reader.get('/feedback-results')).text).not.toContain('gửi xe')
  expect(await found()).toContain('Không tìm thấy')
})

test('nobody approves what they wrote themselves, also not after a change', async () => {
  const at = await registered(hung, 'PAKN-2')
  expect((await hung.get(at)).text).toContain('người khác phải duyệt')
  expect((await hung.post(`${at}/approval`)).status).toBe(403)
  const lan = await web.signedIn(world.lan)
  await lan.submit(at, { ...usual('PAKN-2'), outcome: 'Đã dừng thu tiền từ ngày 20/11.', revision: 1 })
  expect((await lan.post(`${at}/approval`)).status).toBe(403)
  expect((await thu.post(at, { ...usual('PAKN-2'), revision: 1 })).status).toBe(409)
  expect((await hung.submit(`${at}/approval`)).text).toContain('Đã công khai')
})

test('what looks like personal data is public only after somebody has read it', async () => {
  const at = await registered(thu, 'PAKN-3', {
    content: 'Bà An, số 0912 345 678, hỏi vì sao chậm trả hồ sơ.',
  })
  expect((await hung.get(at)).text).toContain('số điện thoại “0912 345 678”')
  const refused = await hung.post(`${at}/approval`)
  expect([refused.status, refused.faults.join().includes('Bỏ dữ liệu cá nhân')]).toEqual([422, true])
  const plain = await registered(thu, 'PAKN-4')
  const ids = [at, plain].map((a) => a.split('/').at(-1) ?? '')
  expect((await hung.post('/handled-feedback/approvals', { ids })).status).toBe(422)
  expect((await web.visitor().get(publicOf(plain))).status).toBe(404)
  await hung.submit('/handled-feedback/approvals', { ids: ids.slice(1) })
  expect((await web.visitor().get(publicOf(plain))).status).toBe(200)
  await hung.submit(`${at}/approval`, { confirmed: 'yes' })
  expect((await web.visitor().get(publicOf(at))).status).toBe(200)
})

test('days that cannot be are refused, an empty deadline is 15 working days, a late answer says so', async () => {
  const bad = await thu.post('/handled-feedback', {
    ...{ ...usual(''), receivedDay: '23/11/2026', answeredDay: '01/10/2026', content: 'Ngắn' },
  })
  expect(bad.status).toBe(422)
  for (const said of ['Nhập mã', 'Nhập ngày tiếp nhận', 'Ghi nội dung', 'Nhập ngày trả lời'])
    expect(bad.faults.join()).toContain(said)
  expect((await thu.post('/handled-feedback', usual('PAKN-1'))).faults.join()).toContain('đã có trong sổ')
  const at = await registered(thu, 'PAKN-5', { receivedDay: '01/10/2026' })
  const page = await thu.get(at)
  expect(page.text).toContain('22/10/2026')
  expect(page.text).toContain('Trễ hạn')
})

const titles = [
  'Mã phản ánh',
  'Ngày tiếp nhận',
  'Lĩnh vực',
  'Cơ quan xử lý',
  'Nội dung',
  'Kết quả xử lý',
  'Ngày trả lời',
]

async function sheetOf(rows: readonly (readonly string[])[]): Promise<File> {
  const columns = titles.map((title, i) => ({ key: String(i), title, kind: 'text' as const }))
  const bytes = await writeSheet({
    sheets: [
      { name: 'a', columns, rows: rows.map((r) => Object.fromEntries(r.map((v, i) => [String(i), v]))) },
    ],
  })
  return new File([Uint8Array.from(bytes)], 'ket-qua.xlsx')
}

test('a sheet with one wrong row writes nothing, and a right one everything, once', async () => {
  const row = (code: string, unit = 'Sở VHTTDL', day = '05/11/2026', topic = 'Bộ phận Một cửa') => [
    ...[code, day, topic, unit, 'Chờ lâu ở quầy số 3 vào buổi sáng.', 'Đã tăng thêm một quầy tiếp nhận.'],
    '19/11/2026',
  ]
  const count = async () => (await db.selectFrom('feedback.result').select('id').execute()).length
  const before = await count()
  const rows = [
    row('N-1'),
    row('N-2', 'Sở Không Có'),
    row('N-3', 'Sở VHTTDL', '31/02/2026'),
    row('N-1'),
    row('PAKN-1'),
    row('N-4', 'Sở Tài chính'),
    row('N-5', 'Sở VHTTDL', '05/11/2026', 'Lạ'),
  ]
  const wrong = await thu.upload('/handled-feedback/imports', { sheet: await sheetOf(rows) })
  const preview = await thu.get(wrong.location)
  for (const said of [
    'Dòng 3: không có đơn vị “Sở Không Có”.',
    'Dòng 4: Cột “Ngày tiếp nhận” ghi “31/02/2026” không phải là ngày',
    'Dòng 5: mã N-1 có hai lần trong tệp.',
    'Dòng 6: Mã PAKN-1 đã có trong sổ.',
    'Dòng 7: bạn không ghi thay đơn vị này được.',
    'Dòng 8: không có lĩnh vực “Lạ”.',
  ])
    expect(preview.text).toContain(said)
  expect((await thu.post(`${wrong.location}/confirmation`)).status).toBe(409)
  expect(await count()).toBe(before)
  const right = await thu.upload('/handled-feedback/imports', {
    sheet: await sheetOf([row('N-1'), row('N-2')]),
  })
  expect((await hung.get(right.location)).status).toBe(404)
  expect((await thu.submit(`${right.location}/confirmation`)).text).toContain('N-2')
  expect((await thu.post(`${right.location}/confirmation`)).status).toBe(404)
  expect(await count()).toBe(before + 2)
})

test('the template is read as it was written, and the register goes out as a workbook', async () => {
  const template = await thu.get('/handled-feedback/imports/template.xlsx')
  const file = new File([Uint8Array.from(template.bytes)], 'mau.xlsx')
  const sent = await thu.upload('/handled-feedback/imports', { sheet: file })
  expect((await thu.get(sent.location)).text).toContain('Ghi 1 dòng vào sổ')
  const sheet = await thu.get('/handled-feedback.xlsx?state=published')
  const read = JSON.stringify(await readSheet(Buffer.from(sheet.bytes), { name: 'a.xlsx' }))
  expect([read.includes('PAKN-2'), read.includes('PAKN-5')]).toEqual([true, false])
})
