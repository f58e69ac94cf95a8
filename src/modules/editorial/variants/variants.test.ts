import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { type ChannelKind, variantFromMaster } from '../../publishing/channel.ts'
import { insertChannel, updateChannel } from '../../publishing/channels/channels.sql.ts'
import { updateMessage } from '../../publishing/channels/messages.sql.ts'
import { accountLinkFor, messagesOfSource } from '../../publishing/publishing.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'
import {
  approve,
  mergeItem,
  publishNow,
  publishScheduled,
  schedule,
  submitItem,
  withdrawItem,
} from '../items/life.ts'
import { selectVersion } from '../items/versions.sql.ts'
import { editAgain, saveContent, textOf } from '../items/writing.ts'
import { hearOfTrouble } from './hearing.ts'
import { ownLink } from './master.ts'
import { selectTakedowns, selectTroubled } from './takedowns.sql.ts'
import { troublesOf } from './troubles.ts'
import { selectVariants } from './variants.sql.ts'
import { chooseChannels, followAgain, noteTakenDown, saveVariant } from './variants.ts'

let db: Db
let close: () => Promise<void>
let world: World
let thu: Actor
let hung: Actor
let lan: Actor
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  thu = actorOf(world.thu)
  hung = actorOf(world.hung)
  lan = actorOf(world.lan)
})
afterAll(() => close())

const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
const refusal = (kind: string) => expect.objectContaining({ kind })

function channel(tx: Tx, kind: ChannelKind, name = `Kênh ${kind}`): Promise<number> {
  return insertChannel(tx, 1, { kind, name, unitId: hung.grants[0]?.unitId ?? 0, settings: {} }, 'thử', now)
}

async function current(tx: Tx, id: number) {
  const item = await selectItem(tx, 1, id)
  const version = item && (await selectVersion(tx, 1, id, item.currentVersion))
  if (!item || !version) throw new Error('no item')
  return { item, version, variants: await selectVariants(tx, 1, id, version.number) }
}

async function rewrite(tx: Tx, id: number, lead: string): Promise<void> {
  const { item, version } = await current(tx, id)
  await saveContent(tx, thu, id, { content: { ...textOf(version), lead }, revision: item.revision }, now)
}

async function approved(tx: Tx, id: number): Promise<void> {
  await submitItem(tx, thu, id, { note: null }, now)
  await approve(tx, hung, id, { digest: (await current(tx, id)).version.digest, note: null }, now)
}

const sent = (tx: Tx, id: number) => messagesOfSource(tx, 1, `editorial:${id}`)
const states = async (tx: Tx, id: number) => (await sent(tx, id)).map((m) => m.state).sort()

/** An item on its way by a page of Facebook and by hand. */
async function onChannels(tx: Tx) {
  const [page, board] = [await channel(tx, 'facebook'), await channel(tx, 'manual', 'Bảng tin thôn')]
  const id = await writtenItem(tx, world, thu)
  await chooseChannels(tx, thu, id, [page, board], now)
  return { id, page, board }
}

test('a variant follows the master until somebody writes it by hand, and can follow again', () =>
  inRolledBack(db, async (tx) => {
    const { id, page } = await onChannels(tx)
    const text = async () =>
      (await current(tx, id)).variants.find((v) => v.channelId === page)?.content.text ?? ''
    await rewrite(tx, id, 'Từ tháng 12, nhận hồ sơ cả sáng Chủ nhật.')
    expect(await text()).toContain('cả sáng Chủ nhật')
    const [own] = (await current(tx, id)).variants.filter((v) => v.channelId === page)
    if (!own) throw new Error('no variant')
    const content = { ...own.content, text: 'Bà con ơi, sáng Chủ nhật cũng nhận hồ sơ nhé.' }
    await saveVariant(tx, thu, id, page, { content, sendAt: null }, base, now)
    await rewrite(tx, id, 'Từ tháng 12, nhận hồ sơ cả ngày Chủ nhật.')
    expect(await text()).toBe(content.text)
    await followAgain(tx, thu, id, page, now)
    expect(await text()).toContain('cả ngày Chủ nhật')
  }))

