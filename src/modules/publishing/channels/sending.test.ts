import { mkdtempSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { addChannel, addMessage, stateOf } from './channels.fixtures.ts'
import type { FakeServices, Mood } from './fake-moods.fixtures.ts'
import { fakeServices } from './fake-services.fixtures.ts'
import { workChannel } from './sending.ts'
import type { SendingTools } from './tools.ts'

let db: Db
let close: () => Promise<void>
let world: World
let fake: FakeServices
let tools: SendingTools
let now: Date

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())
beforeEach(async () => {
  fake = await fakeServices()
  now = new Date()
  tools = {
    db,
    config: {
      secret: 'a secret of the tests that is long enough',
      baseUrl: 'https://cchc.anhoa.invalid',
      dataDir: mkdtempSync('/tmp/chungtay-channels-'),
      privateHosts: ['127.0.0.1'],
    },
    clock: () => now,
    bases: fake.bases,
    timing: { call: 5_000, lease: 60_000, settle: 60_000, backOff: (n) => n * 10_000 },
  }
})
afterEach(() => fake.close())

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const work = (channelId: number) => workChannel(tools, 1, channelId)
/** A service that stays silent is not waited for. */
const impatient = () => {
  tools.timing.call = 300
}
const patient = () => {
  tools.timing.call = 5_000
}
const words = () => fake.ledger.map((p) => p.title || p.words)

test('an article goes out once, in its two calls, and tells where it is', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  await work(channel)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(fake.ledger).toHaveLength(1)
  expect(fake.requests.map((r) => r.path)).toEqual(['/zalo/v2.0/article/create', '/zalo/v2.0/article/verify'])
  const made = JSON.parse(fake.requests[0]?.body ?? '') as Record<string, unknown>
  expect(made).toMatchObject({
    type: 'normal',
    author: 'Sở Nội vụ',
    cover: { photo_url: 'https://cchc.anhoa.invalid/media/7/picture.jpg' },
    status: 'show',
  })
  const told = await db
    .selectFrom('jobs.job')
    .select('name')
    .where('name', '=', 'publishing.message-sent')
    .execute()
  expect(told.length).toBeGreaterThan(0)
})

test('a post with a photo: the photo first, unseen, then the post that shows it', async () => {
  const channel = await addChannel(tools, fake, 'facebook', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({
    state: 'sent',
    remote_url: expect.stringContaining('facebook.com/77_'),
  })
  const [photo, post] = fake.requests.map((r) => new URLSearchParams(r.body))
  expect(photo?.get('published')).toBe('false')
  expect(post?.get('attached_media[0]')).toContain('media_fbid')
  expect(post?.get('message')).toContain('https://cchc.anhoa.invalid/s/ab12')
})

const doneUnsaid: Mood[] = [
  'done-then-silent',
  'done-then-cut',
  'done-then-500',
  'done-then-garbage',
  'done-then-half',
]
test.each(doneUnsaid)(
  'a service that does it and fails to say so (%s) is asked, not told again',
  async (mood) => {
    for (const kind of ['facebook', 'zalo'] as const) {
      fake.ledger.length = 0
      const channel = await addChannel(tools, fake, kind, world.units.noiVu)
      const id = await addMessage(db, channel, now, { variant: kind === 'facebook' ? { images: [] } : {} })
      fake.moods = [mood]
      impatient()
      await work(channel)
      patient()
      expect(await stateOf(db, id)).toMatchObject({ state: 'unsure', look_at: expect.any(Date) })
      await work(channel)
      expect(await stateOf(db, id)).toMatchObject({ state: 'unsure' })
      pass(61_000)
      await work(channel)
      expect(await stateOf(db, id)).toMatchObject({ state: 'sent', remote_id: expect.any(String) })
      expect(fake.ledger).toHaveLength(1)
    }
  },
)

test('what the service surely never got is sent again, after it was asked twice', async () => {
  const channel = await addChannel(tools, fake, 'facebook', world.units.noiVu)
  const id = await addMessage(db, channel, now, { variant: { images: [] } })
  fake.moods = ['silent']
  impatient()
  await work(channel)
  patient()
  pass(61_000)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'unsure' })
  pass(241_000)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent', attempts: 2 })
  expect(fake.ledger).toHaveLength(1)
})

