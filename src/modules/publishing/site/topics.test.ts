import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openPortal } from '../publishing.columns.ts'

let db: Db
let close: () => Promise<void>
let world: World
let lan: Browser
let thu: Browser
let visitor: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  const web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  lan = await web.signedIn(world.lan)
  thu = await web.signedIn(world.thu)
  visitor = web.visitor()
})
afterAll(() => close())

const form = {
  vi: 'Tiếp cận thông tin',
  en: 'Access to information',
  aboutVi: 'Quyền được biết.',
  isShown: '1',
}

test('a topic is added, named anew and hidden, and readers see it everywhere at once', async () => {
  expect((await lan.upload('/site/topics', {}, { ...form, vi: 'ab' })).status).toBe(422)
  const at = (await lan.upload('/site/topics', {}, form)).location
  expect(at).toBe('/site/topics/tiep-can-thong-tin')
  for (const path of ['/topics', '/topics/tiep-can-thong-tin', '/feeds', '/site-map', '/subscriptions/new'])
    expect((await visitor.get(path)).text, path).toContain('Tiếp cận thông tin')
  expect((await visitor.get('/find?words=tiep+can+thong+tin')).html).toContain('/topics/tiep-can-thong-tin')
  await lan.upload(at, {}, { ...form, vi: 'Quyền được biết', isShown: '' })
  expect((await visitor.get('/topics')).text).not.toContain('Quyền được biết')
  expect((await visitor.get('/topics/tiep-can-thong-tin')).heading).toBe('Quyền được biết')
  expect((await visitor.get('/feeds/topics/tiep-can-thong-tin.rss')).status).toBe(200)
})

test('a picture needs words, and is public with its topic', async () => {
  const plain = { create: { width: 90, height: 30, channels: 3, background: '#a3182a' } } as const
  const png = new File([Uint8Array.from(await sharp(plain).png().toBuffer())], 'anh.png')
  const was = { ...form, vi: 'Cải cách thể chế', en: 'Institutions' }
  const bare = await lan.upload('/site/topics/institutions', { image: [png] }, was)
  expect([bare.status, bare.text.includes('Mô tả ảnh bằng một câu')]).toEqual([422, true])
  await lan.upload('/site/topics/institutions', { image: [png] }, { ...was, imageAlt: 'Hội trường' })
  const html = (await visitor.get('/topics/institutions')).html
  const picture = /src="(\/media\/\d+\/960)" alt="Hội trường"/.exec(html)?.[1] ?? ''
  expect((await visitor.get(picture)).status).toBe(200)
})

test('the order of the portal is the order of the office', async () => {
  const before = (await visitor.get('/topics')).text
  expect(before.indexOf('Cải cách thể chế')).toBeLessThan(before.indexOf('Cải cách thủ tục'))
  await lan.post('/site/topics/institutions/move', { to: 'down' })
  const after = (await visitor.get('/topics')).text
  expect(after.indexOf('Cải cách thủ tục')).toBeLessThan(after.indexOf('Cải cách thể chế'))
})

test('a retired topic stays to be read with its successor, is offered no more, and its followers follow on', async () => {
  await db
    .insertInto('publishing.subscriber')
    .values({
      ...{ province_id: 1, address_hash: Buffer.from('h'), address_sealed: Buffer.from('s') },
      ...{ state: 'confirmed', topics: ['initiatives'], rhythm: 'weekly', consent: 'Đồng ý' },
      asked_at: new Date('2026-11-01T00:00:00Z'),
    })
    .execute()
  const at = '/site/topics/initiatives'
  expect((await lan.post(`${at}/retirement`, { successor: 'initiatives' })).status).toBe(422)
  await lan.post(`${at}/retirement`, { successor: 'one_stop' })
  const page = await visitor.get('/topics/initiatives')
  expect([page.status, page.text.includes('không còn nhận tin mới')]).toEqual([200, true])
  expect(page.html).toContain('href="/topics/one_stop"')
  for (const path of ['/topics', '/feeds', '/subscriptions/new'])
    expect((await visitor.get(path)).text, path).not.toContain('Sáng kiến, mô hình hay')
  const { topics } = await db.selectFrom('publishing.subscriber').select('topics').executeTakeFirstOrThrow()
  expect(topics).toEqual(['initiatives', 'one_stop'])
  await lan.post(`${at}/retirement`, { to: 'open' })
  expect((await visitor.get('/topics')).text).toContain('Sáng kiến, mô hình hay')
})

test('officers do not name topics', async () => {
  expect((await thu.get('/site/topics')).status).toBe(403)
  expect((await thu.post('/site/topics/institutions/move', { to: 'up' })).status).toBe(403)
})
