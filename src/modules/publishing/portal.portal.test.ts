import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { openPoll } from './polls.ts'
import type { SnapshotInput } from './publication.ts'
import { openPortal } from './publishing.columns.ts'
import { mergePublication, openColumn, publish, withdrawPublication } from './publishing.ts'
import { flushReach } from './reach/counting.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let reader: Browser
const desk = { provinceId: 1, accountId: null, name: 'Bàn biên tập' }
const phone = {
  headers: {
    'user-agent': 'Mozilla/5.0 (Linux; Android 13; SM-A145F) Chrome/131.0.0.0 Mobile Safari/537.36',
  },
}
let made = 0

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db, { requestsPerMinute: 100_000 })
  await run((tx) => openPortal(tx, 1))
})
afterAll(() => close())
beforeEach(() => {
  reader = web.visitor()
})

function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

function put(more: Partial<SnapshotInput> = {}, now = web.clock.now) {
  made += 1
  const words = 'Người dân nhận kết quả ngay trong buổi.'
  const snapshot: SnapshotInput = {
    source: `test:${made}`,
    kind: 'article',
    title: `Một cửa gần dân, bài ${made}`,
    lead: 'Không phải hẹn lại lần hai.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    },
    unitId: world.units.tanLap,
    topics: ['procedures'],
    ...more,
  }
  return run((tx) => publish(tx, desk, snapshot, now))
}

test('the bare address is the portal for visitors and leads officials to their work', async () => {
  expect((await reader.get('/')).status).toBe(200)
  expect((await (await web.signedIn(world.lan)).get('/')).status).toBe(303)
  expect((await (await web.signedIn(world.lan)).get('/portal')).status).toBe(200)
})

test('what is published is on its page, on the home and in its lists at once', async () => {
  await reader.get('/portal')
  const { address } = await put({ title: 'Trả kết quả trong buổi' })
  expect((await reader.get(address)).heading).toBe('Trả kết quả trong buổi')
  for (const list of ['/portal', '/articles', '/topics/procedures'])
    expect([list, (await reader.get(list)).html.includes('Trả kết quả trong buổi')]).toEqual([list, true])
})

test('a page for everybody holds no token and sets no cookie, and whoever has it already is told so', async () => {
  const { address } = await put()
  const page = await reader.get(address)
  expect(page.html).not.toContain('_csrf')
  expect(page.headers.getSetCookie()).toEqual([])
  expect(page.headers.get('cache-control')).toContain('stale-while-revalidate')
  const tag = page.headers.get('etag') ?? ''
  const again = await reader.request(address, { headers: { 'if-none-match': tag } })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
  const packed = await reader.request(address, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers.get('content-encoding')).toBe('br')
})

test('a burst of first requests makes the page once', async () => {
  const { address } = await put()
  const all = await Promise.all(Array.from({ length: 50 }, () => reader.get(address)))
  expect(new Set(all.map((p) => p.headers.get('etag'))).size).toBe(1)
})

test('a new version is seen at once, the old one is marked and hidden from robots', async () => {
  const { address } = await put({ source: 'test:versions', title: 'Giờ làm việc: 7 giờ' })
  await put({ source: 'test:versions', title: 'Giờ làm việc: 8 giờ' })
  expect((await reader.get(address)).heading).toBe('Giờ làm việc: 8 giờ')
  const old = await reader.get(`${address}/versions/1`)
  expect(old.heading).toBe('Giờ làm việc: 7 giờ')
  expect(old.text).toContain('Bạn đang xem một bản cũ')
  expect(old.html).toContain('noindex')
  expect((await reader.get(`${address}/versions/2`)).status).toBe(301)
  expect((await reader.get(`${address}/versions/3`)).status).toBe(404)
})

test('what is withdrawn says why, what was an error is not named, what was merged leads on', async () => {
  const [gone, wrong, merged, into] = [await put(), await put(), await put(), await put()]
  await run(async (tx) => {
    await withdrawPublication(tx, desk, gone.id, { notice: 'Quy định đã thay đổi.' }, web.clock.now)
    await withdrawPublication(tx, desk, wrong.id, { notice: 'Đăng nhầm.', inError: true }, web.clock.now)
    await mergePublication(tx, desk, merged.id, into.id, web.clock.now)
  })
  const first = await reader.get(gone.address)
  expect([first.status, first.text.includes('Quy định đã thay đổi.')]).toEqual([410, true])
  const second = await reader.get(wrong.address)
  expect([second.status, second.text.includes(`bài ${made - 2}`)]).toEqual([410, false])
  const third = await reader.get(merged.address)
  expect([third.status, third.location]).toEqual([301, into.address])
})

