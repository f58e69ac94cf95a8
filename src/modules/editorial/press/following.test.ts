import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readDocument } from '../../../lib/documents/in/read-document.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'
import { pressColumns } from './importing.ts'
import { remindOfOrientations } from './silence.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let ngoc: Browser
const outlets: number[] = []
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = new Date('2026-11-22T02:00:00Z')
  await db.transaction().execute((tx) => openPortal(tx, 1))
  ngoc = await web.signedIn(world.ngoc)
  await ngoc.submit('/desk/outlets', { name: 'Báo An Hòa', kind: 'newspaper', unitId: world.units.bao })
  await ngoc.submit('/desk/outlets', { name: 'Cổng An Hòa', kind: 'portal', email: 'cong@anhoa.invalid' })
  const rows = await db.selectFrom('editorial.outlet').select('id').orderBy('id').execute()
  outlets.push(...rows.map((o) => o.id))
})
afterAll(() => close())

async function orientation(title: string, more: Record<string, string | string[] | number> = {}) {
  await ngoc.submit('/desk/orientations', {
    ...{ title, body: 'Đề nghị tập trung vào hướng dẫn nộp hồ sơ.', fromDay: '22/11/2026' },
    ...{ outletIds: outlets.map(String), ...more },
  })
  const row = await db
    .selectFrom('editorial.orientation')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? 0
}

const remind = (day: string) =>
  db.transaction().execute((tx) => remindOfOrientations(tx, 1, new Date(`${day}T07:20:00+07:00`)))

test('an orientation serves tasks, counts what follows it by stance, and leaves as a letter', async () => {
  const { taskIds } = await db.transaction().execute((tx) => issuedPlan(tx, world))
  const bad = { title: 'Nộp trực tuyến', body: 'Đề nghị tập trung hướng dẫn.', fromDay: '22/11/2026' }
  expect(
    (await ngoc.post('/desk/orientations', { ...bad, outletIds: String(outlets[0]), taskIds: '999999' }))
      .status,
  ).toBe(422)
  expect(
    (await ngoc.post('/desk/orientations', { ...bad, outletIds: String(outlets[0]), silentDays: '0' }))
      .status,
  ).toBe(422)
  const id = await orientation('Nộp hồ sơ trực tuyến', {
    taskIds: Object.values(taskIds).slice(0, 2).map(String),
  })
  const at = `/desk/orientations/${id}`
  const piece = {
    day: '22/11/2026',
    outletId: outlets[0] ?? 0,
    title: 'Nộp ở đâu cũng được',
    stance: 'positive',
  }
  await ngoc.submit('/desk/press', { ...piece, orientationId: id })
  await ngoc.submit('/desk/press', {
    ...piece,
    title: 'Vẫn phải đi hai lần',
    stance: 'not_yet',
    orientationId: id,
  })
  await ngoc.submit('/desk/press', { ...piece, title: 'Bài không theo định hướng' })
  expect((await ngoc.post('/desk/press', { ...piece, title: 'Bài lạ', orientationId: 9999 })).status).toBe(
    422,
  )
  const page = await ngoc.get(at)
  expect(page.text).toContain('2 bài đã đăng')
  expect(page.rows.flat().join()).toContain('Vẫn phải đi hai lần')
  expect(page.text).not.toContain('Bài không theo định hướng')
  expect((await ngoc.get(`/desk/press?orientation=${id}&stance=not_yet`)).text).toContain('1–1 trong 1')
  const letter = await readDocument((await ngoc.get(`${at}/document.docx`)).bytes, { name: 'a.docx' })
  const words = JSON.stringify(letter)
  expect(words).toContain('Nộp hồ sơ trực tuyến')
  expect(words).toContain('Cổng An Hòa')
  expect((await ngoc.get(`${at}/correction`)).text).toContain('Phục vụ 2 nhiệm vụ')
})

test('a sheet of the press names orientations by their subject; one that there is not stops the whole of it', async () => {
  const id = await orientation('Phi địa giới')
  const sheet = async (rows: Record<string, string>[]) =>
    new File(
      [
        Uint8Array.from(
          await writeSheet({ format: 'xlsx', sheets: [{ name: 'Điểm báo', columns: pressColumns, rows }] }),
        ),
      ],
      'diem-bao.xlsx',
    )
  const row = {
    day: '2026-11-21',
    outlet: 'Báo An Hòa',
    title: 'Ba xã nhận hồ sơ của nhau',
    stance: 'Tích cực',
  }
  const wrong = await ngoc.upload('/desk/press/import', {
    file: await sheet([{ ...row, orientation: 'Không có chủ đề này' }]),
  })
  expect([wrong.status, wrong.text.includes('không có định hướng')]).toEqual([422, true])
  await ngoc.upload('/desk/press/import', { file: await sheet([{ ...row, orientation: 'phi địa giới' }]) })
  expect((await ngoc.get(`/desk/orientations/${id}`)).text).toContain('Ba xã nhận hồ sơ của nhau')
})

test('who has published nothing after its days is reminded once, and whoever sent it hears who that is', async () => {
  await db.updateTable('editorial.orientation').set({ withdrawn_at: web.clock.now }).execute()
  const id = await orientation('Trả kết quả tại nhà')
  expect(await remind('2026-11-24')).toBe(0)
  const piece = { day: '22/11/2026', outletId: outlets[0] ?? 0, title: 'Bưu tá gõ cửa', stance: 'positive' }
  await ngoc.submit('/desk/press', { ...piece, orientationId: id })
  expect([await remind('2026-11-25'), await remind('2026-11-26')]).toEqual([1, 0])
  const letters = await db.selectFrom('mail.letter').select(['subject']).execute()
  expect(
    letters.filter((l) => l.subject === 'Nhắc viết bài theo định hướng: Trả kết quả tại nhà'),
  ).toHaveLength(1)
  expect((await ngoc.get('/my-work')).text).toContain(
    'Chưa có bài theo định hướng “Trả kết quả tại nhà”: Cổng An Hòa',
  )
  web.clock.now = new Date('2026-11-25T02:00:00Z')
  ngoc = await web.signedIn(world.ngoc)
  const page = await ngoc.get(`/desk/orientations/${id}`)
  expect(page.rows.flat().join()).toContain('Quá ngày, chưa có bài')
  expect(page.rows.flat().join()).toContain('đã nhắc 25/11/2026')
})

test('a text of the desk names the orientation that it follows, and one that was withdrawn is not offered', async () => {
  const id = await orientation('Một cửa sáng thứ Bảy')
  const item = { title: 'Sáng thứ Bảy ở Một cửa', kind: 'news', unitId: world.units.bao, language: 'vi' }
  const edit = await ngoc.submit('/desk/items', { ...item, orientationId: id })
  expect(edit.status).toBe(200)
  expect((await ngoc.get(`/desk/orientations/${id}`)).text).toContain('Sáng thứ Bảy ở Một cửa')
  const { seen = '' } = (await ngoc.get(`/desk/orientations/${id}/correction`)).form(
    `/desk/orientations/${id}/withdrawal`,
  ).values
  await ngoc.submit(`/desk/orientations/${id}/withdrawal`, { why: 'Gửi nhầm chủ đề', seen })
  expect((await ngoc.post('/desk/items', { ...item, title: 'Bài sau', orientationId: id })).status).toBe(422)
})
