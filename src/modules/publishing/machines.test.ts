import { XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { allArticleLists, articleLists } from './article-lists.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from './feed-rules.fixtures.ts'
import { linkedDataFaults, linkedThings } from './linked-data-rules.fixtures.ts'
import { type PublicationKind, publicationKinds, type SnapshotInput } from './publication.ts'
import { openPortal } from './publishing.columns.ts'
import { publish } from './publishing.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let reader: Browser
const origin = 'http://localhost:3000'
const address: Partial<Record<PublicationKind, string>> = {}

const facts: Partial<Record<PublicationKind, SnapshotInput['facts']>> = {
  directing_document: { number: '25/KH-UBND', day: '2026-01-15', issuer: 'UBND tỉnh' },
  event: {
    ...{ starts: '2026-12-01T08:00', ends: '2026-12-01T11:30', place: 'Hội trường, tầng 2' },
    address: 'https://hop.tinh-thu.gov.vn/1',
  },
  index_result: { index: 'SIPAS', year: 2025, series: [{ label: '2025', value: 84.7 }] },
  exemplar: { subject: 'Tổ công nghệ số <cộng đồng> & bạn bè' },
}

function put(kind: PublicationKind, more: Partial<SnapshotInput> = {}) {
  const text = 'Người dân nhận kết quả ngay trong buổi; xem '
  const link = [{ type: 'link' as const, attrs: { href: '/directing-documents' } }]
  const snapshot: SnapshotInput = {
    source: `machines:${kind}`,
    kind,
    title: `Một cửa & “gần dân” ${kind} < ${'dài '.repeat(40)}`,
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text },
            { type: 'text', text: 'văn bản', marks: link },
          ],
        },
      ],
    },
    unitId: world.units.tanLap,
    topics: ['procedures'],
    facts: facts[kind] ?? {},
    ...more,
  }
  const by = { provinceId: 1, accountId: null, name: 'Bàn biên tập' }
  return db.transaction().execute((tx) => publish(tx, by, snapshot, web.clock.now))
}

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db, { requestsPerMinute: 100_000 })
  await db.transaction().execute((tx) => openPortal(tx, 1, { hotline: '1900 0000', email: 'a@b.vn' }))
  for (const kind of Object.keys(publicationKinds) as PublicationKind[])
    address[kind] = (await put(kind)).address
  reader = web.visitor()
})
afterAll(() => close())

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode((await reader.get(path)).bytes)
}

test('feeds keep the rules of the W3C validator and of JSON Feed, also when all was published at once', async () => {
  const kinds = allArticleLists.map((one) => `/feeds/kinds/${one.code}`)
  for (const list of ['/feeds/all', '/feeds/topics/procedures', '/feeds/topics/public_finance', ...kinds]) {
    expect([list, rssFaults(await textOf(`${list}.rss`), `${origin}${list}.rss`)]).toEqual([list, []])
    expect([list, atomFaults(await textOf(`${list}.atom`), `${origin}${list}.atom`)]).toEqual([list, []])
    expect([list, jsonFeedFaults(await textOf(`${list}.json`), `${origin}${list}.json`)]).toEqual([list, []])
  }
  const all = JSON.parse(await textOf('/feeds/all.json')) as { items: unknown[] }
  expect(all.items).toHaveLength(Object.keys(publicationKinds).length)
})

test('each form of article has a list with one canonical address and a feed of its own, and no other has', async () => {
  for (const { code, kinds: held } of allArticleLists) {
    const { html } = await reader.get(`/articles?kind=${code}`)
    expect(html).toContain(`<link rel="canonical" href="${origin}/articles?kind=${code}"/>`)
    expect(html).toContain(`href="/feeds/kinds/${code}.rss"`)
    const feed = JSON.parse(await textOf(`/feeds/kinds/${code}.json`)) as { items: { url: string }[] }
    const expected = held.map((kind) => `${origin}${address[kind]}`).sort()
    expect(feed.items.map((one) => one.url).sort()).toEqual(expected)
    for (const kind of Object.keys(publicationKinds) as PublicationKind[])
      expect([code, kind, html.includes(`href="${address[kind]}"`)]).toEqual([
        code,
        kind,
        held.includes(kind),
      ])
  }
  for (const nowhere of ['/articles?kind=event', '/articles?kind=', '/feeds/kinds/event.rss'])
    expect([nowhere, (await reader.get(nowhere)).status]).toEqual([nowhere, 404])
  const map = (await reader.get('/site-map')).html
  for (const { code } of articleLists) expect(map).toContain(`href="/articles?kind=${code}"`)
  const home = (await reader.get('/portal')).html
  for (const code of ['question_answer', 'media', 'infographic'])
    expect(home).toContain(`href="/articles?kind=${code}"`)
})

