import { z } from 'zod'
import { hasRole } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf, parseDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { writeDocx } from '../../lib/documents/out/docx.ts'
import { writePdf } from '../../lib/documents/out/pdf.ts'
import { conflict, notFound, Refusal } from '../../lib/errors.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { assignmentAddress } from './assignment.ts'
import { canWork } from './assignments.policy.ts'
import { remindByHand } from './assignments.reminding.ts'
import { followUpTexts } from './follow-up.texts.ts'
import { letterDocument } from './letter-document.ts'
import { closeLetter, type Letter, selectLetter, selectLetters } from './letters.sql.ts'
import { selectObstacleSteps, selectObstacles } from './obstacles.sql.ts'
import {
  answerObstacle,
  closeObstacle,
  mayAnswer,
  obstacleSeenBy,
  passOn,
  raiseObstacle,
} from './obstacles.ts'
import { lettersView, letterView } from './pages/letter-pages.tsx'
import { obstaclesView, obstacleView } from './pages/obstacle-pages.tsx'

const workers = ['agency_officer', 'agency_head', 'province_lead'] as const

export const followUpRoutes: readonly Route[] = [
  { method: 'POST', path: '/assignments/:id/obstacles', who: workers, handle: raise },
  { method: 'POST', path: '/assignments/:id/reminders', who: workers, handle: remind },
  { method: 'GET', path: '/obstacles', who: 'signedIn', handle: obstacles },
  { method: 'GET', path: '/obstacles/:id', who: 'signedIn', handle: (c) => obstacle(c) },
  { method: 'POST', path: '/obstacles/:id/answer', who: workers, handle: answer },
  { method: 'POST', path: '/obstacles/:id/passing-on', who: workers, handle: pass },
  { method: 'POST', path: '/obstacles/:id/closing', who: workers, handle: close },
  { method: 'GET', path: '/letters', who: 'signedIn', handle: letters },
  { method: 'GET', path: '/letters/:id', who: 'signedIn', handle: (c) => letter(c) },
  { method: 'GET', path: '/letters/:id/document.docx', who: 'signedIn', handle: (c) => download(c, 'docx') },
  { method: 'GET', path: '/letters/:id/document.pdf', who: 'signedIn', handle: (c) => download(c, 'pdf') },
  { method: 'POST', path: '/letters/:id/dispatch', who: ['province_lead'], handle: dispatch },
  { method: 'POST', path: '/letters/:id/dropping', who: ['province_lead'], handle: drop },
]

function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