test('a title is words, whatever is written in it', async () => {
  const title = '</script><script>alert("&amp;")</script> ]]> <b>Đậm</b> “Ngoặc”'
  const { address } = await put({ title, lead: title })
  const page = await reader.get(address)
  expect(page.heading).toBe(title)
  expect(page.html).not.toContain('<script>alert')
  const data = [...page.html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map((m) =>
    JSON.parse(m[1] ?? ''),
  )
  expect(data.map((d) => d['@type'])).toEqual(['NewsArticle', 'BreadcrumbList'])
  expect(data[0].headline).toBe(title)
  for (const feed of ['/feeds/all.rss', '/feeds/all.atom'])
    expect(XMLValidator.validate(await textOf(feed))).toBe(true)
})

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode((await reader.get(path)).bytes)
}

test('unknown slugs, pages beyond the end and files of nobody do not exist', async () => {
  for (const path of [
    '/articles/khong-co',
    '/articles?page=900',
    '/topics/nothing',
    '/columns/nothing',
    '/media/999999/480',
    '/media/1/481',
    '/cards/999999-1.png',
    '/feeds/columns/nothing.rss',
    '/feeds/other.rss',
    '/events/khong-co/calendar.ics',
    '/nothing/at/all',
  ])
    expect([path, (await reader.get(path)).status]).toEqual([path, 404])
})

test('an address that is not there offers what it seems to say, and the ways through the portal', async () => {
  const page = await reader.get('/articles/mot-cua-gan-dan.html')
  const links = page.links.map((l) => l.href)
  expect([page.status, links.includes('/find?words=mot+cua+gan+dan')]).toEqual([404, true])
  expect(links.filter((href) => href === '/directing-documents').length).toBe(3)
  expect((await reader.get('/articles/%E0%A4%A')).status).toBe(404)
})

test('another kind of address leads to the right one', async () => {
  const { slug, address } = await put()
  const page = await reader.get(`/events/${slug}`)
  expect([page.status, page.location]).toEqual([301, address])
})

test('an item in another language says so, and both know each other', async () => {
  const { address } = await put({ source: 'test:hmong', title: 'Nộp hồ sơ' })
  const hmong = await put({ source: 'test:hmong', language: 'hmn', title: 'Xa ntawv' })
  const page = await reader.get(address)
  expect(page.html).toContain(`hreflang="hmn" href="http://localhost:3000${hmong.address}"`)
  const other = await reader.get(hmong.address)
  expect(other.html).toContain('<article class="article" lang="hmn">')
  expect((await reader.get('/articles')).html).not.toContain('Xa ntawv')
})

test('large print, contrast and language are remembered by the browser, each with a page of its own', async () => {
  await put()
  const set = await reader.get('/display?print=large&contrast=high&language=en&back=/articles')
  expect([set.status, set.location]).toEqual([303, '/articles'])
  const page = await reader.get('/articles')
  expect(page.html).toContain('<html lang="en" class="large-print high-contrast">')
  expect((await web.visitor().get('/articles')).html).toContain('<html lang="vi">')
  expect((await reader.get('/display?back=//evil.example')).location).toBe('/portal')
})

