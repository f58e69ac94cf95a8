import { createHash } from 'node:crypto'
import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { reveal } from '../../../lib/http/seal.ts'
import { checkVariant, type Variant, variantDigest, variantSchema } from '../channel.ts'
import { cancelMessagesOf } from '../channels/cancelling.ts'
import { canRunChannel } from '../channels/channels.policy.ts'
import { type Channel, holdChannel, selectChannel, selectChannels } from '../channels/channels.sql.ts'
import { messagesOfSource, queueMessage } from '../channels/messages.ts'
import { numberOf } from '../channels/numbers.data.ts'
import { conversationSource, type Person, personRef, type Word, windowUntil } from './conversation.ts'
import {
  countUnanswered,
  deletePerson,
  forget,
  markAnswered,
  redactMessages,
  type SealedPerson,
  type SealedWord,
  selectPerson,
  selectPersons,
  selectWords,
} from './conversations.sql.ts'
import { wordsOf } from './receiving.ts'

export interface Conversation {
  person: Person
  words: Word[]
  /** Something waits for an answer. */
  waits: boolean
  /** Until when advice may be sent. */
  until: Date
  isOpen: boolean
}

/** A Zalo account that the actor runs: nobody else reads what people wrote to it. */
export async function accountOf(db: DbOrTx, actor: Actor, channelId: number): Promise<Channel> {
  const channel = await selectChannel(db, actor.provinceId, channelId)
  if (channel?.kind !== 'zalo' || !canRunChannel(actor, channel.unitId)) throw notFound()
  return channel
}

/** What people wrote, those who wait and can still be answered first. `key` is SECRET. */
export async function conversationsOf(
  db: DbOrTx,
  key: string,
  provinceId: number,
  channel: Channel,
  now: Date,
): Promise<Conversation[]> {
  const persons = await selectPersons(db, provinceId, channel.id)
  const words = await selectWords(
    db,
    provinceId,
    persons.map((p) => p.id),
  )
  const all = persons.map((p) => shaped(key, provinceId, channel, p, words, now))
  const rank = (c: Conversation) => (c.isOpen && c.waits ? 0 : c.isOpen ? 1 : 2)
  return all.toSorted((a, b) => rank(a) - rank(b) || a.until.getTime() - b.until.getTime())
}

export async function conversationWith(
  db: DbOrTx,
  key: string,
  provinceId: number,
  channel: Channel,
  personId: number,
  now: Date,
): Promise<Conversation> {
  const person = await selectPerson(db, provinceId, { id: personId })
  if (person?.channelId !== channel.id) throw notFound()
  const words = await selectWords(db, provinceId, [personId])
  return shaped(key, provinceId, channel, person, words, now)
}

function shaped(
  key: string,
  provinceId: number,
  channel: Channel,
  { id, channelId, lastWroteAt, follows }: SealedPerson,
  all: readonly SealedWord[],
  now: Date,
): Conversation {
  const until = windowUntil(lastWroteAt, channel.settings)
  const isOpen = until > now
  // The sweep that erases comes once an hour; what it will find is not shown before either.
  const words = all
    .filter((w) => w.personId === id)
    .map(({ words: sealed, ...w }) => ({
      ...w,
      text: isOpen && sealed ? reveal(key, wordsOf(provinceId, id), sealed) : null,
    }))
  return {
    person: { id, channelId, lastWroteAt, follows },
    ...{ words, until, isOpen, waits: words.some((w) => w.answeredAt === null) },
  }
}

/** How many people wait for an answer that may still be given. */
export function waitingAt(db: DbOrTx, provinceId: number, channel: Channel, now: Date): Promise<number> {
  const hours = numberOf('zalo', 'windowHours', channel.settings)
  return countUnanswered(db, provinceId, channel.id, new Date(now.getTime() - hours * 3_600_000))
}

/** What was sent to a person, with what became of it. */
export function answersTo(db: DbOrTx, provinceId: number, personId: number) {
  return messagesOfSource(db, provinceId, conversationSource(personId))
}

/**
 * Advice to one person, while the window of their last word is open. The same words to the same last word are one
 * message, however often the button is pressed.
 */
