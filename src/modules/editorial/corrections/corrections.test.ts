import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { insertChannel } from '../../publishing/channels/channels.sql.ts'
import { updateMessage } from '../../publishing/channels/messages.sql.ts'
import { messagesOfSource } from '../../publishing/publishing.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { selectItem } from '../items/items.sql.ts'
import { approve, publishNow, submitItem } from '../items/life.ts'
import { itemForChange, versionOf } from '../items/loading.ts'
import { selectVersion } from '../items/versions.sql.ts'
import { editAgain, saveContent, textOf } from '../items/writing.ts'
import { selectVariants } from '../variants/variants.sql.ts'
import { chooseChannels, followAgain } from '../variants/variants.ts'
import { uncarriedOf } from './carrying.ts'
import { selectCorrections } from './corrections.sql.ts'
import { decideOnCorrection, proposeCorrection } from './corrections.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Actor
let hung: Actor
let lan: Actor
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  thu = actorOf(world.thu)
  hung = actorOf(world.hung)
  lan = actorOf(world.lan)
})
afterAll(() => close())

const refused = (kind: string) => expect.objectContaining({ kind })
const sent = (tx: Tx, id: number) => messagesOfSource(tx, 1, `editorial:${id}`)

/** A public item that Facebook refused and a notice board has. */
async function refusedByPage(tx: Tx) {
  const unitId = hung.grants[0]?.unitId ?? 0
  const make = (kind: 'facebook' | 'manual', name: string) =>
    insertChannel(tx, 1, { kind, name, unitId, settings: {} }, 'thử', now)
  const [page, board] = [await make('facebook', 'Trang tỉnh'), await make('manual', 'Bảng tin')]
  const id = await writtenItem(tx, world, thu)
  await chooseChannels(tx, thu, id, [page, board], now)
  await submitItem(tx, thu, id, { note: null }, now)
  const item = await selectItem(tx, 1, id)
  const version = item && (await selectVersion(tx, 1, id, item.currentVersion))
  await approve(tx, hung, id, { digest: version?.digest ?? '', note: null }, now)
  await publishNow(tx, hung, id, base, now)
  const message = (await sent(tx, id)).find((m) => m.channelId === page)
  const lastError = { code: 'content', who: 'desk', vi: 'Ảnh sai cỡ.', en: 'Wrong picture.' } as const
  await updateMessage(tx, 1, message?.id ?? 0, { state: 'failed', lastError })
  const [variant] = (await selectVariants(tx, 1, id, 1)).filter((v) => v.channelId === page)
  if (!message || !variant) throw new Error('no message')
  return {
    id,
    page,
    message,
    content: { ...variant.content, text: 'Sáng thứ Bảy có nhận hồ sơ, bà con nhé.' },
  }
}

/** Corrections that the version at work has not got, as channel and whether the master has changed. */
async function uncarried(tx: Tx, id: number): Promise<[number, boolean][]> {
  const item = await itemForChange(tx, thu, id)
  const version = await versionOf(tx, item, item.currentVersion)
  const variants = await selectVariants(tx, 1, id, version.number)
  const all = await uncarriedOf(tx, item, version, variants, now)
  return all.map((u) => [u.correction.channelId, u.isStale])
}

async function digestOf(tx: Tx, id: number): Promise<string> {
  const [asked] = await selectCorrections(tx, 1, id)
  return asked?.digest ?? ''
}

test('a refused text is corrected for its channel alone, and leaves once a second person has approved it', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, message, content } = await refusedByPage(tx)
    const before = await selectItem(tx, 1, id)
    const others = (await sent(tx, id)).filter((m) => m.channelId !== page)
    await proposeCorrection(tx, thu, id, page, content, base, now)
    expect((await sent(tx, id)).find((m) => m.id === message.id)?.state).toBe('failed')
    const input = { agrees: true, digest: await digestOf(tx, id), note: null }
    await expect(decideOnCorrection(tx, thu, id, page, input, base, now)).rejects.toEqual(
      refused('forbidden'),
    )
    await decideOnCorrection(tx, hung, id, page, input, base, now)
    const all = (await sent(tx, id)).filter((m) => m.channelId === page)
    expect(all.map((m) => m.state).sort()).toEqual(['cancelled', 'waiting'])
    const fresh = all.find((m) => m.state === 'waiting')
    expect(fresh?.variant.text).toBe(content.text)
    expect(fresh?.variant.link).toBe(message.variant.link)
    // The item, its version, its other channels: untouched.
    expect(await selectItem(tx, 1, id)).toEqual(before)
    expect((await sent(tx, id)).filter((m) => m.channelId !== page)).toEqual(others)
    await expect(decideOnCorrection(tx, hung, id, page, input, base, now)).rejects.toEqual(
      refused('conflict'),
    )
  }))

