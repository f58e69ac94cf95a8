import { periodsBetween } from '../../../lib/calendar/period.ts'
import { printDeadline } from '../../../lib/calendar/print-deadline.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idOf, inTransaction, many, one, todayOf } from './asking.ts'
import { changeCutoffSet, copyCutoffSet, cutoffSets, type FullCutoffSet, openCutoffs } from './cutoffs.ts'
import { canSetDuties, refuseUnlessLead } from './duties.policy.ts'
import { dutyTexts } from './duties.texts.ts'
import { kindOf } from './duty-form.ts'
import { CutoffFormPage, CutoffsPage } from './pages/cutoff-pages.tsx'
import { view } from './pages/view.tsx'
import { cutoffTexts as t } from './rehearsal.texts.ts'
import { windowOf } from './slots.ts'

const at = '/reporting/cutoffs'
const lead = ['province_lead'] as const

/** From which to which day figures run: national sets as data, changed or copied by the province. */
export const cutoffRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: 'signedIn', handle: list },
  { method: 'POST', path: `${at}/national`, who: lead, handle: ship },
  { method: 'GET', path: `${at}/:id{[0-9]+}/editor`, who: lead, handle: edit },
  { method: 'POST', path: `${at}/:id{[0-9]+}`, who: lead, handle: change },
  { method: 'POST', path: `${at}/:id{[0-9]+}/copies`, who: lead, handle: copy },
]

function crumbs(c: Request) {
  const locale = c.get('locale')
  return [
    { href: '/reporting/duties', label: dutyTexts.duties[locale] },
    { href: at, label: t.cutoffs[locale] },
  ]
}

async function list(c: Request): Promise<Response> {
  const year = Number(todayOf(c).slice(0, 4))
  const sets = await cutoffSets(c.get('db'), actorOf(c).provinceId)
  const shown = sets.map((set) => ({
    ...set,
    lines: set.rules.map((rule) => {
      const periods = periodsBetween(rule.periodKind, year, year + 1)
      const next = periods.find(
        (p) => (rule.part === 0 || p.number === rule.part) && windowOf([rule], p).to >= todayOf(c),
      )
      return {
        kind: rule.periodKind,
        part: rule.part,
        opens: printDeadline(rule.fromRule).vi,
        closes: printDeadline(rule.cutoffRule).vi,
        next: next ? windowOf([rule], next) : null,
      }
    }),
  }))
  const body = view(CutoffsPage, { sets: shown, maySet: canSetDuties(actorOf(c)) })
  return officePage(c, { title: t.cutoffs[c.get('locale')], crumbs: crumbs(c) }, body)
}

async function ship(c: Request): Promise<Response> {
  refuseUnlessLead(actorOf(c))
  await inTransaction(c, (tx) => openCutoffs(tx, actorOf(c).provinceId))
  return redirect(c, at)
}

async function setAsked(c: Request): Promise<FullCutoffSet> {
  const set = (await cutoffSets(c.get('db'), actorOf(c).provinceId)).find((s) => s.id === idOf(c))
  if (!set) throw notFound()
  return set
}

async function edit(c: Request): Promise<Response> {
  const set = await setAsked(c)
  const values: FormValues = {
    name: set.name.vi,
    nameEn: set.name.en,
    source: set.source,
    verified: set.unverified ? [] : ['1'],
  }
  for (const [i, rule] of set.rules.entries()) {
    values[`opens-${i}`] = printDeadline(rule.fromRule).vi
    values[`closes-${i}`] = printDeadline(rule.cutoffRule).vi
  }
  return form(c, set, values, [])
}

function form(c: Request, set: FullCutoffSet, values: FormValues, faults: readonly Fault[]): Response {
  const lines = set.rules.map((r) => ({ kind: r.periodKind, part: r.part }))
  const body = view(CutoffFormPage, { id: set.id, name: set.name, lines, values, faults })
  return officePage(
    c,
    { title: set.name[c.get('locale')], crumbs: crumbs(c), status: faults.length ? 422 : 200 },
    body,
  )
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const set = await setAsked(c)
  const faults: Fault[] = []
  if (!one(values, 'name')) faults.push({ field: 'name', ...t.needName })
  if (!one(values, 'source')) faults.push({ field: 'source', ...t.needSource })
  if (faults.length > 0) return form(c, set, values, faults)
  const lines = set.rules.map((r, i) => ({
    periodKind: kindOf(r.periodKind),
    part: r.part,
    opens: one(values, `opens-${i}`),
    closes: one(values, `closes-${i}`),
  }))
  const input = {
    name: { vi: one(values, 'name'), en: one(values, 'nameEn') || one(values, 'name') },
    source: one(values, 'source'),
    unverified: !many(values, 'verified').includes('1'),
    lines,
  }
  try {
    await inTransaction(c, (tx) => changeCutoffSet(tx, actorOf(c), set.id, input, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return form(c, set, values, refusal.faults)
    throw refusal
  }
  return redirect(c, at, { tone: 'good', ...t.saved })
}

async function copy(c: Request): Promise<Response> {
  const id = await inTransaction(c, (tx) => copyCutoffSet(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, `${at}/${id}/editor`, { tone: 'good', ...t.copied })
}
