import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { projectPath } from '../../../lib/paths.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { type ChannelKind, checkVariant } from '../../publishing/channel.ts'
import { insertChannel } from '../../publishing/channels/channels.sql.ts'
import { messagesOfSource } from '../../publishing/publishing.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { type Counters, countersOf, countWords } from './counters.ts'
import { sampleLink } from './master.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
})
afterAll(() => close())

async function itemAndChannel(kind: ChannelKind, name: string): Promise<{ id: number; channel: number }> {
  return db.transaction().execute(async (tx) => {
    const unitId = world.hung.unitId
    const channel = await insertChannel(tx, 1, { kind, name, unitId, settings: {} }, 'thử', now)
    return { id: await writtenItem(tx, world, actorOf(world.thu)), channel }
  })
}

test('a writer chooses a channel and writes its text; what is too much comes back as it was typed', async () => {
  const { id, channel } = await itemAndChannel('webpush', 'Thông báo đẩy')
  const thu = await web.signedIn(world.thu)
  const at = `/desk/items/${id}/channels`
  expect((await thu.get(at)).text).toContain('Thông báo đẩy')
  const chosen = await thu.submit(at, { channels: [String(channel)] })
  expect(chosen.text).toContain('Theo bản gốc')
  const { _csrf: _, ...values } = (await thu.get(`${at}/${channel}`)).form(`${at}/${channel}`).values
  const long = 'Rất dài. '.repeat(80)
  const refused = await thu.post(`${at}/${channel}`, { ...values, text: long, sendAt: 'tối mai' })
  expect(refused.status).toBe(422)
  expect(refused.field('Nội dung').value.trim()).toBe(long.trim())
  expect(refused.faults.join(' ')).toMatch(/kênh chỉ nhận 400.*|Nhập ngày giờ/)
  const saved = await thu.submit(`${at}/${channel}`, { ...values, text: 'Sáng thứ Bảy nhận hồ sơ.' })
  expect(saved.text).toContain('Viết riêng')
  expect(saved.text).toContain('Sáng thứ Bảy nhận hồ sơ.')
  const again = await thu.submit(`${at}/${channel}/following`)
  expect(again.text).toContain('Theo bản gốc')
})

test('the second person and a leader by private link see the texts that they approve', async () => {
  const { id, channel } = await itemAndChannel('facebook', 'Trang của tỉnh')
  const thu = await web.signedIn(world.thu)
  const at = `/desk/items/${id}/channels`
  await thu.submit(at, { channels: [String(channel)] })
  const { _csrf: _, ...values } = (await thu.get(`${at}/${channel}`)).form(`${at}/${channel}`).values
  await thu.submit(`${at}/${channel}`, { ...values, text: 'Bà con ơi, sáng thứ Bảy nhé!' })
  await thu.submit(`/desk/items/${id}/submission`, {})
  await thu.submit(`/desk/items/${id}/approval-links`, {
    leaderName: 'Phạm Quang Vinh, Phó Chủ tịch',
    leaderEmail: 'vinh.pq@anhoa.invalid',
  })
  const letter = await db
    .selectFrom('mail.letter')
    .select('body')
    .where('to_address', '=', 'vinh.pq@anhoa.invalid')
    .executeTakeFirstOrThrow()
  const path = new URL(/https?:\/\/\S+/.exec(letter.body ?? '')?.[0] ?? '').pathname
  const leader = await web.visitor().get(path)
  expect(leader.text).toContain('Bà con ơi, sáng thứ Bảy nhé!')
  const hung = await web.signedIn(world.hung)
  const page = await hung.get(`/desk/items/${id}`)
  expect(page.text).toContain('Bà con ơi, sáng thứ Bảy nhé!')
  const { digest = '' } = page.form(`/desk/items/${id}/approval`).values
  const done = await hung.submit(`/desk/items/${id}/approval`, { digest, next: 'publish' })
  expect(done.text).toContain('Trang của tỉnh')
  const messages = await db.transaction().execute((tx) => messagesOfSource(tx, 1, `editorial:${id}`))
  expect(messages.map((m) => [m.state, m.variant.text])).toEqual([
    ['waiting', 'Bà con ơi, sáng thứ Bảy nhé!'],
  ])
  const gone = await hung.submit(`/desk/items/${id}/withdrawal`, { notice: 'Gỡ để sửa lại giờ làm việc.' })
  expect(gone.text).toContain('Đã hủy')
})

interface Script {
  measure: (
    data: Counters,
    typed: { title: string; lead: string; text: string; link: string; images: number },
  ) => Record<'title' | 'lead' | 'text' | 'link' | 'images', { level: string; words: string; n?: number }>
}

test('a script that counts as one types says what the server says upon saving', async () => {
  const script = (await import(projectPath('public/js/variant.js'))) as Script
  const kinds = ['newsletter', 'webpush', 'zalo', 'facebook', 'manual'] as const
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 420 }),
    fc.integer({ min: 0, max: 320 }).map((n) => 'ế'.normalize('NFD').repeat(n)),
  )
  // What a channel has set for itself holds in both places.
  const own = fc.constantFrom<Record<string, string>[]>(
    {},
    { titleMost: '60', leadMost: '90', textMost: '120' },
  )
  const link = fc.constantFrom('', sampleLink(base), 'https://', 'abc', 'http://anhoa.gov.vn/a')
  fc.assert(
    fc.property(fc.constantFrom(...kinds), own, words, words, words, link, (...drawn) => {
      const [kind, settings, title, lead, text, address] = drawn
      const counters = countersOf({ kind, settings }, base, 'vi')
      const typed = { title, lead, text, link: address }
      const clean = (s: string) => s.normalize('NFC').replace(/\r\n?/g, '\n').trim()
      const variant = {
        ...{ title: clean(title), lead: clean(lead), text: clean(text), link: address },
        ...{ images: [{ fileId: 1, alt: '' }], buttons: [] },
      }
      const said = script.measure(counters, { ...typed, images: 1 })
      const found = checkVariant(kind, variant, new Map(), settings).filter(
        (f) => !f.vi.startsWith('Toàn bộ') && f.field !== 'images',
      )
      const levels = (field: string) => found.find((f) => f.field === field)?.level ?? ''
      for (const field of ['title', 'lead', 'text', 'link'] as const) {
        if (field === 'link' && !counters.linkUsed) continue
        expect([kind, field, said[field].level]).toEqual([kind, field, levels(field)])
      }
    }),
    { numRuns: 300 },
  )
  expect(countWords(countersOf({ kind: 'zalo', settings: {} }, base, 'vi'), 'title', 'Bảy')).toBe(
    '3 / 149 ký tự',
  )
})
