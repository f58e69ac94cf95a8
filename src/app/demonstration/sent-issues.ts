import { createHash } from 'node:crypto'
import { addDays } from '../../lib/calendar/day.ts'
import { publicationAddress } from '../../modules/publishing/publication.ts'
import { addDeliveries, insertPush, noteOnPush } from '../../modules/publishing/push/deliveries.sql.ts'
import { saveSubscription } from '../../modules/publishing/push/push.sql.ts'
import { addDeliveries as addLetters } from '../../modules/publishing/subscriptions/deliveries.sql.ts'
import {
  entriesOf,
  issueById,
  publishedBetween,
  updateIssue,
} from '../../modules/publishing/subscriptions/newsletters.sql.ts'
import { makeIssue, writeOpening } from '../../modules/publishing/subscriptions/newsletters.ts'
import {
  countReturn,
  markBad,
  markReturned,
  noteReturn,
} from '../../modules/publishing/subscriptions/returned.sql.ts'
import { moment, type Stage } from './stage.ts'

/**
 * A weekly issue as it stands after it has left: most letters arrived, one mailbox was full, one is not there any more.
 * No job is queued for it, so that nothing is sent.
 */
export async function playSentIssue(stage: Stage): Promise<void> {
  const { tx, provinceId, today } = stage
  const at = moment(stage, addDays(today, -2), '08:00')
  const id = await makeIssue(tx, provinceId, 'weekly', at)
  const issue = id === null ? null : await issueById(tx, provinceId, id)
  if (!issue) return
  const opening = {
    subject: 'Bản tin tuần (minh họa): tin mới về thủ tục hành chính',
    intro: 'Kính gửi bạn đọc,',
  }
  await writeOpening(tx, stage.person('hong'), issue.id, opening, at)
  const entries = await entriesOf(tx, provinceId, issue.publicationIds)
  await addLetters(tx, provinceId, issue.id, 'weekly', entries)
  await tx
    .updateTable('publishing.delivery')
    .set({ state: 'sent', taken_at: at })
    .where('province_id', '=', provinceId)
    .where('newsletter_id', '=', issue.id)
    .execute()
  const left = { state: 'sent' as const, approvedByName: stage.person('tam').name, sentAt: at }
  await updateIssue(tx, provinceId, issue.id, left)
  await playReturned(stage, issue.id)
}

async function playReturned({ tx, provinceId, now }: Stage, newsletterId: number): Promise<void> {
  const rows = await tx
    .selectFrom('publishing.delivery')
    .select('subscriber_id as id')
    .where('province_id', '=', provinceId)
    .where('newsletter_id', '=', newsletterId)
    .orderBy('subscriber_id', 'desc')
    .limit(2)
    .execute()
  const [gone, full] = rows
  const note = (outcome: 'ended' | 'counted', status: string) =>
    noteReturn(tx, provinceId, { at: now, outcome, status, newsletterId })
  if (full) {
    await markReturned(tx, provinceId, newsletterId, full.id)
    await countReturn(tx, provinceId, full.id, now)
    await note('counted', '5.2.2')
  }
  if (gone) {
    await markReturned(tx, provinceId, newsletterId, gone.id)
    await markBad(tx, provinceId, gone.id, now)
    await note('ended', '5.1.1')
  }
}

/**
 * Notices that browsers got: all of them; and one of which a device had ended meanwhile and a service refused. What the
 * program keeps of these devices does not open, so that none of them is ever called.
 */
export async function playPushes(stage: Stage): Promise<void> {
  const { tx, provinceId, today, config } = stage
  const since = moment(stage, addDays(today, -30))
  for (let n = 1; n <= 5; n += 1) {
    const device = {
      hash: createHash('sha256').update(`thiet-bi-minh-hoa-${n}`).digest(),
      sealed: Buffer.from('minh họa'),
      ...{ locale: 'vi', topics: [], columnIds: [], consent: 'Minh họa: không có thiết bị thật.' },
    }
    await saveSubscription(tx, provinceId, device, since)
  }
  const shown = (await publishedBetween(tx, provinceId, since, stage.now)).slice(0, 3).toReversed()
  for (const [n, entry] of shown.entries()) {
    const at = moment(stage, addDays(today, n - shown.length), '09:10')
    const link = new URL(publicationAddress(entry), config.baseUrl).href
    const words = { title: entry.title, body: entry.lead.slice(0, 240), link }
    const id = await insertPush(tx, provinceId, { ...words, publicationId: entry.id, messageId: null }, at)
    if (id === null) continue
    await addDeliveries(tx, provinceId, id, {
      publicationId: entry.id,
      topics: entry.topics,
      columnId: entry.columnId,
    })
    await tx
      .updateTable('publishing.push_delivery')
      .set({ state: 'sent', taken_at: at, tries: 1 })
      .where('province_id', '=', provinceId)
      .where('push_id', '=', id)
      .execute()
    if (n === 1) await playRefusal(stage, id)
    await noteOnPush(tx, provinceId, id, { sentAt: at })
  }
}

async function playRefusal({ tx, provinceId }: Stage, pushId: number): Promise<void> {
  const one = await tx
    .selectFrom('publishing.push_delivery')
    .select('subscription_id as id')
    .where('province_id', '=', provinceId)
    .where('push_id', '=', pushId)
    .orderBy('subscription_id')
    .executeTakeFirst()
  await tx
    .updateTable('publishing.push_delivery')
    .set({ state: 'failed' })
    .where('province_id', '=', provinceId)
    .where('push_id', '=', pushId)
    .where('subscription_id', '=', one?.id ?? 0)
    .execute()
  const fault = { service: 'push.chungtay.invalid', status: 413 }
  await noteOnPush(tx, provinceId, pushId, { ended: true, fault })
}
