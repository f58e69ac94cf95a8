import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { refuseUnless } from '../items/loading.ts'
import { outletOf } from '../press/outlets.ts'
import { reasonIn } from '../reasons.ts'
import { authorUnits, isAuthor, mayAnswer } from './monitoring.policy.ts'
import { insertNote, lockNote, moveNote, type NoteFilter, selectNotes, updateNote } from './monitoring.sql.ts'
import { type Note, type NoteFacts, noteAddress } from './note.ts'

const workers = ['agency_officer', 'agency_head', 'editor'] as const

/** Notes about units within the actor's reach, and those that their units wrote. */
export function notesSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: NoteFilter,
  today: Day,
  limit?: number,
  offset?: number,
) {
  const unitIds = actor.reach === 'province' ? undefined : [...actor.reach]
  return selectNotes(db, actor.provinceId, { ...filter, unitIds }, today, limit, offset)
}

export async function noteOf(db: DbOrTx, actor: Actor, id: number): Promise<Note> {
  const [note] = (await notesSeenBy(db, actor, { id }, '2000-01-01', 1)).notes
  if (!note) throw notFound()
  return note
}

/** Writes what was seen; whom it concerns is told, an outlet outside the program by mail. */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  input: NoteFacts & { fileId: number | null },
  now: Date,
): Promise<number> {
  const facts = await checked(tx, actor, input, dayOf(now))
  const id = await insertNote(tx, actor.provinceId, facts, { name: actor.name, at: now })
  await record(tx, actor, now, 'monitoring.note', id, null, facts)
  const due = facts.dueDay ? `cần khắc phục trước ${showDay(facts.dueDay)}` : 'làm tốt'
  const en = facts.dueDay ? `to be mended by ${showDay(facts.dueDay)}` : 'good'
  const of = { id, ...facts }
  await tellSubject(tx, actor, of, { vi: `Giám sát, ${due}`, en: `Monitoring, ${en}` }, now)
  return id
}

/** Other words, another finding or day, over the revision that the writer saw, as long as nobody has answered. */
export async function changeNote(
  tx: Tx,
  actor: Actor,
  id: number,
  input: NoteFacts & { fileId: number | null; revision: number },
  now: Date,
): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(isAuthor(actor, was))
  if (was.answer || was.closed)
    throw conflict('Nơi được giám sát đã trả lời.', 'Whom it concerns has answered already.')
  const { revision, ...facts } = input
  const kept = { ...facts, fileId: facts.fileId ?? was.fileId }
  const whole = await checked(tx, actor, { ...kept, authorUnitId: was.authorUnitId }, dayOf(now), was)
  if (!(await updateNote(tx, actor.provinceId, id, revision, whole)))
    throw conflict(
      'Có người vừa sửa mục này. Mở lại trang để xem bản mới nhất rồi sửa tiếp.',
      'Somebody has just changed this. Open the page again and go on from the newest.',
    )
  await record(tx, actor, now, 'monitoring.change', id, was, whole)
  if (was.dueDay !== whole.dueDay || was.unitId !== whole.unitId || was.outletId !== whole.outletId) {
    const due = whole.dueDay ? showDay(whole.dueDay) : ''
    const news = { vi: `Giám sát (đã sửa) ${due}`.trim(), en: `Monitoring (changed) ${due}`.trim() }
    await tellSubject(tx, actor, { id, ...whole }, news, now)
  }
}

/** The outlet's own unit is whom it concerns too; who writes has to be of a unit that monitors. */
async function checked(
  tx: Tx,
  actor: Actor,
  input: NoteFacts & { fileId: number | null },
  today: Day,
  was?: Note,
): Promise<NoteFacts & { fileId: number | null }> {
  const own = await authorUnits(tx, actor, today)
  const authorUnitId = input.authorUnitId || own[0] || 0
  refuseUnless(was ? isAuthor(actor, was) : own.includes(authorUnitId))
  if (input.outletId !== null && input.unitId !== null)
    throw invalid([
      {
        field: 'outletId',
        vi: 'Chọn một nơi thôi: đơn vị, hoặc cơ quan báo chí.',
        en: 'Choose one: a unit or an outlet.',
      },
    ])
  if (input.outletId !== null) {
    const outlet = await outletOf(tx, actor, input.outletId)
    return { ...input, authorUnitId, unitId: outlet.unitId }
  }
  const units = await unitsAsOf(tx, actor.provinceId, today)
  if (!units.some((u) => u.id === input.unitId))
    throw invalid([{ field: 'unitId', vi: 'Chọn đơn vị được giám sát.', en: 'Choose the unit.' }])
  return { ...input, authorUnitId }
}

