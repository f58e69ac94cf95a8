import type { Config } from '../../../lib/config.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { shortened } from '../channels/first-variant.ts'
import { linkAddress, shortLinkFor } from '../reach/links.ts'
import { addDeliveries, insertPush, subjectOf } from './deliveries.sql.ts'
import { pushDue, pushToSend } from './push.jobs.ts'
import { countSubscriptions, hasPushChannel } from './push.sql.ts'

/** What became public longer ago is no news any more. */
const newsMs = 24 * 3_600_000
/** Time to take back what went out wrong before telephones ring. */
const graceMs = 2 * 60_000
/** Nobody is woken: from nine in the evening pushes wait for six in the morning, in Việt Nam. */
const [eveningHour, morningHour] = [21, 6]
const vietnamMs = 7 * 3_600_000
const hourMs = 3_600_000

/** When what becomes public now may be pushed. */
export function whenToPush(now: Date): Date {
  const at = now.getTime() + graceMs
  const local = at + vietnamMs
  const hour = Math.floor(local / hourMs) % 24
  if (hour < eveningHour && hour >= morningHour) return new Date(at)
  const midnight = local - (local % (24 * hourMs)) + (hour >= eveningHour ? 24 * hourMs : 0)
  return new Date(midnight + morningHour * hourMs - vietnamMs)
}

/** A text has become public: it will be pushed, unless the desk sends pushes itself, by a channel of this kind. */
export async function queuePush(tx: Tx, provinceId: number, publicationId: number, now: Date): Promise<void> {
  const subject = await subjectOf(tx, provinceId, publicationId)
  if (!subject || now.getTime() - subject.firstPublishedAt.getTime() > newsMs) return
  if ((await countSubscriptions(tx, provinceId)) === 0 || (await hasPushChannel(tx, provinceId))) return
  const options = { startAfter: whenToPush(now), key: String(publicationId) }
  await queueJob(tx, provinceId, pushDue, { publicationId }, options)
}

/** Makes the push of a publication that is still to be seen: title and lead. Made twice, it is one. */
export async function pushPublication(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  provinceId: number,
  publicationId: number,
  now: Date,
): Promise<number | null> {
  const subject = await subjectOf(tx, provinceId, publicationId)
  if (!subject || (await hasPushChannel(tx, provinceId))) return null
  const short = await shortLinkFor(tx, provinceId, { publicationId, channelKind: 'push' }, now)
  const link = await linkAddress(tx, provinceId, config.baseUrl, short)
  const text = { title: shortened(subject.title, 120), body: shortened(subject.lead, 240), link }
  return make(tx, provinceId, { ...text, publicationId, messageId: null }, now)
}

/** The push that an approved message of the desk asks for. */
export function pushMessage(
  tx: Tx,
  provinceId: number,
  message: { id: number; publicationId: number | null; title: string; text: string; link: string },
  now: Date,
): Promise<number | null> {
  const { id, publicationId, title, text, link } = message
  return make(tx, provinceId, { title, body: text, link, publicationId, messageId: id }, now)
}

async function make(
  tx: Tx,
  provinceId: number,
  push: Parameters<typeof insertPush>[2],
  now: Date,
): Promise<number | null> {
  const subject = push.publicationId === null ? null : await subjectOf(tx, provinceId, push.publicationId)
  const id = await insertPush(tx, provinceId, push, now)
  if (id === null) return null
  const of = { topics: subject?.topics ?? [], columnId: subject?.columnId ?? null }
  await addDeliveries(tx, provinceId, id, { publicationId: push.publicationId, ...of })
  await queueJob(tx, provinceId, pushToSend, { pushId: id })
  return id
}
