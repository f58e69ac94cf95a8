import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openPortal } from '../publishing.columns.ts'
import { noteValidity, publish, withdrawPublication } from '../publishing.ts'
import { countWords } from './lists.sql.ts'

let db: Db
let close: () => Promise<void>
let web: TestWeb
let publicationId: number
let unitId: number

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  const world = await makeWorld(db)
  web = testWeb(db)
  unitId = world.units.noiVu
  await db.transaction().execute(async (tx) => {
    await openPortal(tx, 1)
    const by = { provinceId: 1, accountId: world.ngoc.accountId, name: world.ngoc.name, requestId: null }
    const made = await publish(
      tx,
      by,
      {
        source: 'test:1',
        kind: 'directing_document',
        title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2026',
        lead: 'Giao các xã niêm yết thủ tục ở nơi dễ thấy.',
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nội dung.' }] }],
        },
        facts: { number: '25/KH-UBND', day: '2026-01-12', issuer: 'UBND tỉnh An Hòa' },
        unitId: world.units.noiVu,
      },
      web.clock.now,
    )
    publicationId = made.id
    await countWords(tx, 1)
  })
})
afterAll(() => close())

test('a reader finds what was published, typed as it comes, with the hits marked', async () => {
  const page = await web.visitor().get('/find?words=cari+cachs+hanhf+chinhs')
  expect(page.status).toBe(200)
  expect(page.heading).toContain('Kết quả tìm')
  expect(page.text).toContain('cải cách hành chính')
  expect(page.text).toContain('25/KH-UBND')
  expect(new TextDecoder().decode(page.bytes)).toContain('<mark>cải cách hành chính</mark>')
})

test('what has ended says since when, and stands below what holds', async () => {
  const by = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
  const put = (source: string, validTo: string) =>
    db.transaction().execute((tx) =>
      publish(
        tx,
        by,
        {
          ...{ source, kind: 'news', title: 'Miễn phí khai sinh trực tuyến', lead: '' },
          ...{ body: { type: 'doc', content: [] }, facts: { validTo }, unitId },
        },
        web.clock.now,
      ),
    )
  const holds = await put('test:holds', '2030-12-31')
  const ended = await put('test:ended', '2026-01-31')
  await db.transaction().execute((tx) => countWords(tx, 1))
  const places = async () => {
    const page = await web.visitor().get('/find?words=mien+phi+khai+sinh')
    return { text: page.text, at: [holds, ended].map((p) => page.html.indexOf(`href="${p.address}"`)) }
  }
  const found = await places()
  expect(found.at[0]).toBeGreaterThan(0)
  expect(found.at[1]).toBeGreaterThan(found.at[0] ?? 0)
  expect(found.text.match(/Đã hết hiệu lực từ \d\d\/\d\d\/\d{4}/g)).toEqual(['Đã hết hiệu lực từ 01/02/2026'])
  // A document ends when the register says so, and holds again when that was wrong.
  const document = async () => (await web.visitor().get('/find?words=25/KH-UBND')).text
  const note = (to: string | null) =>
    db
      .transaction()
      .execute((tx) => noteValidity(tx, 1, publicationId, { from: '2026-01-12', to, replacedBy: [] }))
  await note('2026-06-01')
  expect(await document()).toContain('Đã hết hiệu lực từ 01/06/2026')
  await note(null)
  expect(await document()).not.toContain('Đã hết hiệu lực')
})

test('what is typed is text and nothing else', async () => {
  const page = await web
    .visitor()
    .get(`/find?words=${encodeURIComponent(`<script>alert(1)</script>' | !x & ":*`)}`)
  expect(page.status).toBe(200)
  expect(new TextDecoder().decode(page.bytes)).not.toContain('<script>alert')
})

test('without an answer the page says what to try', async () => {
  const page = await web.visitor().get('/find?words=kh%C3%B4ngaiviet')
  expect(page.text).toContain('Không tìm thấy nội dung phù hợp')
  expect((await web.visitor().get('/find')).text).toContain('Hoặc xem theo mục')
})

test('titles are suggested while the last word is not finished', async () => {
  const answer = await web.visitor().get('/find/suggestions.json?words=ke+hoach+tuy')
  const { suggestions } = JSON.parse(new TextDecoder().decode(answer.bytes))
  expect(suggestions).toEqual([
    {
      title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2026',
      href: expect.stringContaining('/directing-documents/'),
    },
  ])
})

test('filters are kept in the address, and others are ignored', async () => {
  const query = new URLSearchParams({ words: 'kế hoạch', issuer: 'UBND tỉnh An Hòa', year: '1999' })
  const page = await web.visitor().get(`/find?${query}`)
  expect(page.text).toContain('1 kết quả')
})

test('what was withdrawn is found no more', async () => {
  await db.transaction().execute(async (tx) => {
    const by = { provinceId: 1, accountId: null, name: 'Ngọc', requestId: null }
    await withdrawPublication(tx, by, publicationId, { notice: 'Đã thay thế.' }, web.clock.now)
  })
  expect((await web.visitor().get('/find?words=ke+hoach')).text).not.toContain('25/KH-UBND')
})
