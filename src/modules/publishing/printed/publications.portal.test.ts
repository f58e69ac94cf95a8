import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import type { SnapshotInput } from '../publication.ts'
import { openPortal } from '../publishing.columns.ts'
import { publish, withdrawPublication } from '../publishing.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
const desk = { provinceId: 1, accountId: null, name: 'Bàn biên tập' }
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db, { requestsPerMinute: 100_000 })
  lan = await web.signedIn(world.lan)
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())

function put(text: string) {
  const snapshot: SnapshotInput = {
    ...{ source: 'materials:1', kind: 'article', title: 'Nộp hồ sơ tại nhà', unitId: world.units.tanLap },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  }
  return db.transaction().execute((tx) => publish(tx, desk, snapshot, web.clock.now))
}

async function made(publicationId: number, kind: string): Promise<number> {
  const { location } = await lan.post('/printed', { item: String(publicationId), kind })
  return Number(/\d+$/.exec(location ?? '')?.[0])
}

test('anybody takes home what is printed of a live text in force, and nothing else', async () => {
  const reader = web.visitor()
  const article = await put('Chụp rõ bốn góc giấy tờ rồi tải lên.')
  expect((await reader.get('/materials')).text).toContain('Chưa có ấn phẩm nào')
  const booklet = await made(article.id, 'booklet_a5')
  const leaflet = await made(article.id, 'leaflet')
  const shown = async () => {
    const { html } = await reader.get('/materials')
    return [booklet, leaflet].map((id) => html.includes(`href="/materials/${id}/file.pdf"`))
  }
  const statuses = () =>
    Promise.all([booklet, leaflet].map(async (id) => (await reader.get(`/materials/${id}/file.pdf`)).status))
  // Nobody has ordered copies of the leaflet: its layout may still be a draft.
  expect([await shown(), await statuses()]).toEqual([
    [true, false],
    [200, 404],
  ])
  const run = { runDay: '20/11/2026', runCopies: '500', printer: 'Nhà in tỉnh' }
  await lan.post(`/printed/${leaflet}/runs`, run)
  expect([await shown(), await statuses()]).toEqual([
    [true, true],
    [200, 200],
  ])
  const page = await reader.get('/materials')
  expect(page.html).toContain(`href="${article.address}"`)
  expect(page.html).toContain('<link rel="canonical" href="http://localhost:3000/materials"/>')
  const pdf = await reader.get(`/materials/${booklet}/file.pdf`)
  expect(new TextDecoder('latin1').decode(pdf.bytes.slice(0, 5))).toBe('%PDF-')
  for (const path of ['/site-map', '/portal'])
    expect([path, (await reader.get(path)).html.includes('href="/materials"')]).toEqual([path, true])
  // A newer version makes the old file untrue, until it is set anew.
  await put('Chụp rõ bốn góc giấy tờ, từng trang một, rồi tải lên.')
  expect([await shown(), await statuses()]).toEqual([
    [false, false],
    [404, 404],
  ])
  const again = await made(article.id, 'large_print')
  expect((await reader.get(`/materials/${again}/file.pdf`)).status).toBe(200)
  const why = { notice: 'Đã có hướng dẫn mới thay thế' }
  await db.transaction().execute((tx) => withdrawPublication(tx, desk, article.id, why, web.clock.now))
  expect((await reader.get(`/materials/${again}/file.pdf`)).status).toBe(404)
})
