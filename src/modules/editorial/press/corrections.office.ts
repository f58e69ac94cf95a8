import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid, notFound } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idOf, orBack } from '../asking.ts'
import { deskRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { unitNames } from '../items/showing.ts'
import { notesSeenBy } from '../monitoring/monitoring.ts'
import { orientationAddress, outletAddress, pressAddress } from '../outlet.ts'
import { view } from '../pages/view.tsx'
import { correctionsOf } from './correcting.ts'
import { correctionTexts as texts } from './corrections.texts.ts'
import { entryValues, readEntry } from './entry-form.ts'
import { orientationValues, readOrientation } from './orientation-form.ts'
import { tasksFor } from './orientations.office.ts'
import {
  correctOrientation,
  orientationsInForce,
  orientationsSeenBy,
  withdrawOrientation,
} from './orientations.ts'
import { outletValues, readOutlet, readReason } from './outlet-form.ts'
import { selectOutlets } from './outlets.sql.ts'
import { changeOutlet, offered, outletOf, retireOutlet } from './outlets.ts'
import { CorrectEntryPage, CorrectOrientationPage } from './pages/correcting-pages.tsx'
import { EditOutletPage, OutletPage } from './pages/outlet-page.tsx'
import { pressCrumbs, showEntry, textsToRun } from './press.office.ts'
import { keepers, keepsPress } from './press.policy.ts'
import { selectEntries } from './press.sql.ts'
import { texts as pressTexts } from './press.texts.ts'
import { correctPress, entryOf, withdrawPress } from './press.ts'

const entry = '/desk/press/:id{[0-9]+}'
const orientation = '/desk/orientations/:id{[0-9]+}'
const outlet = '/desk/outlets/:id{[0-9]+}'

/** What is put right or taken out of what the desk keeps about the press. */
export const correctionRoutes: readonly Route[] = [
  { method: 'GET', path: `${entry}/correction`, who: keepers, handle: (c) => entryForm(c, null, []) },
  { method: 'POST', path: `${entry}/correction`, who: keepers, handle: correctEntry },
  { method: 'POST', path: `${entry}/withdrawal`, who: keepers, handle: takeOutEntry },
  { method: 'GET', path: `${orientation}/correction`, who: deskRoles, handle: (c) => rewriting(c, null, []) },
  { method: 'POST', path: `${orientation}/correction`, who: keepers, handle: rewrite },
  { method: 'POST', path: `${orientation}/withdrawal`, who: keepers, handle: takeBack },
  { method: 'GET', path: outlet, who: deskRoles, handle: (c) => showOutlet(c, {}, []) },
  { method: 'GET', path: `${outlet}/edit`, who: keepers, handle: (c) => outletForm(c, null, []) },
  { method: 'POST', path: outlet, who: keepers, handle: saveOutlet },
  { method: 'POST', path: `${outlet}/retirement`, who: keepers, handle: (c) => use(c, true) },
  { method: 'POST', path: `${outlet}/restoration`, who: keepers, handle: (c) => use(c, false) },
]

function statusOf(faults: readonly Fault[]) {
  return faults.length > 0 ? (422 as const) : (200 as const)
}

async function entryForm(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const one = await entryOf(db, actor, idOf(c))
  if (one.withdrawnAt) return redirect(c, pressAddress(one.id))
  const names = await unitNames(db, provinceId, dayOf(c.get('now')))
  const [newest] = await correctionsOf(db, provinceId, { entryId: one.id })
  const values = typed ?? { ...entryValues(one), seen: String(newest?.id ?? 0) }
  const props = {
    ...{ entry: one, values, faults, seen: Number(values['seen']) || 0 },
    outlets: offered(await selectOutlets(db, provinceId), one.outletId),
    items: await textsToRun(db, provinceId),
    orientations: await orientationsInForce(db, provinceId, one.orientationId),
    units: [...names].map(([id, name]) => ({ id, name })),
  }
  const crumbs = [...pressCrumbs(c), { label: one.title, href: pressAddress(one.id) }]
  const facts = { title: texts.correctEntry[actor.locale], crumbs, status: statusOf(faults) }
  return officePage(c, facts, view(CorrectEntryPage, props))
}

async function correctEntry(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => {
    const { entry: input, faults } = readEntry(values, dayOf(c.get('now')))
    if (!input) throw invalid(faults)
    return correctPress(tx, actorOf(c), idOf(c), input, readReason(values), c.get('now'))
  }
  return orBack(
    c,
    pressAddress(idOf(c)),
    texts.corrected,
    async (tx) => body(tx),
    ({ faults }) => entryForm(c, values, faults),
  )
}

async function takeOutEntry(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => withdrawPress(tx, actorOf(c), idOf(c), readReason(values), c.get('now'))
  return orBack(c, pressAddress(idOf(c)), texts.entryWithdrawn, body, ({ faults }) =>
    showEntry(c, values, faults),
  )
}

async function rewriting(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const told = (await orientationsSeenBy(db, actor)).find((o) => o.id === idOf(c))
  if (!told) throw notFound()
  const had = new Set(told.outlets.map((o) => o.outletId))
  const props = {
    ...{ orientation: told, faults, values: typed ?? orientationValues(told), mayKeep: keepsPress(actor) },
    corrections: await correctionsOf(db, actor.provinceId, { orientationId: told.id }),
    tasks: await tasksFor(c, told.taskIds),
    further: offered(await selectOutlets(db, actor.provinceId)).filter((o) => !had.has(o.id)),
  }
  const crumbs = [
    ...deskCrumbs(c),
    { label: pressTexts.orientations[actor.locale], href: '/desk/orientations' },
    { label: told.title, href: orientationAddress(told.id) },
  ]
  const facts = { title: texts.correctOrientation[actor.locale], crumbs, status: statusOf(faults) }
  return officePage(c, facts, view(CorrectOrientationPage, props))
}

async function rewrite(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) =>
    correctOrientation(tx, actorOf(c), idOf(c), readOrientation(values), readReason(values), c.get('now'))
  return orBack(c, orientationAddress(idOf(c)), texts.corrected, body, ({ faults }) =>
    rewriting(c, values, faults),
  )
}