test('whoever wrote the correction does not approve it, and only the words that were read are approved', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, content } = await refusedByPage(tx)
    await proposeCorrection(tx, hung, id, page, content, base, now)
    const digest = await digestOf(tx, id)
    const input = { agrees: true, digest, note: null }
    await expect(decideOnCorrection(tx, hung, id, page, input, base, now)).rejects.toEqual(
      refused('conflict'),
    )
    await proposeCorrection(tx, thu, id, page, { ...content, text: 'Khác hẳn.' }, base, now)
    await expect(decideOnCorrection(tx, lan, id, page, input, base, now)).rejects.toEqual(refused('conflict'))
    const back = { agrees: false, digest: await digestOf(tx, id), note: 'Viết lại cho đủ ý' }
    await decideOnCorrection(tx, lan, id, page, back, base, now)
    expect((await selectCorrections(tx, 1, id))[0]?.state).toBe('returned')
    expect((await sent(tx, id)).some((m) => m.channelId === page && m.state === 'waiting')).toBe(false)
  }))

test('what left, or may have, is never corrected by sending it again', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, message, content } = await refusedByPage(tx)
    for (const state of ['sent', 'unsure', 'sending', 'waiting'] as const) {
      await updateMessage(tx, 1, message.id, { state })
      const proposing = proposeCorrection(tx, thu, id, page, content, base, now)
      await expect(proposing, state).rejects.toEqual(refused('conflict'))
    }
    await updateMessage(tx, 1, message.id, { state: 'dead' })
    await proposeCorrection(tx, thu, id, page, content, base, now)
    // Somebody sends the old one again meanwhile, and it goes.
    await updateMessage(tx, 1, message.id, { state: 'sent' })
    const input = { agrees: true, digest: await digestOf(tx, id), note: null }
    await expect(decideOnCorrection(tx, lan, id, page, input, base, now)).rejects.toEqual(refused('conflict'))
  }))

test('the next version takes over what was corrected for a channel, and its first text is not sent again', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, content } = await refusedByPage(tx)
    await proposeCorrection(tx, thu, id, page, content, base, now)
    const input = { agrees: true, digest: await digestOf(tx, id), note: null }
    await decideOnCorrection(tx, hung, id, page, input, base, now)
    await editAgain(tx, thu, id, now)
    const [variant] = (await selectVariants(tx, 1, id, 2)).filter((v) => v.channelId === page)
    expect(variant).toMatchObject({ content, follows: false, changedByName: thu.name })
    expect(await uncarried(tx, id)).toEqual([])
    await submitItem(tx, thu, id, { note: null }, now)
    const version = await selectVersion(tx, 1, id, 2)
    await approve(tx, hung, id, { digest: version?.digest ?? '', note: null }, now)
  }))

test('a correction approved after the next version began, of a text that has changed, is told and not carried', () =>
  inRolledBack(db, async (tx) => {
    const { id, page, content } = await refusedByPage(tx)
    await editAgain(tx, thu, id, now)
    await proposeCorrection(tx, thu, id, page, content, base, now)
    const input = { agrees: true, digest: await digestOf(tx, id), note: null }
    await decideOnCorrection(tx, hung, id, page, input, base, now)
    expect(await uncarried(tx, id)).toEqual([[page, false]])
    const version = await selectVersion(tx, 1, id, 2)
    if (!version) throw new Error('no version')
    const body = richTextFromPlain('Từ tháng 12, chỉ nhận hồ sơ buổi sáng.').doc
    const { revision } = (await selectItem(tx, 1, id)) ?? { revision: 0 }
    await saveContent(tx, thu, id, { content: { ...textOf(version), body }, revision }, now)
    expect(await uncarried(tx, id)).toEqual([[page, true]])
    await submitItem(tx, thu, id, { note: null }, now)
    await editAgain(tx, thu, id, now)
    expect(await uncarried(tx, id)).toEqual([[page, true]])
    await followAgain(tx, thu, id, page, new Date(now.getTime() + 1))
    expect(await uncarried(tx, id)).toEqual([])
  }))

test('by the pages: from the refused channel to the correction, and to its approval', async () => {
  const { id, page } = await db.transaction().execute(refusedByPage)
  const officer = await web.signedIn(world.thu)
  expect((await officer.get(`/desk/items/${id}/channels`)).text).toContain('Sửa riêng bản cho kênh này')
  const at = `/desk/items/${id}/channels/${page}/correction`
  expect((await officer.post(at, { text: '' })).status).toBe(422)
  const saved = await officer.submit(at, { text: 'Sáng thứ Bảy có nhận hồ sơ.' })
  expect(saved.text).toContain('Bản sửa chờ duyệt')
  const head = await web.signedIn(world.hung)
  const seen = await head.get(at)
  expect(seen.text).toContain('Sáng thứ Bảy có nhận hồ sơ.')
  const { digest = '' } = seen.form(`${at}/decision`).values
  const done = await head.submit(`${at}/decision`, { digest, decision: 'approve' })
  expect(done.text).toContain('bản sửa đang được gửi')
})
