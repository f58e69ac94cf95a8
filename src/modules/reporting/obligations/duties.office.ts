import { z } from 'zod'
import { type Day, parseDay } from '../../../lib/calendar/day.ts'
import { whyNotUnderstood } from '../../../lib/calendar/not-understood.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { groupsAsOf, unitsInTime } from '../../organisations/organisations.ts'
import { programmesOf } from '../../plans/plans.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { selectTemplates } from '../templates/templates.sql.ts'
import {
  idOf,
  inTransaction,
  many,
  one,
  parsed,
  todayOf,
  typedDay,
  typedReason,
  unitsToday,
} from './asking.ts'
import { cutoffSets } from './cutoffs.ts'
import { canSetDuties } from './duties.policy.ts'
import { selectDuties, selectScopes } from './duties.sql.ts'
import { dutyTexts as t } from './duties.texts.ts'
import { acceptEarly, addDuty, changeDuty, confirmDuties, endDuty } from './duties.ts'
import { dutyInput, emptyValues, kindOf, policyOf, valuesOf } from './duty-form.ts'
import { countObligations } from './lists.sql.ts'
import { inScope } from './owers.ts'
import { DutiesPage } from './pages/duties-page.tsx'
import { DutyFormPage } from './pages/duty-form-page.tsx'
import { DutyPage, type DutyPageProps } from './pages/duty-page.tsx'
import { view } from './pages/view.tsx'
import { understand } from './understanding.ts'

const at = '/reporting/duties'
const lead = ['province_lead'] as const

/** Which reports are owed: proposed by plans or laid down by hand, confirmed, changed, ended. */
export const dutyRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: 'signedIn', handle: list },
  {
    method: 'GET',
    path: `${at}/new`,
    who: lead,
    handle: (c) => form(c, null, emptyValues(c.get('now')), []),
  },
  { method: 'GET', path: `${at}/understanding.json`, who: 'signedIn', handle: understanding },
  { method: 'POST', path: at, who: lead, handle: add },
  { method: 'POST', path: `${at}/confirmations`, who: lead, handle: confirmSeveral },
  { method: 'GET', path: `${at}/:id{[0-9]+}`, who: 'signedIn', handle: (c) => show(c) },
  { method: 'GET', path: `${at}/:id{[0-9]+}/editor`, who: lead, handle: edit },
  { method: 'POST', path: `${at}/:id{[0-9]+}`, who: lead, handle: change },
  { method: 'POST', path: `${at}/:id{[0-9]+}/ending`, who: lead, handle: end },
  { method: 'POST', path: `${at}/:id{[0-9]+}/early-acceptance`, who: lead, handle: accept },
  { method: 'POST', path: `${at}/:id{[0-9]+}/early-acceptance/removal`, who: lead, handle: takeBack },
]

function crumbs(c: Request) {
  return [{ href: at, label: t.duties[c.get('locale')] }]
}

async function list(c: Request): Promise<Response> {
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const duties = await selectDuties(db, provinceId, {})
  const scopes = await selectScopes(
    db,
    provinceId,
    duties.map((d) => d.id),
  )
  const units = await unitsInTime(db, provinceId)
  const today = todayOf(c)
  const owers = new Map(duties.map((d) => [d.id, inScope(scopes.get(d.id) ?? [], today, units).length]))
  const programmes = await programmesOf(db, provinceId)
  const names = new Map(programmes.map((p) => [p.code as string, p[c.get('locale')]]))
  const maySet = canSetDuties(actorOf(c))
  const body = view(DutiesPage, { duties, owers, programmeName: (code) => names.get(code) ?? code, maySet })
  return officePage(c, { title: t.duties[c.get('locale')], crumbs: crumbs(c) }, body)
}

async function dutyAsked(c: Request): Promise<{ duty: Duty; scope: ScopeLine[] }> {
  const { provinceId } = actorOf(c)
  const duty = (await selectDuties(c.get('db'), provinceId, { ids: [idOf(c)] }))[0]
  if (!duty) throw notFound()
  return { duty, scope: (await selectScopes(c.get('db'), provinceId, [duty.id])).get(duty.id) ?? [] }
}

