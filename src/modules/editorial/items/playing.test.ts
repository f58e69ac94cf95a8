import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { silentWav } from '../../../../test/recordings.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from '../../publishing/feed-rules.fixtures.ts'
import { linkedDataFaults, linkedThings } from '../../publishing/linked-data-rules.fixtures.ts'
import { putOut, writtenItem, writtenOver } from '../editorial.fixtures.ts'

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

test('a sound plays on its page, by parts, with its words, in feeds and for searchers; without words it waits', async () => {
  const id = await db
    .transaction()
    .execute((tx) =>
      writtenItem(tx, world, actorOf(world.thu), { kind: 'audio', title: 'Phát thanh: sáng thứ Bảy' }),
    )
  const at = `/desk/items/${id}`
  await thu.upload(`${at}/files`, { files: new File([silentWav()], 'ban-phat-thanh.wav') })
  expect((await thu.get(at)).html).toContain('<audio')
  const refused = await thu.post(`${at}/submission`)
  expect([refused.status, refused.text.includes('chưa có bản chữ')]).toEqual([422, true])
  await writtenOver(thu, at, { 'fact-transcript': 'Một giây im lặng.', 'fact-minutes': '1' })
  await putOut(thu, hung, at)
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
