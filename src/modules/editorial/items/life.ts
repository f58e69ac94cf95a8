import type { Actor } from '../../../lib/actor.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { mergePublication, prepareNoMore, withdrawPublication } from '../../publishing/publishing.ts'
import { publishDue } from '../editorial.jobs.ts'
import { canApprove, canReview, canWrite, whyNotMove, whyNotSecond } from '../editorial.policy.ts'
import { writersSince } from '../item.ts'
import { noteScore } from '../plainness/plainness.ts'
import { passStage, refuseOther, tellOfWay } from '../stages/passing.ts'
import { canDecide, wayOfVersion, whyNotNext } from '../stages/ways.ts'
import { followMaster, refuseUnsendable } from '../variants/following.ts'
import { stopSending, takeBack } from '../variants/leaving.ts'
import { boundVariants } from '../variants/variants.sql.ts'
import { digestOf } from './digest.ts'
import { heldUntil, refuseBefore } from './embargo.ts'
import { missingFacts, missingWords } from './facts-form.ts'
import { selectItem, selectItemForChange, selectSteps, updateItem } from './items.sql.ts'
import { enteredInLibrary } from './library.ts'
import {
  itemForChange,
  type LoadedItem,
  type Mover,
  move,
  refuseMove,
  refuseUnless,
  versionOf,
} from './loading.ts'
import { isAsApproved, putOut, refuseUnfit, sourceOf } from './putting-out.ts'
import { tellWriters } from './telling.ts'
import { versionToTranslate } from './translating.ts'
import { noteTranslated } from './translations.sql.ts'
import { sealVersion } from './versions.sql.ts'
import { beginVersion } from './writing.ts'

/** Hands the text in: complete in its kind, sealed, and told to those who review. */
export async function submitItem(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { note: string | null },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  refuseMove(item, 'submitted')
  await seal(tx, item, now)
  await move(tx, actor, item, 'submitted', { verb: 'submit', note: input.note }, now)
  const master = item.translationOf && (await selectItem(tx, actor.provinceId, item.translationOf))
  if (master) await noteTranslated(tx, actor.provinceId, id, versionToTranslate(master))
  await tellOfWay(tx, item, await versionOf(tx, item, item.currentVersion), now)
}

/** Seals the version at work, complete and with its digest over the variants it has now. */
export async function seal(tx: Tx, item: LoadedItem, now: Date): Promise<void> {
  const version = await enteredInLibrary(tx, item, await versionOf(tx, item, item.currentVersion))
  const missing = [
    ...missingFacts(item.kind, version.facts),
    ...missingWords(item.kind, version.facts, version.files),
  ]
  if (missing.length > 0) throw invalid(missing)
  refuseUnfit(item, version)
  await followMaster(tx, item, version, now)
  await refuseUnsendable(tx, item, version)
  const variants = await boundVariants(tx, item.provinceId, item.id, version.number)
  await noteScore(tx, item, version, 'submit', now)
  await sealVersion(tx, item.provinceId, item.id, version.number, digestOf(item, version, variants))
}

/** Gives the text back with reasons; a new version begins with all that it holds. */
export async function returnItem(
  tx: Tx,
  by: Mover,
  item: LoadedItem,
  input: { reasons: string },
  now: Date,
): Promise<void> {
  if (input.reasons.trim().length < 10)
    throw invalid([
      {
        field: 'reasons',
        vi: 'Ghi rõ cần sửa gì, vì sao (từ 10 ký tự).',
        en: 'Say what has to be changed and why (10 characters or more).',
      },
    ])
  await move(tx, by, item, 'returned', { verb: 'return', note: input.reasons.trim() }, now)
  const actor = { provinceId: by.provinceId, accountId: by.accountId ?? item.madeBy, name: by.name }
  await beginVersion(tx, actor as Actor, item, now)
  await tellWriters(tx, item, 'returned', input.reasons.trim(), now)
}

