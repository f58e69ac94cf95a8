import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { testWeb } from '../../../test/web.ts'
import { makeWorld } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { selectHome } from './home.sql.ts'
import { selectDocuments, selectEvents, selectIndexResults } from './lists.sql.ts'
import { openPoll } from './polls.ts'
import type { PublicationKind } from './publication.ts'
import { openPortal } from './publishing.columns.ts'
import { addPublication } from './publishing.fixtures.ts'
import { openColumn } from './publishing.ts'
import { selectEntries, selectNewest } from './reading.sql.ts'

let db: Db
let close: () => Promise<void>
let unitId: number
const desk = { provinceId: 1, accountId: null, name: 'Bàn biên tập' }
const today = '2026-11-22'
const names = { en: 'Column', aboutVi: '', aboutEn: '' }

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  unitId = (await makeWorld(db)).units.noiVu
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())

/** Every second one of a kind is withdrawn, or in another language, so that a list has to choose. */
async function fill(columns: readonly number[]): Promise<number[]> {
  const kinds: PublicationKind[] = ['article', 'exemplar', 'directing_document', 'event', 'index_result']
  const ids: number[] = []
  for (let i = 0; i < 60; i += 1) {
    const kind = kinds[i % kinds.length] ?? 'article'
    const day = i % 7 === 0 ? undefined : `2026-${String(10 + (i % 3)).padStart(2, '0')}-0${1 + (i % 9)}`
    const facts = { day, starts: `${day ?? today}T08:00`, year: 2019 + (i % 5) }
    const at = new Date(Date.UTC(2026, 9, 1) + ((i * 37) % 60) * 3_600_000)
    const { id } = await addPublication(db, unitId, {
      ...{ kind, facts: JSON.stringify(facts), first_published_at: at, column_id: columns[i % 4] ?? null },
      ...(i % 11 === 3 ? { state: 'withdrawn' } : {}),
      ...(i % 11 === 5 ? { language: 'hmn', translation_of: ids[0] ?? null } : {}),
    })
    ids.push(id)
  }
  return ids
}

test('the home shows the first lines of every list, as the lists have them', async () => {
  const columnIds = await db
    .transaction()
    .execute(async (tx) => [
      await openColumn(tx, desk, { vi: 'Gần dân', position: 1, ...names }, new Date()),
      await openColumn(tx, desk, { vi: 'Sát dân', position: 2, ...names }, new Date()),
    ])
  const ids = await fill(columnIds)
  const readIds = [ids[40], ids[3], ids[14], ids[7]].map(Number)
  const kinds: PublicationKind[] = ['article', 'news']
  const lists = await selectHome(db, 1, { kinds, today, columnIds, readIds })
  expect(lists.latest).toEqual(await selectNewest(db, 1, { kinds }, 5))
  expect(lists.exemplars).toEqual(await selectNewest(db, 1, { kinds: ['exemplar'] }, 3))
  expect(lists.documents).toEqual(await selectDocuments(db, 1, {}, 5))
  expect(lists.documents.every((d) => d.facts['day'])).toBe(true)
  const ahead = lists.events.map((e) => e.facts['starts'])
  const all = (await selectEvents(db, 1, { from: today }, 4)).map((e) => e.facts['starts'])
  expect([ahead.length, ahead]).toEqual([4, all])
  expect(lists.indices).toEqual(await selectIndexResults(db, 1, 4))
  expect(lists.read).toEqual(await selectEntries(db, 1, readIds))
  for (const id of columnIds)
    expect(lists.columns.get(id)).toEqual(await selectNewest(db, 1, { columnId: id }, 4))
})

test('a question stands on the home until its time is over', async () => {
  const web = testWeb(db, { requestsPerMinute: 100_000 })
  const option = (vi: string) => ({ vi, en: vi })
  const closesAt = new Date(web.clock.now.getTime() + 60_000)
  const poll = {
    question: option('Bạn chờ bao lâu?'),
    options: [option('Một giờ'), option('Một ngày')],
    closesAt,
  }
  const shown = async () => (await web.visitor().get('/portal')).text.includes('Bạn chờ bao lâu?')
  expect(await shown()).toBe(false)
  await db.transaction().execute((tx) => openPoll(tx, desk, poll, web.clock.now))
  expect(await shown()).toBe(true)
  // The next day, so that the page is made anew.
  web.clock.now = new Date(closesAt.getTime() + 86_400_000)
  expect(await shown()).toBe(false)
})
