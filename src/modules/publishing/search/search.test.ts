import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { makeFindable, makeUnfindable } from './entering.ts'
import { fold, tokensOf } from './fold.ts'
import { highlighted, markingOf } from './highlights.ts'
import type { Entry } from './lexemes.ts'
import { countWords } from './lists.sql.ts'
import { find, type Question, vocabularyOf } from './search.ts'
import { withoutTelex } from './slips.ts'
import { isSyllable } from './syllable.ts'
import { likelyQueries, warmSearch } from './warming.ts'

let db: Db
let close: () => Promise<void>
const now = new Date('2026-11-22T02:00:00Z')

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  await makeWorld(db)
  await db.transaction().execute(async (tx) => {
    for (const entry of entries) await makeFindable(tx, 1, now, entry)
    await makeFindable(tx, 2, now, {
      ...article('other', 'Cải cách hành chính ở tỉnh khác', ''),
      source: 'p2',
    })
    await countWords(tx, 1)
    await countWords(tx, 2)
  })
})
afterAll(() => close())

function article(source: string, title: string, body: string): Entry {
  return {
    source,
    address: `/articles/${source}`,
    kind: 'news',
    language: 'vi',
    title,
    lead: '',
    body,
    number: null,
    topics: [],
    columnId: null,
    issuer: null,
    day: '2026-10-01',
  }
}

const entries: Entry[] = [
  article('reform', 'Xã Nghĩa Lâm đẩy mạnh cải cách hành chính', 'Cải cách thủ tục, niêm yết công khai.'),
  article('body', 'Tin trong tuần', 'Nhiều xã đã cải cách hành chính, thủ tục gọn nhẹ hơn.'),
  article('map', 'Bản đồ số của tỉnh', 'Bản đồ địa giới hành chính cấp xã.'),
  article('friend', 'Bạn đọc viết', 'Bạn của mọi nhà: loa truyền thanh xóm Bản.'),
  article('post', 'Đường dây nóng ở Đồng Tâm', 'Người dân gọi số điện thoại của Chủ tịch xã.'),
  {
    ...article('plan', 'Kế hoạch tuyên truyền cải cách hành chính năm 2026', 'Giao Sở Nội vụ chủ trì.'),
    kind: 'directing_document',
    number: '25/KH-UBND',
    issuer: 'UBND tỉnh',
    topics: ['institutions'],
    day: '2026-01-12',
  },
  article('naming', 'Triển khai Kế hoạch 25/KH-UBND', 'Các xã triển khai kế hoạch.'),
]

async function found(words: string, more: Partial<Question> = {}) {
  return find(db, 1, '2026-11-22', { words, facets: {}, page: 1, exactly: false, ...more })
}
async function first(words: string, more: Partial<Question> = {}): Promise<string[]> {
  return (await found(words, more)).hits.map((h) => h.source)
}

test.each([
  ['without marks', 'cai cach hanh chinh'],
  ['with the input method off', 'cari cachs hanhf chinhs'],
  ['with wrong tones', 'cãi cạch hánh chỉnh'],
  ['torn by a scanner', 'cải ca chs hành chính'],
  ['stuck together', 'cảicách hànhchính'],
])('%s, what is meant is found, in titles first', async (_, words) => {
  const hits = await first(words)
  expect(hits.slice(0, 2).sort()).toEqual(['plan', 'reform'])
  expect(hits).toContain('body')
})

test('marks that are typed decide; without them all are found', async () => {
  expect((await first('bạn'))[0]).toBe('friend')
  expect((await first('bản'))[0]).toBe('map')
  expect((await first('ban')).sort()).toEqual(['friend', 'map'])
  expect((await first('duong day nong'))[0]).toBe('post')
})

test.each(['25/KH-UBND', '25 KH UBND', '25khubnd', '25/kh-ubnd', 'số 25'])(
  'a document is found by its number, typed %s',
  async (words) => {
    expect((await first(words))[0]).toBe('plan')
  },
)

test('what was meant is said, and can be refused', async () => {
  expect((await found('cari cachs hanhf chinhs')).meant).toBe('cải cách hành chính')
  expect((await found('cai cach hanh chinh')).meant).toBeNull()
  const exactly = await found('cari cachs', { exactly: true })
  expect(exactly).toMatchObject({ hits: [], meant: null })
})

test('filters narrow by kind, topic, year and issuer, also without words', async () => {
  expect(await first('cải cách', { facets: { kind: 'directing_document' } })).toEqual(['plan'])
  expect(await first('', { facets: { topic: 'institutions' } })).toEqual(['plan'])
  expect(await first('', { facets: { issuer: 'UBND tỉnh', year: '2026' } })).toEqual(['plan'])
  expect(await first('cải cách', { facets: { year: '2025' } })).toEqual([])
})

test('a province finds its own only, and what is taken away is not found', async () => {
  expect(await first('tinh khac')).not.toContain('p2')
  await db.transaction().execute(async (tx) => {
    await makeFindable(tx, 1, now, article('gone', 'Chuyện quốc bảo hiếm gặp', ''))
  })
  expect(await first('quoc bao hiem gap')).toEqual(['gone'])
  await db.transaction().execute((tx) => makeUnfindable(tx, 1, 'gone'))
  expect(await first('quoc bao hiem gap')).toEqual([])
  const { vocabulary } = await vocabularyOf(db, 1)
  const likely = likelyQueries(vocabulary, 20)
  expect(likely).toHaveLength(20)
  const found = await Promise.all(likely.map((words) => first(words)))
  expect(found.filter((hits) => hits.length > 0).length).toBeGreaterThan(10)
})

test('a search is tried at the start, also where nothing can be found yet', async () => {
  await warmSearch(db, [1, 2], '2026-11-22', new AbortController().signal)
  expect(await first('quoc bao hiem gap')).toEqual([])
})

test('hits are marked in the text as it is written', () => {
  const words = tokensOf('thu tuc').map((t, i) => ({
    word: t.plain,
    said: t.said,
    others: [],
    from: i,
    to: i + 1,
  }))
  expect(highlighted('Đơn giản hóa THỦ TỤC, giảm thủ tục', markingOf(words))).toEqual([
    { text: 'Đơn giản hóa ', hit: false },
    { text: 'THỦ TỤC', hit: true },
    { text: ', giảm ', hit: false },
    { text: 'thủ tục', hit: true },
  ])
})

test('folding keeps the length of a text', () => {
  const text = 'Đường ĐỐI THOẠI, Ê Đê, ﬁ İ ß — “số”'
  expect(fold(text)).toHaveLength(text.length)
  expect(fold('Đặng Thị Hrê')).toBe('dang thi hre')
})

test('telex is taken back, and syllables are told from what is none', () => {
  expect([...withoutTelex('hanhf').keys()]).toContain('hanh')
  expect([...withoutTelex('dduwowngf').keys()]).not.toContain('xyz')
  expect([...withoutTelex('nguwowif').keys()]).toContain('nguoi')
  expect(['nguoi', 'quyet', 'nghieng', 'yeu'].every(isSyllable)).toBe(true)
  expect(['cachs', 'khoug', 'rnay', 'xjq'].some(isSyllable)).toBe(false)
})