test('a webhook is called again with the same key, and its receiver counts once', async () => {
  const channel = await addChannel(tools, fake, 'webhook', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  fake.moods = ['done-then-cut', '500', 'limit', 'done-then-500']
  for (let i = 0; i < 5; i++) {
    await work(channel)
    pass(60_000)
  }
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent', attempts: 5 })
  expect(fake.ledger).toHaveLength(1)
  expect(new Set(fake.requests.map((r) => r.headers['idempotency-key'])).size).toBe(1)
})

test('limits wait as long as the service says', async () => {
  const hook = await addChannel(tools, fake, 'webhook', world.units.noiVu)
  const page = await addChannel(tools, fake, 'facebook', world.units.noiVu)
  const one = await addMessage(db, hook, now)
  const two = await addMessage(db, page, now, { variant: { images: [] } })
  fake.moods = ['limit', 'limit']
  await work(hook)
  await work(page)
  expect((await stateOf(db, one)).next_try_at?.getTime()).toBe(now.getTime() + 11_000)
  expect((await stateOf(db, two)).next_try_at?.getTime()).toBe(now.getTime() + 19 * 60_000)
})

test('a token that ended is exchanged once, and the new refresh token is kept', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  fake.tokens.access = 'another'
  const id = await addMessage(db, channel, now)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(fake.tokens.exchanges).toBe(1)
  fake.tokens.access = 'yet another'
  const second = await addMessage(db, channel, now)
  await work(channel)
  expect(await stateOf(db, second)).toMatchObject({ state: 'sent' })
  expect(fake.tokens.exchanges).toBe(2)
})

test('a token that ended before the service could be asked is exchanged as well', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  fake.moods = ['done-then-cut']
  await work(channel)
  fake.tokens.access = 'another'
  pass(61_000)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
  expect(fake.tokens.exchanges).toBe(1)
  expect(fake.ledger).toHaveLength(1)
})

test('a refresh token that is spent stops the channel, loses nothing and says who must act', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu, {
    secret: { refreshToken: 'old' },
  })
  fake.tokens.access = 'another'
  const id = await addMessage(db, channel, now)
  const next = await addMessage(db, channel, now)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({
    state: 'waiting',
    last_error: { who: 'channel', code: 'grant' },
  })
  const row = await db
    .selectFrom('publishing.channel')
    .selectAll()
    .where('id', '=', channel)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: 'needs_attention', trouble: { code: 'grant' } })
  await db.updateTable('publishing.channel').set({ state: 'on' }).where('id', '=', channel).execute()
  await db.updateTable('publishing.channel').set({ secret: null }).where('id', '=', channel).execute()
  expect(await stateOf(db, next)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('a page token that ended stops the channel at once', async () => {
  const channel = await addChannel(tools, fake, 'facebook', world.units.noiVu, {
    secret: { pageToken: 'old' },
  })
  const id = await addMessage(db, channel, now)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'waiting', last_error: { code: 'token' } })
})

test('content that is refused waits for the desk, and holds up nothing behind it', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  const next = await addMessage(db, channel, now)
  fake.moods = ['refused']
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({
    state: 'failed',
    last_error: { who: 'desk', said: expect.stringContaining('-201') },
  })
  expect(await stateOf(db, next)).toMatchObject({ state: 'sent' })
})

test('a redirect into the own network is not followed', async () => {
  const channel = await addChannel(tools, fake, 'webhook', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  fake.moods = ['redirect-inside']
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({
    state: 'waiting',
    last_error: { code: 'address', who: 'channel' },
  })
})

test('Zalo works on the images for a while: the article is verified later, never made twice', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  fake.processing.left = 2
  for (let i = 0; i < 3; i++) {
    await work(channel)
    pass(6_000)
  }
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
  expect(fake.ledger).toHaveLength(1)
})

