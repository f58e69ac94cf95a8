import { addDays, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, forbidden, notFound } from '../../../lib/errors.ts'
import { imageKinds } from '../../../lib/files/kinds.ts'
import { sendBytes, sendFile } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { idOf, one, orBack } from '../asking.ts'
import { deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { selectOutlets } from '../press/outlets.sql.ts'
import { offered } from '../press/outlets.ts'
import { listingOf, pageSize } from '../registers/listing.ts'
import { authorUnits, isAuthor, mayAnswer } from './monitoring.policy.ts'
import { texts } from './monitoring.texts.ts'
import {
  answerNote,
  changeNote,
  closeNote,
  noteOf,
  notesSeenBy,
  returnNote,
  withdrawNote,
  writeNote,
} from './monitoring.ts'
import { monitoringSheet } from './monitoring-sheet.ts'
import { noteAddress, noteStates, notesAddress } from './note.ts'
import { noteValues, readNote } from './note-form.ts'
import { NoteFormPage } from './pages/note-form-page.tsx'
import { NotePage } from './pages/note-page.tsx'
import { NotesPage } from './pages/notes-page.tsx'

const at = `${notesAddress}/:id{[0-9]+}`
const limits = { maxFiles: 1, maxBytes: 15 * 1024 * 1024, types: [...imageKinds, 'pdf' as const] }

export const monitoringRoutes: readonly Route[] = [
  { method: 'GET', path: notesAddress, who: deskRoles, handle: list },
  { method: 'GET', path: `${notesAddress}.xlsx`, who: deskRoles, handle: sheet },
  { method: 'GET', path: `${notesAddress}/new`, who: writerRoles, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: notesAddress, who: writerRoles, handle: create, upload: true },
  { method: 'GET', path: at, who: deskRoles, handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${at}/file`, who: deskRoles, handle: file },
  { method: 'GET', path: `${at}/edit`, who: writerRoles, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: writerRoles, handle: change, upload: true },
  { method: 'POST', path: `${at}/answer`, who: writerRoles, handle: answer },
  { method: 'POST', path: `${at}/return`, who: writerRoles, handle: giveBack },
  { method: 'POST', path: `${at}/closing`, who: writerRoles, handle: close },
  { method: 'POST', path: `${at}/withdrawal`, who: writerRoles, handle: withdraw },
]

function filterOf(query: Record<string, string>) {
  return {
    ...{ words: query['words'] || undefined, lookedAt: query['lookedAt'] || undefined },
    ...{ unitId: Number(query['unit']) || undefined, outletId: Number(query['outlet']) || undefined },
    authorUnitId: Number(query['author']) || undefined,
    state: noteStates.find((s) => s === query['state']),
  }
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const listing = await listingOf(c, notesAddress)
  const counts = new Map<string, number>()
  for (const state of noteStates) counts.set(state, (await notesSeenBy(db, actor, { state }, today, 1)).total)
  const props = {
    ...(await notesSeenBy(db, actor, filterOf(listing.query), today, pageSize, listing.offset)),
    ...{ ...listing, today, counts },
    mayWrite: (await authorUnits(db, actor, today)).length > 0,
  }
  return officePage(c, { title: texts.notes[actor.locale], crumbs: deskCrumbs(c) }, view(NotesPage, props))
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const { notes } = await notesSeenBy(c.get('db'), actor, filterOf(c.req.query()), today, 10_000)
  const bytes = await monitoringSheet(notes, await unitNames(c.get('db'), actor.provinceId, today), today)
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, 'Giám sát, đánh giá.xlsx')
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.notes[c.get('locale')], href: notesAddress }]
}

function statusOf(faults: readonly Fault[]) {
  return faults.length > 0 ? (422 as const) : (200 as const)
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const found = idOf(c) > 0 ? await noteOf(db, actor, idOf(c)) : null
  if (found && (!isAuthor(actor, found) || found.answer || found.withdrawn))
    return redirect(c, noteAddress(found.id))
  const own = found ? [found.authorUnitId] : await authorUnits(db, actor, today)
  if (own.length === 0)
    throw forbidden(
      'Chỉ cơ quan đầu mối tuyên truyền hoặc quản lý báo chí ghi giám sát.',
      'Only agencies that lead communication or manage the press write notes.',
    )
  const units = (await unitsAsOf(db, actor.provinceId, today)).map((u) => ({ id: u.id, name: u.name }))
  const fresh = { day: showDay(today), dueDay: showDay(addDays(today, 15)), finding: 'mend' }
  const props = {
    ...{ note: found, units, faults, authors: units.filter((u) => own.includes(u.id)) },
    outlets: offered(await selectOutlets(db, actor.provinceId), found?.outletId),
    values: found ? (typed ?? noteValues(found)) : { ...fresh, unitId: c.req.query('unit') ?? '', ...typed },
  }
  const title = found ? texts.edit[actor.locale] : texts.new[actor.locale]
  const way = found ? [...crumbs(c), { label: found.title, href: noteAddress(found.id) }] : crumbs(c)
  return officePage(c, { title, crumbs: way, status: statusOf(faults) }, view(NoteFormPage, props))
}

async function create(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, limits)
  if (faults.length > 0) return form(c, fields, faults)
  const body = async (tx: Tx) => {
    const input = { ...readNote(fields, dayOf(c.get('now'))), fileId: files[0]?.id ?? null }
    await writeNote(tx, actorOf(c), input, c.get('now'))
  }
  return orBack(c, notesAddress, texts.noted, body, (refusal) => form(c, fields, refusal.faults))
}

async function change(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, limits)
  if (faults.length > 0) return form(c, fields, faults)
  const body = async (tx: Tx) => {
    const revision = Number(one(fields, 'revision')) || 0
    const input = { ...readNote(fields, dayOf(c.get('now'))), fileId: files[0]?.id ?? null, revision }
    await changeNote(tx, actorOf(c), idOf(c), input, c.get('now'))
  }
  return orBack(c, noteAddress(idOf(c)), texts.saved, body, (refusal) => form(c, fields, refusal.faults))
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const note = await noteOf(db, actor, idOf(c))
  const props = {
    ...{ note, today, faults, values },
    unitNames: await unitNames(db, actor.provinceId, today),
    may: { author: isAuthor(actor, note), answer: mayAnswer(actor, note) },
  }
  const facts = { title: note.title, crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(NotePage, props))
}

async function file(c: Request): Promise<Response> {
  const note = await noteOf(c.get('db'), actorOf(c), idOf(c))
  if (note.fileId === null) throw notFound()
  return sendFile(c, actorOf(c).provinceId, note.fileId)
}

/** Does it to the note that the address names, and shows it again. */
async function act(
  c: Request,
  said: { vi: string; en: string },
  verb: (tx: Tx, values: FormValues) => Promise<void>,
): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => verb(tx, values)
  return orBack(c, noteAddress(idOf(c)), said, body, ({ faults }) => show(c, values, faults))
}

function answer(c: Request): Promise<Response> {
  return act(c, texts.answered, (tx, v) =>
    answerNote(tx, actorOf(c), idOf(c), one(v, 'answer'), c.get('now')),
  )
}

function giveBack(c: Request): Promise<Response> {
  return act(c, texts.givenBack, (tx, v) => returnNote(tx, actorOf(c), idOf(c), one(v, 'why'), c.get('now')))
}

function close(c: Request): Promise<Response> {
  return act(c, texts.closed, (tx) => closeNote(tx, actorOf(c), idOf(c), c.get('now')))
}

function withdraw(c: Request): Promise<Response> {
  return act(c, texts.withdrawn, (tx, v) =>
    withdrawNote(tx, actorOf(c), idOf(c), one(v, 'why'), c.get('now')),
  )
}