export async function giveBack(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { reasons: string },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  const way = await wayOfVersion(tx, item, await versionOf(tx, item, item.currentVersion))
  refuseUnless(canReview(actor, item) || canApprove(actor, item) || canDecide(actor, item, way))
  await returnItem(tx, actor, item, input, now)
}

/**
 * The second person approves exactly what was read: `digest` is that of the page on which the button stood. Where the
 * text goes through stages, whoever stands at the next one passes it on, and the last of them approves it.
 */
export async function approve(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { digest: string; note: string | null },
  now: Date,
): Promise<'approved' | 'passed'> {
  const item = await itemForChange(tx, actor, id)
  const version = await versionOf(tx, item, item.currentVersion)
  const way = await wayOfVersion(tx, item, version)
  refuseUnless(canDecide(actor, item, way))
  const steps = await selectSteps(tx, actor.provinceId, [id])
  const why = whyNotSecond(actor.accountId, writersSince(steps)) ?? whyNotNext(actor.accountId, way)
  if (why) throw conflict(why.vi, why.en)
  if (way.next && !way.isLast) {
    await passStage(tx, actor, { item, version, way }, input, now)
    return 'passed'
  }
  await approveVersion(tx, actor, item, input, now)
  return 'approved'
}

export async function approveVersion(
  tx: Tx,
  by: Mover,
  item: LoadedItem,
  { digest, note }: { digest: string; note: string | null },
  now: Date,
): Promise<void> {
  const version = await versionOf(tx, item, item.currentVersion)
  refuseOther(version, digest)
  await move(tx, by, item, 'approved', { verb: 'approve', note }, now, { approvedVersion: version.number })
  await tellWriters(tx, item, 'approved', null, now)
}

/** To go out by itself at a moment to come. */
export async function schedule(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { at: Date },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canReview(actor, item))
  if (input.at.getTime() <= now.getTime())
    throw invalid([{ field: 'at', vi: 'Chọn một thời điểm sau lúc này.', en: 'Choose a moment to come.' }])
  const number = item.approvedVersion ?? 0
  if (number > 0) refuseBefore(await heldUntil(tx, item, number, now), input.at, 'at')
  const step = { verb: 'schedule' as const, note: showTime(input.at) }
  await move(tx, actor, item, 'scheduled', step, now, { publishAt: input.at })
  await queueJob(tx, actor.provinceId, publishDue, { itemId: id, number }, { startAfter: input.at })
}

export async function unschedule(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canReview(actor, item))
  if (item.state !== 'scheduled') throw refusal(whyNotMove(item.state, 'approved'))
  await move(tx, actor, item, 'approved', { verb: 'unschedule', note: null }, now, { publishAt: null })
}

/** What is approved goes out now, or by itself when its embargo ends: then that hour is returned. */
export async function publishNow(
  tx: Tx,
  actor: Actor,
  id: number,
  baseUrl: string,
  now: Date,
): Promise<Date | null> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canReview(actor, item))
  if (item.state !== 'approved' && item.state !== 'scheduled')
    throw refusal(whyNotMove(item.state, 'published') ?? notApproved)
  if (!(await isAsApproved(tx, item))) throw conflict(changedSince.vi, changedSince.en)
  const held = await heldUntil(tx, item, item.currentVersion, now)
  if (held && item.state === 'approved') {
    await schedule(tx, actor, id, { at: held }, now)
    return held
  }
  await putOut(tx, actor, item, item.currentVersion, { verb: 'publish', note: null }, baseUrl, now)
  return null
}