test('views are counted for readers and not for programs', async () => {
  const { id, address } = await put()
  await reader.request(address, phone)
  await reader.request(address, phone)
  await reader.request(address, { headers: { 'user-agent': 'Googlebot/2.1' } })
  await reader.request(address, { ...phone, method: 'HEAD' })
  await flushReach(db)
  const { amount } = await db
    .selectFrom('publishing.reach')
    .select('amount')
    .where('publication_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(amount).toBe(2)
})

test('directing documents are found by number, issuer and year', async () => {
  const facts = { number: '25/KH-UBND', day: '2026-01-15', issuer: 'UBND tỉnh', documentKind: 'Kế hoạch' }
  await put({ kind: 'directing_document', title: 'Kế hoạch tuyên truyền', facts })
  await put({
    kind: 'directing_document',
    title: 'Công văn nhắc hạn',
    facts: { ...facts, number: '99/SNV-CCHC', day: '2025-03-01', issuer: 'Sở Nội vụ' },
  })
  const found = async (query: string) => (await reader.get(`/directing-documents?${query}`)).text
  expect(await found('words=25/KH')).toContain('Kế hoạch tuyên truyền')
  expect(await found('words=25/KH')).not.toContain('Công văn nhắc hạn')
  expect(await found('year=2025')).toContain('99/SNV-CCHC')
  expect(await found(`issuer=${encodeURIComponent('Sở Nội vụ')}&utm_source=x`)).not.toContain('25/KH-UBND')
  expect(await found('words=%25%25')).toContain('Không có văn bản nào khớp')
  expect(await found('words=ke+hoach+tuyen')).toContain('Kế hoạch tuyên truyền')
})

test('directing documents stand in the order of day, number or issuer, as asked', async () => {
  for (const [number, day, issuer] of [
    ['9/TB-ĐO', '2026-03-01', 'Đoàn tỉnh'],
    ['12/TB-ĐO', '2026-02-01', 'Ủy ban đo thử'],
    ['TB-ĐO', '2026-04-01', 'Ban đo thử'],
  ] as const)
    await put({ kind: 'directing_document', title: `Đo ${number}`, facts: { number, day, issuer } })
  const order = async (query: string) =>
    [...(await reader.get(`/directing-documents?words=TB-ĐO&${query}`)).text.matchAll(/Đo (\S*TB-ĐO)/g)].map(
      (m) => m[1],
    )
  expect(await order('')).toEqual(['TB-ĐO', '9/TB-ĐO', '12/TB-ĐO'])
  expect(await order('sort=day&direction=ascending')).toEqual(['12/TB-ĐO', '9/TB-ĐO', 'TB-ĐO'])
  expect(await order('sort=number')).toEqual(['9/TB-ĐO', '12/TB-ĐO', 'TB-ĐO'])
  expect(await order('sort=issuer')).toEqual(['TB-ĐO', '9/TB-ĐO', '12/TB-ĐO'])
  expect(await order('sort=issuer&direction=descending')).toEqual(['12/TB-ĐO', '9/TB-ĐO', 'TB-ĐO'])
  const page = await reader.get('/directing-documents?sort=number&year=2026')
  expect(page.html).toContain('aria-sort="ascending"')
  expect(page.html).toContain('sort=number&amp;direction=descending')
})

test('events have hours in calendars, and are past when they are over', async () => {
  const facts = { starts: '2026-12-01T08:00', ends: '2026-12-01T11:30', place: 'Hội trường, tầng 2' }
  const { address } = await put({ kind: 'event', title: 'Đối thoại', facts })
  const ics = await textOf(`${address}/calendar.ics`)
  expect(ics).toContain('DTSTART:20261201T010000Z\r\nDTEND:20261201T043000Z')
  expect(await textOf('/events/calendar.ics')).toContain('LOCATION:Hội trường\\, tầng 2')
  expect((await reader.get(address)).text).not.toContain('Sự kiện này đã diễn ra')
  const now = web.clock.now
  web.clock.now = new Date('2026-12-02T02:00:00Z')
  expect((await reader.get(address)).text).toContain('Sự kiện này đã diễn ra')
  web.clock.now = now
})

test('feeds keep the rules that the W3C validator checks', async () => {
  const id = await run((tx) =>
    openColumn(
      tx,
      desk,
      { vi: 'Hỏi & đáp', en: 'Q & A', aboutVi: '', aboutEn: '', position: 1 },
      web.clock.now,
    ),
  )
  await put({ columnId: id, title: 'A & B < C' })
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })
  const { channel } = parser.parse(await textOf('/feeds/all.rss')).rss
  expect(channel['atom:link']['@_href']).toBe('http://localhost:3000/feeds/all.rss')
  const guids = channel.item.map((i: { guid: { '#text': string } }) => i.guid['#text'])
  expect(new Set(guids).size).toBe(guids.length)
  for (const item of channel.item) {
    expect(item.pubDate).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/)
    expect(item.link).toMatch(/^http:\/\/localhost:3000\//)
    expect(item.guid['@_isPermaLink']).toBe('false')
  }
  const { feed } = parser.parse(await textOf('/feeds/columns/hoi-dap.atom'))
  expect(feed.entry.title).toBe('A & B < C')
  expect(feed.entry.updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(feed.link.map((l: Record<string, string>) => l['@_rel'])).toEqual(['self', 'alternate'])
  const json = JSON.parse(await textOf('/feeds/topics/procedures.json'))
  expect(json.version).toBe('https://jsonfeed.org/version/1.1')
  expect(json.feed_url).toBe('http://localhost:3000/feeds/topics/procedures.json')
  expect(json.items.every((i: { content_html?: string }) => i.content_html)).toBe(true)
  const empty = parser.parse(await textOf('/feeds/topics/public_finance.atom'))
  expect(empty.feed.updated).toMatch(/Z$/)
})

