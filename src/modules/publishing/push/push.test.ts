import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addChannel, addMessage, stateOf } from '../channels/channels.fixtures.ts'
import { workChannel } from '../channels/sending.ts'
import { sendingTools } from '../channels/tools.ts'
import { openPortal } from '../publishing.columns.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { pushMessage, pushPublication, queuePush, whenToPush } from './making.ts'
import { type FakePushService, fakePushService } from './push.fixtures.ts'
import { pushPair } from './push.ts'
import { sendPush } from './sending-pushes.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let service: FakePushService
let publicKey = ''

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db, { privateHosts: ['127.0.0.1'] })
  await db.transaction().execute((tx) => openPortal(tx, 1))
  service = await fakePushService(() => publicKey)
})
afterAll(async () => {
  await service.close()
  await close()
})
beforeEach(async () => {
  service.shown.length = 0
  service.unproven.length = 0
  for (const table of [
    'publishing.push_delivery',
    'publishing.push',
    'publishing.push_subscription',
    'publishing.message_attempt',
    'publishing.message',
    'publishing.channel',
    'publishing.short_link',
    'publishing.publication',
    'jobs.job',
  ] as const)
    await db.deleteFrom(table).execute()
  const pair = await db.transaction().execute((tx) => pushPair(tx, web.config.secret, 1, web.clock.now))
  publicKey = pair.publicKey.toString('base64url')
})

const tools = () => ({ db, config: web.config, clock: () => web.clock.now })

async function browser(name: string, topics: string[] = []) {
  const target = service.subscribe(name)
  await web.visitor().submit('/subscriptions/push', { ...target, topics })
  return target
}

async function text(topics: string[]): Promise<number> {
  const { id } = await addPublication(db, world.units.noiVu, {
    topics,
    first_published_at: web.clock.now,
    lead: 'Nộp ở nhà.',
  })
  return id
}

async function pushed(publicationId: number): Promise<number> {
  const id = await db
    .transaction()
    .execute((tx) => pushPublication(tx, web.config, 1, publicationId, web.clock.now))
  await sendPush(tools(), 1, id ?? 0)
  return id ?? 0
}

const subscriptions = () => db.selectFrom('publishing.push_subscription').selectAll().execute()
const states = async () =>
  (await db.selectFrom('publishing.push_delivery').select('state').execute()).map((d) => d.state)
const shownAt = (name: string) => service.shown.filter((s) => s.endpoint.endsWith(`/p/${name}`))

test('the page offers what needs no script, and the form only to one', async () => {
  const page = await web.visitor().get('/subscriptions/push?topic=procedures')
  expect(page.heading).toBe('Nhận thông báo trên máy này')
  const html = new TextDecoder().decode(page.bytes)
  expect(html).toContain(`data-push="${publicKey}"`)
  expect(html).toContain('/subscriptions/new?topic=procedures')
  expect(html).toMatch(/value="procedures"[^>]*checked|checked[^>]*value="procedures"/)
  const worker = await web.visitor().get('/push-worker.js')
  expect(worker.headers.get('content-type')).toContain('text/javascript')
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
  expect((await web.visitor().get('/subscriptions')).heading).toBe('Theo dõi tin mới')
})

test('each browser is told once of what it chose, encrypted, by the proven sender, with a short link', async () => {
  await browser('all')
  await browser('some', ['procedures'])
  await browser('none', ['finance'])
  const id = await text(['procedures'])
  const push = await pushed(id)
  await sendPush(tools(), 1, push)
  await pushed(id)
  expect(service.unproven).toEqual([])
  expect(service.shown.map((s) => s.endpoint.split('/p/')[1]).sort()).toEqual(['all', 'some'])
  const { code, channel_kind } = await db
    .selectFrom('publishing.short_link')
    .select(['code', 'channel_kind'])
    .executeTakeFirstOrThrow()
  expect(channel_kind).toBe('push')
  expect(JSON.parse(shownAt('all')[0]?.text ?? '')).toEqual({
    web_push: 8030,
    notification: {
      title: 'Nộp hồ sơ trực tuyến: năm bước, làm ở nhà',
      body: 'Nộp ở nhà.',
      navigate: `http://localhost:3000/s/${code}`,
      tag: `text-${id}`,
      lang: 'vi',
    },
  })
  expect(shownAt('all')[0]).toMatchObject({ topic: `text-${id}`, ttl: 86_400 })
})