async function takeBack(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => withdrawOrientation(tx, actorOf(c), idOf(c), readReason(values), c.get('now'))
  return orBack(c, orientationAddress(idOf(c)), texts.orientationWithdrawn, body, ({ faults }) =>
    rewriting(c, values, faults),
  )
}

function outletCrumbs(c: Request) {
  const label = pressTexts.outlets[c.get('locale')]
  return [...deskCrumbs(c), { label, href: '/desk/orientations#outlets' }]
}

async function showOutlet(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const one = await outletOf(db, actor, idOf(c))
  const today = dayOf(c.get('now'))
  const names = await unitNames(db, provinceId, today)
  const { notes } = await notesSeenBy(db, actor, { outletId: one.id }, today, 20)
  const props = {
    ...{ outlet: one, values, faults, mayKeep: keepsPress(actor) },
    pieces: (await selectEntries(db, provinceId, { outletId: one.id }, 1)).total,
    corrections: await correctionsOf(db, provinceId, { outletId: one.id }),
    ...{ unitNames: names, notes: { notes, unitNames: names, today } },
  }
  const facts = { title: one.name, crumbs: outletCrumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(OutletPage, props))
}

async function outletForm(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const one = await outletOf(db, actor, idOf(c))
  const names = await unitNames(db, actor.provinceId, dayOf(c.get('now')))
  const [newest] = await correctionsOf(db, actor.provinceId, { outletId: one.id })
  const values = typed ?? { ...outletValues(one), seen: String(newest?.id ?? 0) }
  const units = [...names].map(([id, name]) => ({ id, name }))
  const props = { outlet: one, units, values, faults, seen: Number(values['seen']) || 0 }
  const crumbs = [...outletCrumbs(c), { label: one.name, href: outletAddress(one.id) }]
  const facts = { title: texts.editOutlet[actor.locale], crumbs, status: statusOf(faults) }
  return officePage(c, facts, view(EditOutletPage, props))
}

async function saveOutlet(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) =>
    changeOutlet(tx, actorOf(c), idOf(c), readOutlet(values), readReason(values), c.get('now'))
  return orBack(c, outletAddress(idOf(c)), texts.outletSaved, body, ({ faults }) =>
    outletForm(c, values, faults),
  )
}

async function use(c: Request, retired: boolean): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => retireOutlet(tx, actorOf(c), idOf(c), retired, readReason(values), c.get('now'))
  const said = retired ? texts.outletRetired : texts.outletRestored
  return orBack(c, outletAddress(idOf(c)), said, body, ({ faults }) => showOutlet(c, values, faults))
}
