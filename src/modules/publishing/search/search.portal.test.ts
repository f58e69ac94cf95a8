import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openPortal } from '../publishing.columns.ts'
import { publish, withdrawPublication } from '../publishing.ts'
import { countWords } from './lists.sql.ts'

let db: Db
let close: () => Promise<void>
let web: TestWeb
let publicationId: number

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  const world = await makeWorld(db)
  web = testWeb(db)
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
