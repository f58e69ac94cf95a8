import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { openPortal } from '../publishing/publishing.columns.ts'
import { sendIdea, typedIdea } from './initiatives.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

async function sent(title: string): Promise<number> {
  await sendIdea(web.visitor(), { title })
  const row = db.selectFrom('initiatives.initiative').select('id').orderBy('id', 'desc')
  return (await row.executeTakeFirstOrThrow()).id
}

/** Lines of the table without its head. */
async function rows(browser: Browser, address: string): Promise<number> {
  return Math.max(0, (await browser.get(address)).rows.length - 1)
}

test('the register shows what waits and what is late, by state, field, unit and words', async () => {
  const id = await sent('Gọi số thứ tự qua điện thoại ở Một cửa')
  await sent('Trả kết quả tận nhà cho người cao tuổi')
  expect(await rows(lan, '/initiative-register')).toBe(2)
  expect(await rows(lan, '/initiative-register?words=thu+tu')).toBe(1)
  expect(await rows(lan, '/initiative-register?topic=institutions')).toBe(0)
  expect(await rows(lan, '/initiative-register?state=waiting&topic=procedures')).toBe(2)
  expect(await rows(lan, '/initiative-register?late=yes')).toBe(0)
  web.clock.now = new Date('2026-12-08T02:00:00Z')
  lan = await web.signedIn(world.lan)
  expect((await lan.get('/initiative-register?late=yes')).rows.flat().join()).toContain('Quá hạn: 16 ngày')
  await lan.submit('/initiative-register/setting', { waitDays: '20', keepDays: '60' })
  expect(await rows(lan, '/initiative-register?late=yes')).toBe(0)
  const bad = await lan.post('/initiative-register/setting', { waitDays: '0', keepDays: 'nhiều' })
  expect([bad.status, bad.field('Số ngày phải xem xét xong').value]).toEqual([422, '0'])
  expect((await lan.get('/my-work')).text).toContain('Sáng kiến chờ xem xét')
  const page = await lan.get(`/initiative-register/${id}`)
  expect(page.text).toContain('Trần Thị Bích Ngà, nga@example.vn')
})

test('a unit sees what is given to it, tries it and tells the result; others find nothing there', async () => {
  const id = await sent('Hẹn giờ nộp hồ sơ trước một ngày')
  const at = `/initiative-register/${id}`
  const minh = await web.signedIn(world.minh)
  const thu = await web.signedIn(world.thu)
  const xa = await web.signedIn(world.xa)
  expect((await minh.get(at)).status).toBe(404)
  await lan.submit(`${at}/screening`)
  expect((await lan.post(`${at}/acceptance`, { acceptWords: 'Được' })).status).toBe(422)
  await lan.submit(`${at}/acceptance`, { acceptWords: 'Tỉnh thấy làm được, sẽ giao một xã làm thử.' })
  const bad = await lan.post(`${at}/assignment`, { unitId: '', dueDay: '01/01/2020' })
  expect([bad.status, bad.field('Hạn báo kết quả').value]).toEqual([422, '01/01/2020'])
  await lan.submit(`${at}/assignment`, { unitId: world.units.binhMinh, dueDay: '20/12/2026' })
  const page = await minh.get(at)
  expect(page.heading).toBe('Hẹn giờ nộp hồ sơ trước một ngày')
  expect(page.text).toContain('Chỉ người xem xét sáng kiến của tỉnh đọc được')
  expect(page.text).not.toContain('nga@example.vn')
  expect(await rows(minh, '/initiative-register')).toBe(1)
  for (const other of [thu, xa]) {
    expect((await other.get(at)).status).toBe(404)
    expect((await other.post(`${at}/trial`)).status).toBe(404)
    expect(await rows(other, '/initiative-register')).toBe(0)
  }
  expect((await minh.post(`${at}/refusal`, { declineWords: 'Xã không làm được' })).status).toBe(403)
  await minh.submit(`${at}/trial`)
  const done = await minh.submit(`${at}/result`, {
    resultWords: 'Đã hẹn giờ cho 300 lượt, chờ dưới 10 phút.',
  })
  expect(done.text).toContain('Đã áp dụng')
  expect((await minh.post(`${at}/trial`)).status).toBe(409)
})

test('who screens sees what may have been sent before', async () => {
  const first = await sent('Cho lấy số thứ tự qua Zalo trước khi đến phường')
  const second = await sent('Lấy số thứ tự qua Zalo trước khi đến phường')
  const page = await lan.get(`/initiative-register/${second}`)
  expect(page.link(`Số ${first}: Cho lấy số thứ tự qua Zalo trước khi đến phường`)).toBe(
    `/initiative-register/${first}`,
  )
  await lan.submit(`/initiative-register/${second}/merger`, { into: String(first) })
  const merged = await lan.get(`/initiative-register/${second}`)
  expect(merged.link(`Số ${first}`)).toBe(`/initiative-register/${first}`)
  expect(merged.text).not.toContain('Có thể trùng với')
})

test('no form is taken without its token, and no register shown to whoever has no part in it', async () => {
  const id = await sent('Bỏ bản sao công chứng khi đã có bản điện tử')
  const at = `/initiative-register/${id}/spam`
  expect((await lan.request(at, { method: 'POST', body: new URLSearchParams() })).status).toBe(403)
  expect((await (await web.signedIn(world.quan)).get('/initiative-register')).status).toBe(403)
  expect((await (await web.signedIn(world.phuc)).get('/initiative-register')).status).toBe(200)
  expect((await (await web.signedIn(world.phuc)).post(at)).status).toBe(403)
})

test('the workbook holds the register as it is filtered, and no sender', async () => {
  await sent('Một biểu mẫu chung cho ba thủ tục')
  const answer = await lan.get('/initiative-register.xlsx?words=bieu+mau')
  const read = JSON.stringify(await readSheet(Buffer.from(answer.bytes), { name: 'a.xlsx' }))
  expect(read).toContain('Một biểu mẫu chung cho ba thủ tục')
  expect(read).not.toContain('Hẹn giờ nộp hồ sơ')
  expect(read).toContain(typedIdea.proposal)
  expect(read).not.toContain('Bích Ngà')
  expect(read).not.toContain('nga@example.vn')
})
