import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { canReview, canWrite } from '../editorial.policy.ts'
import { selectItemForChange } from '../items/items.sql.ts'
import { itemSeenBy, refuseUnless, versionOf } from '../items/loading.ts'
import { reachOf } from '../items/showing.ts'
import { createItem } from '../items/writing.ts'
import { keepsPress } from '../press/press.policy.ts'
import { reasonIn } from '../reasons.ts'
import { followMended, handDownMended } from './mended.ts'
import { type Shortcoming, type ShortcomingFacts, shortcomingAddress } from './shortcoming.ts'
import {
  insertShortcoming,
  lockShortcoming,
  moveShortcoming,
  type ShortcomingFilter,
  selectShortcomings,
  updateShortcoming,
} from './shortcomings.sql.ts'

const workers = ['agency_officer', 'agency_head'] as const

export function shortcomingsSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: ShortcomingFilter,
  today: Day,
  limit?: number,
  offset?: number,
) {
  return selectShortcomings(
    db,
    actor.provinceId,
    { ...filter, unitIds: reachOf(actor) },
    today,
    limit,
    offset,
  )
}

export async function shortcomingOf(db: DbOrTx, actor: Actor, id: number): Promise<Shortcoming> {
  const [one] = (await shortcomingsSeenBy(db, actor, { id }, '2000-01-01', 1)).shortcomings
  if (!one) throw notFound()
  return one
}

export async function shortcomingOfItem(
  db: DbOrTx,
  provinceId: number,
  itemId: number,
): Promise<Shortcoming | null> {
  const { shortcomings } = await selectShortcomings(db, provinceId, { itemId }, '2000-01-01', 1)
  return shortcomings[0] ?? null
}

/** Writes down what does not work yet, who mends it and by when; the unit is told. */
export async function registerShortcoming(
  tx: Tx,
  actor: Actor,
  input: ShortcomingFacts,
  now: Date,
  itemId: number | null = null,
): Promise<number> {
  refuseUnless(keepsPress(actor) || canReview(actor, input))
  const id = await insertShortcoming(
    tx,
    actor.provinceId,
    { ...input, itemId },
    { name: actor.name, at: now },
  )
  await record(tx, actor, now, 'shortcoming.register', id, null, { ...input, itemId })
  await tellOfDay(tx, actor, id, input, now)
  return id
}

async function tellOfDay(tx: Tx, actor: Actor, id: number, to: ShortcomingFacts, now: Date): Promise<void> {
  const day = showDay(to.dueDay)
  const news = {
    kind: 'editorial.shortcoming',
    vi: `Tồn tại, hạn chế cần khắc phục trước ${day}: ${to.title}`,
    en: `A shortcoming to be mended by ${day}: ${to.title}`,
    href: shortcomingAddress(id),
  }
  await tellUnits(tx, actor.provinceId, [to.unitId], workers, news, now)
}

/** Other words, another unit or another day, over the revision that the writer saw. */
export async function changeShortcoming(
  tx: Tx,
  actor: Actor,
  id: number,
  input: ShortcomingFacts & { revision: number },
  now: Date,
): Promise<void> {
  const was = await unmended(tx, actor, id)
  refuseUnless(keepsPress(actor) || (canReview(actor, was) && canReview(actor, input)))
  const { revision, ...facts } = input
  if (!(await updateShortcoming(tx, actor.provinceId, id, revision, facts)))
    throw conflict(
      'Có người vừa sửa mục này. Mở lại trang để xem bản mới nhất rồi sửa tiếp.',
      'Somebody has just changed this. Open the page again and go on from the newest.',
    )
  await record(tx, actor, now, 'shortcoming.change', id, was, facts)
  if (facts.unitId !== was.unitId || facts.dueDay !== was.dueDay) await tellOfDay(tx, actor, id, facts, now)
}

/** The unit, or the desk, says what was done. */
export async function mendShortcoming(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { what: string; day: Day | null },
  now: Date,
): Promise<void> {
  const was = await unmended(tx, actor, id)
  refuseUnless(canWrite(actor, was))
  const what = input.what.trim()
  if (what.length < 10)
    throw invalid([
      {
        field: 'what',
        vi: 'Ghi rõ đã làm gì (từ 10 ký tự).',
        en: 'Say what was done (10 characters or more).',
      },
    ])
  if (!input.day || input.day > dayOf(now) || input.day < dayOf(was.notedAt))
    throw invalid([
      {
        field: 'day',
        vi: 'Nhập ngày xong, không sau hôm nay và không trước ngày ghi.',
        en: 'Enter the day it was done, not after today and not before it was registered.',
      },
    ])
  const done = { day: input.day, what, byName: actor.name }
  await moveShortcoming(tx, actor.provinceId, id, { done })
  await record(tx, actor, now, 'shortcoming.mend', id, null, done)
  await handDownMended(tx, actor.provinceId, { ...was, done })
}