async function show(c: Request, kept?: DutyPageProps['kept']): Promise<Response> {
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const { duty, scope } = await dutyAsked(c)
  const today = todayOf(c)
  const units = await unitsInTime(db, provinceId)
  const groups = await groupsAsOf(db, provinceId, today)
  const { nameOf } = await unitsToday(c)
  const sets = await cutoffSets(db, provinceId)
  const cutoffs = sets.find((s) => s.id === duty.cutoffSetId)
  const parent = duty.consolidatedById
    ? (await selectDuties(db, provinceId, { ids: [duty.consolidatedById] }))[0]
    : undefined
  const asked = {
    ...duty,
    printed: duty.dueAsPrinted ?? '',
    rule: duty.dueRule,
    cutoffs: cutoffs?.rules ?? [],
  }
  const understood =
    duty.dueRule === null ? null : understand({ ...asked, periodKind: kindOf(duty.periodKind) }, today)
  const body = view(DutyPage, {
    duty,
    isEarly: duty.once ? duty.once.due < duty.once.to : (understood?.next.some((n) => n.early) ?? false),
    parent: parent ?? null,
    cutoffName: cutoffs?.name ?? null,
    understood,
    groupNames: scope.flatMap((s) => groups.find((g) => g.id === s.groupId)?.name ?? []),
    unitNames: scope.flatMap((s) => (s.exempt ? [] : (nameOf(s.unitId) ?? []))),
    exemptNames: scope.flatMap((s) => (s.exempt ? (nameOf(s.unitId) ?? []) : [])),
    owers: inScope(scope, today, units).length,
    owed: await countObligations(db, provinceId, { dutyIds: [duty.id] }),
    toName: nameOf(duty.toUnitId) ?? duty.toName,
    viaName: nameOf(duty.viaUnitId),
    maySet: canSetDuties(actorOf(c)),
    kept,
  })
  return officePage(c, { title: duty.name, crumbs: crumbs(c), status: kept ? 422 : 200 }, body)
}

async function edit(c: Request): Promise<Response> {
  const { duty, scope } = await dutyAsked(c)
  return form(c, duty, valuesOf(duty, scope), [])
}

async function form(c: Request, duty: Duty | null, values: FormValues, faults: readonly Fault[]) {
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const locale = c.get('locale')
  const option = (id: number | string, label: string) => ({ value: String(id), label })
  const { rows } = await unitsToday(c)
  const others = await selectDuties(db, provinceId, { states: ['proposed', 'active'] })
  const sets = await cutoffSets(db, provinceId)
  const body = view(DutyFormPage, {
    duty,
    values,
    faults,
    programmes: (await programmesOf(db, provinceId)).map((p) => option(p.code, p[locale])),
    cutoffSets: sets.map((s) => option(s.id, s.name[locale])),
    templates: (await selectTemplates(db, provinceId)).map((x) => option(x.id, x.name[locale])),
    duties: others.filter((d) => d.id !== duty?.id).map((d) => option(d.id, d.name)),
    groups: (await groupsAsOf(db, provinceId, todayOf(c))).map((g) => option(g.id, g.name)),
    units: rows.map((u) => option(u.id, `${'\u2003'.repeat(u.depth)}${u.name}`)),
    understood: await understoodFrom(c, values),
  })
  const title = duty ? duty.name : t.add[locale]
  return officePage(c, { title, crumbs: crumbs(c), status: faults.length > 0 ? 422 : 200 }, body)
}

async function understoodFrom(c: Request, v: FormValues) {
  const printed = one(v, 'dueAsPrinted')
  if (printed === '') return null
  const sets = await cutoffSets(c.get('db'), actorOf(c).provinceId)
  const parts = many(v, 'parts').map(Number)
  return understand(
    {
      periodKind: kindOf(one(v, 'periodKind')),
      parts: parts.length === 0 ? null : parts,
      printed,
      workingDays: policyOf(one(v, 'workingDays')),
      source: one(v, 'source'),
      cutoffs: sets.find((s) => s.id === Number(one(v, 'cutoffSetId')))?.rules ?? [],
    },
    todayOf(c),
  )
}

