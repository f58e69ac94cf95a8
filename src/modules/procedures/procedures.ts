import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import { addWorkingDays } from '../../lib/calendar/working-days.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { unitsAsOf } from '../organisations/organisations.ts'
import { endOpenPostings, insertPostings } from './postings.sql.ts'
import {
  type Announcement,
  type AnnouncementInput,
  announcementAddress,
  postingsAddress,
  usualDueDays,
  whoPosts,
} from './procedure.ts'
import { postersTold } from './procedures.jobs.ts'
import { canAnnounce } from './procedures.policy.ts'
import {
  insertAnnouncement,
  saveDueDays,
  selectAnnouncement,
  selectDueDays,
  selectSame,
  updateWithdrawn,
} from './procedures.sql.ts'

export async function announcementById(db: DbOrTx, provinceId: number, id: number): Promise<Announcement> {
  const found = await selectAnnouncement(db, provinceId, id)
  if (!found) throw notFound()
  return found
}

/** Working days in which units post, counted from the day of the decision. */
export async function dueDaysOf(db: DbOrTx, provinceId: number): Promise<{ days: number; isUsual: boolean }> {
  const set = await selectDueDays(db, provinceId)
  return { days: set ?? usualDueDays, isUsual: set === null }
}

export function dueDayOf(issued: Day, days: number): Day {
  return addWorkingDays(issued, days)
}

/**
 * Enters a decision of announcement and gives every unit in its scope, as of today, the duty to post (QNG-19). One that
 * replaces an earlier decision ends what is still open of that. Returns its id.
 */
export async function announce(
  tx: Tx,
  actor: Actor,
  input: AnnouncementInput,
  now: Date,
): Promise<{ id: number; units: number }> {
  refuseOthers(actor)
  const { provinceId } = actor
  const today = dayOf(now)
  if (input.issued > today)
    throw invalid([{ field: 'issued', vi: 'Ngày ký không thể sau hôm nay.', en: 'The day lies ahead.' }])
  const was = input.replacesId === null ? null : await announcementById(tx, provinceId, input.replacesId)
  const same = await selectSame(tx, provinceId, input.number, input.issued)
  if (same !== null && same !== was?.id)
    throw invalid([{ field: 'number', vi: 'Quyết định này đã được nhập.', en: 'This decision is entered.' }])
  const units = whoPosts(await unitsAsOf(tx, provinceId, today), input.scope)
  if (units.length === 0)
    throw invalid([{ field: 'scope', vi: 'Không có đơn vị nào thuộc diện này.', en: 'No unit is in scope.' }])
  if (was && !was.withdrawnAt) await end(tx, actor, was, `Được thay bằng quyết định số ${input.number}.`, now)
  const { days, ...facts } = input
  const entered = { ...facts, dueDay: dueDayOf(input.issued, days), enteredBy: actor.name }
  const id = await insertAnnouncement(tx, provinceId, entered, now)
  const unitIds = units.map((u) => u.id)
  await insertPostings(tx, provinceId, id, unitIds)
  await recordChange(tx, actor, now, {
    verb: 'procedures.announce',
    subject: { kind: 'announcement', id },
    before: null,
    after: { ...entered, units: unitIds.length },
  })
  await queueJob(tx, provinceId, postersTold, {
    ...{ unitIds, kind: 'posting.given', href: `${postingsAddress}?decision=${id}` },
    vi: `Niêm yết ${input.procedures} thủ tục theo Quyết định số ${input.number}, hạn ${showDay(entered.dueDay)}.`,
    en: `Post ${input.procedures} procedures of decision ${input.number} by ${showDay(entered.dueDay)}.`,
  })
  return { id, units: unitIds.length }
}

/** A decision does not hold, or was entered wrongly: what is still open of it ends; what was posted stays on record. */
export async function withdrawAnnouncement(
  tx: Tx,
  actor: Actor,
  id: number,
  reason: string,
  now: Date,
): Promise<void> {
  refuseOthers(actor)
  const was = await announcementById(tx, actor.provinceId, id)
  if (was.withdrawnAt) throw conflict('Quyết định này đã được rút.', 'It is withdrawn already.')
  if (reason.trim().length < 5)
    throw invalid([{ field: 'reason', vi: 'Ghi lý do rút.', en: 'Say why it is withdrawn.' }])
  await end(tx, actor, was, reason.trim(), now)
}

async function end(tx: Tx, actor: Actor, was: Announcement, reason: string, now: Date): Promise<void> {
  await updateWithdrawn(tx, actor.provinceId, was.id, reason, now)
  const unitIds = await endOpenPostings(tx, actor.provinceId, was.id)
  await recordChange(tx, actor, now, {
    verb: 'procedures.withdraw',
    subject: { kind: 'announcement', id: was.id },
    before: { withdrawn: false },
    after: { reason, ended: unitIds.length },
  })
  if (unitIds.length === 0) return
  await queueJob(tx, actor.provinceId, postersTold, {
    ...{ unitIds, kind: 'posting.ended', href: announcementAddress(was.id) },
    vi: `Thôi niêm yết theo Quyết định số ${was.number}: ${reason}`,
    en: `Decision ${was.number} is no longer to be posted: ${reason}`,
  })
}

/** In how many working days units of this province post; decisions entered before keep their day. */
export async function setDueDays(tx: Tx, actor: Actor, days: number, now: Date): Promise<void> {
  refuseOthers(actor)
  if (!Number.isInteger(days) || days < 1 || days > 60)
    throw invalid([{ field: 'days', vi: 'Ghi số ngày làm việc, từ 1 đến 60.', en: 'Write 1 to 60.' }])
  const before = await selectDueDays(tx, actor.provinceId)
  await saveDueDays(tx, actor.provinceId, days)
  await recordChange(tx, actor, now, {
    verb: 'procedures.change-setting',
    subject: { kind: 'announcement', id: actor.provinceId },
    before: { days: before },
    after: { days },
  })
}

function refuseOthers(actor: Actor): void {
  if (!canAnnounce(actor))
    throw forbidden(
      'Chỉ đầu mối cấp tỉnh nhập quyết định công bố.',
      'Only the lead of the province enters announcements.',
    )
}

/** Postings as rooms above count and remind of them. */
export { postingsPressing, postingsToRemind, postingToCount } from './postings.ts'

/** Rates before and after, as the figures within one's reach tell them. */
export { showMonth } from './rates/rate.ts'
export { type IndicatorSeen, indicatorsSeen } from './rates/rates.ts'
