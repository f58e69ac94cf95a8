import type { Actor } from '../../../lib/actor.ts'
import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { channelKinds, type MessageState, type Variant, variantDigest, variantSchema } from '../channel.ts'
import { messageSent } from '../publishing.jobs.ts'
import { type AttemptOutcome, endAttempt } from './attempts.sql.ts'
import { channelDue } from './channels.jobs.ts'
import { canProve, canRunChannel } from './channels.policy.ts'
import { type Channel, holdChannel, selectChannel, updateChannel } from './channels.sql.ts'
import { type ShownMessage, selectMessages } from './message-lists.sql.ts'
import {
  holdMessage,
  insertMessage,
  type Message,
  type MessageChange,
  updateMessage,
} from './messages.sql.ts'
import { markSent } from './outcomes.ts'
import { publicationToSend } from './publications.sql.ts'
import { mostAttempts } from './tools.ts'

export interface MessageInput {
  channelId: number
  /** Null for what is no publication (an answer to one person). */
  publicationId: number | null
  /** Whose message it is ('editorial:12'): opaque here. */
  source: string
  /** The same key twice is one message: 'editorial:12:3:channel:4'. */
  sendKey: string
  variant: Variant
  /** `variantDigest` of what was approved. */
  approvedDigest: string
  dueAt: Date
}

/**
 * Puts a message into the outbox, in the caller's transaction. The same `sendKey` again changes nothing and answers
 * with the same id. Refuses (`invalid`) a variant that is not the approved one, and a publication that readers do not
 * see. That the channel is off does not matter: the message waits. Who may, the room that calls has decided.
 */
export async function queueMessage(tx: Tx, by: AuditedBy, input: MessageInput, now: Date): Promise<number> {
  const { provinceId } = by
  const channel = await selectChannel(tx, provinceId, input.channelId)
  if (!channel) throw notFound()
  const variant = variantSchema.parse(input.variant)
  const digest = variantDigest(variant)
  if (digest !== input.approvedDigest)
    throw invalid([
      {
        field: 'variant',
        vi: 'Bản gửi đi khác với bản đã duyệt. Hãy duyệt lại.',
        en: 'What is to be sent differs from what was approved. Approve it again.',
      },
    ])
  const publication =
    input.publicationId === null ? null : await publicationToSend(tx, provinceId, input.publicationId)
  if (input.publicationId !== null && publication?.state !== 'live')
    throw conflict(
      'Bài này không còn hiển thị trên chuyên trang.',
      'Readers do not see this publication any more.',
    )
  const { id, isNew } = await insertMessage(tx, provinceId, {
    ...input,
    variant,
    digest,
    publicationDigest: publication?.digest ?? null,
    queuedAt: now,
    queuedByName: by.name,
  })
  if (!isNew) return id
  await queueJob(tx, provinceId, channelDue, { channelId: channel.id }, { startAfter: input.dueAt })
  await recordChange(tx, by, now, {
    verb: 'message.queue',
    subject: { kind: 'message', id },
    before: null,
    after: { channel: channel.name, source: input.source, due: input.dueAt.toISOString() },
  })
  return id
}

/** The same by whose message it is. */
export function messagesOfSource(db: DbOrTx, provinceId: number, source: string): Promise<ShownMessage[]> {
  return selectMessages(db, provinceId, { source }, { offset: 0, limit: 200 })
}

/**
 * A person says what nobody else knows: that an unsure message is there (`link` where), or that it is not and goes
 * again.
 */
export async function settleMessage(
  tx: Tx,
  actor: Actor,
  id: number,
  answer: { sent: true; link: string } | { sent: false },
  now: Date,
): Promise<void> {
  const { message, channel } = await toTouch(tx, actor, id, ['unsure'])
  const step = message.progress.step ?? ''
  const outcome: AttemptOutcome = answer.sent ? 'found' : 'absent'
  await endAttempt(tx, actor.provinceId, id, message.attempts, step, { at: now, outcome })
  const settled = { settledByName: actor.name, lookAt: null, leaseUntil: null }
  if (answer.sent) {
    const change = { ...settled, ...(answer.link ? { remoteUrl: answer.link } : {}) }
    await markSent(tx, { provinceId: actor.provinceId, channel, message, now }, change)
  } else {
    const change = { ...settled, state: 'waiting' as const, nextTryAt: now, looks: 0 }
    await queueAgain(tx, actor, message, channel, change, now)
  }
  await note(tx, actor, message, 'message.settle', { sent: answer.sent }, now)
}

/** Sends again what was refused or given up, as a message that is due now; its attempts begin anew. */
export async function sendAgain(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const { message, channel } = await toTouch(tx, actor, id, ['failed', 'dead', 'waiting'])
  const { refreshed: _, unknown: __, ...progress } = message.progress
  const change: MessageChange = {
    state: 'waiting',
    dueAt: now,
    nextTryAt: now,
    lastError: null,
    progress,
    // Attempts are numbered on, so that the record of the earlier ones stays; another round is granted.
    triesGranted: message.attempts + mostAttempts,
  }
  await queueAgain(tx, actor, message, channel, change, now)
  await note(tx, actor, message, 'message.resend', { from: message.state }, now)
}

