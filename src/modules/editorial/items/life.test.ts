import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { publicationById } from '../../publishing/publishing.ts'
import { askOutside } from '../approvals/approvals.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish, lookAgain } from './forcing.ts'
import { selectItem, selectSteps } from './items.sql.ts'
import { selectCopies } from './kept.sql.ts'
import {
  approve,
  giveBack,
  mergeItem,
  publishNow,
  publishScheduled,
  schedule,
  submitItem,
  withdrawItem,
} from './life.ts'
import { waitingFor } from './showing.ts'
import { selectVersion } from './versions.sql.ts'
import { editAgain, saveContent, settle, textOf } from './writing.ts'

let db: Db
let close: () => Promise<void>
let world: World
let thu: Actor
let hung: Actor
let lan: Actor
let ngoc: Actor
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  thu = actorOf(world.thu)
  hung = actorOf(world.hung)
  lan = actorOf(world.lan)
  ngoc = actorOf(world.ngoc)
})
afterAll(() => close())

const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
const refusal = (kind: string) => expect.objectContaining({ kind })

async function itemOf(tx: Tx, id: number) {
  const item = await selectItem(tx, 1, id)
  if (!item) throw new Error('no item')
  return item
}

async function digestOf(tx: Tx, id: number): Promise<string> {
  const { currentVersion } = await itemOf(tx, id)
  return (await selectVersion(tx, 1, id, currentVersion))?.digest ?? ''
}

async function approved(tx: Tx): Promise<number> {
  const id = await writtenItem(tx, world, thu)
  await submitItem(tx, thu, id, { note: null }, now)
  await approve(tx, hung, id, { digest: await digestOf(tx, id), note: null }, now)
  return id
}

async function rewrite(tx: Tx, actor: Actor, id: number, words: string) {
  const { currentVersion, revision } = await itemOf(tx, id)
  const version = await selectVersion(tx, 1, id, currentVersion)
  if (!version) throw new Error('no version')
  const content = { ...textOf(version), body: richTextFromPlain(words).doc }
  return saveContent(tx, actor, id, { content, revision }, now)
}

test('a text that a second person approved becomes public, and a newer one supersedes it', () =>
  inRolledBack(db, async (tx) => {
    const id = await approved(tx)
    await publishNow(tx, hung, id, base, now)
    const first = await itemOf(tx, id)
    expect([first.state, first.publishedVersion]).toEqual(['published', 1])
    expect((await publicationById(tx, 1, first.publicationId ?? 0))?.state).toBe('live')

    await editAgain(tx, thu, id, now)
    await rewrite(tx, thu, id, 'Nội dung mới, dài hơn, nói rõ giờ làm việc của từng ngày.')
    expect((await itemOf(tx, id)).publishedVersion).toBe(1)
    await submitItem(tx, thu, id, { note: null }, now)
    await approve(tx, lan, id, { digest: await digestOf(tx, id), note: null }, now)
    await publishNow(tx, ngoc, id, base, now)
    const second = await itemOf(tx, id)
    expect([second.publishedVersion, second.publicationId]).toEqual([2, first.publicationId])
    expect((await publicationById(tx, 1, second.publicationId ?? 0))?.version).toBe(2)
  }))

test('whoever wrote a part since the last approval is not the second person', () =>
  inRolledBack(db, async (tx) => {
    const id = await writtenItem(tx, world, thu)
    await rewrite(tx, hung, id, 'Trưởng đơn vị sửa một câu trong bài rồi gửi lại cho người viết.')
    await submitItem(tx, thu, id, { note: null }, now)
    const digest = await digestOf(tx, id)
    await expect(approve(tx, hung, id, { digest, note: null }, now)).rejects.toEqual(refusal('conflict'))
    await expect(approve(tx, ngoc, id, { digest, note: null }, now)).rejects.toEqual(refusal('forbidden'))
    await approve(tx, lan, id, { digest, note: null }, now)
    expect((await itemOf(tx, id)).state).toBe('approved')
  }))

test('an approval is of the text that was read, not of what it has become', () =>
  inRolledBack(db, async (tx) => {
    const id = await writtenItem(tx, world, thu)
    await submitItem(tx, thu, id, { note: null }, now)
    const read = await digestOf(tx, id)
    await giveBack(tx, ngoc, id, { reasons: 'Bổ sung số điện thoại liên hệ.' }, now)
    await rewrite(tx, thu, id, 'Nội dung đã thêm số điện thoại liên hệ của Bộ phận Một cửa.')
    await submitItem(tx, thu, id, { note: null }, now)
    await expect(approve(tx, hung, id, { digest: read, note: null }, now)).rejects.toEqual(
      refusal('conflict'),
    )
  }))

test('editing after approval takes the approval away', () =>
  inRolledBack(db, async (tx) => {
    const id = await approved(tx)
    await editAgain(tx, thu, id, now)
    await rewrite(tx, thu, id, 'Sửa thêm một câu sau khi đã được duyệt thì phải duyệt lại.')
    await expect(publishNow(tx, hung, id, base, now)).rejects.toEqual(refusal('conflict'))
  }))

test('the database keeps a version that was handed in as it is', () =>
  inRolledBack(db, async (tx) => {
    const id = await approved(tx)
    const tamper = tx.updateTable('editorial.item_version').set({ title: 'Khác' }).where('item_id', '=', id)
    await expect(tamper.execute()).rejects.toThrow(/sealed/)
  }))

