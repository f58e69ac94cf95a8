import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { writeDocx } from '../../../lib/documents/out/docx.ts'
import type { Fault } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { province } from '../../organisations/organisations.ts'
import { listTopics } from '../../publishing/publishing.ts'
import { idOf, inTransaction, one, orBack, pageOf, statusOf, unitsToday, xlsx } from '../asking.ts'
import { approvers, unitsWorkedFor, workers } from '../feedback.policy.ts'
import { view } from '../view.tsx'
import { type Dialogue, dialogueAddress, dialoguesAddress } from './dialogue.ts'
import { minutesDocument, questionsSheet } from './dialogue-files.ts'
import { dialogueValues, readDialogue } from './dialogue-form.ts'
import { texts as t } from './dialogues.texts.ts'
import {
  canHost,
  canPublish,
  changeDialogue,
  decidesFor,
  dialogueOf,
  dialoguesSeenBy,
  planDialogue,
  publishDialogue,
  unpublishDialogue,
} from './dialogues.ts'
import { DialoguePage } from './pages/dialogue-page.tsx'
import { DialoguesPage } from './pages/dialogues-page.tsx'
import { DialogueFormPage } from './pages/question-form-page.tsx'
import { selectQuestions } from './questions.sql.ts'

const at = `${dialoguesAddress}/:id{[0-9]+}`

export const dialogueRoutes: readonly Route[] = [
  { method: 'GET', path: dialoguesAddress, who: 'signedIn', handle: list },
  { method: 'GET', path: `${dialoguesAddress}/new`, who: workers, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: dialoguesAddress, who: workers, handle: create },
  { method: 'GET', path: at, who: 'signedIn', handle: show },
  { method: 'GET', path: `${at}/summary.docx`, who: 'signedIn', handle: minutes },
  { method: 'GET', path: `${at}/questions.xlsx`, who: 'signedIn', handle: sheet },
  { method: 'GET', path: `${at}/edit`, who: workers, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: workers, handle: change },
  { method: 'POST', path: `${at}/publication`, who: approvers, handle: publish },
  { method: 'POST', path: `${at}/withdrawal`, who: approvers, handle: withdraw },
]

export const dialoguesMenu: MenuItem = {
  label: t.dialogues,
  ...{ href: dialoguesAddress, icon: 'chat', who: 'signedIn' },
}

const pageSize = 40

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const query = c.req.query()
  const page = pageOf(c)
  const words = query['words']?.normalize('NFC').trim() || undefined
  const filter = { words, year: Number(query['year']) || undefined }
  const props = {
    ...(await dialoguesSeenBy(c.get('db'), actor, filter, pageSize, (page - 1) * pageSize)),
    ...{ page, pageSize, query, nameOf: (await unitsToday(c)).nameOf },
    pageAddress: (n: number) => `${dialoguesAddress}?${new URLSearchParams({ ...query, page: String(n) })}`,
    mayHost: unitsWorkedFor(actor).length > 0,
  }
  return officePage(c, { title: t.dialogues[actor.locale] }, view(DialoguesPage, props))
}

function crumbs(c: Request, d?: Dialogue) {
  const first = { label: t.dialogues[c.get('locale')], href: dialoguesAddress }
  return d ? [first, { label: d.title, href: dialogueAddress(d.id) }] : [first]
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const dialogue = await dialogueOf(db, actor, idOf(c))
  const decides = decidesFor(actor, dialogue.unitId)
  const props = {
    ...{ dialogue, today: dayOf(c.get('now')), nameOf: (await unitsToday(c)).nameOf },
    questions: await selectQuestions(db, actor.provinceId, { dialogueId: dialogue.id }),
    may: {
      ...{ host: canHost(actor, dialogue), publish: canPublish(actor, dialogue), unpublish: decides },
      publishButWrote: decides && dialogue.changedBy === actor.accountId,
    },
  }
  return officePage(c, { title: dialogue.title, crumbs: crumbs(c) }, view(DialoguePage, props))
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const found = idOf(c) > 0 ? await dialogueOf(c.get('db'), actor, idOf(c)) : null
  const units = (await unitsToday(c)).rows.filter((u) => canHost(actor, { unitId: u.id }))
  const usual = { kind: 'dialogue', unitId: String(unitsWorkedFor(actor)[0] ?? '') }
  const values = found ? (typed ?? dialogueValues(found)) : { ...usual, ...typed }
  const title = t[found ? 'edit' : 'new'][actor.locale]
  const facts = { title, crumbs: crumbs(c, found ?? undefined), status: statusOf(faults) }
  return officePage(c, facts, view(DialogueFormPage, { dialogue: found, units, values, faults }))
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) =>
    dialogueAddress(await planDialogue(tx, actorOf(c), readDialogue(values), c.get('now')))
  return orBack(c, t.saved, body, (faults) => form(c, values, faults))
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const input = { ...readDialogue(values), revision: Number(one(values, 'revision')) || 0 }
    await changeDialogue(tx, actorOf(c), idOf(c), input, c.get('now'))
    return dialogueAddress(idOf(c))
  }
  return orBack(c, t.saved, body, (faults) => form(c, values, faults))
}

async function publish(c: Request): Promise<Response> {
  await readForm(c)
  await inTransaction(c, (tx) => publishDialogue(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, dialogueAddress(idOf(c)), t.published)
}

async function withdraw(c: Request): Promise<Response> {
  await readForm(c)
  await inTransaction(c, (tx) => unpublishDialogue(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, dialogueAddress(idOf(c)), t.unpublished)
}

async function minutes(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const dialogue = await dialogueOf(db, actor, idOf(c))
  const questions = await selectQuestions(db, actor.provinceId, { dialogueId: dialogue.id })
  const { rows, nameOf } = await unitsToday(c)
  const unit = rows.find((u) => u.id === dialogue.unitId)
  const host = {
    ...{ name: nameOf(dialogue.unitId), parent: rows.find((u) => u.id === unit?.parentId)?.name ?? null },
    ...{ headTitle: unit?.headTitle ?? null, headName: unit?.headName ?? null },
    place: (await province(db, actor.provinceId))?.shortName ?? '',
  }
  const bytes = await writeDocx(minutesDocument(dialogue, questions, host, nameOf, c.get('now')))
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return sendBytes(bytes, mime, `Tổng hợp đối thoại ${dialogue.day}.docx`)
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const dialogue = await dialogueOf(db, actor, idOf(c))
  const questions = await selectQuestions(db, actor.provinceId, { dialogueId: dialogue.id })
  const topics = await listTopics(db, actor.provinceId)
  const { nameOf } = await unitsToday(c)
  const bytes = await questionsSheet(questions, nameOf, topics, dayOf(c.get('now')))
  return sendBytes(bytes, xlsx, `Câu hỏi đối thoại ${dialogue.day}.xlsx`)
}
