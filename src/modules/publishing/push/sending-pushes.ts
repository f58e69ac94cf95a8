import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { callOutside, type OutsideAnswer, OutsideFault } from '../../../lib/http/outside.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { encryptPush } from '../../../lib/webpush/encrypt.ts'
import { type VapidPair, vapidHeader } from '../../../lib/webpush/vapid.ts'
import { retryAfterMs } from '../channels/adapters/answers.ts'
import { endHouseMessage, noteProgress } from '../channels/messages.ts'
import { originOf } from '../reach/links.ts'
import * as deliveries from './deliveries.sql.ts'
import { pushToSend } from './push.jobs.ts'
import { contactOf, countFault, deleteById } from './push.sql.ts'
import { openPair, openTarget } from './push.ts'

interface Tools {
  db: Db
  config: Pick<Config, 'secret' | 'baseUrl' | 'privateHosts'>
  clock: () => Date
  signal?: AbortSignal
}

const atOnce = 10
/** A worker that has had a push for so long and said nothing has crashed. */
const silentMs = 10 * 60_000
const callMs = 15_000
/** A browser that was off for longer hears of it by opening the portal. */
const keptSeconds = 24 * 3600
const mostTries = 5
/** Refusals in a row after which an endpoint is let go, though nobody said that it has ended. */
const faultsBorne = 5
const longestWaitMs = 6 * 3_600_000

/** What all browsers of a push have in common. */
interface Sending {
  provinceId: number
  push: deliveries.Push
  pair: VapidPair
  contact: string
}

/**
 * Sends a push to every browser it is still for, ten at a time. Each is taken, and that is committed, before its
 * service is called: whatever crashes when, no browser is called twice for one publication. What a service refuses for
 * now waits as long as it asks; an endpoint that has ended is deleted.
 */
export async function sendPush(tools: Tools, provinceId: number, pushId: number): Promise<void> {
  const { db, config, clock } = tools
  const push = await deliveries.pushById(db, provinceId, pushId)
  const pair = await openPair(db, config.secret, provinceId)
  if (push?.state !== 'sending') return
  if (!pair) await deliveries.failWaiting(db, provinceId, pushId)
  await deliveries.giveUpSilent(db, provinceId, pushId, new Date(clock().getTime() - silentMs))
  const email = await contactOf(db, provinceId)
  const contact = email ? `mailto:${email}` : await originOf(db, provinceId, config.baseUrl)
  while (pair && !tools.signal?.aborted) {
    const taken = await deliveries.takeDeliveries(db, provinceId, pushId, atOnce, clock())
    if (taken.length === 0) break
    await Promise.all(taken.map((one) => sendOne(tools, { provinceId, push, pair, contact }, one)))
    if (push.messageId !== null) await tellProgress(tools, provinceId, push, push.messageId)
  }
  if (!tools.signal?.aborted) await finish(tools, provinceId, push)
}

async function sendOne(tools: Tools, sending: Sending, one: deliveries.Taken): Promise<void> {
  const { db, config, clock } = tools
  const { provinceId, push, pair, contact } = sending
  const target = openTarget(config.secret, provinceId, one.sealed)
  if (!target) return letGo(db, sending, one)
  let answer: OutsideAnswer | null = null
  try {
    answer = await callOutside(target.endpoint, {
      method: 'POST',
      headers: {
        authorization: vapidHeader(pair, target.endpoint, contact, clock()),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(keptSeconds),
        urgency: 'normal',
        topic: topicOf(push),
      },
      body: encryptPush(payloadOf(push, one.locale), target.keys),
      timeoutMs: callMs,
      privateHosts: config.privateHosts,
    })
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    if (fault.code === 'private' || fault.code === 'address' || fault.code === 'moved')
      return letGo(db, sending, one)
    if (fault.reached) {
      await deliveries.endDelivery(db, provinceId, push.id, one.subscriptionId, { state: 'unsure' })
      return note(db, sending, target.endpoint, 0)
    }
  }
  await settle(tools, sending, one, target.endpoint, answer)
}