export async function cancelMessage(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const { message } = await toTouch(tx, actor, id, ['waiting', 'failed', 'dead', 'unsure'])
  await updateMessage(tx, actor.provinceId, id, { state: 'cancelled', lookAt: null, nextTryAt: null })
  await note(tx, actor, message, 'message.cancel', { from: message.state }, now)
}

export interface Proof {
  /** When it was done there, 'YYYY-MM-DD'. */
  day: string
  link: string
  words: string
  fileId: number | null
}

/** Somebody took a message of a manual channel there: with a link, or a photo or screenshot, it counts as sent. */
export async function proveMessage(tx: Tx, actor: Actor, id: number, proof: Proof, now: Date): Promise<void> {
  const { message, channel } = await held(tx, actor.provinceId, id)
  if (!message || !channel || channelKinds[channel.kind].way !== 'manual') throw notFound()
  if (!canProve(actor, channel.unitId)) throw notYours()
  if (!['waiting', 'sending', 'sent'].includes(message.state)) throw moved()
  if (!proof.link && proof.fileId === null)
    throw invalid([
      {
        field: 'link',
        vi: 'Cần có đường dẫn, hoặc ảnh chụp, làm minh chứng.',
        en: 'A link or a photo is needed as proof.',
      },
    ])
  const change = {
    proof: { day: proof.day, link: proof.link, words: proof.words },
    proofFileId: proof.fileId,
    settledByName: actor.name,
    ...(proof.link ? { remoteUrl: proof.link } : {}),
  }
  if (message.state === 'sent') await updateMessage(tx, actor.provinceId, id, change)
  else await markSent(tx, { provinceId: actor.provinceId, channel, message, now }, change)
  await endAttempt(tx, actor.provinceId, id, message.attempts, 'hand', { at: now, outcome: 'done' })
  await note(tx, actor, message, 'message.prove', { day: proof.day, link: proof.link }, now)
}

/** Of a newsletter or web push under way: how many recipients of how many have it. */
export async function noteProgress(
  db: DbOrTx,
  provinceId: number,
  id: number,
  done: number,
  total: number,
): Promise<void> {
  const message = await messageById(db, provinceId, id)
  if (!message) return
  await updateMessage(
    db,
    provinceId,
    id,
    { progress: { ...message.progress, done, total } },
    { states: ['sending'] },
  )
}

/** The end of a newsletter or web push: `fault` null when it went. Told twice, it is one end. */
export async function endHouseMessage(
  tx: Tx,
  provinceId: number,
  id: number,
  end: { done: number; total: number; fault: Message['lastError'] },
  now: Date,
): Promise<void> {
  const { message } = await held(tx, provinceId, id)
  if (message?.state !== 'sending' || message.leaseUntil) return
  const progress = { ...message.progress, done: end.done, total: end.total }
  const outcome = end.fault ? 'refused' : 'done'
  await endAttempt(tx, provinceId, id, message.attempts, 'house', { at: now, outcome, fault: end.fault })
  if (end.fault) {
    await updateMessage(tx, provinceId, id, { state: 'failed', progress, lastError: end.fault })
    return
  }
  await updateMessage(tx, provinceId, id, { state: 'sent', sentAt: now, progress, lastError: null })
  await updateChannel(tx, provinceId, message.channelId, { lastSentAt: now })
  await queueJob(tx, provinceId, messageSent, { messageId: id })
}

export async function messageById(db: DbOrTx, provinceId: number, id: number): Promise<ShownMessage | null> {
  const [found] = await selectMessages(db, provinceId, { id }, { offset: 0, limit: 1 })
  return found ?? null
}

/** A message and its channel, both held: the channel first, as whoever sends holds it. */
async function held(
  tx: Tx,
  provinceId: number,
  id: number,
): Promise<{ message: Message | null; channel: Channel | null }> {
  const shown = await messageById(tx, provinceId, id)
  const channel = shown && (await holdChannel(tx, provinceId, shown.channelId, true))
  return { message: await holdMessage(tx, provinceId, id), channel }
}

async function toTouch(
  tx: Tx,
  actor: Actor,
  id: number,
  states: readonly MessageState[],
): Promise<{ message: Message; channel: Channel }> {
  const { message, channel } = await held(tx, actor.provinceId, id)
  if (!message || !channel) throw notFound()
  if (!canRunChannel(actor, channel.unitId)) throw notYours()
  if (!states.includes(message.state)) throw moved()
  return { message, channel }
}

async function queueAgain(
  tx: Tx,
  actor: Actor,
  message: Message,
  channel: Channel,
  change: MessageChange,
  now: Date,
): Promise<void> {
  await updateMessage(tx, actor.provinceId, message.id, change)
  await queueJob(tx, actor.provinceId, channelDue, { channelId: channel.id }, { startAfter: now })
}

function note(tx: Tx, actor: Actor, message: Message, verb: string, after: object, now: Date): Promise<void> {
  const subject = { kind: 'message', id: message.id }
  return recordChange(tx, actor, now, { verb, subject, before: { state: message.state }, after })
}

function notYours() {
  return forbidden(
    'Chỉ người quản lý kênh này mới làm được việc đó.',
    'Only those who run this channel may do this.',
  )
}

function moved() {
  return conflict(
    'Tin này đã chuyển sang trạng thái khác. Hãy tải lại trang để xem.',
    'This message has moved on in the meantime. Load the page again.',
  )
}
