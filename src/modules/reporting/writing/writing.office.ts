import { z } from 'zod'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, Refusal } from '../../../lib/errors.ts'
import { documentKinds, imageKinds, sheetKinds } from '../../../lib/files/kinds.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { parseFigure } from '../../assignments/activity.ts'
import { reportAddress } from '../report.ts'
import { attachEvidence, detachEvidence } from './attaching.ts'
import { definitionOf } from './content.ts'
import { acceptWords, draftAnew, refreshNow, saveSection, settle } from './editing.ts'
import { myReports } from './my-reports.ts'
import { openReport, refreshOpen, reportSeenBy } from './opening.ts'
import { type FigureInput, setFigures } from './overriding.ts'
import { sectionState } from './pages/section-state.ts'
import { myReportsView, readView, writeView } from './pages/views.tsx'
import { sectionIn } from './parts.ts'
import { selectCopies } from './remarks.sql.ts'
import { evidenceToPick, reportView, versionToShow } from './showing.ts'
import { canWrite } from './writing.policy.ts'
import { texts } from './writing.texts.ts'

const writers = ['agency_officer', 'agency_head', 'province_lead'] as const
const at = '/reports/:id{[0-9]+}'
const limits = {
  maxFiles: 10,
  maxBytes: 25 * 1024 * 1024,
  types: [...imageKinds, ...documentKinds, ...sheetKinds],
}

export const writingRoutes: readonly Route[] = [
  { method: 'GET', path: '/my-reports', who: 'signedIn', handle: mine },
  { method: 'POST', path: '/obligations/:id{[0-9]+}/report', who: writers, handle: open },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => showReport(c) },
  { method: 'POST', path: `${at}/composed-texts/acceptance`, who: writers, handle: acceptAll },
  { method: 'POST', path: `${at}/refreshing`, who: writers, handle: refresh },
  { method: 'POST', path: `${at}/sections/:code`, who: writers, handle: save },
  { method: 'POST', path: `${at}/sections/:code/acceptance`, who: writers, handle: accept },
  { method: 'POST', path: `${at}/sections/:code/drafting`, who: writers, handle: draft },
  { method: 'POST', path: `${at}/sections/:code/figures`, who: writers, handle: typed },
  { method: 'POST', path: `${at}/sections/:code/evidence`, who: writers, handle: attach, upload: true },
  { method: 'POST', path: `${at}/sections/:code/evidence/:evidenceId/removal`, who: writers, handle: detach },
  { method: 'POST', path: `${at}/copies/:copyId/settling`, who: writers, handle: settleOne },
]

export function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

export function reportIdOf(c: Request): number {
  return Number(c.req.param('id')) || 0
}

export function good(key: keyof typeof texts & string) {
  const said = texts[key] as { vi: string; en: string }
  return { tone: 'good', vi: said.vi, en: said.en } as const
}

async function mine(c: Request): Promise<Response> {
  const view = await myReports(c.get('db'), actorOf(c), c.get('now'))
  return officePage(c, { title: words(texts, c.get('locale')).myReports }, myReportsView(view))
}

async function open(c: Request): Promise<Response> {
  const obligationId = Number(c.req.param('id')) || 0
  const id = await inTransaction(c, (tx) => openReport(tx, actorOf(c), obligationId, c.get('now')))
  return redirect(c, reportAddress(id))
}

/** A form that came back with faults, and which one of the page it is. */
export interface Kept {
  form: string
  values: FormValues
  faults: readonly Fault[]
}

/** The page of a report: to be written by those who write it while it is open, else to be read. */
export async function showReport(c: Request, kept?: Kept): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const now = c.get('now')
  const file = await reportSeenBy(db, actor, reportIdOf(c), now)
  const mayWrite = canWrite(actor, file.obligation.unitId)
  const { id, isWorking } = await versionToShow(db, file, mayWrite)
  if (isWorking && mayWrite) await inTransaction(c, (tx) => refreshOpen(tx, actor, file.report.id, now))
  const view = await reportView(db, actor, file, id, now)
  const t = words(texts, c.get('locale'))
  const facts = {
    title: view.title[actor.locale],
    crumbs: [{ href: '/my-reports', label: t.myReports }],
    status: kept ? (422 as const) : (200 as const),
  }
  if (!isWorking || !mayWrite) return officePage(c, facts, readView({ view, kept }))
  const evidence = await evidenceToPick(db, file)
  return officePage(c, facts, writeView({ view, evidence, kept, unfolded: c.req.query('section') }))
}

async function refresh(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => refreshNow(tx, actorOf(c), reportIdOf(c), c.get('now')))
  return redirect(c, reportAddress(reportIdOf(c)), good('refreshed'))
}

const savedInput = z.object({
  text: z.string(),
  revision: z.coerce.number().int().min(0),
})

async function save(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const code = codeOf(c)
  const values = await readForm(c)
  const input = parseForm(savedInput, values)
  if (!input.ok) throw new Refusal('invalid', input.faults)
  const id = reportIdOf(c)
  const saved = await inTransaction(c, (tx) => saveSection(tx, actor, id, code, input.value, c.get('now')))
  if (c.req.header('accept')?.includes('application/json')) {
    return c.json({ ...saved, ...(saved.outcome === 'saved' ? await stateNow(c, code) : {}) })
  }
  const notice =
    saved.outcome === 'saved' ? good('saved') : ({ ...texts[saved.outcome], tone: 'warn' } as const)
  return redirect(c, sectionAddress(c, code), notice)
}