/** What was told to be mended is not: it is open again, and the unit hears why. */
export async function reopenShortcoming(
  tx: Tx,
  actor: Actor,
  id: number,
  why: string,
  now: Date,
): Promise<void> {
  const was = await heldShortcoming(tx, actor, id)
  refuseUnless(keepsPress(actor) || canReview(actor, was))
  if (!was.done || was.withdrawn)
    throw conflict('Mục này chưa báo khắc phục.', 'This was not told to be mended.')
  const said = reasonIn(why)
  await moveShortcoming(tx, actor.provinceId, id, { done: null })
  await record(tx, actor, now, 'shortcoming.reopen', id, was.done, { why: said })
  await handDownMended(tx, actor.provinceId, { ...was, done: null })
  const news = {
    kind: 'editorial.shortcoming',
    vi: `Chưa khắc phục xong “${was.title}”: ${said}`,
    en: `“${was.title}” is not mended yet: ${said}`,
    href: shortcomingAddress(id),
  }
  await tellUnits(tx, actor.provinceId, [was.unitId], workers, news, now)
}

export async function withdrawShortcoming(
  tx: Tx,
  actor: Actor,
  id: number,
  why: string,
  now: Date,
): Promise<void> {
  const was = await heldShortcoming(tx, actor, id)
  refuseUnless(keepsPress(actor))
  if (was.withdrawn) throw conflict('Mục này đã rút khỏi sổ.', 'This was taken out of the register.')
  const withdrawn = { at: now, byName: actor.name, why: reasonIn(why) }
  await moveShortcoming(tx, actor.provinceId, id, { withdrawn })
  await record(tx, actor, now, 'shortcoming.withdraw', id, null, { why: withdrawn.why })
  await handDownMended(tx, actor.provinceId, { ...was, withdrawn })
}

/** The shortcoming for a change, held so that two people change it one after the other. */
async function heldShortcoming(tx: Tx, actor: Actor, id: number): Promise<Shortcoming> {
  await lockShortcoming(tx, actor.provinceId, id)
  return shortcomingOf(tx, actor, id)
}

async function unmended(tx: Tx, actor: Actor, id: number): Promise<Shortcoming> {
  const one = await heldShortcoming(tx, actor, id)
  if (one.withdrawn) throw conflict('Mục này đã rút khỏi sổ.', 'This was taken out of the register.')
  if (one.done) throw conflict('Mục này đã báo khắc phục.', 'This was told to be mended.')
  return one
}

/** Begins the article about a shortcoming with what the register knows. Returns the item. */
export async function writeOfShortcoming(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const one = await heldShortcoming(tx, actor, id)
  if (one.itemId !== null) return one.itemId
  if (one.withdrawn) throw conflict('Mục này đã rút khỏi sổ.', 'This was taken out of the register.')
  const facts = {
    ...(one.place ? { where: one.place.slice(0, 300) } : {}),
    ...(one.remedy ? { remedy: one.remedy } : {}),
    due: one.dueDay,
  }
  const itemId = await createItem(
    tx,
    actor,
    {
      ...{ kind: 'shortcoming', title: one.title, language: 'vi', translationOf: null },
      ...{ unitId: one.unitId, columnId: null, topics: one.topic ? [one.topic] : [], taskId: null },
      ...{ formCode: null, themeCodes: ['shortcomings'], audienceCodes: [], reviewBy: null },
    },
    now,
    { facts, body: richTextFromPlain(one.about).doc, byline: actor.name },
  )
  await moveShortcoming(tx, actor.provinceId, id, { itemId })
  await record(tx, actor, now, 'shortcoming.write', id, null, { itemId })
  return itemId
}

/** Takes what an article says into the register, to be mended by the item's unit. Returns the shortcoming. */
export async function shortcomingFromItem(tx: Tx, actor: Actor, itemId: number, now: Date): Promise<number> {
  const item = await itemSeenBy(tx, actor, itemId)
  await selectItemForChange(tx, actor.provinceId, itemId)
  if (item.kind !== 'shortcoming' || item.translationOf !== null) throw notFound()
  const known = await shortcomingOfItem(tx, actor.provinceId, itemId)
  if (known) return known.id
  const version = await versionOf(tx, item, item.currentVersion)
  const text = (name: string) => String(version.facts[name] ?? '')
  const dueDay = text('due')
  if (dueDay === '')
    throw conflict(
      'Bài chưa có “Hạn khắc phục”. Sửa bài, ghi hạn rồi đưa vào sổ.',
      'The article has no day by which it is mended. Write it there first.',
    )
  const facts = {
    ...{ title: version.title, about: version.lead, place: text('where'), remedy: text('remedy') },
    ...{ topic: item.topics[0] ?? '', unitId: item.unitId, personName: '', dueDay },
  }
  const id = await registerShortcoming(tx, actor, facts, now, itemId)
  if (item.publishedVersion !== null) await followMended(tx, actor.provinceId, item)
  return id
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  id: number,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'shortcoming', id }, before, after })
}
