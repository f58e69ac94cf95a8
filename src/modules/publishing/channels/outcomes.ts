import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import type { SendFault } from '../channel.ts'
import { channelTrouble, messageSent } from '../publishing.jobs.ts'
import type { Look, Outcome, Step } from './adapters/adapter.ts'
import { type AttemptOutcome, beginAttempt, endAttempt } from './attempts.sql.ts'
import { channelDue } from './channels.jobs.ts'
import { type Channel, holdChannel, updateChannel } from './channels.sql.ts'
import { type Message, updateMessage } from './messages.sql.ts'
import { later } from './picking.ts'
import { nextStep, type Timing } from './tools.ts'

/** What is known when an outcome is written down. */
export interface Held {
  provinceId: number
  channel: Channel
  message: Message
  step: Step
  now: Date
  timing: Timing
}

/**
 * Writes the outcome of a step down, and begins the next one where there is one: answers with the message as it then
 * is when its sender goes on, null when it is over for now. Nothing is written when the message is not in this
 * worker's hands any more, unless it surely went. The channel is held first, as by everybody, or two would wait for
 * each other for ever.
 */
export async function recordOutcome(tx: Tx, held: Held, outcome: Outcome): Promise<Message | null> {
  await holdChannel(tx, held.provinceId, held.channel.id, true)
  const ended = { done: 'done', refused: 'refused', unsure: 'unsure' } as const
  await endStep(tx, held, ended[outcome.is], outcome.is === 'done' ? null : outcome.fault)
  if (outcome.is === 'done') {
    if (outcome.restMs) await rest(tx, held, outcome.restMs)
    return stepDone(tx, held, outcome)
  }
  if (outcome.is === 'unsure') {
    await (held.step.repeatable
      ? tryLater(tx, held, outcome.fault, null)
      : nobodyKnows(tx, held, outcome.fault))
    return null
  }
  if (outcome.retry === 'later') await tryLater(tx, held, outcome.fault, outcome.afterMs ?? null)
  else if (outcome.retry === 'never') await refuse(tx, held, outcome.fault)
  else await channelFails(tx, held, outcome.fault)
  return null
}

/** The service is near its limit: the channel goes on a little later by itself. */
async function rest(tx: Tx, { provinceId, channel, now }: Held, ms: number): Promise<void> {
  const until = later(now, ms)
  await updateChannel(tx, provinceId, channel.id, {
    health: { ...channel.health, restUntil: until.toISOString() },
  })
  await queueJob(tx, provinceId, channelDue, { channelId: channel.id }, { startAfter: until })
}

async function stepDone(
  tx: Tx,
  held: Held,
  done: { keeps?: Record<string, unknown>; remoteId?: string; remoteUrl?: string },
): Promise<Message | null> {
  const { provinceId, message, now } = held
  const { unknown: _, since: __, ...rest } = message.progress
  const progress = {
    ...rest,
    steps: [...(message.progress.steps ?? []), held.step.name],
    kept: { ...message.progress.kept, ...done.keeps },
  }
  const remote = {
    ...(done.remoteId === undefined ? {} : { remoteId: done.remoteId }),
    ...(done.remoteUrl === undefined ? {} : { remoteUrl: done.remoteUrl }),
  }
  const next = nextStep(held.channel.kind, { ...message, progress })
  if (!next) {
    await markSent(tx, held, { progress, ...remote })
    return null
  }
  // Looked up while it was unsure: it goes on as a waiting message. Else its sender goes on at once.
  const goesOn = message.state === 'sending'
  const change = goesOn
    ? {
        progress: { ...progress, step: next.name, since: now.toISOString() },
        leaseUntil: later(now, held.timing.lease),
      }
    : { state: 'waiting' as const, progress, leaseUntil: null, lookAt: null, nextTryAt: now, lastError: null }
  const mine = await updateMessage(tx, provinceId, message.id, { ...change, ...remote }, only(held))
  if (!mine || !goesOn) return null
  await beginAttempt(tx, provinceId, message.id, message.attempts, next.name, now)
  return { ...message, ...change }
}

export async function markSent(
  tx: Tx,
  { provinceId, channel, message, now }: Pick<Held, 'provinceId' | 'channel' | 'message' | 'now'>,
  more: Parameters<typeof updateMessage>[3],
): Promise<void> {
  // A late answer counts too: whoever thought it lost in between learns that it went.
  const mine = await updateMessage(
    tx,
    provinceId,
    message.id,
    { state: 'sent', sentAt: now, leaseUntil: null, lookAt: null, nextTryAt: null, lastError: null, ...more },
    { states: ['waiting', 'sending', 'unsure'], attempt: message.attempts },
  )
  if (!mine) return
  await updateChannel(tx, provinceId, channel.id, { lastSentAt: now })
  await queueJob(tx, provinceId, messageSent, { messageId: message.id })
}