export async function answerPerson(
  tx: Tx,
  actor: Actor,
  of: { channelId: number; personId: number },
  input: { text: string },
  now: Date,
): Promise<void> {
  const { channel, person } = await held(tx, actor, of)
  if (windowUntil(person.lastWroteAt, channel.settings) <= now)
    throw conflict(
      'Đã quá thời hạn trả lời kể từ lần cuối người này nhắn, nên Zalo không nhận tin tư vấn nữa.',
      'The window since this person’s last word is over, so Zalo takes no message of advice any more.',
    )
  const recipient = { userId: personRef(person.id), lastWroteAt: person.lastWroteAt.toISOString() }
  const variant = variantSchema.parse({ way: 'consultation', text: input.text, recipient })
  await send(tx, actor, channel, person, variant, now)
  await markAnswered(tx, actor.provinceId, person.id, { until: now, at: now, byName: actor.name })
}

/** A text that Zalo has approved, filled in for one person; at any time, paid for. */
export async function sendTemplate(
  tx: Tx,
  actor: Actor,
  of: { channelId: number; personId: number },
  input: { id: string; data: Record<string, string> },
  now: Date,
): Promise<void> {
  const { channel, person } = await held(tx, actor, of)
  const recipient = { userId: personRef(person.id), lastWroteAt: person.lastWroteAt.toISOString() }
  const variant = variantSchema.parse({ way: 'template', template: input, recipient })
  await send(tx, actor, channel, person, variant, now)
}

async function send(
  tx: Tx,
  actor: Actor,
  channel: Channel,
  person: SealedPerson,
  variant: Variant,
  now: Date,
): Promise<void> {
  const faults = checkVariant('zalo', variant, new Map(), channel.settings).filter((f) => f.level === 'fault')
  if (faults.length > 0)
    throw invalid(
      faults.map(({ field, vi, en }) => ({ field: field === 'template' ? 'data' : 'text', vi, en })),
    )
  const digest = variantDigest(variant)
  const source = conversationSource(person.id)
  await queueMessage(
    tx,
    actor,
    {
      ...{ channelId: channel.id, publicationId: null, source, variant, approvedDigest: digest, dueAt: now },
      sendKey: `${source}:${createHash('sha256').update(digest).digest('hex').slice(0, 24)}`,
    },
    now,
  )
}

/** Everything that is known of a person goes: their words, the account's name for them, what was sent to them. */
export async function erasePerson(
  tx: Tx,
  actor: Actor,
  of: { channelId: number; personId: number },
  now: Date,
): Promise<void> {
  const { person } = await held(tx, actor, of)
  const source = conversationSource(person.id)
  await cancelMessagesOf(tx, actor, source, now, { handedOf: 'all' })
  await redactMessages(tx, actor.provinceId, source)
  await deletePerson(tx, actor.provinceId, person.id)
  await recordChange(tx, actor, now, {
    verb: 'channel.erase_person',
    subject: { kind: 'channel', id: of.channelId },
    before: { person: person.id },
    after: null,
  })
}

async function held(
  tx: Tx,
  actor: Actor,
  { channelId, personId }: { channelId: number; personId: number },
): Promise<{ channel: Channel; person: SealedPerson }> {
  const channel = await holdChannel(tx, actor.provinceId, channelId, true)
  if (channel?.kind !== 'zalo' || !canRunChannel(actor, channel.unitId)) throw notFound()
  const person = await selectPerson(tx, actor.provinceId, { id: personId })
  if (person?.channelId !== channelId) throw notFound()
  return { channel, person }
}

const dayMs = 86_400_000

/** Words go with the window; people a month after their last word; marks of deliveries after a fortnight. */
export async function forgetOldWords(tx: Tx, provinceId: number, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  for (const { id, kind, settings } of await selectChannels(tx, provinceId)) {
    if (kind !== 'zalo') continue
    const words = before(numberOf('zalo', 'windowHours', settings) * 3_600_000)
    await forget(tx, provinceId, id, { words, persons: before(30 * dayMs), events: before(14 * dayMs) })
  }
}
