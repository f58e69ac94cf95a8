import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addChannel } from '../channels/channels.fixtures.ts'
import type { FakeServices } from '../channels/fake-moods.fixtures.ts'
import { fakeServices } from '../channels/fake-services.fixtures.ts'
import { workChannel } from '../channels/sending.ts'
import type { SendingTools } from '../channels/tools.ts'
import { openPortal } from '../publishing.columns.ts'
import { warnOfAnswers } from './at-risk.ts'
import { forgetOldWords } from './conversations.ts'
import { deliver, userFollows, userSendsText, webhookSecret } from './fake-deliveries.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let fake: FakeServices
let tools: SendingTools
let channel: number
let hook: string
const start = new Date('2026-11-22T02:00:00Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db, { privateHosts: ['127.0.0.1'] })
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())
beforeEach(async () => {
  fake = await fakeServices()
  fake.contacts = new Map()
  fake.clock = () => web.clock.now
  web.clock.now = start
  const timing = { call: 5_000, lease: 60_000, settle: 60_000, backOff: () => 10_000 }
  tools = { db, config: web.config, clock: () => web.clock.now, bases: fake.bases, timing }
  channel = await addChannel(tools, fake, 'zalo', world.hung.unitId, { secret: { webhookSecret } })
  hook = `/zalo-events/1-${channel}`
})
afterEach(() => fake.close())

const post = (event: Parameters<typeof deliver>[3], by?: Parameters<typeof deliver>[4]) =>
  deliver(fake, web.visitor(), hook, event, by)
const rows = (table: 'zalo_person' | 'zalo_word' | 'zalo_event') =>
  db.selectFrom(`publishing.${table}`).selectAll().execute()
const personsOf = () =>
  db.selectFrom('publishing.zalo_person').selectAll().where('channel_id', '=', channel).execute()
const wordsOf = async () => {
  const [person] = await personsOf()
  return db
    .selectFrom('publishing.zalo_word')
    .selectAll()
    .where('person_id', '=', person?.id ?? 0)
    .execute()
}

test('what is not signed with the secret of the account is not taken, and nothing is said why', async () => {
  const event = userSendsText('701', 'Chào', start, 'm-1')
  const body = JSON.stringify(event)
  expect(await post(event, { secret: 'another' })).toEqual([403])
  expect(await post(event, { signature: '' })).toEqual([403])
  expect(await post(event, { body: body.replace('Chào', 'Khác'), signature: 'mac=00' })).toEqual([403])
  expect(await post(event, { body: '{' })).toEqual([403])
  expect(await post({ ...event, app_id: '9' } as typeof event)).toEqual([403])
  expect(await deliver(fake, web.visitor(), '/zalo-events/1-999999', event)).toEqual([403])
  expect(await personsOf()).toEqual([])
})

test('a message delivered again is one, and names nobody in the database', async () => {
  const event = userSendsText('702', 'Hồ sơ của tôi tên Lò Văn Hặc', start, 'm-2')
  for (let i = 0; i < 3; i++) expect(await post(event)).toEqual([200])
  expect(await wordsOf()).toHaveLength(1)
  const kept = JSON.stringify([await rows('zalo_person'), await rows('zalo_word'), await rows('zalo_event')])
  const bytes = [...(await personsOf()).map((p) => p.sealed), ...(await wordsOf()).map((w) => w.words)]
  expect(kept).not.toContain('702')
  expect(Buffer.concat(bytes.map((b) => b ?? Buffer.alloc(0))).toString('latin1')).not.toMatch(/702|Hặc/)
  const news = await db
    .selectFrom('jobs.job')
    .select('payload')
    .where('name', '=', 'publishing.person-wrote')
    .execute()
  expect(news.filter((n) => JSON.stringify(n.payload).includes(`"channelId":${channel}`))).toHaveLength(1)
})

test('whoever runs the account answers one person within the window, once, however often it is pressed', async () => {
  await post(userSendsText('703', 'Sáng thứ Bảy có làm việc không?', start, 'm-3'))
  const hung = await web.signedIn(world.hung)
  const list = await hung.get(`/channels/${channel}/conversations`)
  expect(list.text).toContain('Sáng thứ Bảy có làm việc không?')
  expect(list.text).toContain('Chờ trả lời')
  expect(list.text).toContain('Còn 48 giờ 0 phút')
  const [person] = await personsOf()
  const at = `/channels/${channel}/conversations/${person?.id}`
  web.clock.now = later(47)
  const again = await web.signedIn(world.hung)
  for (let i = 0; i < 2; i++)
    await again.submit(`${at}/answers`, { text: 'Có, từ 7 giờ 30 đến 11 giờ 30 ạ.' })
  await workChannel(tools, 1, channel)
  const advice = fake.ledger.filter((p) => p.service === 'zalo-advice')
  expect(advice).toHaveLength(1)
  const call = fake.requests.find((r) => r.path.endsWith('/message/cs'))
  expect(JSON.parse(call?.body ?? '')).toMatchObject({ recipient: { user_id: '703' } })
  const after = await again.get(at)
  expect(after.text).toContain('Đã gửi')
  expect(after.text).toContain('Đã trả lời')
  const kept = await db.selectFrom('publishing.message').select('variant').execute()
  expect(JSON.stringify(kept)).not.toContain('"703"')
})