test('the rules see what is wrong', async () => {
  const rss = await textOf('/feeds/all.rss')
  expect(rssFaults(rss.replaceAll('GMT', 'UTC time'), `${origin}/feeds/all.rss`).length).toBeGreaterThan(5)
  expect(rssFaults(rss, `${origin}/other.rss`)).toEqual(['MissingSelf / SelfDoesntMatchLocation'])
  const atom = await textOf('/feeds/all.atom')
  const alike = atom.replace(/<updated>[^<]*<\/updated>/g, '<updated>2026-01-01T00:00:00Z</updated>')
  expect(atomFaults(alike, `${origin}/feeds/all.atom`)).toEqual(['DuplicateUpdated'])
  expect(linkedDataFaults({ '@type': 'Event', name: 'Họp' }).length).toBeGreaterThan(4)
})

test('the linked data of every kind of page says what schema.org and searchers ask of its type', async () => {
  const pages = [
    '/portal',
    '/contact',
    '/articles',
    '/events',
    '/topics/procedures',
    ...Object.values(address),
  ]
  for (const path of pages) {
    const things = linkedThings((await reader.get(path)).html)
    expect([path, things.length > 0, things.flatMap(linkedDataFaults)]).toEqual([path, true, []])
  }
  const types = async (kind: PublicationKind) =>
    linkedThings((await reader.get(address[kind] ?? '')).html).map((t) => t['@type'])
  expect(await types('news')).toEqual(['NewsArticle', 'BreadcrumbList'])
  expect(await types('event')).toEqual(['Event', 'BreadcrumbList'])
  expect(await types('question_answer')).toEqual(['FAQPage', 'BreadcrumbList'])
  const home = linkedThings((await reader.get('/portal')).html).map((t) => t['@type'])
  expect(home).toEqual(['GovernmentOrganization', 'WebSite'])
})

test('site maps name every address with its last change, translations too, and the news of two days apart', async () => {
  const hmong = await put('news', { language: 'hmn', title: 'Xa ntawv' })
  const index = await textOf('/sitemap.xml')
  expect(XMLValidator.validate(index)).toBe(true)
  expect(index).toMatch(/<loc>http:\/\/localhost:3000\/sitemaps\/0\.xml<\/loc><lastmod>2026-11-22T02:00:00/)
  const first = await textOf('/sitemaps/0.xml')
  expect(XMLValidator.validate(first)).toBe(true)
  for (const one of [...Object.values(address), hmong.address])
    expect(first).toContain(`<loc>${origin}${one}</loc><lastmod>`)
  expect((await reader.get('/sitemaps/1.xml')).status).toBe(404)
  const news = await textOf('/sitemaps/news.xml')
  expect(XMLValidator.validate(news)).toBe(true)
  expect(news).toContain('<news:language>hmn</news:language>')
  expect(news).not.toContain(address.event)
  web.clock.now = new Date('2026-11-25T02:00:00Z')
  expect(await textOf('/sitemaps/news.xml')).not.toContain('<url>')
  web.clock.now = new Date('2026-11-22T02:00:00Z')
})

test('every page names one canonical address, and messengers get words and a picture', async () => {
  for (const path of Object.values(address)) {
    const { html } = await reader.get(`${path}?utm_source=zalo`)
    expect(html).toContain(`<link rel="canonical" href="${origin}${path}"/>`)
    for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:image', 'og:locale'])
      expect([path, name, html.includes(`<meta property="${name}" content="`)]).toEqual([path, name, true])
    const card = /property="og:image" content="http:\/\/localhost:3000([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await reader.get(card)).headers.get('content-type')).toBe('image/png')
  }
})
