import type { Actor } from '../../../lib/actor.ts'
import { type AuditedBy, recordChange, recordChanges } from '../../../lib/audit.ts'
import { type Day, dayOf, daysBetween, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../../lib/errors.ts'
import { hide, reveal } from '../../../lib/http/seal.ts'
import {
  canAnswer,
  canCorrect,
  canPassOn,
  canSeeCaller,
  canWorkFor,
  keepsSetting,
  reachOf,
} from '../feedback.policy.ts'
import { contactAddress, type Way } from '../message.ts'
import { deleteStaleHeld } from '../results/imports.sql.ts'
import { selectSetting, upsertSetting } from '../setting.sql.ts'
import { shortOf, tell } from '../telling.ts'
import type { Caller, Contact, ContactInput, Setting } from './contact.ts'
import {
  type ContactFilter,
  deleteCallers,
  insertContact,
  noteReminded,
  selectContacts,
  selectOwed,
  updateContact,
} from './contacts.sql.ts'

const callerOfRow = (provinceId: number, id: number) =>
  ({ purpose: 'hotline caller', of: `${provinceId}.${id}` }) as const

/** What units in the actor's reach were asked, or owe an answer to. */
export function contactsSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: ContactFilter,
  today: Day,
  limit?: number,
  offset?: number,
) {
  return selectContacts(db, actor.provinceId, seenOnly(actor, filter), today, limit, offset)
}

export function seenOnly(actor: Actor, filter: ContactFilter): ContactFilter {
  return { ...filter, unitIds: reachOf(actor) }
}

export async function contactOf(db: DbOrTx, actor: Actor, id: number): Promise<Contact> {
  const [one] = (await contactsSeenBy(db, actor, { id }, '2000-01-01', 1)).contacts
  if (!one) throw notFound()
  return one
}

/** Writes down what was asked and what is done with it; who owes an answer and was not there is told. */
export async function recordContact(
  tx: Tx,
  secret: string,
  actor: Actor,
  input: ContactInput,
  now: Date,
): Promise<number> {
  refuseUnless(canWorkFor(actor, input.unitId))
  const { provinceId } = actor
  const { caller, ...told } = input
  const by = { accountId: actor.accountId, name: actor.name, at: now }
  const id = await insertContact(tx, provinceId, input, by)
  if (caller) {
    const sealed = hide(secret, callerOfRow(provinceId, id), JSON.stringify(caller))
    await updateContact(tx, provinceId, id, null, { sealed })
  }
  // The log keeps that somebody wants a call, and neither who nor where.
  const after = { ...told, wantsCall: caller !== null }
  await record(tx, actor, now, 'contact.record', id, null, after)
  const { outcome } = input
  if (outcome.is === 'passed') await tellPassed(tx, provinceId, id, { ...outcome, question: input.question })
  return id
}

function tellPassed(
  tx: Tx,
  provinceId: number,
  id: number,
  to: { unitId: number; dueDay: Day; question: string },
): Promise<void> {
  const day = showDay(to.dueDay)
  const said = {
    vi: `Câu hỏi từ tổng đài cần trả lời chậm nhất ${day}: ${shortOf(to.question)}`,
    en: `A question from the hotline to be answered by ${day}: ${shortOf(to.question)}`,
  }
  return tell(tx, provinceId, [to.unitId], 'contact.passed', said, contactAddress(id))
}

/** Name and number of who wants to be called back, for the unit that answers; null for all others. */
export function callerOf(secret: string, actor: Actor, contact: Contact): Caller | null {
  if (!contact.sealed || !canSeeCaller(actor, contact)) return null
  const opened = reveal(secret, callerOfRow(actor.provinceId, contact.id), contact.sealed)
  return opened === null ? null : (JSON.parse(opened) as Caller)
}

/** The unit answers; where another was asked, it hears that there is an answer. */
export async function answerContact(
  tx: Tx,
  actor: Actor,
  id: number,
  answer: string,
  now: Date,
): Promise<void> {
  const was = await contactOf(tx, actor, id)
  refuseUnless(canAnswer(actor, was))
  refuseAnswered(was)
  await write(tx, actor, was, { answer: { text: answer, at: now, byName: actor.name } })
  await record(tx, actor, now, 'contact.answer', id, null, { answer })
  if (was.unitId === was.answerUnitId) return
  const said = {
    vi: `Đã có câu trả lời cho câu hỏi tổng đài chuyển đi: ${shortOf(was.question)}`,
    en: `A question that you passed on is answered: ${shortOf(was.question)}`,
  }
  await tell(tx, actor.provinceId, [was.unitId], 'contact.answered', said, contactAddress(id))
}

