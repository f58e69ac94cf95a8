import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { isWebAddress } from '../../lib/text/web-address.ts'
import {
  lockPosting,
  type OwnPosting,
  selectPosting,
  selectPostingsOfUnits,
  updatePosting,
} from './postings.sql.ts'
import { type Announcement, type Posting, postingAddress, remindsOn } from './procedure.ts'
import { postersTold, postingMoved } from './procedures.jobs.ts'
import { canAnnounce, canPost, canSee, unitsPostedFor } from './procedures.policy.ts'
import { selectAnnouncement } from './procedures.sql.ts'

/** The posting, where the actor may see it; not_found otherwise, so that nothing is given away. */
export async function postingSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<Posting> {
  const found = await selectPosting(db, actor.provinceId, id)
  if (!found || !canSee(actor, found)) throw notFound()
  return found
}

async function forChange(tx: Tx, actor: Actor, id: number): Promise<Posting> {
  const found = await lockPosting(tx, actor.provinceId, id)
  if (!found || !canSee(actor, found)) throw notFound()
  return found
}

/** What shows that it is posted: a new photo of the board (null: the one that is there), and the web address. */
export interface PostingProof {
  photoFileId: number | null
  webLink: string
}

/**
 * The unit says that it has posted. With photo and web address it is done; with one of them it stays open, and what is
 * there is kept. Returns whether it is done.
 */
export async function post(
  tx: Tx,
  actor: Actor,
  id: number,
  proof: PostingProof,
  now: Date,
): Promise<boolean> {
  const was = await forChange(tx, actor, id)
  if (!canPost(actor, was))
    throw forbidden('Đồng chí không niêm yết thay đơn vị này.', 'You do not post for this unit.')
  if (was.state === 'ended')
    throw conflict('Quyết định đã được rút, không phải niêm yết nữa.', 'The decision is withdrawn.')
  const webLink = proof.webLink.trim()
  const photoFileId = proof.photoFileId ?? was.photoFileId
  const faults: Fault[] = []
  if (webLink !== '' && (!isWebAddress(webLink) || webLink.length > 500))
    faults.push({
      field: 'webLink',
      vi: 'Địa chỉ web bắt đầu bằng https:// hoặc http://.',
      en: 'A web address begins with https:// or http://.',
    })
  if (webLink === '' && photoFileId === null)
    faults.push({
      field: 'files',
      vi: 'Gửi ảnh bảng niêm yết hoặc địa chỉ trang đăng.',
      en: 'Send a photo of the board, or the web address.',
    })
  if (faults.length > 0) throw invalid(faults)
  const isDone = webLink !== '' && photoFileId !== null
  const state = isDone ? 'posted' : was.state === 'posted' ? 'open' : was.state
  // A correction of what was in time does not make it late.
  const postedDay = !isDone ? null : was.state === 'posted' ? was.postedDay : dayOf(now)
  const set = { state, photoFileId, webLink, postedDay, postedBy: actor.name } as const
  await updatePosting(tx, actor.provinceId, id, { ...set, ...(isDone ? { returnedReason: null } : {}) })
  await recordChange(tx, actor, now, {
    verb: 'procedures.post',
    subject: { kind: 'posting', id },
    before: { state: was.state, webLink: was.webLink, photoFileId: was.photoFileId },
    after: set,
  })
  if (isDone || was.state === 'posted') await queueJob(tx, actor.provinceId, postingMoved, { postingId: id })
  return isDone
}

/** The second look: the lead sends a posting back, with what is wrong with it. */
export async function returnPosting(
  tx: Tx,
  actor: Actor,
  id: number,
  reason: string,
  now: Date,
): Promise<void> {
  const was = await forChange(tx, actor, id)
  if (!canAnnounce(actor))
    throw forbidden('Chỉ đầu mối cấp tỉnh trả lại.', 'Only the lead of the province returns a posting.')
  if (was.state !== 'posted')
    throw conflict('Chỉ trả lại việc đã niêm yết.', 'Only what is posted is returned.')
  const returnedReason = reason.trim()
  if (returnedReason.length < 5 || returnedReason.length > 1000)
    throw invalid([{ field: 'reason', vi: 'Ghi điều cần sửa.', en: 'Say what is to be mended.' }])
  await updatePosting(tx, actor.provinceId, id, { state: 'returned', returnedReason, postedDay: null })
  await recordChange(tx, actor, now, {
    verb: 'procedures.return',
    subject: { kind: 'posting', id },
    before: { state: was.state, postedDay: was.postedDay },
    after: { state: 'returned', reason: returnedReason },
  })
  await queueJob(tx, actor.provinceId, postingMoved, { postingId: id })
  await queueJob(tx, actor.provinceId, postersTold, {
    ...{ unitIds: [was.unitId], kind: 'posting.returned', href: postingAddress(id) },
    vi: `Việc niêm yết bị trả lại: ${returnedReason}`,
    en: `A posting was returned: ${returnedReason}`,
  })
}

/** What a room above needs to count a posting as an activity of its unit. */
export async function postingToCount(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<{ posting: Posting; announcement: Announcement } | null> {
  const posting = await selectPosting(db, provinceId, id)
  const announcement = posting && (await selectAnnouncement(db, provinceId, posting.announcementId))
  return posting && announcement ? { posting, announcement } : null
}

/** Postings of which units hear on this day (see `remindsOn`): how many are late, how many are due, by unit. */
export async function postingsToRemind(
  db: DbOrTx,
  provinceId: number,
  today: Day,
): Promise<Map<number, { late: number; due: number }>> {
  const open = await selectPostingsOfUnits(db, provinceId, 'all', ['open', 'returned'], 100_000)
  const units = new Map<number, { late: number; due: number }>()
  for (const p of open.filter((one) => remindsOn(one.dueDay, today))) {
    const sum = units.get(p.unitId) ?? { late: 0, due: 0 }
    sum[p.dueDay < today ? 'late' : 'due'] += 1
    units.set(p.unitId, sum)
  }
  return units
}

/** What the actor's units have still to post, what is due first standing first. */
export function openPostingsOf(db: DbOrTx, actor: Actor, limit = 500): Promise<OwnPosting[]> {
  return selectPostingsOfUnits(db, actor.provinceId, unitsPostedFor(actor), ['open', 'returned'], limit)
}

/** For the first page of a person: how much waits to be posted, and how much of it is late. */
export async function postingsPressing(
  db: DbOrTx,
  actor: Actor,
  today: Day,
): Promise<{ late: number; open: number }> {
  if (unitsPostedFor(actor).length === 0) return { late: 0, open: 0 }
  const open = await openPostingsOf(db, actor)
  const late = open.filter((p) => p.dueDay < today).length
  return { late, open: open.length - late }
}