async function unitNames(c: Request): Promise<Map<number, string>> {
  const units = await unitsAsOf(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  return new Map(units.map((u) => [u.id, u.name]))
}

async function raise(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = {
    text: String(values['text'] ?? '').slice(0, 2000),
    wish: String(values['wish'] ?? '') || null,
  }
  const id = await inTransaction(c, (tx) => raiseObstacle(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `/obstacles/${id}`, { tone: 'good', ...followUpTexts.raised })
}

async function remind(c: Request): Promise<Response> {
  const values = await readForm(c)
  const note = String(values['note'] ?? '').slice(0, 500) || null
  const { baseUrl } = c.get('config')
  const told = await inTransaction(c, (tx) =>
    remindByHand(tx, actorOf(c), idOf(c), { note }, baseUrl, c.get('now')),
  )
  const { reminded, nobodyTold } = followUpTexts
  const notice = told > 0 ? { vi: reminded.vi(told), en: reminded.en(told) } : nobodyTold
  return redirect(c, assignmentAddress(idOf(c)), { tone: told > 0 ? 'good' : 'warn', ...notice })
}

async function obstacles(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const unitIds = actor.reach === 'province' ? undefined : [...actor.reach]
  const found = await selectObstacles(c.get('db'), actor.provinceId, { unitIds })
  const title = words(followUpTexts, c.get('locale')).obstacles
  return officePage(c, { title }, obstaclesView({ obstacles: found, unitNames: await unitNames(c) }))
}

async function obstacle(
  c: Request,
  refusal?: { values: Record<string, string | string[]>; faults: Refusal['faults'] },
) {
  const actor = actorOf(c)
  const o = await obstacleSeenBy(c.get('db'), actor, idOf(c))
  const view = {
    obstacle: o,
    steps: await selectObstacleSteps(c.get('db'), actor.provinceId, o.id),
    unitNames: await unitNames(c),
    mayAnswer: mayAnswer(actor, o),
    mayClose: canWork(actor, { unitId: o.unitId }),
    ...(refusal ? { kept: refusal } : {}),
  }
  const title = words(followUpTexts, c.get('locale')).obstacles
  const crumbs = [{ href: '/obstacles', label: title }]
  return officePage(c, { title, crumbs, status: refusal ? 422 : 200 }, obstacleView(view))
}

async function answer(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { answer: String(values['answer'] ?? '').slice(0, 4000) }
  try {
    await inTransaction(c, (tx) => answerObstacle(tx, actorOf(c), idOf(c), input, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return obstacle(c, { values, faults: refusal.faults })
    throw refusal
  }
  return redirect(c, `/obstacles/${idOf(c)}`, { tone: 'good', ...followUpTexts.answered })
}

async function pass(c: Request): Promise<Response> {
  const values = await readForm(c)
  const note = String(values['note'] ?? '') || null
  await inTransaction(c, (tx) => passOn(tx, actorOf(c), idOf(c), { note }, c.get('now')))
  return redirect(c, '/obstacles', { tone: 'good', ...followUpTexts.passedOn })
}

async function close(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { solved: values['solved'] === '1', note: String(values['note'] ?? '') || null }
  await inTransaction(c, (tx) => closeObstacle(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `/obstacles/${idOf(c)}`, { tone: 'good', ...followUpTexts.closed })
}

async function letters(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const units = actor.reach === 'province' ? null : [...actor.reach]
  const found = await selectLetters(c.get('db'), actor.provinceId, units, 200)
  const title = words(followUpTexts, c.get('locale')).letters
  return officePage(c, { title }, lettersView({ letters: found, unitNames: await unitNames(c) }))
}

/** A draft is seen by the province only; once sent, also by the unit it went to. */
async function letterSeen(c: Request): Promise<Letter> {
  const actor = actorOf(c)
  const found = await selectLetter(c.get('db'), actor.provinceId, idOf(c))
  const seen =
    found && (actor.reach === 'province' || (found.state === 'sent' && actor.reach.has(found.toUnitId)))
  if (!found || !seen) throw notFound()
  return found
}

async function letter(
  c: Request,
  kept?: { values: Record<string, string | string[]>; faults: Refusal['faults'] },
) {
  const found = await letterSeen(c)
  const toName = (await unitNames(c)).get(found.toUnitId) ?? ''
  const mayDispatch = hasRole(actorOf(c), 'province_lead')
  const view = { letter: found, toName, mayDispatch, ...(kept ? { kept } : {}) }
  const crumbs = [{ href: '/letters', label: words(followUpTexts, c.get('locale')).letters }]
  return officePage(c, { title: found.subject, crumbs, status: kept ? 422 : 200 }, letterView(view))
}

async function download(c: Request, kind: 'docx' | 'pdf'): Promise<Response> {
  const found = await letterSeen(c)
  const document = await letterDocument(c.get('db'), actorOf(c).provinceId, found)
  const bytes = kind === 'docx' ? await writeDocx(document) : await writePdf(document)
  const mime =
    kind === 'docx'
      ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      : 'application/pdf'
  return sendBytes(bytes, mime, `${found.subject}.${kind}`)
}

const dispatchInput = z.object({
  symbol: z
    .string()
    .regex(
      /^\d+\/[\p{L}\d-]+$/u,
      'Nhập số, ký hiệu theo dạng 125/UBND-NC / Enter number and symbol like 125/UBND-NC',
    )
    .max(60, 'Số, ký hiệu quá dài / The number is too long'),
  issuedDay: z.string().transform((text, ctx): Day => {
    const day = parseDay(text)
    if (day) return day
    ctx.addIssue({
      code: 'custom',
      message: 'Nhập ngày theo dạng 22/11/2026 / Enter the day like 22/11/2026',
    })
    return z.NEVER
  }),
})

async function dispatch(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = parseForm(dispatchInput, values)
  if (!input.ok) return letter(c, { values, faults: input.faults })
  await finish(c, { state: 'sent', ...input.value })
  return redirect(c, `/letters/${idOf(c)}`, { tone: 'good', ...followUpTexts.dispatched })
}

async function drop(c: Request): Promise<Response> {
  await finish(c, { state: 'dropped', symbol: null, issuedDay: null })
  return redirect(c, '/letters')
}

async function finish(
  c: Request,
  closed: { state: 'sent' | 'dropped'; symbol: string | null; issuedDay: Day | null },
) {
  const actor = actorOf(c)
  await inTransaction(c, async (tx) => {
    if (!(await selectLetter(tx, actor.provinceId, idOf(c)))) throw notFound()
    if (!(await closeLetter(tx, actor.provinceId, idOf(c), closed))) {
      throw conflict('Công văn này không còn là dự thảo.', 'This letter is no draft any more.')
    }
    const subject = { kind: 'letter', id: idOf(c) }
    const verb = closed.state === 'sent' ? 'letter.dispatch' : 'letter.drop'
    await recordChange(tx, actor, c.get('now'), { verb, subject, before: { state: 'draft' }, after: closed })
  })
}

function idOf(c: Request): number {
  return Number(c.req.param('id')) || 0
}