/** Whom it concerns says what was done. */
export async function answerNote(tx: Tx, actor: Actor, id: number, text: string, now: Date): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(mayAnswer(actor, was))
  if (was.finding === 'good' || was.closed) throw conflict('Mục này đã xong.', 'This is done already.')
  const said = text.trim().slice(0, 4000)
  if (said.length < 10)
    throw invalid([
      {
        field: 'answer',
        vi: 'Ghi rõ đã làm gì (từ 10 ký tự).',
        en: 'Say what was done (10 characters or more).',
      },
    ])
  const answer = { text: said, day: dayOf(now), byName: actor.name }
  await moveNote(tx, actor.provinceId, id, { answer, returnedWhy: null })
  await record(tx, actor, now, 'monitoring.answer', id, was.answer, answer)
  const news = {
    ...{ kind: 'editorial.monitoring', href: noteAddress(id) },
    vi: `Đã trả lời giám sát: ${was.title}`,
    en: `A note of monitoring was answered: ${was.title}`,
  }
  await tellUnits(tx, actor.provinceId, [was.authorUnitId], [...workers, 'province_lead'], news, now)
}

/** The answer is not good enough: whom it concerns hears why, and goes on. */
export async function returnNote(tx: Tx, actor: Actor, id: number, why: string, now: Date): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(isAuthor(actor, was))
  if (!was.answer || was.closed) throw conflict('Mục này chưa có trả lời.', 'There is no answer yet.')
  const said = reasonIn(why)
  await moveNote(tx, actor.provinceId, id, { answer: null, returnedWhy: said })
  await record(tx, actor, now, 'monitoring.return', id, was.answer, { why: said })
  await tellSubject(tx, actor, was, { vi: `Chưa đạt (${said})`, en: `Not good enough (${said})` }, now)
}

export async function closeNote(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(isAuthor(actor, was))
  if (!was.answer || was.closed) throw conflict('Mục này chưa có trả lời.', 'There is no answer yet.')
  const closed = { day: dayOf(now), byName: actor.name }
  await moveNote(tx, actor.provinceId, id, { closed })
  await record(tx, actor, now, 'monitoring.close', id, null, closed)
  await tellSubject(tx, actor, was, { vi: 'Giám sát đã khép lại', en: 'Monitoring closed' }, now)
}

export async function withdrawNote(tx: Tx, actor: Actor, id: number, why: string, now: Date): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(isAuthor(actor, was))
  const withdrawn = { at: now, byName: actor.name, why: reasonIn(why) }
  await moveNote(tx, actor.provinceId, id, { withdrawn })
  await record(tx, actor, now, 'monitoring.withdraw', id, null, { why: withdrawn.why })
  await tellSubject(tx, actor, was, { vi: 'Ghi nhận giám sát đã rút', en: 'Monitoring taken out' }, now)
}

/** The note for a change, held so that two people change it one after the other. */
async function standing(tx: Tx, actor: Actor, id: number): Promise<Note> {
  await lockNote(tx, actor.provinceId, id)
  const note = await noteOf(tx, actor, id)
  if (note.withdrawn) throw conflict('Ghi nhận này đã rút.', 'This note was taken out.')
  return note
}

async function tellSubject(
  tx: Tx,
  actor: Actor,
  note: NoteFacts & { id: number },
  said: { vi: string; en: string },
  now: Date,
): Promise<void> {
  const { provinceId } = actor
  const vi = `${said.vi}: ${note.title}`
  if (note.unitId !== null) {
    const news = {
      kind: 'editorial.monitoring',
      vi,
      en: `${said.en}: ${note.title}`,
      href: noteAddress(note.id),
    }
    return void (await tellUnits(tx, provinceId, [note.unitId], workers, news, now))
  }
  const outlet = note.outletId === null ? null : await outletOf(tx, actor, note.outletId)
  if (!outlet?.email) return
  const body = `Kính gửi: ${outlet.name}\n\n${vi}\n\n${note.about}\n\n${actor.name}`
  await sendMail(tx, provinceId, now, { to: outlet.email, subject: vi, body })
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
  await recordChange(tx, actor, now, { verb, subject: { kind: 'monitoring_note', id }, before, after })
}