/** The job of a scheduled version: runs again without harm, and publishes nothing but what was approved. */
export async function publishScheduled(
  tx: Tx,
  by: Mover,
  itemId: number,
  number: number,
  baseUrl: string,
  now: Date,
): Promise<void> {
  // Held, as by a person who publishes it at the same moment: it leaves once.
  const item = await selectItemForChange(tx, by.provinceId, itemId)
  const loaded = item && { ...item, provinceId: by.provinceId }
  if (loaded?.state !== 'scheduled' || loaded.approvedVersion !== number) return
  if (loaded.publishAt === null || loaded.publishAt.getTime() > now.getTime()) return
  const held = await heldUntil(tx, loaded, number, now)
  if (held) {
    await updateItem(tx, by.provinceId, itemId, { publishAt: held })
    return queueJob(tx, by.provinceId, publishDue, { itemId, number }, { startAfter: held })
  }
  if (await isAsApproved(tx, loaded))
    return putOut(tx, by, loaded, number, { verb: 'publish', note: null }, baseUrl, now)
  await move(tx, by, loaded, 'draft', { verb: 'refuse', note: changedSince.vi }, now, { publishAt: null })
  await beginVersion(tx, { ...by, accountId: loaded.madeBy } as Actor, loaded, now)
  await tellWriters(tx, loaded, 'refused', null, now)
}

/** Takes a publication from readers, who find `notice` there; or says that it should never have been public. */
export async function withdrawItem(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { notice: string; inError: boolean },
  now: Date,
): Promise<void> {
  const item = await forEnding(tx, actor, id)
  const step = { verb: input.inError ? ('in_error' as const) : ('withdraw' as const), note: input.notice }
  await move(tx, actor, item, 'withdrawn', { ...step, number: item.publicVersion }, now, nothingPublic)
  await withdrawPublication(tx, actor, item.publicationId ?? 0, input, now)
  await takeBack(tx, actor, item, now)
}

/** Joins an item into another published one: readers of the old address are led on. */
export async function mergeItem(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { intoId: number },
  now: Date,
): Promise<void> {
  const item = await forEnding(tx, actor, id)
  const into = await selectItem(tx, actor.provinceId, input.intoId)
  if (!into || into.id === id || into.publicationId === null || into.publishedVersion === null)
    throw invalid([
      {
        field: 'intoId',
        vi: 'Chọn một bài khác đang đăng để gộp vào.',
        en: 'Choose another published item to join it into.',
      },
    ])
  const set = { ...nothingPublic, mergedInto: into.id }
  const step = { verb: 'merge' as const, note: into.title, number: item.publicVersion }
  await move(tx, actor, item, 'merged', step, now, set)
  await mergePublication(tx, actor, item.publicationId ?? 0, into.publicationId, now)
  await stopSending(tx, actor, item, now)
}

/** Readers see no version any more, and none goes out by itself. */
const nothingPublic = { publishedVersion: null, publishAt: null }

async function forEnding(tx: Tx, actor: Actor, id: number): Promise<LoadedItem & { publicVersion: number }> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canReview(actor, item))
  if (item.publicationId === null || item.publishedVersion === null)
    throw conflict('Bài này chưa đăng.', 'This item is not published.')
  return { ...item, publicVersion: item.publishedVersion }
}

/** Not wanted any more, before anything of it was public. */
export async function dropItem(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  if (item.publishedVersion !== null)
    throw conflict(
      'Bài đã đăng thì không bỏ được; hãy gỡ bài hoặc gộp vào bài khác.',
      'A published item cannot be dropped; withdraw it or join it into another.',
    )
  await move(tx, actor, item, 'dropped', { verb: 'drop', note: null }, now)
  await prepareNoMore(tx, actor, { source: sourceOf(item), language: item.language }, now)
}

const notApproved = {
  vi: 'Nội dung chưa được duyệt nên chưa đăng được.',
  en: 'The text has not been approved, so it cannot be published.',
}
const changedSince = {
  vi: 'Nội dung không còn đúng bản đã duyệt nên chưa đăng. Cần trình và duyệt lại.',
  en: 'The text is not what was approved, so it was not published. It has to be approved again.',
}

function refusal(why: { vi: string; en: string } | null) {
  const said = why ?? notApproved
  return conflict(said.vi, said.en)
}
