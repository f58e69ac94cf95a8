import type { Tx } from '../../../lib/db/db.ts'
import { tellPersons } from '../../assignments/assignments.ts'
import { channelKinds, type Variant, variantDigest } from '../../publishing/channel.ts'
import {
  accountLinkFor,
  cancelMessagesOf,
  isHanded,
  linkAddress,
  messagesOfSource,
  queueMessage,
  whoRuns,
} from '../../publishing/publishing.ts'
import { itemAddress } from '../item.ts'
import { audited, type LoadedItem, type Mover } from '../items/loading.ts'
import { ownLink, withLink } from './master.ts'
import { messageSource } from './sources.ts'
import { insertTakedown } from './takedowns.sql.ts'
import { type ItemVariant, type Purpose, selectVariants } from './variants.sql.ts'

/** One message for ever for an item × version × channel × purpose, however often it is published. */
function sendKey(itemId: number, number: number, channelId: number, purpose: Purpose): string {
  return `editorial:${itemId}:${number}:channel:${channelId}:${purpose}`
}

/**
 * Hands the approved variants to their channels, in the transaction of the publication. What earlier versions have
 * waiting is cancelled first. By a channel that has had something, or may have, only an explicit update leaves.
 */
export async function sendOut(
  tx: Tx,
  by: Mover,
  item: LoadedItem,
  at: { number: number; publicationId: number; baseUrl: string },
  now: Date,
): Promise<void> {
  const { provinceId, id } = item
  const leaving = (await selectVariants(tx, provinceId, id, at.number)).filter((v) => v.purpose !== null)
  const updated = leaving.filter((v) => v.purpose === 'update').map((v) => v.channelId)
  const { left } = await cancelMessagesOf(tx, audited(by), messageSource(id), now, { handedOf: updated })
  const had = new Set(left.map((m) => m.channelId))
  for (const variant of leaving) {
    if (variant.purpose === 'first' && had.has(variant.channelId)) continue
    const content = await linked(tx, item, variant, at, now)
    const input = {
      channelId: variant.channelId,
      publicationId: at.publicationId,
      source: messageSource(id),
      sendKey: sendKey(id, at.number, variant.channelId, variant.purpose ?? 'first'),
      variant: content,
      approvedDigest: variantDigest(content),
      dueAt: variant.sendAt && variant.sendAt > now ? variant.sendAt : now,
    }
    await queueMessage(tx, audited(by), input, now)
  }
}

/** With the short link of its account in the place of ours. */
export async function linked(
  tx: Tx,
  item: LoadedItem,
  variant: ItemVariant,
  at: { publicationId: number; baseUrl: string },
  now: Date,
): Promise<Variant> {
  if (variant.content.link !== ownLink) return variant.content
  const { publicationId } = at
  const account = { publicationId, channelId: variant.channelId, ...countedAs(variant) }
  const link = await accountLinkFor(tx, item.provinceId, account, now)
  return withLink(variant.content, await linkAddress(tx, item.provinceId, at.baseUrl, link))
}

const manualWords: readonly (readonly [RegExp, string])[] = [
  [/lotus|zalo|mạng xã hội|facebook|tiktok/i, 'lotus'],
  [/loa|truyền thanh/i, 'loudspeaker'],
  [/bảng tin|một cửa/i, 'notice_board'],
]

/** Under which of the words of reach, and which name, the link of an account counts. */
function countedAs({ channelKind, channelName }: Pick<ItemVariant, 'channelKind' | 'channelName'>): {
  channelKind: string
  name: string
} {
  if (channelKind === 'webpush') return { channelKind: 'push', name: '' }
  if (channelKinds[channelKind].way === 'service') return { channelKind, name: channelName }
  if (channelKind !== 'manual') return { channelKind, name: '' }
  const word = manualWords.find(([pattern]) => pattern.test(channelName))?.[1] ?? 'meeting'
  return { channelKind: word, name: channelName }
}

/** Readers are led on to another item: what waits does not leave, what has left leads on by itself. */
export async function stopSending(tx: Tx, by: Mover, item: LoadedItem, now: Date): Promise<void> {
  await cancelMessagesOf(tx, audited(by), messageSource(item.id), now, { handedOf: 'all' })
}

/** The text was withdrawn: what waits does not leave, and who runs a channel has to take down what has. */
export async function takeBack(tx: Tx, by: Mover, item: LoadedItem, now: Date): Promise<void> {
  const { provinceId, id, title } = item
  const { left } = await cancelMessagesOf(tx, audited(by), messageSource(id), now, { handedOf: 'all' })
  for (const message of left) {
    await insertTakedown(tx, provinceId, { messageId: message.id, itemId: id, askedAt: now })
    const people = (await whoRuns(tx, provinceId, message.channelId, now))?.people ?? []
    const news = {
      kind: 'editorial.takedown',
      vi: `Gỡ khỏi kênh ${message.channelName}: ${title}`,
      en: `Take down from ${message.channelName}: ${title}`,
      href: `${itemAddress(id)}/channels`,
    }
    await tellPersons(
      tx,
      provinceId,
      people.map((p) => p.accountId),
      news,
      now,
    )
  }
}

/** For a new version: a channel that has had something, or may have it any moment, is asked about anew. */
export async function purposesAfter(
  tx: Tx,
  item: LoadedItem,
): Promise<(channelId: number) => Purpose | null> {
  const messages = await messagesOfSource(tx, item.provinceId, messageSource(item.id))
  const had = new Set(
    messages
      .filter((m) => ['sent', 'sending', 'unsure'].includes(m.state) || isHanded(m))
      .map((m) => m.channelId),
  )
  return (channelId) => (had.has(channelId) ? null : 'first')
}
