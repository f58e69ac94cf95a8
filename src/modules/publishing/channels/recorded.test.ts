import { mkdtempSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addChannel, addMessage, stateOf } from './channels.fixtures.ts'
import type { FakeServices, Says } from './fake-moods.fixtures.ts'
import { fakeServices } from './fake-services.fixtures.ts'
import { checkPageTokens } from './keeping.ts'
import { workChannel } from './sending.ts'
import type { SendingTools } from './tools.ts'

let db: Db
let close: () => Promise<void>
let world: World
let fake: FakeServices
let tools: SendingTools
const now = new Date()
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())
beforeEach(async () => {
  fake = await fakeServices()
  const dataDir = mkdtempSync('/tmp/chungtay-recorded-')
  const secret = 'a secret of the tests that is long enough'
  tools = {
    db,
    config: { secret, baseUrl: 'https://cchc.anhoa.invalid', dataDir, privateHosts: ['127.0.0.1'] },
    clock: () => now,
    bases: fake.bases,
    timing: { call: 5_000, lease: 60_000, settle: 60_000, backOff: (n) => n * 10_000 },
  }
})
afterEach(() => fake.close())

const zaloSays = (error: number, message: string): Says => [200, { error, message }]
const pageSays = (code: number, error_subcode: number | undefined, message: string): Says => [
  400,
  { error: { message, type: 'OAuthException', code, error_subcode, fbtrace_id: 'A' } },
]

/** As the table of errors of the account has them, word for word; and what we make of each. */
const ofZalo: [Says, { state: string; code: string; who: string }][] = [
  [zaloSays(-211, 'Out of quota'), { state: 'waiting', code: 'quota', who: 'channel' }],
  [zaloSays(-214, 'Article is being processed'), { state: 'waiting', code: 'processing', who: 'nobody' }],
  [zaloSays(-218, 'Out of quota receive'), { state: 'failed', code: 'received', who: 'desk' }],
  [
    zaloSays(-223, 'Your OA has reach the limit quota create article'),
    { state: 'waiting', code: 'quota', who: 'channel' },
  ],
  [
    zaloSays(-223, 'Official Account has not authorized this API'),
    { state: 'waiting', code: 'account', who: 'channel' },
  ],
  [
    zaloSays(-230, 'User has not interacted with the OA in the past 7 days'),
    { state: 'failed', code: 'recipient', who: 'desk' },
  ],
  [
    zaloSays(-234, 'This message cannot be sent at night (10:00PM - 6:00AM)'),
    { state: 'waiting', code: 'night', who: 'nobody' },
  ],
  [
    zaloSays(-240, 'MessageV2 API has been shut down, please switch to MessageV3'),
    { state: 'waiting', code: 'ended', who: 'administrator' },
  ],
  [zaloSays(-248, 'Violates our platform standards'), { state: 'failed', code: 'standards', who: 'desk' }],
  [zaloSays(-321, 'Zalo Cloud Account is out of money'), { state: 'waiting', code: 'money', who: 'channel' }],
]
test.each(ofZalo)('Zalo says %j', async (says, expected) => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const id = await addMessage(db, channel, now)
  fake.moods = [{ says }]
  await workChannel(tools, 1, channel)
  const { state, last_error } = await stateOf(db, id)
  expect({ state, ...(last_error as object) }).toMatchObject(expected)
  expect(fake.ledger).toEqual([])
})