test('robots are told what to read, and where all of it is', async () => {
  const { address } = await put()
  expect(await textOf('/robots.txt')).toContain('Sitemap: http://localhost:3000/sitemap.xml')
  expect(XMLValidator.validate(await textOf('/sitemap.xml'))).toBe(true)
  expect(await textOf('/sitemaps/0.xml')).toContain(`<loc>http://localhost:3000${address}</loc>`)
  expect(JSON.parse(await textOf('/portal.webmanifest')).icons).toHaveLength(3)
  const card = await reader.get('/cards/portal.png')
  expect([card.headers.get('content-type'), card.bytes.length > 5_000]).toEqual(['image/png', true])
})

test('a poll takes one answer of a browser and says what it is', async () => {
  const option = (vi: string) => ({ vi, en: vi })
  const question = option('Bạn nộp hồ sơ bằng cách nào?')
  const poll = { question, options: [option('Trực tuyến'), option('Tại quầy')], closesAt: null }
  await run((tx) => openPoll(tx, desk, poll, web.clock.now))
  expect((await reader.post('/poll', {})).status).toBe(422)
  expect((await reader.post('/poll', { choice: '7' })).status).toBe(422)
  const page = await reader.submit('/poll', { choice: '0' })
  expect(page.text).toContain('1 lượt trả lời')
  await reader.post('/poll', { choice: '1' })
  expect((await reader.get('/poll')).text).toContain('1 lượt trả lời')
  expect((await reader.get('/portal')).text).toContain('Bạn nộp hồ sơ bằng cách nào?')
})

test('content of a unit that is gone stays as it was, and says who does its work now', async () => {
  const { address } = await put({ unitId: world.units.tanLap })
  const until = async (day: string | null) => {
    const of = ['organisations.unit', 'organisations.unit_version'] as const
    const id = ['id', 'unit_id'] as const
    for (const [n, table] of of.entries())
      await sql`update ${sql.table(table)} set valid_to = ${day} where province_id = 1 and ${sql.ref(id[n] ?? '')} = ${world.units.tanLap}`.execute(
        db,
      )
  }
  await until('2026-11-01')
  expect((await reader.get(address)).text).toContain('UBND phường Tân Lập không còn hoạt động')
  await until(null)
})

test('what has ended says so over its text, in lists and to machines, and a shortcoming that it is mended', async () => {
  const was = web.clock.now
  const benefit = await put({
    kind: 'news',
    facts: { validTo: '2026-12-31', basis: 'Nghị quyết 23/NQ-HĐND' },
    reviewBy: '2026-12-20',
  })
  const mended = await put({ kind: 'shortcoming', facts: { cause: 'Thiếu người', mended: '2026-11-20' } })
  expect((await reader.get(benefit.address)).html).not.toContain('hết hiệu lực từ')
  web.clock.now = new Date('2027-01-01T02:00:00Z')
  const page = await reader.get(benefit.address)
  expect(page.text).toContain('Chính sách này đã hết hiệu lực từ ngày 01/01/2027')
  expect(page.text).toContain('Nghị quyết 23/NQ-HĐND')
  // One warning is enough: whoever reads that it has ended need not hear that nobody has looked at it since.
  expect(page.text).not.toContain('20/12/2026')
  for (const kind of ['rss', 'atom', 'json'])
    expect(new TextDecoder().decode((await reader.get(`/feeds/all.${kind}`)).bytes), kind).toContain(
      'Đã hết hiệu lực từ 01/01/2027',
    )
  expect(page.html).toContain('"expires":"2026-12-31"')
  expect((await reader.get('/articles?kind=news')).text).toContain('Hết hiệu lực')
  const other = await reader.get(mended.address)
  expect(other.text).toContain('Tồn tại này đã được khắc phục ngày 20/11/2026')
  expect(other.text).toContain('Thiếu người')
  expect((await reader.get('/articles?kind=shortcoming')).text).toContain('Đã khắc phục')
  web.clock.now = was
})