test('what a channel would refuse is refused by field, and nothing of what stood is lost', () =>
  inRolledBack(db, async (tx) => {
    const zalo = await channel(tx, 'zalo')
    const id = await writtenItem(tx, world, thu)
    await chooseChannels(tx, thu, id, [zalo], now)
    const before = (await current(tx, id)).variants
    const content = { ...variantFromMaster('zalo', { ...emptyMaster, title: 'x' }), title: 'D'.repeat(150) }
    const saving = saveVariant(tx, thu, id, zalo, { content, sendAt: null }, base, now)
    await expect(saving).rejects.toMatchObject({
      kind: 'invalid',
      faults: expect.arrayContaining([
        expect.objectContaining({ field: 'title' }),
        expect.objectContaining({ field: 'images' }),
      ]),
    })
    expect((await current(tx, id)).variants).toEqual(before)
    await expect(submitItem(tx, thu, id, { note: null }, now)).rejects.toMatchObject({
      kind: 'invalid',
      faults: [expect.objectContaining({ field: `channel-${zalo}` })],
    })
  }))

const emptyMaster = { title: '', lead: '', text: '', link: '', images: [], unitName: '' }

test('an approval covers the texts of all chosen channels, and each of them changes its digest', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, board } = await onChannels(tx)
    const digest = async () => (await current(tx, id)).version.digest
    const seen = new Set([await digest()])
    const [own] = (await current(tx, id)).variants
    if (!own) throw new Error('no variant')
    const changes = [
      () =>
        saveVariant(
          tx,
          thu,
          id,
          page,
          { content: { ...own.content, text: 'Khác' }, sendAt: null },
          base,
          now,
        ),
      () =>
        saveVariant(
          tx,
          thu,
          id,
          page,
          { content: { ...own.content, text: 'Khác', link: '' }, sendAt: null },
          base,
          now,
        ),
      () =>
        saveVariant(
          tx,
          thu,
          id,
          page,
          { content: own.content, sendAt: new Date(now.getTime() + 9e6) },
          base,
          now,
        ),
      () => chooseChannels(tx, thu, id, [page], now),
      () => rewrite(tx, id, 'Tóm tắt khác hẳn trước.'),
    ]
    for (const change of changes) {
      await change()
      seen.add(await digest())
    }
    expect(seen.size).toBe(changes.length + 1)
    await submitItem(tx, thu, id, { note: null }, now)
    const stale = [...seen][0] ?? ''
    await expect(approve(tx, hung, id, { digest: stale, note: null }, now)).rejects.toEqual(
      refusal('conflict'),
    )
    await expect(chooseChannels(tx, thu, id, [board], now)).rejects.toEqual(refusal('conflict'))
    const tamper = tx.updateTable('editorial.variant').set({ purpose: null }).where('item_id', '=', id)
    await expect(tamper.execute()).rejects.toThrow(/sealed/)
  }))

test('whoever wrote only the text for a channel is not the second person', () =>
  inRolledBack(db, async (tx) => {
    const { id, page } = await onChannels(tx)
    const own = (await current(tx, id)).variants.find((v) => v.channelId === page)
    if (!own) throw new Error('no variant')
    const content = { ...own.content, text: 'Trưởng đơn vị tự viết bài cho trang Facebook.' }
    await saveVariant(tx, hung, id, page, { content, sendAt: null }, base, now)
    await submitItem(tx, thu, id, { note: null }, now)
    const { digest } = (await current(tx, id)).version
    await expect(approve(tx, hung, id, { digest, note: null }, now)).rejects.toEqual(refusal('conflict'))
    await approve(tx, lan, id, { digest, note: null }, now)
  }))

test('a publication hands each variant to its channel once, with a short link that counts for it', () =>
  inRolledBack(db, async (tx) => {
    const { id, page } = await onChannels(tx)
    await approved(tx, id)
    expect(await sent(tx, id)).toEqual([])
    await publishNow(tx, hung, id, base, now)
    const messages = await sent(tx, id)
    expect(messages.map((m) => m.channelKind).sort()).toEqual(['facebook', 'manual'])
    expect(messages.every((m) => /^https:\/\/cchc\.anhoa\.invalid\/s\/\w{7}$/.test(m.variant.link))).toBe(
      true,
    )
    const links = await tx.selectFrom('publishing.short_link').select(['channel_kind', 'place']).execute()
    expect(links.map((l) => `${l.channel_kind} ${l.place}`).sort()).toEqual([
      'facebook Kênh facebook',
      'notice_board Bảng tin thôn',
    ])
    expect((await current(tx, id)).variants.find((v) => v.channelId === page)?.content.link).toBe(ownLink)
  }))

