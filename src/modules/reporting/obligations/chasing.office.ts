import { z } from 'zod'
import { type Actor, hasRoleAt } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { writeDocx } from '../../../lib/documents/out/docx.ts'
import { writePdf } from '../../../lib/documents/out/pdf.ts'
import { conflict, forbidden, notFound, Refusal } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idOf, inTransaction, parsed, typedDay, unitsToday } from './asking.ts'
import { type ChasingLetter, closeChasing, selectChasing, selectChasingLetter } from './chasing.sql.ts'
import { chasingTexts as t } from './chasing.texts.ts'
import { chasingDocument } from './chasing-document.ts'
import { ChasingListPage, ChasingPage } from './pages/chasing-pages.tsx'
import { view } from './pages/view.tsx'

const at = '/reporting/letters'
const workers = ['agency_officer', 'agency_head', 'province_lead'] as const

/** Letters to units that are late with a report: drafted by the program, signed and sent by people. */
export const chasingRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: 'signedIn', handle: list },
  { method: 'GET', path: `${at}/:id{[0-9]+}`, who: 'signedIn', handle: (c) => show(c) },
  {
    method: 'GET',
    path: `${at}/:id{[0-9]+}/document.docx`,
    who: 'signedIn',
    handle: (c) => paper(c, 'docx'),
  },
  { method: 'GET', path: `${at}/:id{[0-9]+}/document.pdf`, who: 'signedIn', handle: (c) => paper(c, 'pdf') },
  { method: 'POST', path: `${at}/:id{[0-9]+}/dispatch`, who: workers, handle: dispatch },
  { method: 'POST', path: `${at}/:id{[0-9]+}/dropping`, who: workers, handle: drop },
]

function crumbs(c: Request) {
  return [{ href: at, label: t.letters[c.get('locale')] }]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const own = actor.reach === 'province' ? null : [...actor.reach]
  const letters = await selectChasing(c.get('db'), actor.provinceId, own)
  const { nameOf } = await unitsToday(c)
  const body = view(ChasingListPage, { letters, unitName: (id) => nameOf(id) ?? '' })
  return officePage(c, { title: t.letters[c.get('locale')], crumbs: crumbs(c) }, body)
}

/** Seen by whoever reaches the unit that sends it. */
async function seen(c: Request): Promise<ChasingLetter> {
  const actor = actorOf(c)
  const letter = await selectChasingLetter(c.get('db'), actor.provinceId, idOf(c))
  if (!letter || (actor.reach !== 'province' && !actor.reach.has(letter.fromUnitId))) throw notFound()
  return letter
}

function maySend(actor: Actor, letter: ChasingLetter): boolean {
  return hasRoleAt(actor, letter.fromUnitId, ...workers)
}

async function show(c: Request, kept?: { values: FormValues; faults: Refusal['faults'] }): Promise<Response> {
  const letter = await seen(c)
  const { nameOf } = await unitsToday(c)
  const fromName = nameOf(letter.fromUnitId) ?? ''
  const body = view(ChasingPage, { letter, fromName, mayDispatch: maySend(actorOf(c), letter), kept })
  const title = t.subject[c.get('locale')](`${letter.content.report}, ${letter.content.periodName}`)
  return officePage(c, { title, crumbs: crumbs(c), status: kept ? 422 : 200 }, body)
}

const mimes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

async function paper(c: Request, kind: 'docx' | 'pdf'): Promise<Response> {
  const letter = await seen(c)
  const document = await chasingDocument(c.get('db'), actorOf(c).provinceId, letter)
  const bytes = kind === 'docx' ? await writeDocx(document) : await writePdf(document)
  return sendBytes(bytes, mimes[kind], `Đôn đốc ${letter.content.periodName}.${kind}`)
}

const dispatchInput = z.object({
  symbol: z
    .string()
    .regex(
      /^\d+\/[\p{L}\d-]+$/u,
      'Nhập số, ký hiệu theo dạng 125/SNV-CCHC / Enter number and symbol like 125/SNV-CCHC',
    )
    .max(60, 'Số, ký hiệu quá dài / The number is too long'),
  issuedDay: typedDay,
})

async function dispatch(c: Request): Promise<Response> {
  const values = await readForm(c)
  try {
    await finish(c, { state: 'sent', ...parsed(dispatchInput, values) })
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return show(c, { values, faults: refusal.faults })
    throw refusal
  }
  return redirect(c, `${at}/${idOf(c)}`, { tone: 'good', ...t.dispatched })
}

async function drop(c: Request): Promise<Response> {
  await finish(c, { state: 'dropped', symbol: null, issuedDay: null })
  return redirect(c, at)
}

async function finish(c: Request, closed: Parameters<typeof closeChasing>[3]): Promise<void> {
  const actor = actorOf(c)
  const letter = await seen(c)
  if (!maySend(actor, letter))
    throw forbidden(
      'Chỉ người của cơ quan gửi công văn mới ghi nhận được.',
      'Only people of the unit that sends the letter can record this.',
    )
  await inTransaction(c, async (tx) => {
    if (!(await closeChasing(tx, actor.provinceId, letter.id, closed)))
      throw conflict('Công văn này không còn là dự thảo.', 'This letter is no draft any more.')
    const subject = { kind: 'chasing_letter', id: letter.id }
    const verb = closed.state === 'sent' ? 'letter.dispatch' : 'letter.drop'
    await recordChange(tx, actor, c.get('now'), { verb, subject, before: { state: 'draft' }, after: closed })
  })
}