async function tryLater(tx: Tx, held: Held, fault: SendFault, afterMs: number | null): Promise<void> {
  const { provinceId, channel, message, now, timing } = held
  const at = later(now, afterMs ?? timing.backOff(message.attempts))
  const change = { state: 'waiting' as const, leaseUntil: null, nextTryAt: at, lastError: fault }
  if (!(await updateMessage(tx, provinceId, message.id, change, only(held)))) return
  await queueJob(tx, provinceId, channelDue, { channelId: channel.id }, { startAfter: at })
}

async function refuse(tx: Tx, held: Held, fault: SendFault): Promise<void> {
  const { provinceId, channel, message } = held
  const change = { state: 'failed' as const, leaseUntil: null, lastError: fault }
  if (!(await updateMessage(tx, provinceId, message.id, change, only(held)))) return
  await queueJob(tx, provinceId, channelTrouble, { channelId: channel.id, messageId: message.id })
}

/** Not the message's fault: it waits, with all behind it, until a person has mended the channel. */
export async function channelFails(tx: Tx, held: Held, fault: SendFault): Promise<void> {
  const { provinceId, message } = held
  const change = { state: 'waiting' as const, leaseUntil: null, nextTryAt: null, lastError: fault }
  if (!(await updateMessage(tx, provinceId, message.id, change, only(held)))) return
  await stopChannel(tx, held, fault)
}

export async function stopChannel(
  tx: Tx,
  { provinceId, channel, now }: Pick<Held, 'provinceId' | 'channel' | 'now'>,
  fault: SendFault,
): Promise<void> {
  const trouble = { ...fault, at: now.toISOString() }
  await updateChannel(tx, provinceId, channel.id, { state: 'needs_attention', trouble })
  await queueJob(tx, provinceId, channelTrouble, { channelId: channel.id, messageId: null })
}

async function nobodyKnows(tx: Tx, held: Held, fault: SendFault): Promise<void> {
  const { provinceId, channel, message, step, now, timing } = held
  const lookAt = step.look ? later(now, timing.settle) : null
  const change = { state: 'unsure' as const, leaseUntil: null, lookAt, looks: 0, lastError: fault }
  if (!(await updateMessage(tx, provinceId, message.id, change, only(held)))) return
  if (lookAt) await queueJob(tx, provinceId, channelDue, { channelId: channel.id }, { startAfter: lookAt })
  else await queueJob(tx, provinceId, channelTrouble, { channelId: channel.id, messageId: message.id })
}

/** How often a service must say that it has not got a message before it is sent again: a list may lag behind. */
const looksNeeded = 2
/** How often it may fail to say before a person is asked. */
const unknownBorne = 8

/** Writes down what the service said when it was asked whether it has the message. */
export async function recordLook(tx: Tx, held: Held, look: Look): Promise<void> {
  await holdChannel(tx, held.provinceId, held.channel.id, true)
  const { provinceId, channel, message, now, timing } = held
  if (look.is === 'found') {
    await endStep(tx, held, 'found', null)
    await stepDone(tx, held, look)
    return
  }
  const wakeAt = async (at: Date) =>
    queueJob(tx, provinceId, channelDue, { channelId: channel.id }, { startAfter: at })
  if (look.is === 'absent') {
    const looks = message.looks + 1
    const sure = looks >= looksNeeded
    const at = sure ? now : later(now, timing.settle * 4)
    const change = sure
      ? { state: 'waiting' as const, lookAt: null, looks: 0, nextTryAt: now }
      : { lookAt: at, looks }
    if (!(await updateMessage(tx, provinceId, message.id, change, only(held)))) return
    if (sure) await endStep(tx, held, 'absent', null)
    await wakeAt(at)
    return
  }
  const unknown = (message.progress.unknown ?? 0) + 1
  const lookAt = unknown > unknownBorne ? null : later(now, timing.backOff(unknown))
  const change = { lookAt, progress: { ...message.progress, unknown }, lastError: look.fault }
  if (!(await updateMessage(tx, provinceId, message.id, change, only(held)))) return
  if (look.fault.who === 'channel' && channel.state === 'on') await stopChannel(tx, held, look.fault)
  if (lookAt) await wakeAt(lookAt)
  else await queueJob(tx, provinceId, channelTrouble, { channelId: channel.id, messageId: message.id })
}

function endStep(tx: Tx, held: Held, outcome: AttemptOutcome, fault: SendFault | null): Promise<void> {
  const { provinceId, message, step, now } = held
  return endAttempt(tx, provinceId, message.id, message.attempts, step.name, { at: now, outcome, fault })
}

function only({ message }: Held) {
  return { states: [message.state], attempt: message.attempts } as const
}