test('when the window has closed the page says so, the verb refuses, and the words are gone', async () => {
  await post(userSendsText('704', 'Cho tôi hỏi', start, 'm-4'))
  const [person] = await personsOf()
  const at = `/channels/${channel}/conversations/${person?.id}`
  web.clock.now = later(48.1)
  const hung = await web.signedIn(world.hung)
  const page = await hung.get(at)
  expect(page.text).toContain('Đã hết thời hạn trả lời')
  expect(page.text).not.toContain('Gửi trả lời')
  expect((await hung.post(`${at}/answers`, { text: 'Muộn rồi.' })).status).toBe(409)
  // Nobody reads them while the hourly sweep is still to come.
  expect((await wordsOf()).map((w) => w.words)).not.toEqual([null])
  expect(page.text).not.toContain('Cho tôi hỏi')
  expect((await hung.get(`/channels/${channel}/conversations`)).text).not.toContain('Cho tôi hỏi')
  await db.transaction().execute((tx) => forgetOldWords(tx, 1, web.clock.now))
  expect((await wordsOf()).map((w) => w.words)).toEqual([null])
  expect((await hung.get(at)).text).toContain('Nội dung đã xóa')
  // Another word opens it again; an old one that is delivered late does not.
  await post(userSendsText('704', 'Cũ', later(-1), 'm-4-old'))
  expect((await hung.get(at)).text).toContain('Đã hết thời hạn trả lời')
  await post(userSendsText('704', 'Tôi hỏi lại', web.clock.now, 'm-4-new'))
  expect((await hung.get(at)).text).toContain('Đang trong thời hạn trả lời')
})

test('a word after the window has closed does not bring back what was said in it', async () => {
  await post(userSendsText('710', 'Điều đã quá hạn', start, 'm-10'))
  web.clock.now = later(48.2)
  await post(userSendsText('710', 'Tôi hỏi lại', web.clock.now, 'm-10b'))
  const [person] = await personsOf()
  const page = await (await web.signedIn(world.hung)).get(`/channels/${channel}/conversations/${person?.id}`)
  expect(page.text).toContain('Tôi hỏi lại')
  expect(page.text).not.toContain('Điều đã quá hạn')
  expect((await wordsOf()).map((w) => w.words === null)).toEqual([true, false])
})

test('an answer that waits until after the window is not sent, and the page says so in plain words', async () => {
  await post(userSendsText('705', 'Xin chào', start, 'm-5'))
  const [person] = await personsOf()
  const at = `/channels/${channel}/conversations/${person?.id}`
  web.clock.now = later(47)
  const hung = await web.signedIn(world.hung)
  await hung.submit(`${at}/answers`, { text: 'Chào anh.' })
  web.clock.now = later(48.3)
  await workChannel(tools, 1, channel)
  expect(fake.ledger).toEqual([])
  const page = await (await web.signedIn(world.hung)).get(at)
  expect(page.text).toContain('Bị từ chối')
  expect(page.text).toContain('Đã quá thời hạn')
})

test('the fake service holds to the window too: what the program forgot is refused there, for the desk', async () => {
  const wide = await addChannel(tools, fake, 'zalo', world.hung.unitId, {
    ...{ secret: { webhookSecret }, settings: { windowHours: '168' } },
  })
  const event = userSendsText('709', 'Chào', start, 'm-9')
  await deliver(fake, web.visitor(), `/zalo-events/1-${wide}`, event)
  const { id } = await db
    .selectFrom('publishing.zalo_person')
    .select('id')
    .where('channel_id', '=', wide)
    .executeTakeFirstOrThrow()
  web.clock.now = later(60)
  const hung = await web.signedIn(world.hung)
  await hung.submit(`/channels/${wide}/conversations/${id}/answers`, { text: 'Chào anh.' })
  await workChannel(tools, 1, wide)
  const page = await hung.get(`/channels/${wide}/conversations/${id}`)
  expect(page.text).toContain('Zalo không cho gửi tin này')
})

test('a template goes out after the window too; what is too long for its fields comes back', async () => {
  await post(userSendsText('706', 'Hồ sơ đến đâu?', start, 'm-6'))
  const [person] = await personsOf()
  const at = `/channels/${channel}/conversations/${person?.id}`
  web.clock.now = later(100)
  const hung = await web.signedIn(world.hung)
  const wrong = await hung.post(`${at}/templates`, { templateId: 'abc', data: 'không đúng dạng' })
  expect(wrong.status).toBe(422)
  expect(wrong.faults.join()).toMatch(/dãy số.*ten_muc/s)
  const long = await hung.post(`${at}/templates`, { templateId: '7', data: 'a=b' })
  expect(long.status).toBe(422)
  const over = await hung.post(`${at}/templates`, { templateId: '7895417', data: `ten=${'x'.repeat(101)}` })
  expect(over.faults.join()).toContain('cần bớt 1')
  await hung.submit(`${at}/templates`, { templateId: '7895417', data: 'ma_ho_so=HS-01\nket_qua=Đã xong' })
  await workChannel(tools, 1, channel)
  const call = fake.requests.find((r) => r.path.endsWith('/message/template'))
  expect(JSON.parse(call?.body ?? '')).toEqual({
    user_id: '706',
    template_id: '7895417',
    template_data: { ma_ho_so: 'HS-01', ket_qua: 'Đã xong' },
  })
})