test('two accounts of one kind are counted apart', () =>
  inRolledBack(db, async (tx) => {
    const accounts = [await channel(tx, 'facebook', 'Trang tỉnh'), await channel(tx, 'facebook', 'Trang Sở')]
    const id = await writtenItem(tx, world, thu)
    await chooseChannels(tx, thu, id, accounts, now)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    expect(new Set((await sent(tx, id)).map((m) => m.variant.link)).size).toBe(2)
    const links = await tx.selectFrom('publishing.short_link').select('place').orderBy('place').execute()
    expect(links.map((l) => l.place)).toEqual(['Trang Sở', 'Trang tỉnh'])
  }))

test('two accounts of one kind and one name are counted apart, and keep their links when they are renamed', () =>
  inRolledBack(db, async (tx) => {
    const accounts = [
      await channel(tx, 'facebook', 'Trang tỉnh'),
      await channel(tx, 'facebook', 'Trang tỉnh'),
    ]
    const id = await writtenItem(tx, world, thu)
    await chooseChannels(tx, thu, id, accounts, now)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    expect(new Set((await sent(tx, id)).map((m) => m.variant.link)).size).toBe(2)
    const links = await tx.selectFrom('publishing.short_link').selectAll().orderBy('channel_id').execute()
    const [first, second] = links
    expect(links.map((l) => l.place)).toEqual(['Trang tỉnh', `Trang tỉnh (kênh ${accounts[1]})`])
    const of = { publicationId: first?.publication_id ?? 0, channelKind: 'facebook', name: 'Tên mới' }
    for (const link of [second, first]) {
      const again = await accountLinkFor(tx, 1, { ...of, channelId: link?.channel_id ?? 0 }, now)
      expect(again.code).toBe(link?.code)
    }
  }))

test('a link made for the name of an account before it had its own goes on as its own', () =>
  inRolledBack(db, async (tx) => {
    const page = await channel(tx, 'facebook', 'Trang cũ')
    const id = await writtenItem(tx, world, thu)
    await chooseChannels(tx, thu, id, [page], now)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const [link] = await tx
      .updateTable('publishing.short_link')
      .set({ channel_id: null })
      .returningAll()
      .execute()
    const of = {
      publicationId: link?.publication_id ?? 0,
      channelId: page,
      channelKind: 'facebook',
      name: 'Trang cũ',
    }
    expect((await accountLinkFor(tx, 1, of, now)).code).toBe(link?.code)
  }))

test('a scheduled text leaves by its channels when its time has come, once however often the job runs', () =>
  inRolledBack(db, async (tx) => {
    const { id, page } = await onChannels(tx)
    const own = (await current(tx, id)).variants.find((v) => v.channelId === page)
    const evening = new Date(now.getTime() + 8 * 3_600_000)
    if (own) await saveVariant(tx, thu, id, page, { content: own.content, sendAt: evening }, base, now)
    await approved(tx, id)
    const at = new Date(now.getTime() + 3_600_000)
    await schedule(tx, hung, id, { at }, now)
    expect(await sent(tx, id)).toEqual([])
    await publishScheduled(tx, program, id, 1, base, at)
    await publishScheduled(tx, program, id, 1, base, at)
    const due = (await sent(tx, id)).map((m) => [m.channelKind, m.dueAt.getTime()])
    expect(due.sort()).toEqual([
      ['facebook', evening.getTime()],
      ['manual', at.getTime()],
    ])
  }))

test('a forced publication sends too, and its second look is asked for', () =>
  inRolledBack(db, async (tx) => {
    const { id } = await onChannels(tx)
    await forcePublish(tx, hung, id, { reason: 'Bão đổ bộ trong đêm, cần báo ngay cho dân' }, base, now)
    expect(await states(tx, id)).toEqual(['waiting', 'waiting'])
  }))

test('a newer version cancels what waits, and updates only where somebody said so', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, board } = await onChannels(tx)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const [onPage] = (await sent(tx, id)).filter((m) => m.channelId === page)
    await updateMessage(tx, 1, onPage?.id ?? 0, { state: 'sent', sentAt: now })
    await editAgain(tx, thu, id, now)
    const purposes = async () =>
      Object.fromEntries((await current(tx, id)).variants.map((v) => [v.channelId, v.purpose]))
    expect(await purposes()).toEqual({ [page]: null, [board]: 'first' })
    await rewrite(tx, id, 'Bản thứ hai, thêm giờ buổi chiều.')
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const second = await sent(tx, id)
    expect(second.filter((m) => m.channelId === page)).toHaveLength(1)
    expect(
      second
        .filter((m) => m.channelId === board)
        .map((m) => m.state)
        .sort(),
    ).toEqual(['cancelled', 'waiting'])
    await editAgain(tx, thu, id, now)
    await chooseChannels(tx, thu, id, [page], now)
    expect(await purposes()).toEqual({ [page]: 'update', [board]: null })
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    expect((await sent(tx, id)).filter((m) => m.channelId === page && m.state === 'waiting')).toHaveLength(1)
  }))

