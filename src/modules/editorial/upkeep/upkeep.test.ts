import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db } from '../../../lib/db/db.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem, updateItem } from '../items/items.sql.ts'
import { askAddress } from './asking-out.ts'
import { selectBadLinks } from './upkeep.sql.ts'
import { checkLinks, checkLinksOf, readAgain, remindOfReviews } from './upkeep.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Actor
let hung: Actor
let server: Server
let site: string
/** What the site answers by path; null: nothing at all. */
const answers: Record<string, number | null> = {}
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  thu = actorOf(world.thu)
  hung = actorOf(world.hung)
  server = createServer((request, answer) => {
    const status = answers[request.url ?? '']
    if (status === null) return
    if (status === 301) answer.writeHead(301, { location: '/co' }).end()
    else answer.writeHead(status ?? 404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await close()
})

const ask = (address: string) => askAddress(address, { privateHosts: ['127.0.0.1'], timeoutMs: 300 })
const night = (n: number) => new Date(now.getTime() + n * 86_400_000)

async function publicItem(...paths: string[]): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const links = paths.map((path) => `[Xem ${path}](${site}${path})`).join(' và ')
    const { doc: body } = richTextFromPlain(`Người dân xem hướng dẫn tại ${links} trước khi nộp hồ sơ.`)
    const id = await writtenItem(tx, world, thu, {}, { body })
    await forcePublish(tx, hung, id, { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }, base, now)
    return id
  })
}

const badOf = async (itemId: number) =>
  (await selectBadLinks(db, 1, { itemId })).map((l) => [
    l.address.replace(site, ''),
    l.outcome,
    l.failures,
    l.settled,
  ])

test('the night asks what texts lead to, tells writers on the second failure, and forgets what was mended', async () => {
  Object.assign(answers, { '/co': 200, '/doi': 301, '/robots': 403, '/cham': null })
  const id = await publicItem('/co', '/doi', '/robots', '/cham', '/mat')
  expect(await checkLinks(db, 1, night(0), ask)).toBe(5)
  expect(await badOf(id)).toEqual([
    ['/cham', 'silent', 1, null],
    ['/mat', 'broken', 1, null],
  ])
  const news = () =>
    db.selectFrom('assignments.notice').select('id').where('kind', '=', 'editorial.broken').execute()
  expect(await news()).toHaveLength(0)
  await checkLinks(db, 1, night(1), ask)
  expect((await news()).length).toBeGreaterThan(0)
  const [first] = await selectBadLinks(db, 1, { itemId: id })
  expect(first?.since).toEqual(night(0))
  Object.assign(answers, { '/cham': 200 })
  await checkLinksOf(db, 1, id, night(2), ask)
  expect(await badOf(id)).toEqual([['/mat', 'broken', 3, null]])
})

test('a link is left as it is with a reason, opened again, and asked again by a button', async () => {
  const id = await publicItem('/khong-co')
  await checkLinks(db, 1, night(0), ask)
  const browser = await web.signedIn(world.thu)
  const address = `${site}/khong-co`
  expect((await browser.get('/desk/upkeep')).text).toContain('Không còn trang này (404)')
  const mute = await browser.post(`/desk/items/${id}/link-settlement`, {
    address,
    as: 'ignored',
    reason: 'vậy',
  })
  expect(mute.status).toBe(422)
  const reason = 'Bản lưu ở thư viện số của tỉnh, mã 2026-118'
  const done = await browser.submit(`/desk/items/${id}/link-settlement`, { address, as: 'archived', reason })
  expect(done.text).toContain(reason)
  expect(done.text).toContain('Để nguyên, đã có lý do (1)')
  await checkLinks(db, 1, night(1), ask)
  expect(await badOf(id)).toEqual([['/khong-co', 'broken', 2, 'archived']])
  await browser.submit(`/desk/items/${id}/link-settlement`, { address })
  expect(await badOf(id)).toEqual([['/khong-co', 'broken', 2, null]])
  await browser.submit(`/desk/items/${id}/link-check`)
  const jobs = db.selectFrom('jobs.job').select('name').where('name', '=', 'editorial.check-item-links')
  expect(await jobs.execute()).toHaveLength(1)
  const minh = await web.signedIn(world.minh)
  expect((await minh.post(`/desk/items/${id}/link-check`)).status).toBe(404)
  expect((await minh.get('/desk/upkeep')).text).not.toContain('khong-co')
})

test('writers hear once, 14 days before, that what they told of ends', async () => {
  const id = await db.transaction().execute(async (tx) => {
    const made = await writtenItem(tx, world, thu, {}, { facts: { validTo: '2026-12-31' } })
    await forcePublish(tx, hung, made, { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }, base, now)
    return made
  })
  const remind = (day: string) =>
    db.transaction().execute((tx) => remindOfReviews(tx, 1, new Date(`${day}T00:10:00Z`)))
  expect([await remind('2026-12-16'), await remind('2026-12-17'), await remind('2026-12-18')]).toEqual([
    0, 1, 0,
  ])
  const told = db
    .selectFrom('assignments.notice')
    .select(['text_vi as vi', 'href'])
    .where('kind', '=', 'editorial.ending')
  const [notice] = await told.execute()
  expect(notice?.vi).toMatch(/^Sắp hết hiệu lực: .* – 31\/12\/2026$/)
  expect(notice?.href).toContain(`/${id}`)
})

test('a text that is due is read again, and readers are told the new day', async () => {
  const id = await publicItem('/co')
  await db.transaction().execute((tx) => updateItem(tx, 1, id, { reviewBy: '2026-11-20' }))
  await db.transaction().execute((tx) => remindOfReviews(tx, 1, now))
  expect(await db.transaction().execute((tx) => remindOfReviews(tx, 1, now))).toBe(0)
  const browser = await web.signedIn(world.thu)
  expect((await browser.get('/desk/upkeep')).text).toContain('Quá hạn')
  const past = await browser.post(`/desk/items/${id}/rereading`, { nextDay: '01/01/2026' })
  expect(past.status).toBe(422)
  await browser.submit(`/desk/items/${id}/rereading`, { from: 'list', nextDay: '20/05/2027' })
  const item = await selectItem(db, 1, id)
  expect(item?.reviewBy).toBe('2027-05-20')
  const row = db
    .selectFrom('publishing.publication')
    .select('review_by')
    .where('id', '=', item?.publicationId ?? 0)
  expect((await row.executeTakeFirst())?.review_by).toBe('2027-05-20')
  await expect(
    db.transaction().execute((tx) => readAgain(tx, actorOf(world.minh), id, { nextDay: '2027-06-01' }, now)),
  ).rejects.toEqual(expect.objectContaining({ kind: 'not_found' }))
})