test('a scheduled text goes out once when its time has come, and not before', () =>
  inRolledBack(db, async (tx) => {
    const id = await approved(tx)
    const at = new Date(now.getTime() + 3_600_000)
    await schedule(tx, ngoc, id, { at }, now)
    await publishScheduled(tx, program, id, 1, base, now)
    expect((await itemOf(tx, id)).state).toBe('scheduled')
    await publishScheduled(tx, program, id, 1, base, at)
    await publishScheduled(tx, program, id, 1, base, at)
    expect((await itemOf(tx, id)).state).toBe('published')
    const steps = await selectSteps(tx, 1, [id])
    expect(steps.filter((s) => s.verb === 'publish')).toHaveLength(1)
  }))

test('a scheduled text that is not what was approved stays in the house', () =>
  inRolledBack(db, async (tx) => {
    const id = await approved(tx)
    const at = new Date(now.getTime() + 3_600_000)
    await schedule(tx, ngoc, id, { at }, now)
    await tx.updateTable('editorial.step').set({ digest: 'x' }).where('verb', '=', 'approve').execute()
    await publishScheduled(tx, program, id, 1, base, at)
    const item = await itemOf(tx, id)
    expect([item.state, item.publicationId]).toEqual(['draft', null])
    expect((await selectSteps(tx, 1, [id])).some((s) => s.verb === 'refuse')).toBe(true)
  }))

test('what was forced out stays on the list of others until one of them has looked', () =>
  inRolledBack(db, async (tx) => {
    const id = await writtenItem(tx, world, thu)
    await expect(forcePublish(tx, hung, id, { reason: 'gấp' }, base, now)).rejects.toEqual(refusal('invalid'))
    await forcePublish(tx, hung, id, { reason: 'Bão số 12 đổ bộ trong đêm, cần báo ngay' }, base, now)
    expect((await itemOf(tx, id)).state).toBe('published')
    const waits = async (a: Actor) => (await waitingFor(tx, a, '2026-11-22')).map((w) => w.why)
    expect(await waits(hung)).not.toContain('toLookAgain')
    expect(await waits(lan)).toContain('toLookAgain')
    await expect(lookAgain(tx, hung, id, 1, { isGood: true, note: null }, now)).rejects.toEqual(
      refusal('conflict'),
    )
    await lookAgain(tx, lan, id, 1, { isGood: true, note: null }, now)
    expect(await waits(lan)).not.toContain('toLookAgain')
  }))

test('a withdrawn item says why, and a merged one leads on', () =>
  inRolledBack(db, async (tx) => {
    const one = await approved(tx)
    await publishNow(tx, hung, one, base, now)
    const two = await approved(tx)
    await publishNow(tx, hung, two, base, now)
    await mergeItem(tx, ngoc, two, { intoId: one }, now)
    await withdrawItem(tx, ngoc, one, { notice: 'Gỡ để cập nhật số liệu.', inError: false }, now)
    const head = async (id: number) => publicationById(tx, 1, (await itemOf(tx, id)).publicationId ?? 0)
    expect((await head(two))?.state).toBe('merged')
    expect((await head(one))?.state).toBe('withdrawn')
    await editAgain(tx, thu, one, now)
    expect((await itemOf(tx, one)).state).toBe('draft')
  }))

test('two who write at once both keep their words', () =>
  inRolledBack(db, async (tx) => {
    const id = await writtenItem(tx, world, thu)
    const version = await selectVersion(tx, 1, id, 1)
    if (!version) throw new Error('no version')
    const { revision } = await itemOf(tx, id)
    const say = (words: string) => ({
      content: { ...textOf(version), body: richTextFromPlain(words).doc },
      revision,
    })
    expect(await saveContent(tx, thu, id, say('Câu của Thu, đủ dài để lưu.'), now)).toEqual({
      outcome: 'saved',
      revision: revision + 1,
    })
    expect(await saveContent(tx, hung, id, say('Câu của Hùng, khác hẳn.'), now)).toEqual({ outcome: 'both' })
    await submitItem(tx, thu, id, { note: null }, now)
    expect(await saveContent(tx, hung, id, say('Câu đến muộn.'), now)).toEqual({ outcome: 'late' })
    expect(await tx.selectFrom('editorial.kept_copy').select('id').execute()).toHaveLength(2)
  }))

test('whoever wrote a copy that another puts in place is not the second person either', () =>
  inRolledBack(db, async (tx) => {
    const id = await writtenItem(tx, world, thu)
    const version = await selectVersion(tx, 1, id, 1)
    if (!version) throw new Error('no version')
    const content = { ...textOf(version), body: richTextFromPlain('Cả bài do Hùng viết lại từ đầu.').doc }
    expect((await saveContent(tx, hung, id, { content, revision: 0 }, now)).outcome).toBe('both')
    const [copy] = await selectCopies(tx, 1, id)
    await settle(tx, thu, id, copy?.id ?? 0, true, now)
    await submitItem(tx, thu, id, { note: null }, now)
    const digest = await digestOf(tx, id)
    await expect(approve(tx, hung, id, { digest, note: null }, now)).rejects.toEqual(refusal('conflict'))
    await approve(tx, lan, id, { digest, note: null }, now)
  }))

test('a private link is not sent to somebody who can sign in', () =>
  inRolledBack(db, async (tx) => {
    const id = await writtenItem(tx, world, thu)
    await submitItem(tx, thu, id, { note: null }, now)
    const leader = { name: 'Lê Thị Thu, Phó Giám đốc', email: world.thu.email.toUpperCase() }
    await expect(askOutside(tx, thu, id, leader, base, now)).rejects.toEqual(refusal('invalid'))
  }))
