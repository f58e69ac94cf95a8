import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { idOf, one, typedPoints } from './asking.ts'
import { AppraisalPage } from './pages/appraisal-page.tsx'
import { view } from './pages/view.tsx'
import { typePoints } from './points.ts'
import { isExtra } from './rule.ts'
import { selfPoints, sheetAddress } from './score.ts'
import type { AppraisedLine } from './scores.sql.ts'
import { endExplanation, endRound, linesOfRound, saveAppraisal } from './scoring.appraisal.ts'
import { texts } from './scoring.texts.ts'
import { type SheetSeen, sheetSeenBy } from './scoring.ts'
import { sheetCrumbs } from './sheets.office.ts'

/** Officers and heads appraise where their unit has the function; the verbs ask for it. */
const appraisers = ['province_lead', 'agency_officer', 'agency_head'] as const

export const appraisalRoutes: readonly Route[] = [
  { method: 'GET', path: '/score-sheets/:id/appraisal', who: appraisers, handle: (c) => show(c, {}, []) },
  { method: 'POST', path: '/score-sheets/:id/appraisal', who: appraisers, handle: save },
  { method: 'POST', path: '/score-sheets/:id/appraisal-end', who: appraisers, handle: end },
  { method: 'POST', path: '/score-sheets/:id/explanation-end', who: appraisers, handle: goOn },
]

async function seenHere(c: Request): Promise<SheetSeen> {
  const seen = await sheetSeenBy(c.get('db'), actorOf(c), idOf(c), dayOf(c.get('now')))
  if (!seen.mayAppraise) throw notFound()
  return seen
}

function roundOf(seen: SheetSeen) {
  const scores = new Map(seen.lines.map((l) => [l.item.code, l.score]))
  const items = seen.lines.map((l) => l.item)
  return linesOfRound(items, scores, seen.sheet.state)
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const seen = await seenHere(c)
  const title = texts.appraisal[c.get('locale')]
  const facts = {
    title: `${title}: ${seen.sheet.unitName}`,
    crumbs: sheetCrumbs(c, seen, title),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const inRound = new Set(roundOf(seen).map((i) => i.code))
  const kept = { ...valuesOf(seen), ...values }
  const props = { seen, today: dayOf(c.get('now')), inRound, values: kept, faults }
  return officePage(c, facts, view(AppraisalPage, props))
}

/** The own column, begun with what stands before it. */
function valuesOf(seen: SheetSeen): FormValues {
  const values: FormValues = {}
  const isSecond = seen.sheet.state === 'appraisal_2'
  for (const { item, score } of seen.lines) {
    const before = isSecond ? score.first : isExtra(item.rule) ? null : selfPoints(score)
    const own = (isSecond ? score.second : score.first) ?? before
    if (own !== null) values[`points-${item.code}`] = typePoints(own)
    const note = isSecond ? score.secondNote : score.firstNote
    if (note) values[`note-${item.code}`] = note
  }
  return values
}

async function save(c: Request): Promise<Response> {
  const values = await readForm(c)
  const seen = await seenHere(c)
  const faults: Fault[] = []
  const lines = roundOf(seen).flatMap((item): AppraisedLine[] => {
    const field = `points-${item.code}`
    const points = typedPoints(one(values, field))
    if (points === null && isExtra(item.rule)) return []
    if (points == null) faults.push({ field, ...texts.needPoints })
    return [{ itemCode: item.code, points: points ?? 0, note: one(values, `note-${item.code}`) || null }]
  })
  if (faults.length > 0) return show(c, values, faults)
  const input = { version: Number(one(values, 'version')), lines }
  try {
    await inTransaction(c, (tx) => saveAppraisal(tx, actorOf(c), idOf(c), input, c.get('now')))
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, values, refusal.faults)
  }
  return redirect(c, `${sheetAddress(idOf(c))}/appraisal`, texts.appraisalSaved)
}

function inTransaction(c: Request, verb: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  return c.get('db').transaction().execute(verb)
}

async function end(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => endRound(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, sheetAddress(idOf(c)), texts.roundEnded)
}

async function goOn(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => endExplanation(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, `${sheetAddress(idOf(c))}/appraisal`, texts.roundEnded)
}