test('what left between the new version and its publication is not sent twice', () =>
  inRolledBack(db, async (tx) => {
    const { id, page } = await onChannels(tx)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    await editAgain(tx, thu, id, now)
    const [onPage] = (await sent(tx, id)).filter((m) => m.channelId === page)
    await updateMessage(tx, 1, onPage?.id ?? 0, { state: 'unsure' })
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    expect((await sent(tx, id)).filter((m) => m.channelId === page)).toHaveLength(1)
  }))

test('a withdrawal cancels what has not left, and asks for the rest to be taken down', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, board } = await onChannels(tx)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const [onPage] = (await sent(tx, id)).filter((m) => m.channelId === page)
    await updateMessage(tx, 1, onPage?.id ?? 0, { state: 'sent', sentAt: now })
    await withdrawItem(tx, hung, id, { notice: 'Số liệu sai, đang kiểm tra lại.', inError: true }, now)
    expect((await sent(tx, id)).find((m) => m.channelId === board)?.state).toBe('cancelled')
    const [down, ...others] = await selectTakedowns(tx, 1, id)
    expect([down?.messageId, down?.doneAt, others]).toEqual([onPage?.id, null, []])
    const told = await tx
      .selectFrom('assignments.notice')
      .select('kind')
      .where('kind', '=', 'editorial.takedown')
      .execute()
    expect(told.length).toBeGreaterThan(0)
    await noteTakenDown(tx, hung, id, onPage?.id ?? 0, now)
    await expect(noteTakenDown(tx, lan, id, onPage?.id ?? 0, now)).rejects.toEqual(refusal('conflict'))
  }))

test('a refusal of a channel reaches those who wrote, once for each time it is told', () =>
  inRolledBack(db, async (tx) => {
    const { id, page } = await onChannels(tx)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const [onPage] = (await sent(tx, id)).filter((m) => m.channelId === page)
    await hearOfTrouble(tx, 1, onPage?.id ?? 0, now)
    await hearOfTrouble(tx, 1, null, now)
    const told = () =>
      tx
        .selectFrom('assignments.notice')
        .select(['account_id', 'href'])
        .where('kind', '=', 'editorial.channel')
        .execute()
    expect(await told()).toEqual([])
    expect(await selectTroubled(tx, 1, [id])).toEqual(new Set())
    const lastError = { code: 'content', who: 'desk', vi: 'Ảnh sai cỡ.', en: 'Wrong picture.' } as const
    await updateMessage(tx, 1, onPage?.id ?? 0, { state: 'failed', lastError })
    await hearOfTrouble(tx, 1, onPage?.id ?? 0, now)
    expect(await told()).toEqual([{ account_id: thu.accountId, href: `/desk/items/${id}/channels` }])
    expect(await selectTroubled(tx, 1, [id])).toEqual(new Set([id]))
    expect(await selectTroubled(tx, 1, null)).toEqual(new Set([id]))
  }))

test('an item says which of its channels failed, rests or is off, why, and who must act', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, board } = await onChannels(tx)
    const troubles = () => troublesOf(tx, 1, [id], now)
    expect(await troubles()).toEqual([])
    const trouble = {
      code: 'token',
      who: 'channel',
      vi: 'Hết hạn mã.',
      en: 'Token ended.',
      at: base,
    } as const
    await updateChannel(tx, 1, page, { state: 'needs_attention', trouble })
    expect(await troubles()).toMatchObject([{ channelId: page, messageId: null, why: { vi: 'Hết hạn mã.' } }])
    await updateChannel(tx, 1, page, { state: 'on', trouble: null })
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const restUntil = new Date(now.getTime() + 600_000).toISOString()
    await updateChannel(tx, 1, page, { health: { restUntil } })
    await updateChannel(tx, 1, board, { state: 'off' })
    expect((await troubles()).map((t) => [t.channelId, t.tone, t.word.vi])).toEqual([
      [board, 'warn', 'Đã tắt'],
      [page, 'warn', 'Đang nghỉ'],
    ])
    const [onPage] = (await sent(tx, id)).filter((m) => m.channelId === page)
    const lastError = { code: 'content', who: 'desk', vi: 'Ảnh sai cỡ.', en: 'Wrong picture.' } as const
    await updateMessage(tx, 1, onPage?.id ?? 0, { state: 'dead', lastError })
    const [, failed] = await troubles()
    expect(failed).toMatchObject({ tone: 'bad', why: { vi: 'Ảnh sai cỡ.' }, who: { vi: 'Ban biên tập' } })
  }))