test('nothing in the database tells an endpoint', async () => {
  await browser('secret-name')
  const rows = await subscriptions()
  expect(rows).toHaveLength(1)
  expect(Buffer.concat([rows[0]?.sealed ?? Buffer.alloc(0)]).toString('latin1')).not.toContain('secret-name')
  expect(JSON.stringify(rows)).not.toContain('secret-name')
})

test('a browser reads its choice, changes it, moves to another endpoint and ends, by its endpoint alone', async () => {
  const mine = await browser('a', ['procedures'])
  const visitor = web.visitor()
  const ask = (path: string, fields: Record<string, string>) =>
    visitor.request(`/subscriptions/push/${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  const choice = await ask('choice', { endpoint: mine.endpoint })
  expect(JSON.parse(new TextDecoder().decode(choice.bytes))).toEqual({ topics: ['procedures'], columns: [] })
  await visitor.submit('/subscriptions/push', { ...mine, topics: ['finance'] })
  expect((await subscriptions()).map((s) => s.topics)).toEqual([['finance']])
  const other = service.subscribe('b')
  expect((await ask('renewal', { old: mine.endpoint, ...other })).status).toBe(200)
  expect((await ask('choice', { endpoint: mine.endpoint })).status).toBe(404)
  expect((await ask('ending', { endpoint: other.endpoint })).status).toBe(200)
  expect((await ask('ending', { endpoint: other.endpoint })).status).toBe(200)
  expect(await subscriptions()).toEqual([])
})

test('what cannot be called or encrypted for is refused', async () => {
  const good = service.subscribe('x')
  for (const wrong of [
    { endpoint: '' },
    { endpoint: 'http://push.example.net/p/1' },
    { endpoint: 'https://a:b@push.example.net/p/1' },
    { p256dh: 'AAAA' },
    { auth: '' },
  ])
    expect((await web.visitor().post('/subscriptions/push', { ...good, ...wrong })).status).toBe(422)
  expect(await subscriptions()).toEqual([])
})

test('an endpoint that has ended, or leads into the own network, is deleted', async () => {
  await browser('gone')
  await browser('lost')
  await browser('here')
  service.answers('gone', { status: 410 })
  service.answers('lost', { status: 404 })
  const id = await pushed(await text([]))
  expect(await subscriptions()).toHaveLength(1)
  expect(await db.selectFrom('publishing.push').select(['ended', 'state']).execute()).toEqual([
    { ended: 2, state: 'sent' },
  ])
  const inside = { ...tools(), config: { ...web.config, privateHosts: [] } }
  const next = await db
    .transaction()
    .execute(async (tx) => pushPublication(tx, web.config, 1, await text([]), web.clock.now))
  await sendPush(inside, 1, next ?? 0)
  expect(await subscriptions()).toEqual([])
  expect(id).not.toBe(next)
})

test('a service that is busy is left alone for as long as it asks, then told once', async () => {
  await browser('busy')
  service.answers('busy', { status: 429, headers: { 'retry-after': '120' } }, { status: 503 })
  const push = await pushed(await text([]))
  expect(await states()).toEqual(['waiting'])
  const job = async () =>
    (
      await db
        .selectFrom('jobs.job')
        .select('start_after')
        .where('name', '=', 'publishing.send-push')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    ).start_after.getTime() - web.clock.now.getTime()
  expect(await job()).toBe(120_000)
  await sendPush(tools(), 1, push)
  expect(service.shown).toEqual([])
  web.clock.now = new Date(web.clock.now.getTime() + 120_000)
  await sendPush(tools(), 1, push)
  expect(await job()).toBe(4 * 60_000)
  web.clock.now = new Date(web.clock.now.getTime() + 5 * 60_000)
  await sendPush(tools(), 1, push)
  expect(shownAt('busy')).toHaveLength(1)
  expect(await db.selectFrom('publishing.push').select(['state', 'fault']).execute()).toEqual([
    { state: 'sent', fault: { service: '127.0.0.1', status: 503 } },
  ])
})

test('what a fallen worker had in hand is unsure and never sent again; a lasting refusal ends it', async () => {
  await browser('caught')
  await browser('refuses')
  service.answers('refuses', { status: 400 })
  const id = await text([])
  const push = await db.transaction().execute((tx) => pushPublication(tx, web.config, 1, id, web.clock.now))
  await db
    .updateTable('publishing.push_delivery')
    .set({ state: 'sending', taken_at: new Date(web.clock.now.getTime() - 3_600_000) })
    .where('subscription_id', '=', (e) =>
      e.selectFrom('publishing.push_subscription').select((s) => s.fn.min('id').as('id')),
    )
    .execute()
  await sendPush(tools(), 1, push ?? 0)
  expect((await states()).sort()).toEqual(['failed', 'unsure'])
  expect(service.shown).toEqual([])
  for (let n = 0; n < 4; n += 1) {
    service.answers('refuses', { status: 400 })
    await pushed(await text([]))
  }
  expect(await subscriptions()).toHaveLength(1)
  expect(shownAt('caught')).toHaveLength(4)
})

test('an approved message of a channel leaves in its own words, and the text is not pushed by itself beside it', async () => {
  await browser('all')
  const channel = await addChannel(tools(), null, 'webpush', world.units.noiVu)
  const id = await text([])
  await db.transaction().execute((tx) => queuePush(tx, 1, id, web.clock.now))
  const due = await db.selectFrom('jobs.job').select('id').where('name', '=', 'publishing.push-due').execute()
  expect(due).toEqual([])
  const variant = { title: 'Nhận kết quả tại nhà', text: 'Từ ngày mai.', images: [], lead: '' }
  const message = await addMessage(db, channel, web.clock.now, { publicationId: id, variant })
  await workChannel(
    sendingTools(db, web.config, () => web.clock.now),
    1,
    channel,
  )
  const made = await db.transaction().execute((tx) =>
    pushMessage(
      tx,
      1,
      {
        id: message,
        publicationId: id,
        title: variant.title,
        text: variant.text,
        link: 'https://x.vn/s/a',
      },
      web.clock.now,
    ),
  )
  await sendPush(tools(), 1, made ?? 0)
  expect(JSON.parse(shownAt('all')[0]?.text ?? '').notification).toMatchObject({
    title: 'Nhận kết quả tại nhà',
    navigate: 'https://x.vn/s/a',
  })
  expect(await stateOf(db, message)).toMatchObject({ state: 'sent', progress: { done: 1, total: 1 } })
})

test('a key that no longer opens makes a new pair, and what was subscribed under it is deleted', async () => {
  await browser('old')
  const pair = await db
    .transaction()
    .execute((tx) => pushPair(tx, 'another secret, long enough to be one', 1, web.clock.now))
  expect(pair.publicKey.toString('base64url')).not.toBe(publicKey)
  expect(await subscriptions()).toEqual([])
})

test('nobody is woken: in the evening and at night it waits for six in the morning', () => {
  const at = (clock: string) => whenToPush(new Date(`2026-11-22T${clock}:00+07:00`)).toISOString()
  expect(at('09:00')).toBe('2026-11-22T02:02:00.000Z')
  expect(at('20:57')).toBe('2026-11-22T13:59:00.000Z')
  expect(at('20:59')).toBe('2026-11-22T23:00:00.000Z')
  expect(at('23:59')).toBe('2026-11-22T23:00:00.000Z')
  expect(at('03:10')).toBe('2026-11-21T23:00:00.000Z')
  expect(at('05:59')).toBe('2026-11-21T23:01:00.000Z')
})

test('only what is new becomes a push by itself, and only where somebody listens', async () => {
  const jobs = () =>
    db.selectFrom('jobs.job').select('payload').where('name', '=', 'publishing.push-due').execute()
  const queue = (id: number) => db.transaction().execute((tx) => queuePush(tx, 1, id, web.clock.now))
  const fresh = await text([])
  await queue(fresh)
  expect(await jobs()).toEqual([])
  await browser('one')
  const old = await addPublication(db, world.units.noiVu, {})
  await queue(old.id)
  await queue(fresh)
  await queue(fresh)
  expect(await jobs()).toEqual([{ payload: { publicationId: fresh } }])
})