/** How the section stands after autosave, for the page that is still open. */
async function stateNow(c: Request, code: string) {
  const actor = actorOf(c)
  const file = await reportSeenBy(c.get('db'), actor, reportIdOf(c), c.get('now'))
  const { id } = await versionToShow(c.get('db'), file, true)
  const view = await reportView(c.get('db'), actor, file, id, c.get('now'))
  const section = view.content.sections.find((s) => s.definition.code === code)
  return { share: view.completeness.score, state: section && sectionState(view, section, c.get('locale')) }
}

async function accept(c: Request): Promise<Response> {
  const code = codeOf(c)
  const input = parseForm(savedInput, await readForm(c))
  if (!input.ok) throw new Refusal('invalid', input.faults)
  // What stands in the field is what is accepted: somebody may have mended a word before pressing the button.
  const saved = await inTransaction(c, async (tx) => {
    const accepted = await acceptWords(tx, actorOf(c), reportIdOf(c), code, c.get('now'))
    return saveSection(
      tx,
      actorOf(c),
      reportIdOf(c),
      code,
      { ...input.value, revision: input.value.revision + accepted },
      c.get('now'),
    )
  })
  // What was accepted is folded again: the next one comes into sight.
  if (saved.outcome === 'saved')
    return redirect(c, `${reportAddress(reportIdOf(c))}#s-${code}`, good('accepted'))
  return redirect(c, sectionAddress(c, code), { ...texts[saved.outcome], tone: 'warn' })
}

async function acceptAll(c: Request): Promise<Response> {
  await readForm(c)
  const id = reportIdOf(c)
  const taken = await inTransaction(c, (tx) => acceptWords(tx, actorOf(c), id, null, c.get('now')))
  const said = { vi: texts.acceptedAll.vi(taken), en: texts.acceptedAll.en(taken) }
  return redirect(c, reportAddress(id), { tone: 'good', ...said })
}

async function draft(c: Request): Promise<Response> {
  const code = codeOf(c)
  const input = parseForm(savedInput, await readForm(c))
  await inTransaction(c, async (tx) => {
    if (input.ok) await saveSection(tx, actorOf(c), reportIdOf(c), code, input.value, c.get('now'))
    await draftAnew(tx, actorOf(c), reportIdOf(c), code, c.get('now'))
  })
  return redirect(c, sectionAddress(c, code), good('draftedAnew'))
}

async function typed(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const code = codeOf(c)
  const values = await readForm(c)
  const definition = await definitionOf(c.get('db'), actor.provinceId, reportIdOf(c))
  const faults: Fault[] = []
  const inputs: FigureInput[] = []
  for (const figure of sectionIn(definition, code).figures.filter((f) => f.source.kind === 'manual')) {
    const text = String(values[figure.code] ?? '')
    const value = text === '' ? null : parseFigure(text)
    if (text !== '' && value === null) faults.push({ field: figure.code, ...texts.wrongNumber })
    const revision = Number(values[`revision-${figure.code}`]) || 0
    inputs.push({ figureCode: figure.code, rowCode: '', value, reason: null, revision })
  }
  if (faults.length > 0) return showReport(c, { form: code, values, faults })
  await inTransaction(c, (tx) => setFigures(tx, actor, reportIdOf(c), inputs, c.get('now')))
  return redirect(c, sectionAddress(c, code), good('figuresSaved'))
}

async function attach(c: Request): Promise<Response> {
  const code = codeOf(c)
  const { fields, files, faults } = await receiveUpload(c, limits)
  const evidenceIds = [fields['evidenceIds'] ?? []].flat().map(Number).filter(Number.isInteger)
  await inTransaction(c, (tx) =>
    attachEvidence(tx, actorOf(c), reportIdOf(c), code, { evidenceIds, files }, c.get('now')),
  )
  if (faults.length > 0) return showReport(c, { form: code, values: fields, faults })
  return redirect(c, sectionAddress(c, code), good('attached'))
}

async function detach(c: Request): Promise<Response> {
  const evidenceId = Number(c.req.param('evidenceId')) || 0
  await inTransaction(c, (tx) =>
    detachEvidence(tx, actorOf(c), reportIdOf(c), codeOf(c), evidenceId, c.get('now')),
  )
  return redirect(c, sectionAddress(c, codeOf(c)))
}

async function settleOne(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const id = reportIdOf(c)
  const values = await readForm(c)
  const copyId = Number(c.req.param('copyId')) || 0
  await reportSeenBy(c.get('db'), actor, id, c.get('now'))
  const code = await inTransaction(c, async (tx) => {
    const copy = (await selectCopies(tx, actor.provinceId, id)).find((x) => x.id === copyId)
    if (!copy) return null
    if (values['use'] === '1') {
      const input = { text: copy.text, revision: Number(values['revision']) || 0 }
      const saved = await saveSection(tx, actor, id, copy.sectionCode, input, c.get('now'))
      if (saved.outcome !== 'saved') return copy.sectionCode
    }
    await settle(tx, actor, id, copyId, c.get('now'))
    return copy.sectionCode
  })
  return redirect(c, code ? sectionAddress(c, code) : reportAddress(id), good('settled'))
}

function codeOf(c: Request): string {
  return c.req.param('code') ?? ''
}

/** Back to the section, which stays unfolded for whoever works in it. */
function sectionAddress(c: Request, code: string): string {
  return `${reportAddress(reportIdOf(c))}?section=${code}#s-${code}`
}