/** For the script that shows, while the officer types, how a deadline is understood. */
async function understanding(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const query = c.req.queries()
  const understood = await understoodFrom(c, query)
  if (one(query, 'dueAsPrinted') === '') return c.json({ tone: 'quiet', lines: [] })
  if (!understood)
    return c.json({ tone: 'bad', lines: [whyNotUnderstood(one(query, 'dueAsPrinted'))[locale]] })
  const lines = [`${t.understoodAs[locale]}: “${understood.words[locale]}”.`]
  lines.push(...understood.next.map((n) => n.why[locale] + (n.early ? ` (${t.early[locale]})` : '')))
  if (understood.next.length === 0) lines.push(t.noNext[locale])
  return c.json({ tone: 'good', lines })
}

async function add(c: Request): Promise<Response> {
  const values = await readForm(c)
  if (one(values, 'look') === '1') return form(c, null, values, [])
  return kept(c, null, values, async () => {
    const input = dutyInput(values)
    const id = await inTransaction(c, (tx) => addDuty(tx, actorOf(c), input, c.get('now')))
    return redirect(c, `${at}/${id}`, { tone: 'good', ...t.saved })
  })
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { duty } = await dutyAsked(c)
  if (one(values, 'look') === '1') return form(c, duty, values, [])
  return kept(c, duty, values, async () => {
    const input = dutyInput(values)
    const version = Number(one(values, 'version'))
    await inTransaction(c, (tx) => changeDuty(tx, actorOf(c), duty.id, version, input, c.get('now')))
    return redirect(c, `${at}/${duty.id}`, { tone: 'good', ...t.saved })
  })
}

async function kept(c: Request, duty: Duty | null, values: FormValues, body: () => Promise<Response>) {
  try {
    return await body()
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return form(c, duty, values, refusal.faults)
    throw refusal
  }
}

async function confirmSeveral(c: Request): Promise<Response> {
  const values = await readForm(c)
  const ids = many(values, 'ids').map(Number).filter(Boolean)
  const { made } = await inTransaction(c, (tx) => confirmDuties(tx, actorOf(c), ids, c.get('now')))
  return redirect(c, at, { tone: 'good', vi: t.confirmed.vi(made), en: t.confirmed.en(made) })
}

async function end(c: Request): Promise<Response> {
  const values = await readForm(c)
  try {
    const typed = { day: typedDay.transform((d: Day) => d), reason: typedReason }
    const input = parsed(z.object(typed), { ...values, day: one(values, 'day') || todayTyped(c) })
    await inTransaction(c, (tx) => endDuty(tx, actorOf(c), idOf(c), input, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return show(c, { form: 'ending', values, faults: refusal.faults })
    throw refusal
  }
  return redirect(c, `${at}/${idOf(c)}`, { tone: 'good', ...t.endedDone })
}

async function accept(c: Request): Promise<Response> {
  const values = await readForm(c)
  try {
    const { reason } = parsed(z.object({ reason: typedReason }), values)
    const input = { version: Number(one(values, 'version')), reason }
    await inTransaction(c, (tx) => acceptEarly(tx, actorOf(c), idOf(c), input, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return show(c, { form: 'early', values, faults: refusal.faults })
    throw refusal
  }
  return redirect(c, `${at}/${idOf(c)}`, { tone: 'good', ...t.earlySaved })
}

async function takeBack(c: Request): Promise<Response> {
  const input = { version: Number(one(await readForm(c), 'version')), reason: null }
  await inTransaction(c, (tx) => acceptEarly(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `${at}/${idOf(c)}`, { tone: 'good', ...t.earlyTaken })
}

function todayTyped(c: Request): string {
  return parseDay(todayOf(c)) ?? ''
}
