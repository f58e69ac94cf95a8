import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from '../../publishing/feed-rules.fixtures.ts'
import { linkedDataFaults, linkedThings } from '../../publishing/linked-data-rules.fixtures.ts'
import { writtenItem } from '../editorial.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let hung: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  thu = await web.signedIn(world.thu)
  hung = await web.signedIn(world.hung)
})
afterAll(() => close())

/** A second of silence: 8,000 samples of 8 bits, WAV. */
function silence(): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + 8_000, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(8_000, 40)
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(8_000, 128)]))
}

test('a sound plays on its page, by parts, with its words, in feeds and for searchers; without words it waits', async () => {
  const id = await db
    .transaction()
    .execute((tx) =>
      writtenItem(tx, world, actorOf(world.thu), { kind: 'audio', title: 'Phát thanh: sáng thứ Bảy' }),
    )
  const at = `/desk/items/${id}`
  await thu.upload(`${at}/files`, { files: new File([silence()], 'ban-phat-thanh.wav') })
  expect((await thu.get(at)).html).toContain('<audio')
  const refused = await thu.post(`${at}/submission`)
  expect([refused.status, refused.text.includes('chưa có bản chữ')]).toEqual([422, true])
  const { _csrf: _, ...values } = (await thu.get(`${at}/edit`)).form(at).values
  await thu.submit(at, { ...values, 'fact-transcript': 'Một giây im lặng.', 'fact-minutes': '1' })
  await thu.submit(`${at}/submission`, {})
  const { digest = '' } = (await hung.get(at)).form(`${at}/approval`).values
  await hung.submit(`${at}/approval`, { digest, next: 'publish' })
  const reader = web.visitor()
  const page = await reader.get('/articles/phat-thanh-sang-thu-bay')
  expect(page.text).toContain('Một giây im lặng.')
  const address = /<audio[^>]* src="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const whole = await reader.get(address)
  expect([whole.status, whole.headers.get('content-type'), whole.bytes.length]).toEqual([
    200,
    'audio/wav',
    8_044,
  ])
  const part = await reader.request(address, { headers: { range: 'bytes=40-49' } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 40-49/8044'])
  expect(Buffer.from(part.bytes)).toEqual(Buffer.from(whole.bytes).subarray(40, 50))
  expect((await reader.request(address, { headers: { range: 'bytes=9000-' } })).status).toBe(416)
  const things = linkedThings(page.html)
  expect(things.flatMap(linkedDataFaults)).toEqual([])
  expect(things[0]?.['audio']).toMatchObject([{ '@type': 'AudioObject', duration: 'PT60S' }])
  for (const [kind, faults] of Object.entries({ rss: rssFaults, atom: atomFaults, json: jsonFeedFaults })) {
    const feed = Buffer.from((await reader.get(`/feeds/all.${kind}`)).bytes).toString()
    expect([kind, feed.includes(address), feed.includes('audio/wav')]).toEqual([kind, true, true])
    expect(faults(feed, `${web.config.baseUrl}/feeds/all.${kind}`)).toEqual([])
  }
})