/** Another unit owes the answer from now on, by a day. */
export async function passContactOn(
  tx: Tx,
  actor: Actor,
  id: number,
  to: { unitId: number; dueDay: Day },
  now: Date,
): Promise<void> {
  const was = await contactOf(tx, actor, id)
  refuseUnless(canPassOn(actor, was))
  refuseAnswered(was)
  await write(tx, actor, was, { to })
  const before = { unitId: was.answerUnitId, due: was.dueDay }
  await record(tx, actor, now, 'contact.pass_on', id, before, { unitId: to.unitId, due: to.dueDay })
  await tellPassed(tx, actor.provinceId, id, { ...to, question: was.question })
}

/** Puts right what was written down in a hurry; `answer` only where there is one. */
export async function correctContact(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { way: Way; topic: string; question: string; answer: string; revision: number },
  now: Date,
): Promise<void> {
  const was = await contactOf(tx, actor, id)
  refuseUnless(canCorrect(actor, was))
  const { way, topic, question } = input
  const mended = was.answeredAt &&
    was.unitId === was.answerUnitId && {
      answer: { text: input.answer, at: was.answeredAt, byName: was.answeredByName ?? actor.name },
    }
  if (was.revision !== input.revision) throw wasChanged()
  await write(tx, actor, was, { way, topic, question, ...(mended || {}) })
  const before = { way: was.way, topic: was.topic, question: was.question, answer: was.answer }
  const after = { way, topic, question, answer: mended ? input.answer : was.answer }
  await record(tx, actor, now, 'contact.correct', id, before, after)
}

async function write(
  tx: Tx,
  actor: Actor,
  was: Contact,
  change: Parameters<typeof updateContact>[4],
): Promise<void> {
  if (!(await updateContact(tx, actor.provinceId, was.id, was.revision, change))) throw wasChanged()
}

function wasChanged() {
  return conflict(
    'Có người vừa cập nhật cuộc này. Mở lại trang để xem bản mới nhất.',
    'Somebody has just changed this. Open the page again.',
  )
}

function refuseAnswered(contact: Contact): void {
  if (contact.answeredAt) throw conflict('Cuộc này đã có câu trả lời.', 'This has been answered.')
}

function refuseUnless(may: boolean): void {
  if (!may)
    throw forbidden(
      'Việc này do cán bộ đầu mối của đơn vị được hỏi hoặc đơn vị phải trả lời thực hiện.',
      'Only officers of the unit that was asked, or that owes the answer, may do this.',
    )
}

/** In the morning: units hear of answers due by tomorrow, and every week of late ones. Returns how many. */
export async function remindUnits(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const owed = await selectOwed(tx, provinceId, today)
  for (const one of owed) {
    const late = daysBetween(one.dueDay, today)
    const [day, short] = [showDay(one.dueDay), shortOf(one.question)]
    const said =
      late > 0
        ? {
            vi: `Quá hạn ${late} ngày (hạn ${day}), chưa trả lời: ${short}`,
            en: `${late} days late (due ${day}): ${short}`,
          }
        : { vi: `Đến hạn ${day}, cần trả lời: ${short}`, en: `To be answered by ${day}: ${short}` }
    await tell(tx, provinceId, [one.answerUnitId], 'contact.due', said, contactAddress(one.id))
  }
  await noteReminded(
    tx,
    provinceId,
    owed.map((o) => o.id),
    today,
  )
  return owed.length
}

/** At night: names and numbers go once the answer is as old as the setting says, and sheets nobody took. Returns how many. */
export async function forget(tx: Tx, by: AuditedBy, now: Date): Promise<number> {
  const { keepDays } = await selectSetting(tx, by.provinceId)
  const before = new Date(now.getTime() - keepDays * 86_400_000)
  await deleteStaleHeld(tx, by.provinceId, new Date(now.getTime() - 7 * 86_400_000))
  const ids = await deleteCallers(tx, by.provinceId, before, now)
  const changes = ids.map((id) => ({
    verb: 'contact.forget_caller',
    subject: { kind: 'contact', id },
    ...{ before: null, after: null },
  }))
  await recordChanges(tx, by, now, changes)
  return ids.length
}

export async function changeSetting(tx: Tx, actor: Actor, setting: Setting, now: Date): Promise<void> {
  if (!keepsSetting(actor))
    throw forbidden('Chỉ đầu mối cấp tỉnh đặt được.', 'Only the province’s lead may set this.')
  const before = await selectSetting(tx, actor.provinceId)
  await upsertSetting(tx, actor.provinceId, setting)
  const subject = { kind: 'feedback_setting', id: actor.provinceId }
  await recordChange(tx, actor, now, { verb: 'feedback.set', subject, before, after: setting })
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
  await recordChange(tx, actor, now, { verb, subject: { kind: 'contact', id }, before, after })
}
