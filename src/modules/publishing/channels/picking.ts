import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { channelKinds, checkVariant, type SendFault, variantDigest } from '../channel.ts'
import { channelTrouble, houseMessageDue, messageForHand } from '../publishing.jobs.ts'
import { beginAttempt, endAttempt } from './attempts.sql.ts'
import { type Channel, holdChannel } from './channels.sql.ts'
import { headOfChannel, type Message, updateMessage } from './messages.sql.ts'
import { publicationToSend, type SentPublication } from './publications.sql.ts'
import { nextStep, type Timing } from './tools.ts'

/** What a worker does next on a channel: send a message it has claimed, ask about one, look again, or nothing. */
export type Task =
  | { is: 'send'; channel: Channel; message: Message; publication: SentPublication | null }
  | { is: 'look'; channel: Channel; message: Message; publication: SentPublication | null }
  | { is: 'again' }
  | { is: 'nothing' }

const nothing: Task = { is: 'nothing' }
const again: Task = { is: 'again' }
const staleMs = 48 * 3_600_000

/**
 * Decides in one short transaction what happens to the head of the channel's queue, and writes it down: once this has
 * been committed, a crash at any later point leaves a message that says what may have happened to it.
 */
export async function nextTask(
  tx: Tx,
  provinceId: number,
  channelId: number,
  now: Date,
  timing: Timing,
): Promise<Task> {
  const channel = await holdChannel(tx, provinceId, channelId, false)
  if (!channel) return nothing
  const message = await headOfChannel(tx, provinceId, channelId)
  if (!message) return nothing
  if (message.state === 'sending') return recover(tx, provinceId, channel, message, now, timing)
  const publication =
    message.publicationId === null ? null : await publicationToSend(tx, provinceId, message.publicationId)
  if (message.state === 'unsure') {
    if (!message.lookAt || message.lookAt > now) return nothing
    // While this worker asks, no other does.
    await updateMessage(tx, provinceId, message.id, { lookAt: later(now, timing.lease) })
    return { is: 'look', channel, message, publication }
  }
  if (channel.state !== 'on' || message.dueAt > now || (message.nextTryAt && message.nextTryAt > now))
    return nothing
  if (channel.health.restUntil && new Date(channel.health.restUntil) > now) return nothing
  const why = whyNot(channel, message, publication, now)
  if (why) {
    await updateMessage(tx, provinceId, message.id, { state: why.state, lastError: why.fault })
    await queueJob(tx, provinceId, channelTrouble, { channelId, messageId: message.id })
    return again
  }
  return claim(tx, provinceId, channel, message, publication, now, timing)
}

async function claim(
  tx: Tx,
  provinceId: number,
  channel: Channel,
  message: Message,
  publication: SentPublication | null,
  now: Date,
  timing: Timing,
): Promise<Task> {
  const number = message.attempts + 1
  const { way } = channelKinds[channel.kind]
  if (way !== 'service') {
    const step = way === 'manual' ? 'hand' : 'house'
    const progress = { ...message.progress, step }
    await updateMessage(tx, provinceId, message.id, {
      state: 'sending',
      attempts: number,
      leaseUntil: null,
      progress,
    })
    await beginAttempt(tx, provinceId, message.id, number, step, now)
    const told = way === 'manual' ? messageForHand : houseMessageDue
    await queueJob(tx, provinceId, told, { messageId: message.id })
    return again
  }
  const step = nextStep(channel.kind, message)
  // The token may be exchanged once an attempt.
  const { refreshed: _, ...before } = message.progress
  const progress = { ...before, step: step?.name ?? '', since: now.toISOString() }
  if (message.progress.step === step?.name && message.progress.since) progress.since = message.progress.since
  const change = { attempts: number, leaseUntil: later(now, timing.lease), progress, nextTryAt: null }
  await updateMessage(tx, provinceId, message.id, { state: 'sending', ...change })
  if (step) await beginAttempt(tx, provinceId, message.id, number, step.name, now)
  return { is: 'send', channel, message: { ...message, state: 'sending', ...change }, publication }
}

