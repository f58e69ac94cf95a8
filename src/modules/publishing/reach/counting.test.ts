import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { isBot } from '../../../lib/http/bots.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { countReach, flushReach } from './counting.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const counted = () =>
  db
    .selectFrom('publishing.reach')
    .select(['day', 'channel_kind', 'place', 'metric', 'amount'])
    .orderBy('place')
    .execute()

test('what is counted lies together by day, channel and place, and nothing of the reader with it', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  const seen = {
    provinceId: 1,
    publicationId: id,
    day: '2026-11-22',
    metric: 'view',
    channelKind: 'portal',
    place: '',
  } as const
  for (let i = 0; i < 500; i += 1) countReach(db, seen)
  countReach(db, { ...seen, channelKind: 'leaflet', place: 'xã Bình Minh', metric: 'scan' })
  await flushReach(db)
  countReach(db, { ...seen, amount: 7 })
  await Promise.all([flushReach(db), flushReach(db)])
  expect(await counted()).toEqual([
    { day: '2026-11-22', channel_kind: 'portal', place: '', metric: 'view', amount: 507 },
    { day: '2026-11-22', channel_kind: 'leaflet', place: 'xã Bình Minh', metric: 'scan', amount: 1 },
  ])
})

test('what cannot be written waits, and what was counted for nothing does not hold up the rest', async () => {
  const { id } = await addPublication(db, world.units.noiVu)
  const seen = {
    provinceId: 1,
    publicationId: id,
    day: '2026-11-20',
    metric: 'view',
    channelKind: 'portal',
    place: 'z',
  } as const
  countReach(db, { ...seen, day: 'no day' })
  countReach(db, seen)
  await expect(flushReach(db)).rejects.toThrow()
  await expect(flushReach(db)).rejects.toThrow()
  expect((await counted()).filter((r) => r.place === 'z')).toEqual([])
})

test('bots, previews and pages fetched ahead are no readers', () => {
  const asks = (agent: string, more: Record<string, string> = {}) =>
    isBot((name) => ({ 'user-agent': agent, ...more })[name])
  const phone =
    'Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
  expect(asks(phone)).toBe(false)
  expect(asks(`${phone} Zalo android/24110101 ZaloTheme/light ZaloLanguage/vn`)).toBe(false)
  expect(asks(`${phone} [FBAN/EMA;FBLC/vi_VN;FBAV/436.0.0.8.100;]`)).toBe(false)
  expect(asks('Mozilla/5.0 (Windows NT 10.0; Win64; x64) coc_coc_browser/120.0.0 Chrome/114.0')).toBe(false)
  expect(asks(phone, { 'sec-purpose': 'prefetch;prerender' })).toBe(true)
  for (const agent of [
    '',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)',
    'TelegramBot (like TwitterBot)',
    'curl/8.5.0',
    'python-requests/2.32',
  ])
    expect(asks(agent), agent).toBe(true)
})