/** What the service said, written down; `answer` null: it could not be reached. */
async function settle(
  { db, clock }: Tools,
  sending: Sending,
  one: deliveries.Taken,
  endpoint: string,
  answer: OutsideAnswer | null,
): Promise<void> {
  const { provinceId, push } = sending
  const status = answer?.status ?? 0
  const end = (how: Parameters<typeof deliveries.endDelivery>[4]) =>
    deliveries.endDelivery(db, provinceId, push.id, one.subscriptionId, how)
  if (status >= 200 && status < 300) {
    await end({ state: 'sent' })
    await countFault(db, provinceId, one.subscriptionId, false)
    return
  }
  if (status === 404 || status === 410) return letGo(db, sending, one)
  await note(db, sending, endpoint, status)
  const mayPass = status === 0 || status === 408 || status === 429 || status >= 500
  const asked = answer && retryAfterMs(answer, clock())
  const waitMs = Math.min(longestWaitMs, asked ?? 60_000 * 2 ** one.tries)
  const notBefore = new Date(clock().getTime() + waitMs)
  const isLate = notBefore.getTime() - push.madeAt.getTime() > keptSeconds * 1000
  if (mayPass && one.tries < mostTries && !isLate) return end({ state: 'waiting', notBefore })
  await end({ state: 'failed' })
  if ((await countFault(db, provinceId, one.subscriptionId, true)) >= faultsBorne)
    await letGo(db, sending, one)
}

/** The browser is gone, or never was one: nothing of it is kept. */
async function letGo(db: Db, { provinceId, push }: Sending, one: deliveries.Taken): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await deleteById(tx, provinceId, one.subscriptionId)
    await deliveries.noteOnPush(tx, provinceId, push.id, { ended: true })
  })
}

async function note(db: Db, { provinceId, push }: Sending, endpoint: string, status: number): Promise<void> {
  const fault = { service: new URL(endpoint).hostname, status }
  await deliveries.noteOnPush(db, provinceId, push.id, { fault })
}

/** Later words on the same publication take the place of earlier ones, at the service and on the screen. */
function topicOf(push: deliveries.Push): string {
  return push.publicationId === null ? `push-${push.id}` : `text-${push.publicationId}`
}

/** In the form that newer browsers show even without our script (declarative web push). */
export function payloadOf(push: deliveries.Push, lang: string): string {
  const { title, body, link } = push
  return JSON.stringify({
    web_push: 8030,
    notification: { title, body, navigate: link, tag: topicOf(push), lang },
  })
}

async function tallyOf(db: Db, provinceId: number, push: deliveries.Push) {
  const tally = (await deliveries.pushTallies(db, provinceId, [push.id])).get(push.id)
  const { waiting = 0, sending = 0, sent = 0, failed = 0, unsure = 0, next = null } = tally ?? {}
  return { waiting, sending, next, done: sent, total: waiting + sending + sent + failed + unsure }
}

async function tellProgress(
  { db }: Tools,
  provinceId: number,
  push: deliveries.Push,
  messageId: number,
): Promise<void> {
  const { done, total } = await tallyOf(db, provinceId, push)
  await noteProgress(db, provinceId, messageId, done, total)
}

/** What waits, or is in another worker's hands, brings this job back; else the push is at its end. */
async function finish({ db, clock }: Tools, provinceId: number, push: deliveries.Push): Promise<void> {
  const now = clock()
  const tally = await tallyOf(db, provinceId, push)
  await db.transaction().execute(async (tx) => {
    if (tally.waiting + tally.sending > 0) {
      const startAfter = tally.waiting > 0 ? (tally.next ?? now) : new Date(now.getTime() + silentMs)
      await queueJob(tx, provinceId, pushToSend, { pushId: push.id }, { startAfter })
      return
    }
    await deliveries.noteOnPush(tx, provinceId, push.id, { sentAt: now })
    const { done, total } = tally
    if (push.messageId !== null)
      await endHouseMessage(tx, provinceId, push.messageId, { done, total, fault: null }, now)
  })
}