test('a notice to followers that nobody knows of goes before a person, and the article behind it is not repeated', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const id = await addMessage(db, channel, now, { variant: { way: 'broadcast' } })
  fake.moods = ['good', 'good', 'done-then-silent']
  impatient()
  await work(channel)
  pass(600_000)
  await work(channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'unsure', look_at: null })
  expect(fake.ledger.map((p) => p.service)).toEqual(['zalo', 'zalo-notice'])
})

test('advice to one person only within 48 hours of their last word', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const to = (hours: number) => ({
    way: 'consultation' as const,
    images: [],
    recipient: { userId: 'u1', lastWroteAt: new Date(now.getTime() - hours * 3_600_000).toISOString() },
  })
  const old = await addMessage(db, channel, now, { variant: to(49) })
  const young = await addMessage(db, channel, now, { variant: to(47) })
  await work(channel)
  expect(await stateOf(db, old)).toMatchObject({ state: 'failed', last_error: { code: 'window' } })
  expect(await stateOf(db, young)).toMatchObject({ state: 'sent' })
  expect(fake.ledger.map((p) => p.service)).toEqual(['zalo-advice'])
})

test('messages of a channel leave in the order in which they are due', async () => {
  const channel = await addChannel(tools, fake, 'webhook', world.units.noiVu)
  const late = await addMessage(db, channel, now, {
    dueAt: new Date(now.getTime() - 1_000),
    variant: { title: 'hai' },
  })
  await addMessage(db, channel, now, { dueAt: new Date(now.getTime() - 9_000), variant: { title: 'một' } })
  await addMessage(db, channel, now, { dueAt: new Date(now.getTime() + 9_000), variant: { title: 'ba' } })
  fake.moods = ['limit']
  await work(channel)
  expect(words()).toEqual([])
  pass(12_000)
  await Promise.all([work(channel), work(channel), work(channel)])
  expect(words()).toEqual(['một', 'hai', 'ba'])
  expect(await stateOf(db, late)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('only what readers see, as it was approved, goes out; old news does not', async () => {
  const channel = await addChannel(tools, fake, 'webhook', world.units.noiVu)
  const gone = await addPublication(db, world.units.noiVu)
  const newer = await addPublication(db, world.units.noiVu)
  const one = await addMessage(db, channel, now, { publicationId: gone.id })
  const two = await addMessage(db, channel, now, { publicationId: newer.id })
  const three = await addMessage(db, channel, now)
  const four = await addMessage(db, channel, now, { dueAt: new Date(now.getTime() - 49 * 3_600_000) })
  await db
    .updateTable('publishing.publication')
    .set({ state: 'withdrawn' })
    .where('id', '=', gone.id)
    .execute()
  await db.updateTable('publishing.publication').set({ digest: 'b' }).where('id', '=', newer.id).execute()
  await db
    .updateTable('publishing.message')
    .set({ variant: JSON.stringify({ text: 'khác' }) })
    .where('id', '=', three)
    .execute()
  await work(channel)
  const codes = await Promise.all(
    [one, two, three, four].map(async (id) => (await stateOf(db, id)).last_error),
  )
  expect(codes).toMatchObject([
    { code: 'not_public' },
    { code: 'changed' },
    { code: 'changed' },
    { code: 'late' },
  ])
  expect(fake.requests).toEqual([])
})

test('twelve attempts, then it is given up until a person sends it again', async () => {
  const channel = await addChannel(tools, fake, 'webhook', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  fake.usual = () => 'limit'
  for (let i = 0; i < 14; i++) {
    await work(channel)
    pass(3_600_000)
  }
  expect(await stateOf(db, id)).toMatchObject({ state: 'dead', attempts: 12, last_error: { code: 'tried' } })
})
