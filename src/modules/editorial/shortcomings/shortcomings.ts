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
import { modelAddress } from '../models/model.ts'
import { refuseNoReason } from '../models/models.ts'
import { keepsPress } from '../press/press.policy.ts'
import { type Shortcoming, type ShortcomingFacts, shortcomingAddress } from './shortcoming.ts'
import {
  type Due,
  insertShortcoming,
  moveShortcoming,
  noteReminded,
  type ShortcomingFilter,
  selectDue,
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
}

/** What was told to be mended is not: it is open again, and the unit hears why. */
export async function reopenShortcoming(
  tx: Tx,
  actor: Actor,
  id: number,
  why: string,
  now: Date,
): Promise<void> {
  const was = await shortcomingOf(tx, actor, id)
  refuseUnless(keepsPress(actor) || canReview(actor, was))
  if (!was.done || was.withdrawn)
    throw conflict('Mục này chưa báo khắc phục.', 'This was not told to be mended.')
  refuseNoReason(why)
  await moveShortcoming(tx, actor.provinceId, id, { done: null })
  await record(tx, actor, now, 'shortcoming.reopen', id, was.done, { why })
  const news = {
    kind: 'editorial.shortcoming',
    vi: `Chưa khắc phục xong “${was.title}”: ${why}`,
    en: `“${was.title}” is not mended yet: ${why}`,
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
  const was = await shortcomingOf(tx, actor, id)
  refuseUnless(keepsPress(actor))
  if (was.withdrawn) throw conflict('Mục này đã rút khỏi sổ.', 'This was taken out of the register.')
  refuseNoReason(why)
  const withdrawn = { at: now, byName: actor.name, why: why.trim() }
  await moveShortcoming(tx, actor.provinceId, id, { withdrawn })
  await record(tx, actor, now, 'shortcoming.withdraw', id, null, { why })
}

async function unmended(tx: Tx, actor: Actor, id: number): Promise<Shortcoming> {
  const one = await shortcomingOf(tx, actor, id)
  if (one.withdrawn) throw conflict('Mục này đã rút khỏi sổ.', 'This was taken out of the register.')
  if (one.done) throw conflict('Mục này đã báo khắc phục.', 'This was told to be mended.')
  return one
}

/** Begins the article about a shortcoming with what the register knows. Returns the item. */
export async function writeOfShortcoming(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const one = await shortcomingOf(tx, actor, id)
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
  return registerShortcoming(tx, actor, facts, now, itemId)
}

/** In the morning: units hear of what is due in three days, and every week of what is late. Returns how many. */
export async function remindOfRegisters(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const due = await selectDue(tx, provinceId, today)
  for (const one of due) {
    const late = one.dueDay < today
    const [vi, en] = newsOf(one, late)
    const day = showDay(one.dueDay)
    const news = {
      kind: 'editorial.due',
      vi: late ? `Quá hạn ${day}: ${vi}` : `Đến hạn ${day}: ${vi}`,
      en: late ? `Overdue since ${day}: ${en}` : `Due on ${day}: ${en}`,
      href: hrefOf(one),
    }
    await tellUnits(tx, provinceId, [one.unitId], workers, news, now)
    await noteReminded(tx, provinceId, one, today)
  }
  return due.length
}

function newsOf({ what, title }: Due, late: boolean): [vi: string, en: string] {
  if (what === 'call')
    return [`cho biết đơn vị áp dụng mô hình “${title}” đến đâu`, `say how far you are with “${title}”`]
  const done = late ? 'chưa báo khắc phục' : 'cần khắc phục'
  return [`${done} “${title}”`, `“${title}” is not mended`]
}

function hrefOf({ what, pageId }: Due): string {
  return what === 'call' ? modelAddress(pageId) : shortcomingAddress(pageId)
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
