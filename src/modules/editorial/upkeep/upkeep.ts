import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Db, DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { linksOf } from '../../../lib/richtext/contents.ts'
import { noteReviewBy } from '../../publishing/publishing.ts'
import { selectProduced } from '../coverage/coverage.sql.ts'
import { checkItemLinks, checkTheLinks } from '../editorial.jobs.ts'
import { canReview, canWrite } from '../editorial.policy.ts'
import type { Item } from '../item.ts'
import { fieldsOf } from '../items/facts-form.ts'
import { selectItem, updateItem } from '../items/items.sql.ts'
import { itemForChange, noteStep, refuseUnless } from '../items/loading.ts'
import { tellWriters } from '../items/telling.ts'
import { selectVersion } from '../items/versions.sql.ts'
import { askAddress, type LinkOutcome } from './asking-out.ts'
import {
  forgetOthers,
  noteEndingTold,
  noteReminded,
  type Settling,
  selectToCheck,
  selectToEnd,
  selectToRemind,
  writeCheck,
  writeSettling,
} from './upkeep.sql.ts'

/** Tells the writers of public items whose review day has come, or which soon hold no longer, once for each day set. */
export async function remindOfReviews(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const ids = await selectToRemind(tx, provinceId, dayOf(now))
  for (const id of ids) {
    const item = await selectItem(tx, provinceId, id)
    if (item) await tellWriters(tx, { ...item, provinceId }, 'review', null, now)
    await noteReminded(tx, provinceId, id)
  }
  return ids.length + (await remindOfEnds(tx, provinceId, now))
}

/** How many days before its last one the writers hear that a benefit ends (QNG-21): time to write what follows it. */
const daysBefore = 14

async function remindOfEnds(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const ending = await selectToEnd(tx, provinceId, today, addDays(today, daysBefore))
  for (const { id, lastDay } of ending) {
    const item = await selectItem(tx, provinceId, id)
    if (item) await tellWriters(tx, { ...item, provinceId }, 'ending', showDay(lastDay), now)
    await noteEndingTold(tx, provinceId, id, lastDay)
  }
  return ending.length
}

/** How far ahead a next reading may be set, in days. */
const furthest = 3 * 366

/** "Read again, still good": readers are told the new day until which the text is known to be right. */
export async function readAgain(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { nextDay: Day | null },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  const today = dayOf(now)
  const { nextDay } = input
  if (item.publishedVersion === null || item.publicationId === null)
    throw conflict('Bài này không còn đăng nên không cần rà soát.', 'This item is not public any more.')
  if (nextDay === null || nextDay <= today || nextDay > addDays(today, furthest))
    throw invalid([
      {
        field: 'nextDay',
        vi: 'Nhập ngày đọc lại lần sau: sau hôm nay và trong vòng 3 năm.',
        en: 'Enter when to read it again: after today and within three years.',
      },
    ])
  await updateItem(tx, actor.provinceId, id, { reviewBy: nextDay, reviewedDay: today })
  await noteReviewBy(tx, actor.provinceId, item.publicationId, nextDay)
  await noteStep(tx, actor, item, { verb: 'reread', note: nextDay, number: item.publishedVersion }, now)
  await recordChange(tx, actor, now, {
    verb: 'item.reread',
    subject: { kind: 'item', id },
    before: { reviewBy: item.reviewBy },
    after: { reviewBy: nextDay, version: item.publishedVersion },
  })
}

/** A link that failed this often in a row is told to the writers: one bad night of a site is no news. */
const patience = 2
/** Addresses asked in one night at most. */
const most = 500

type Ask = (address: string) => Promise<LinkOutcome>

/**
 * Asks the addresses that public items lead to, one after the other, outside of any transaction; those asked longest
 * ago first, so that the next night goes on where this one stops.
 */
export async function checkLinks(
  db: Db,
  provinceId: number,
  now: Date,
  ask: Ask = askAddress,
): Promise<number> {
  let asked = 0
  for (const id of await selectToCheck(db, provinceId)) {
    if (asked >= most) return asked
    asked += await checkLinksOf(db, provinceId, id, now, ask)
  }
  return asked
}

/** Asks the addresses of one item. Returns how many there were. */
export async function checkLinksOf(
  db: Db,
  provinceId: number,
  itemId: number,
  now: Date,
  ask: Ask = askAddress,
): Promise<number> {
  const item = await selectItem(db, provinceId, itemId)
  if (!item || item.publishedVersion === null) return 0
  const addresses = await addressesOf(db, provinceId, item)
  for (const address of addresses) {
    const answer = await ask(address)
    await db.transaction().execute(async (tx) => {
      const failures = await writeCheck(tx, provinceId, itemId, address, answer, now)
      if (failures === patience) await tellWriters(tx, { ...item, provinceId }, 'broken', address, now)
    })
  }
  await db.transaction().execute((tx) => forgetOthers(tx, provinceId, itemId, addresses))
  return addresses.length
}

/** Where the public text leads: its links, the addresses of its facts, and what was broadcast. */
async function addressesOf(db: DbOrTx, provinceId: number, item: Item): Promise<string[]> {
  const version = await selectVersion(db, provinceId, item.id, item.publishedVersion ?? 0)
  if (!version) return []
  const facts = fieldsOf(item.kind).flatMap((f) => (f.type === 'address' ? [version.facts[f.name]] : []))
  const aired = (await selectProduced(db, provinceId, item.id)).map((p) => p.address)
  const all = [...linksOf(version.body).map((l) => l.href), ...facts, ...aired]
  return [...new Set(all.filter((a) => typeof a === 'string').filter((a) => /^https?:/.test(a)))]
}

/** Has the links of an item, or of all of them (null), asked again soon. */
export async function askAgain(tx: Tx, actor: Actor, itemId: number | null): Promise<void> {
  const { provinceId } = actor
  if (itemId === null) {
    refuseUnless(actor.grants.some((g) => canReview(actor, g)))
    return queueJob(tx, provinceId, checkTheLinks, {}, { key: 'asked' })
  }
  const item = await itemForChange(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  await queueJob(tx, provinceId, checkItemLinks, { itemId }, { key: String(itemId) })
}

/** Somebody decides about an address that fails: a copy is kept elsewhere, or it does not matter; null opens it again. */
export async function settleLink(
  tx: Tx,
  actor: Actor,
  itemId: number,
  input: { address: string; as: Settling | null; reason: string },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  const reason = input.reason.trim()
  if (input.as !== null && (reason.length < 10 || reason.length > 500))
    throw invalid([
      {
        field: 'reason',
        vi: 'Ghi lý do từ 10 đến 500 ký tự, ví dụ địa chỉ của bản lưu.',
        en: 'Give a reason of 10 to 500 characters, for example the address of the archived copy.',
      },
    ])
  const settling = input.as && { as: input.as, reason, byName: actor.name, at: now }
  if (!(await writeSettling(tx, actor.provinceId, itemId, input.address, settling))) throw notFound()
  await recordChange(tx, actor, now, {
    verb: 'item.settle_link',
    subject: { kind: 'item', id: itemId },
    before: null,
    after: input,
  })
}
