import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { messagesForHand } from './by-hand.sql.ts'
import { addChannel, addMessage, stateOf } from './channels.fixtures.ts'
import { openSecret } from './sealed.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
let thu: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
  thu = await web.signedIn(world.thu)
})
afterAll(() => close())

const tools = () => ({ db, config: web.config })

test('a channel is set up with its secrets, which nobody sees again', async () => {
  const choose = await lan.get('/channels/new')
  expect(choose.heading).toBe('Thêm kênh')
  const form = {
    kind: 'facebook',
    name: 'Trang CCHC',
    unitId: world.units.noiVu,
    pageId: '77',
    pageToken: '',
  }
  const missing = await lan.post('/channels', form)
  expect(missing.status).toBe(422)
  const page = await lan.submit('/channels', { ...form, pageToken: 'very secret token' })
  expect(page.heading).toBe('Trang CCHC')
  expect(page.text).toContain('Đã lưu, được mã hóa')
  expect(page.text).not.toContain('very secret')
  expect(page.text).toContain('Chưa kiểm chứng các phần mềm đăng bài nói từ 4 đến 10 MB')
  expect(page.text).not.toContain('UNVERIFIED')
  const row = await db.selectFrom('publishing.channel').selectAll().executeTakeFirstOrThrow()
  expect(row.secret?.includes('very secret')).toBe(false)
  const of = { provinceId: 1, channelId: row.id }
  expect(openSecret(web.config.secret, of, row.secret)).toEqual({ pageToken: 'very secret token' })
  expect(openSecret(web.config.secret, { ...of, channelId: 99 }, row.secret)).toBeNull()
  const changed = await lan.submit(`/channels/${row.id}/edit`, {
    ...{ kind: 'facebook', name: 'Trang CCHC tỉnh', unitId: world.units.noiVu, pageId: '78', pageToken: '' },
  })
  expect(changed.heading).toBe('Trang CCHC tỉnh')
  const after = await db.selectFrom('publishing.channel').selectAll().executeTakeFirstOrThrow()
  expect(openSecret(web.config.secret, of, after.secret)).toEqual({ pageToken: 'very secret token' })
  const audit = await db.selectFrom('audit.entry').selectAll().where('subject_kind', '=', 'channel').execute()
  expect(JSON.stringify(audit)).not.toContain('very secret')
})

test('officers do not see channels, and nobody changes those of other units', async () => {
  expect((await thu.get('/channels')).status).toBe(403)
  const id = await addChannel(tools(), null, 'manual', world.units.noiVu)
  const hung = await web.signedIn(world.hung)
  expect((await hung.get(`/channels/${id}`)).status).toBe(200)
  expect((await hung.post(`/channels/${id}/state`, { to: 'off' })).status).toBe(403)
  const xa = await web.signedIn(world.xa)
  expect((await xa.get(`/channels/${id}`)).status).toBe(404)
})

test('consent leads to Zalo with a challenge, and nobody else’s answer is taken', async () => {
  const id = await addChannel(tools(), null, 'zalo', world.units.noiVu)
  const { location } = await lan.get(`/channels/${id}/consent`)
  const to = new URL(location)
  expect(to.origin + to.pathname).toBe('https://oauth.zaloapp.com/v4/oa/permission')
  expect(to.searchParams.get('redirect_uri')).toBe('http://localhost:3000/channels/consent')
  expect(to.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  const state = encodeURIComponent(to.searchParams.get('state') ?? '')
  const quan = await web.signedIn(world.quan)
  expect((await quan.get(`/channels/consent?state=${state}&code=c`)).location).toBe('/channels')
  expect((await lan.get('/channels/consent?state=forged.x&code=c')).location).toBe('/channels')
})

test('an unsure message is settled by a person, with either answer', async () => {
  const channel = await addChannel(tools(), null, 'zalo', world.units.noiVu)
  const one = await addMessage(db, channel, web.clock.now)
  const two = await addMessage(db, channel, web.clock.now)
  await db
    .updateTable('publishing.message')
    .set({ state: 'unsure', attempts: 1, progress: JSON.stringify({ step: 'notice', steps: ['article'] }) })
    .where('id', 'in', [one, two])
    .execute()
  expect((await lan.get(`/messages/${one}`)).text).toContain('Tin này đã lên kênh hay chưa?')
  expect((await lan.post(`/messages/${one}/settlement`, {})).status).toBe(422)
  await lan.submit(`/messages/${one}/settlement`, { sent: 'yes', link: 'https://zalo.me/1' })
  await lan.submit(`/messages/${two}/settlement`, { sent: 'no' })
  expect(await stateOf(db, one)).toMatchObject({ state: 'sent', remote_url: 'https://zalo.me/1' })
  expect(await stateOf(db, two)).toMatchObject({ state: 'waiting' })
  expect((await lan.post(`/messages/${one}/settlement`, { sent: 'no' })).status).toBe(409)
})

test('a manual message is proved by its unit’s people and counts as sent', async () => {
  const channel = await addChannel(tools(), null, 'manual', world.units.vanHoa)
  const id = await addMessage(db, channel, web.clock.now)
  await db.updateTable('publishing.message').set({ state: 'sending' }).where('id', '=', id).execute()
  expect((await thu.get(`/messages/${id}`)).text).toContain('Nộp minh chứng')
  const atHand = () => messagesForHand(db, 1, [world.units.vanHoa])
  expect(await atHand()).toEqual({ count: 1, href: `/messages/${id}` })
  expect((await messagesForHand(db, 1, [world.units.noiVu])).count).toBe(0)
  const none = await thu.upload(`/messages/${id}/proof`, {}, { day: '22/11/2026', link: '', words: '' })
  expect(none.status).toBe(422)
  const done = await thu.upload(
    `/messages/${id}/proof`,
    {},
    {
      ...{ day: '21/11/2026', link: 'https://lotus.vn/w/1', words: 'Đã đăng' },
    },
  )
  expect(done.status).toBe(303)
  expect((await atHand()).count).toBe(0)
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent', remote_url: 'https://lotus.vn/w/1' })
  const minh = await web.signedIn(world.minh)
  expect((await minh.get(`/messages/${id}`)).status).toBe(404)
})

test('the outbox is searched, filtered and shown by day; what was given up is sent again or cancelled', async () => {
  const channel = await addChannel(tools(), null, 'webhook', world.units.noiVu)
  const fault = { code: 'tried', who: 'channel', vi: 'Đã thử nhiều lần không được.', en: 'In vain.' }
  const dead = await addMessage(db, channel, web.clock.now, { variant: { title: 'Tin đặc biệt' } })
  await db
    .updateTable('publishing.message')
    .set({ state: 'dead', attempts: 12, last_error: JSON.stringify(fault) })
    .where('id', '=', dead)
    .execute()
  const found = await lan.get(`/messages?q=${encodeURIComponent('đặc biệt')}&state=dead`)
  expect(found.text).toContain('Tin đặc biệt')
  expect(found.text).toContain('Đã thử nhiều lần không được.')
  expect((await lan.get('/messages/calendar?month=2026-11')).text).toContain('22/11/2026')
  await lan.submit(`/messages/${dead}/attempts`)
  expect(await stateOf(db, dead)).toMatchObject({ state: 'waiting', attempts: 12 })
  expect((await lan.get(`/messages/${dead}/cancellation`)).heading).toBe('Hủy tin này?')
  await lan.submit(`/messages/${dead}/cancellation`)
  expect(await stateOf(db, dead)).toMatchObject({ state: 'cancelled' })
})