test('what waits of a merged item does not leave', () =>
  inRolledBack(db, async (tx) => {
    const { id } = await onChannels(tx)
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
    const into = await writtenItem(tx, world, thu)
    await approved(tx, into)
    await publishNow(tx, hung, into, base, now)
    await mergeItem(tx, hung, id, { intoId: into }, now)
    expect(await states(tx, id)).toEqual(['cancelled', 'cancelled'])
  }))

test('several who publish at the same moment send one message a channel', async () => {
  const id = await db.transaction().execute(async (tx) => {
    const made = await onChannels(tx)
    await approved(tx, made.id)
    const at = new Date(now.getTime() + 1000)
    await schedule(tx, hung, made.id, { at }, now)
    return made.id
  })
  const later = new Date(now.getTime() + 2000)
  const publish: ((tx: Tx) => Promise<unknown>)[] = [
    (tx: Tx) => publishNow(tx, hung, id, base, later),
    (tx: Tx) => publishScheduled(tx, program, id, 1, base, later),
    (tx: Tx) => publishNow(tx, lan, id, base, later),
  ]
  const done = await Promise.allSettled(publish.map((body) => db.transaction().execute(body)))
  expect(done.some((d) => d.status === 'fulfilled')).toBe(true)
  expect(await db.transaction().execute((tx) => states(tx, id))).toEqual(['waiting', 'waiting'])
  const steps = await db
    .selectFrom('editorial.step')
    .select('id')
    .where('item_id', '=', id)
    .where('verb', '=', 'publish')
    .execute()
  expect(steps).toHaveLength(1)
})

type Deed = 'edit' | 'choose' | 'drop' | 'publish' | 'leave' | 'fail' | 'withdraw'
const deeds: Deed[] = ['edit', 'choose', 'drop', 'publish', 'publish', 'leave', 'fail', 'withdraw']

test(
  'in whatever order things happen, a channel gets a version once and an update only when asked',
  () =>
    inRolledBack(db, async (tx) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...deeds), { minLength: 4, maxLength: 12 }),
          async (played) => {
            const { id, page, board } = await onChannels(tx)
            for (const deed of ['publish' as const, ...played]) await play(tx, { id, page, board }, deed)
            const messages = await sent(tx, id)
            expect(new Set(messages.map((m) => m.sendKey)).size).toBe(messages.length)
            for (const channelId of [page, board]) {
              const own = messages.filter((m) => m.channelId === channelId)
              expect(
                own.filter((m) => ['waiting', 'failed', 'dead'].includes(m.state)).length,
              ).toBeLessThanOrEqual(1)
              const first = own.filter((m) => m.sendKey.endsWith(':first') && m.state === 'sent')
              expect(first.length).toBeLessThanOrEqual(1)
            }
          },
        ),
        { numRuns: 12 },
      )
    }),
  300_000,
)

async function play(tx: Tx, at: { id: number; page: number; board: number }, deed: Deed): Promise<void> {
  const { id, page, board } = at
  const { item } = await current(tx, id)
  const open = item.state === 'draft' || item.state === 'returned'
  if (deed === 'edit' && !open) await editAgain(tx, thu, id, now)
  if (deed === 'choose' && open) await chooseChannels(tx, thu, id, [page, board], now)
  if (deed === 'drop' && open) await chooseChannels(tx, thu, id, [board], now)
  if (deed === 'publish' && open) {
    await approved(tx, id)
    await publishNow(tx, hung, id, base, now)
  }
  if (deed === 'withdraw' && item.state === 'published')
    await withdrawItem(tx, hung, id, { notice: 'Gỡ để xem lại.', inError: false }, now)
  const [waiting] = (await sent(tx, id)).filter((m) => m.state === 'waiting')
  if (deed === 'leave' && waiting) await updateMessage(tx, 1, waiting.id, { state: 'sent', sentAt: now })
  if (deed === 'fail' && waiting) await updateMessage(tx, 1, waiting.id, { state: 'failed' })
}