const ofFacebook: [Says, { state: string; code: string; who: string; vi: RegExp }][] = [
  [
    pageSays(190, 463, 'Session has expired'),
    { state: 'waiting', code: 'token', who: 'channel', vi: /hết hạn/ },
  ],
  [
    pageSays(190, 460, 'The session has been invalidated because the user changed the password'),
    { state: 'waiting', code: 'token', who: 'channel', vi: /đổi mật khẩu/ },
  ],
  [
    pageSays(10, undefined, 'Application does not have permission'),
    { state: 'waiting', code: 'permission', who: 'channel', vi: /thiếu quyền/ },
  ],
  [
    pageSays(200, undefined, 'Requires pages_manage_posts'),
    { state: 'waiting', code: 'permission', who: 'channel', vi: /thiếu quyền/ },
  ],
  [
    pageSays(368, undefined, 'Temporarily blocked for policies violations'),
    { state: 'waiting', code: 'blocked', who: 'channel', vi: /tạm khóa/ },
  ],
  [
    pageSays(1609005, undefined, 'Error posting link'),
    { state: 'failed', code: 'link', who: 'desk', vi: /đường dẫn/ },
  ],
]
test.each(ofFacebook)('Facebook says %j', async (says, { vi, ...expected }) => {
  const channel = await addChannel(tools, fake, 'facebook', world.units.noiVu)
  const id = await addMessage(db, channel, now, { variant: { images: [] } })
  fake.moods = [{ says }]
  await workChannel(tools, 1, channel)
  const { state, last_error } = await stateOf(db, id)
  expect({ state, ...(last_error as object) }).toMatchObject({ ...expected, vi: expect.stringMatching(vi) })
})

test('a template and advice with a number of its own go to one person', async () => {
  const settings = { windowHours: '168' }
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu, { settings })
  const lastWroteAt = new Date(now.getTime() - 100 * 3_600_000).toISOString()
  const to = { images: [], link: '', recipient: { userId: 'u1', lastWroteAt } }
  const filled = { id: '7895', data: { ho_so: 'H42.01', han: '30/11/2026' } }
  const one = await addMessage(db, channel, now, { variant: { ...to, way: 'template', template: filled } })
  const two = await addMessage(db, channel, now, { variant: { ...to, way: 'consultation' } })
  await workChannel(tools, 1, channel)
  expect(await stateOf(db, one)).toMatchObject({ state: 'sent' })
  expect(await stateOf(db, two)).toMatchObject({ state: 'sent' })
  expect(fake.requests.map((r) => r.path)).toEqual([
    '/zalo/v3.0/oa/message/template',
    '/zalo/v3.0/oa/message/cs',
  ])
  expect(JSON.parse(fake.requests[0]?.body ?? '')).toEqual({
    ...{ user_id: 'u1', template_id: '7895' },
    template_data: filled.data,
  })
})

const troubleOf = (id: number) =>
  db
    .selectFrom('publishing.channel')
    .select(['state', 'trouble', 'token_expires_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('a page token about to end is told before posts fail; one that has ended stops the channel', async () => {
  const channel = await addChannel(tools, fake, 'facebook', world.units.noiVu)
  const scopes = ['pages_manage_posts', 'pages_read_engagement']
  const until = Math.floor(now.getTime() / 1000) + 7 * 86_400 + 60
  fake.debug = { is_valid: true, expires_at: 0, data_access_expires_at: until, scopes }
  await checkPageTokens(tools, 1)
  await checkPageTokens(tools, 1)
  expect(await troubleOf(channel)).toMatchObject({
    state: 'on',
    trouble: { code: 'token_ends', who: 'channel' },
  })
  const told = await db
    .selectFrom('jobs.job')
    .select('id')
    .where('name', '=', 'publishing.channel-trouble')
    .where('payload', '@>', JSON.stringify({ channelId: channel }) as never)
    .execute()
  expect(told).toHaveLength(1)
  fake.debug = { is_valid: false, error: { message: 'Session has expired' } }
  await checkPageTokens(tools, 1)
  expect(await troubleOf(channel)).toMatchObject({ state: 'needs_attention', trouble: { code: 'token' } })
})

test('near its limit a page rests for a quarter of an hour', async () => {
  const channel = await addChannel(tools, fake, 'facebook', world.units.noiVu)
  fake.usage = { 'x-app-usage': '{"call_count":96,"total_time":12,"total_cputime":10}' }
  const one = await addMessage(db, channel, now, { variant: { images: [] } })
  const two = await addMessage(db, channel, now, { variant: { images: [] } })
  await workChannel(tools, 1, channel)
  expect([(await stateOf(db, one)).state, (await stateOf(db, two)).state]).toEqual(['sent', 'waiting'])
})
