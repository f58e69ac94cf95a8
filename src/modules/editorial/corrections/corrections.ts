import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { type SendFault, type Variant, variantDigest, variantSchema } from '../../publishing/channel.ts'
import {
  listChannels,
  messagesOfSource,
  queueMessage,
  supersedeRefused,
} from '../../publishing/publishing.ts'
import { canApprove, canWrite, whyNotSecond } from '../editorial.policy.ts'
import { writersSince } from '../item.ts'
import { selectSteps } from '../items/items.sql.ts'
import { itemForChange, type LoadedItem, refuseUnless, versionOf } from '../items/loading.ts'
import { tellApprovers, tellWriters } from '../items/telling.ts'
import { linked } from '../variants/leaving.ts'
import { findingsOf, imageFactsOf } from '../variants/master.ts'
import { messageSource, versionOfKey } from '../variants/sources.ts'
import { selectVariants } from '../variants/variants.sql.ts'
import { type Correction, decideCorrection, replaceCorrection, selectCorrections } from './corrections.sql.ts'

/** What the channel refused of the public version, where nothing of it went by that channel or may have. */
export async function refusedMessage(
  db: DbOrTx,
  item: LoadedItem,
  channelId: number,
): Promise<{ id: number; variant: Variant; why: SendFault | null } | null> {
  const all = await messagesOfSource(db, item.provinceId, messageSource(item.id))
  const own = all.filter(
    (m) => m.channelId === channelId && versionOfKey(m.sendKey) === item.publishedVersion,
  )
  if (own.some((m) => ['sent', 'sending', 'unsure', 'waiting'].includes(m.state))) return null
  const refused = own.find((m) => m.state === 'failed' || m.state === 'dead')
  return refused ? { id: refused.id, variant: refused.variant, why: refused.lastError } : null
}

/**
 * Writes the text for one channel anew and asks for its approval. The item's version, its approval and what left by
 * other channels are not touched. Refuses (`invalid`, by field) what the channel would refuse.
 */
export async function proposeCorrection(
  tx: Tx,
  actor: Actor,
  itemId: number,
  channelId: number,
  content: Variant,
  origin: string,
  now: Date,
): Promise<number> {
  const { item, number, messageId } = await open(tx, actor, itemId, channelId)
  refuseUnless(canWrite(actor, item))
  const channel = (await listChannels(tx, item.provinceId)).find((c) => c.id === channelId)
  if (!channel) throw notFound()
  const version = await versionOf(tx, item, number)
  const images = await imageFactsOf(tx, item.provinceId, version)
  const wanted = variantSchema.parse(content)
  const faults = findingsOf(channel, wanted, version, origin, images).filter((f) => f.level === 'fault')
  if (faults.length > 0) throw invalid(faults.map(({ field, vi, en }) => ({ field, vi, en })))
  const by = { madeAt: now, madeBy: actor.accountId, madeByName: actor.name }
  const about = { itemId, number, channelId, messageId, content: wanted, digest: variantDigest(wanted) }
  const id = await replaceCorrection(tx, item.provinceId, { ...about, ...by })
  await recordChange(tx, actor, now, {
    verb: 'item.correct_variant',
    subject: { kind: 'item', id: itemId },
    before: null,
    after: { version: number, channel: channel.name },
  })
  await tellApprovers(tx, item, 'correction', now)
  return id
}

/**
 * A second person, who wrote neither the item nor the correction, approves exactly these words: they leave by this
 * channel in the place of what was refused. Or gives them back.
 */
export async function decideOnCorrection(
  tx: Tx,
  actor: Actor,
  itemId: number,
  channelId: number,
  input: { agrees: boolean; digest: string; note: string | null },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const { item, number, messageId } = await open(tx, actor, itemId, channelId)
  refuseUnless(canApprove(actor, item))
  const asked = await askedFor(tx, item, channelId)
  if (!asked || asked.number !== number || asked.digest !== input.digest) throw changed()
  const steps = (await selectSteps(tx, item.provinceId, [itemId])).filter((s) => s.number <= number)
  const why = whyNotSecond(actor.accountId, new Set([...writersSince(steps), asked.madeBy]))
  if (why) throw conflict(why.vi, why.en)
  if (!input.agrees && (input.note ?? '').trim().length < 10)
    throw invalid([
      {
        field: 'note',
        vi: 'Ghi rõ cần sửa gì (từ 10 ký tự).',
        en: 'Say what has to be changed (10 characters or more).',
      },
    ])
  const decided = { at: now, byName: actor.name, note: input.note }
  const state = input.agrees ? ('approved' as const) : ('returned' as const)
  await decideCorrection(tx, item.provinceId, asked.id, { ...decided, state })
  if (input.agrees) await sendCorrected(tx, actor, item, asked, messageId, baseUrl, now)
  else await tellWriters(tx, item, 'returned', input.note, now)
  await recordChange(tx, actor, now, {
    verb: input.agrees ? 'item.approve_correction' : 'item.return_correction',
    subject: { kind: 'item', id: itemId },
    before: { correction: asked.id, by: asked.madeByName },
    after: { version: number, channelId, digest: asked.digest, note: input.note },
  })
}

async function sendCorrected(
  tx: Tx,
  actor: Actor,
  item: LoadedItem,
  asked: Correction,
  messageId: number,
  baseUrl: string,
  now: Date,
): Promise<void> {
  const { provinceId, publicationId } = item
  const variants = await selectVariants(tx, provinceId, item.id, asked.number)
  const was = variants.find((v) => v.channelId === asked.channelId)
  if (!was || publicationId === null) throw notFound()
  if (!(await supersedeRefused(tx, actor, messageId, now))) throw nothingRefused()
  const content = await linked(tx, item, { ...was, content: asked.content }, { publicationId, baseUrl }, now)
  const input = {
    ...{ channelId: asked.channelId, publicationId, source: messageSource(item.id), variant: content },
    sendKey: `editorial:${item.id}:${asked.number}:channel:${asked.channelId}:correction:${asked.id}`,
    ...{ approvedDigest: variantDigest(content), dueAt: now },
  }
  await queueMessage(tx, actor, input, now)
}

export async function askedFor(db: DbOrTx, item: LoadedItem, channelId: number): Promise<Correction | null> {
  const all = await selectCorrections(db, item.provinceId, item.id)
  return all.find((c) => c.channelId === channelId && c.state === 'asked') ?? null
}

async function open(tx: Tx, actor: Actor, itemId: number, channelId: number) {
  const item = await itemForChange(tx, actor, itemId)
  const refused = item.publishedVersion === null ? null : await refusedMessage(tx, item, channelId)
  if (!refused || item.publishedVersion === null) throw nothingRefused()
  return { item, number: item.publishedVersion, messageId: refused.id }
}

function nothingRefused() {
  return conflict(
    'Kênh này không có bản nào bị từ chối để sửa riêng: bài chưa đăng, bản đã gửi, đang gửi hoặc chưa rõ đã gửi hay chưa.',
    'This channel has refused nothing that could be corrected alone: it is not public, has left, or nobody knows whether it has.',
  )
}

function changed() {
  return conflict(
    'Bản sửa đã thay đổi sau khi trang này mở ra. Tải lại trang, đọc bản mới rồi duyệt.',
    'The correction has changed since this page was opened. Reload it, read it, and decide then.',
  )
}
