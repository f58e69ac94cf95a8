import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { remindOfRegisters } from '../registers/reminding.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let hung: Browser
let minh: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  // Sở VHTTDL manages the press, as it does since the agencies were merged.
  const code = 'manages_press'
  await db
    .insertInto('organisations.unit_function')
    .values({ province_id: 1, code, name: code, sole: true })
    .execute()
  await db
    .insertInto('organisations.function_holder')
    .values({
      ...{ province_id: 1, unit_id: world.units.vanHoa, function_code: code, programme: '' },
      ...{ valid_from: '2026-01-01', sole: true, change_id: await anyChange() },
    })
    .execute()
  hung = await web.signedIn(world.hung)
  minh = await web.signedIn(world.minh)
})
afterAll(() => close())

async function anyChange(): Promise<number> {
  return (await db.selectFrom('organisations.change').select('id').orderBy('id').executeTakeFirstOrThrow()).id
}

const seen = {
  ...{ day: '20/11/2026', lookedAt: 'website', finding: 'mend', dueDay: '30/11/2026' },
  title: 'Chuyên mục cải cách hai tháng không có bài',
}

async function note(by: Browser, more: Record<string, string | number> = {}): Promise<number> {
  const answer = await by.upload('/desk/monitoring', {}, { ...seen, unitId: world.units.binhMinh, ...more })
  expect(answer.status).toBe(303)
  const newest = db.selectFrom('editorial.monitoring_note').select('id').orderBy('id', 'desc')
  return (await newest.executeTakeFirstOrThrow()).id
}

test('an agency of the field writes what it saw, the unit answers, and the agency closes it', async () => {
  expect((await hung.upload('/desk/monitoring', {}, { ...seen, unitId: '' })).status).toBe(422)
  expect((await minh.upload('/desk/monitoring', {}, { ...seen, unitId: world.units.vanHoa })).status).toBe(
    403,
  )
  expect((await minh.get('/desk/monitoring/new')).status).toBe(403)
  const id = await note(hung)
  const at = `/desk/monitoring/${id}`
  expect((await minh.get('/my-work')).text).toContain('cần khắc phục trước 30/11/2026')
  expect((await hung.post(`${at}/closing`)).status).toBe(409)
  expect((await minh.post(`${at}/answer`, { answer: 'Xong' })).status).toBe(422)
  expect((await minh.submit(`${at}/answer`, { answer: 'Đã đăng bốn bài trong tháng' })).text).toContain(
    'Đã trả lời',
  )
  expect((await minh.post(`${at}/closing`)).status).toBe(403)
  expect((await hung.get('/my-work')).text).toContain('Đã trả lời giám sát')
  const again = await hung.submit(`${at}/return`, { why: 'Bốn bài chép lại của tỉnh' })
  expect(again.text).toContain('Bốn bài chép lại của tỉnh')
  await minh.submit(`${at}/answer`, { answer: 'Đã đăng hai bài do xã viết' })
  expect((await hung.submit(`${at}/closing`)).text).toContain('Đã khép lại')
  expect((await hung.post(at, { ...seen, unitId: world.units.binhMinh })).status).not.toBe(303)
})

test('a unit sees what is about itself, the agency what it wrote, and the lead all of it', async () => {
  const id = await note(hung, { title: 'Loa thôn Đông hỏng ba tuần nay', lookedAt: 'loudspeaker' })
  const at = `/desk/monitoring/${id}`
  const tam = await web.signedIn(world.tam)
  expect([(await tam.get(at)).status, (await minh.get(at)).status]).toEqual([404, 200])
  expect((await tam.get('/desk/monitoring')).text).not.toContain('Loa thôn Đông')
  const lan = await web.signedIn(world.lan)
  expect((await lan.get('/desk/monitoring?lookedAt=loudspeaker')).text).toContain('Loa thôn Đông')
  const sheet = await lan.get('/desk/monitoring.xlsx')
  expect(JSON.stringify(await readSheet(Buffer.from(sheet.bytes), { name: 'a.xlsx' }))).toContain(
    'Loa thôn Đông',
  )
  await hung.submit(`${at}/withdrawal`, { why: 'Ghi nhầm thôn' })
  expect((await minh.get('/desk/monitoring')).text).not.toContain('Loa thôn Đông')
  expect((await minh.get(at)).text).toContain('Ghi nhầm thôn')
})

test('what is not answered is reminded of, and so is an answer that nobody looks at', async () => {
  await db.updateTable('editorial.monitoring_note').set({ withdrawn_at: web.clock.now }).execute()
  const id = await note(hung, { title: 'Bảng niêm yết thiếu phí, lệ phí', lookedAt: 'posting' })
  const remind = (day: string) =>
    db.transaction().execute((tx) => remindOfRegisters(tx, 1, new Date(`${day}T07:20:00+07:00`)))
  expect([await remind('2026-11-26'), await remind('2026-11-27'), await remind('2026-11-28')]).toEqual([
    0, 1, 0,
  ])
  expect(await remind('2026-12-01')).toBe(1)
  await minh.submit(`/desk/monitoring/${id}/answer`, { answer: 'Đã dán lại đủ phí, lệ phí' })
  expect([await remind('2026-12-02'), await remind('2026-12-03')]).toEqual([1, 0])
})

test('an outlet outside the program is written to, and what it answers is noted for it', async () => {
  const lan = await web.signedIn(world.lan)
  await lan.submit('/desk/outlets', { name: 'Báo Nhịp Sống', kind: 'central', email: 'nhip@bao.invalid' })
  const outlet = await db.selectFrom('editorial.outlet').select('id').executeTakeFirstOrThrow()
  const both = { ...seen, lookedAt: 'press', outletId: outlet.id }
  expect((await hung.upload('/desk/monitoring', {}, { ...both, unitId: world.units.binhMinh })).status).toBe(
    422,
  )
  const id = await note(hung, { ...both, unitId: '', title: 'Bài viết sai tên thủ tục' })
  expect(JSON.stringify(await db.selectFrom('mail.letter').selectAll().execute())).toContain(
    'nhip@bao.invalid',
  )
  expect((await hung.get(`/desk/outlets/${outlet.id}`)).text).toContain('Bài viết sai tên thủ tục')
  await hung.submit(`/desk/monitoring/${id}/answer`, { answer: 'Báo đã đính chính ngày 22' })
  const good = await note(hung, { ...seen, finding: 'good', title: 'Mười bài về phi địa giới trong tháng' })
  expect((await hung.get(`/desk/monitoring/${good}`)).text).toContain('Làm tốt')
})
