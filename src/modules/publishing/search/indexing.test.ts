import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openColumn, openPortal } from '../publishing.columns.ts'
import { publish, withdrawPublication } from '../publishing.ts'
import { indexEverything, queueIndexing } from './indexing.ts'
import { lexemesVersion } from './lexemes.ts'
import { find } from './search.ts'

let db: Db
let close: () => Promise<void>
let by: { provinceId: number; accountId: number; name: string; requestId: null }
let unitId: number
const now = new Date('2026-11-22T02:00:00Z')
const going = new AbortController().signal

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  const world = await makeWorld(db)
  by = { provinceId: 1, accountId: world.ngoc.accountId, name: world.ngoc.name, requestId: null }
  unitId = world.units.noiVu
  await db.transaction().execute((tx) => openPortal(tx, 1))
  for (const title of titles) await publishNews(title)
})
afterAll(() => close())

const titles = ['Chợ phiên số ở Mèo Vạc', 'Chợ phiên số ở Ba Tơ', 'Tổ lưu động ở Mù Cang Chải']

async function publishNews(title: string): Promise<number> {
  const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Nội dung.' }] }]
  const snapshot = {
    source: `test:${title}`,
    kind: 'news' as const,
    title,
    lead: '',
    body: { type: 'doc' as const, content },
    unitId,
  }
  const made = await db.transaction().execute((tx) => publish(tx, by, snapshot, now))
  return made.id
}

async function found(words: string): Promise<string[]> {
  const question = { words, facets: {}, page: 1, exactly: false }
  const { hits } = await find(db, 1, '2026-11-22', question)
  return hits.map((hit) => hit.title.map((piece) => piece.text).join(''))
}

async function waiting(): Promise<number> {
  const jobs = await db
    .selectFrom('jobs.job')
    .select('id')
    .where('name', '=', 'publishing.index-everything')
    .execute()
  return jobs.length
}

test('what was published before there was a search is found after the job, and nothing is done twice', async () => {
  await sql`delete from publishing.search_entry`.execute(db)
  await sql`delete from publishing.search_list`.execute(db)
  await sql`delete from publishing.search_vocabulary`.execute(db)
  await sql`delete from publishing.search_word`.execute(db)
  expect(await found('cho phien')).toEqual([])
  await queueIndexing(db, [1])
  expect(await waiting()).toBe(1)
  expect(await indexEverything(db, 1, going)).toBeGreaterThan(titles.length)
  expect((await found('cho phien')).sort()).toEqual(['Chợ phiên số ở Ba Tơ', 'Chợ phiên số ở Mèo Vạc'])
  expect(await indexEverything(db, 1, going)).toBe(0)
  await sql`delete from jobs.job`.execute(db)
  await queueIndexing(db, [1])
  expect(await waiting()).toBe(0)
})

test('another way of indexing makes all lists anew; a run that was cut off is taken up', async () => {
  await sql`update publishing.search_vocabulary set version = 0`.execute(db)
  const cutOff = new AbortController()
  const cut = indexEverything(db, 1, cutOff.signal, async () => cutOff.abort())
  await expect(cut).rejects.toThrow()
  expect(await found('meo vac')).toContain('Chợ phiên số ở Mèo Vạc')
  await publishNews('Giữa chừng vẫn đăng bài mới')
  await indexEverything(db, 1, going)
  expect(await found('meo vac')).toContain('Chợ phiên số ở Mèo Vạc')
  expect(await found('giua chung van dang')).toContain('Giữa chừng vẫn đăng bài mới')
  const { rows } = await sql<{ version: number; old: number }>`
    select version, (select count(*)::int from publishing.search_list l
      where l.block < v.first_ordinal / 8192) as old from publishing.search_vocabulary v
  `.execute(db)
  expect(rows).toEqual([{ version: lexemesVersion, old: 0 }])
})

test('a publication changed or withdrawn is found as it now is', async () => {
  const id = await publishNews('Bản tin sẽ gỡ xuống')
  expect(await found('ban tin se go xuong')).toContain('Bản tin sẽ gỡ xuống')
  await db.transaction().execute((tx) => withdrawPublication(tx, by, id, { notice: 'Đăng nhầm.' }, now))
  expect(await found('ban tin se go xuong')).not.toContain('Bản tin sẽ gỡ xuống')
})

test('columns, topics and standing pages are found as well', async () => {
  const column = { vi: 'Chung tay vì dân', en: 'Together', aboutVi: '', aboutEn: '', position: 1 }
  await db.transaction().execute((tx) => openColumn(tx, by, column, now))
  expect((await found('chung tay vi dan'))[0]).toBe('Chung tay vì dân')
  expect((await found('lien he'))[0]).toBe('Liên hệ')
  expect((await found('the che'))[0]).toContain('hể chế')
})