test('everything about a person can be erased; who follows is only counted', async () => {
  await post(userFollows('707', start))
  expect(await personsOf()).toEqual([])
  await post(userSendsText('707', 'Số căn cước của tôi là …', start, 'm-7'))
  await post(userFollows('707', start, 'unfollow'))
  const [person] = await personsOf()
  expect(person?.follows).toBe(false)
  const hung = await web.signedIn(world.hung)
  const at = `/channels/${channel}/conversations/${person?.id}`
  await hung.submit(`${at}/answers`, { text: 'Anh đừng gửi số căn cước qua đây.' })
  await hung.submit(`${at}/erasure`)
  expect(await personsOf()).toEqual([])
  expect((await hung.get(at)).status).toBe(404)
  await workChannel(tools, 1, channel)
  expect(fake.ledger).toEqual([])
  const [day] = await db
    .selectFrom('publishing.zalo_day')
    .selectAll()
    .where('channel_id', '=', channel)
    .execute()
  expect(day).toMatchObject({ words: 1, follows: 1, unfollows: 1 })
})

test('an answer that its channel holds up is told of while it can still leave, once, to who can mend it', async () => {
  await post(userSendsText('712', 'Chào', start, 'm-12'))
  const [person] = await personsOf()
  const at = `/channels/${channel}/conversations/${person?.id}`
  const hung = await web.signedIn(world.hung)
  await hung.submit(`/channels/${channel}/state`, { to: 'off' })
  await hung.submit(`${at}/answers`, { text: 'Chào anh.' })
  await workChannel(tools, 1, channel)
  const page = await hung.get(at)
  expect(page.text).toContain('Câu trả lời chưa gửi được; sau 24/11/2026 09:00')
  expect(page.text).toContain('Kênh đang tắt')
  const warn = () => db.transaction().execute((tx) => warnOfAnswers(tx, 1, web.clock.now))
  web.clock.now = later(35.5)
  expect(await warn()).toBe(0)
  web.clock.now = later(36.5)
  expect([await warn(), await warn()]).toEqual([1, 0])
  const news = await db
    .selectFrom('jobs.job')
    .select('payload')
    .where('name', '=', 'publishing.answer-at-risk')
    .execute()
  expect(news.map((n) => n.payload)).toEqual([
    { channelId: channel, personId: person?.id, until: later(48).toISOString() },
  ])
  const again = await web.signedIn(world.hung)
  expect((await again.get('/my-work')).text).toMatch(/Trả lời người dân chưa gửi được 1\b/)
  await again.submit(`/channels/${channel}/state`, { to: 'on' })
  await workChannel(tools, 1, channel)
  expect((await again.get(at)).text).not.toContain('chưa gửi được')
  expect((await again.get('/my-work')).text).not.toContain('chưa gửi được')
})

test('the list of messages finds no answer by what was said to one person', async () => {
  await post(userSendsText('711', 'Chào', start, 'm-11'))
  const [person] = await personsOf()
  const hung = await web.signedIn(world.hung)
  const at = `/channels/${channel}/conversations/${person?.id}`
  await hung.submit(`${at}/answers`, { text: 'Hồ sơ hoãn vì bệnh tim của bà.' })
  const audit = await web.signedIn(world.phuc)
  expect((await audit.get('/messages')).text).toContain('Tin trả lời một người')
  const found = await audit.get(`/messages?q=${encodeURIComponent('bệnh tim')}`)
  expect(found.text).not.toContain('Tin trả lời một người')
  const { name } = await db
    .selectFrom('publishing.channel')
    .select('name')
    .where('id', '=', channel)
    .executeTakeFirstOrThrow()
  expect((await audit.get(`/messages?q=${encodeURIComponent(name)}`)).text).toContain('Tin trả lời một người')
})

test('an answer given in Zalo’s own pages counts as given; others may not read what people wrote', async () => {
  await post(userSendsText('708', 'Alo', start, 'm-8'))
  await post({
    ...userSendsText('388613280878808645', 'Chào bạn', later(0), 'm-8b'),
    event_name: 'oa_send_text',
    recipient: { id: '708' },
  })
  expect((await wordsOf()).map((w) => w.answered_by_name)).toEqual(['Zalo OA'])
  const thu = await web.signedIn(world.thu)
  expect((await thu.get(`/channels/${channel}/conversations`)).status).toBeGreaterThanOrEqual(403)
})