/** Its worker fell silent: it crashed before, during or after the call, and nobody knows which. */
async function recover(
  tx: Tx,
  provinceId: number,
  channel: Channel,
  message: Message,
  now: Date,
  timing: Timing,
): Promise<Task> {
  if (!message.leaseUntil || message.leaseUntil > now) return nothing
  const step = nextStep(channel.kind, message)
  const name = message.progress.step ?? ''
  await endAttempt(tx, provinceId, message.id, message.attempts, name, {
    at: now,
    outcome: 'lost',
    fault: lost,
  })
  if (!step || step.repeatable) {
    await updateMessage(tx, provinceId, message.id, { state: 'waiting', leaseUntil: null, nextTryAt: now })
    return again
  }
  const lookAt = step.look ? later(now, timing.settle) : null
  await updateMessage(tx, provinceId, message.id, {
    state: 'unsure',
    leaseUntil: null,
    lookAt,
    looks: 0,
    lastError: lost,
  })
  if (!lookAt)
    await queueJob(tx, provinceId, channelTrouble, { channelId: channel.id, messageId: message.id })
  return again
}

/** Why a message that is due does not go. */
function whyNot(
  channel: Channel,
  message: Message,
  publication: SentPublication | null,
  now: Date,
): { state: 'dead' | 'failed'; fault: SendFault } | null {
  if (message.publicationId !== null && publication?.state !== 'live')
    return { state: 'dead', fault: notPublic }
  if (publication && message.publicationDigest !== null && publication.digest !== message.publicationDigest)
    return { state: 'dead', fault: changed }
  if (variantDigest(message.variant) !== message.digest) return { state: 'dead', fault: changed }
  if (message.attempts === 0 && now.getTime() - message.dueAt.getTime() > staleMs)
    return { state: 'dead', fault: late }
  if (message.attempts >= message.triesGranted)
    return { state: 'dead', fault: { ...tried, said: message.lastError?.vi } }
  const [first] = checkVariant(channel.kind, message.variant, new Map(), channel.settings).filter(
    (f) => f.level === 'fault',
  )
  return first
    ? { state: 'failed', fault: { code: 'limits', who: 'desk', vi: first.vi, en: first.en } }
    : null
}

export function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

const lost: SendFault = {
  code: 'lost',
  who: 'nobody',
  vi: 'Chương trình bị ngắt trong lúc gửi, nên chưa rõ dịch vụ đã nhận hay chưa.',
  en: 'The program was cut off while sending, so nobody knows whether the service took the message.',
}
const notPublic: SendFault = {
  code: 'not_public',
  who: 'desk',
  vi: 'Bài không còn hiển thị trên chuyên trang (đã gỡ, đính chính hoặc gộp), nên không gửi.',
  en: 'Readers do not see this publication any more (withdrawn, in error or merged), so it is not sent.',
}
const changed: SendFault = {
  code: 'changed',
  who: 'desk',
  vi: 'Nội dung đã thay đổi sau khi bản cho kênh được duyệt. Cần duyệt lại bản cho kênh rồi gửi.',
  en: 'The text has changed since the variant was approved. Approve the variant again, then send it.',
}
const late: SendFault = {
  code: 'late',
  who: 'desk',
  vi: 'Đã quá giờ hẹn hơn 48 giờ (kênh tắt hoặc cần xử lý), nên không tự gửi tin cũ. Hãy gửi lại nếu còn cần.',
  en: 'It is more than 48 hours late (the channel was off or needed attention), so old news does not go by itself. Send it again if it is still wanted.',
}
const tried: SendFault = {
  code: 'tried',
  who: 'channel',
  vi: 'Đã thử nhiều lần không được.',
  en: 'It was tried many times in vain.',
}
