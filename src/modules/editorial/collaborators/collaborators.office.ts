import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { listTopics } from '../../publishing/publishing.ts'
import { idIn, idOf, inTransaction, one, orBack } from '../asking.ts'
import { deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { collaboratorsAddress, forgettingWhys } from './collaborator.ts'
import { collaboratorValues, readCollaborator } from './collaborator-form.ts'
import { canSetTerm, listsOf } from './collaborators.policy.ts'
import { selectTerm } from './collaborators.sql.ts'
import { texts } from './collaborators.texts.ts'
import {
  addCollaborator,
  changeCollaborator,
  collaboratorOf,
  countsSeenBy,
  forgetCollaborator,
  ownCollaborators,
  printList,
  setTerm,
} from './collaborators.ts'
import { CollaboratorFormPage } from './pages/collaborator-form-page.tsx'
import { CollaboratorsPage } from './pages/collaborators-page.tsx'
import { ContactSheet } from './pages/contact-sheet.tsx'

const home = collaboratorsAddress
const at = `${home}/:id{[0-9]+}`

export const collaboratorRoutes: readonly Route[] = [
  { method: 'GET', path: home, who: deskRoles, handle: (c) => list(c, {}, []) },
  { method: 'GET', path: `${home}/new`, who: writerRoles, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: home, who: writerRoles, handle: create },
  { method: 'POST', path: `${home}/printing`, who: writerRoles, handle: print },
  { method: 'POST', path: `${home}/term`, who: ['province_lead'], handle: term },
  { method: 'GET', path: `${at}/edit`, who: writerRoles, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: writerRoles, handle: change },
  { method: 'POST', path: `${at}/forgetting`, who: writerRoles, handle: forget },
]

function secretOf(c: Request): string {
  return c.get('config').secret
}

function statusOf(faults: readonly Fault[]) {
  return faults.length > 0 ? (422 as const) : (200 as const)
}

async function list(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const props = {
    ...{ today, faults, lists: listsOf(actor), maySet: canSetTerm(actor) },
    counts: await countsSeenBy(db, actor, today),
    own: await ownCollaborators(db, secretOf(c), actor),
    unitNames: await unitNames(db, actor.provinceId, today),
    topics: await listTopics(db, actor.provinceId),
    values: { months: String(await selectTerm(db, actor.provinceId)), ...values },
  }
  const facts = { title: texts.collaborators[actor.locale], crumbs: deskCrumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(CollaboratorsPage, props))
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const found = idOf(c) > 0 ? await collaboratorOf(db, secretOf(c), actor, idOf(c)) : null
  const names = await unitNames(db, actor.provinceId, today)
  const fresh = { consentDay: showDay(today), kind: 'collaborator', consentHow: 'signed' }
  const props = {
    ...{ id: found?.id ?? null, faults },
    units: listsOf(actor).map((id) => ({ id, name: names.get(id) ?? '' })),
    topics: (await listTopics(db, actor.provinceId)).filter((x) => !x.retired),
    values: found ? (typed ?? collaboratorValues(found)) : { ...fresh, ...typed },
  }
  const label = texts.collaborators[actor.locale]
  const crumbs = [...deskCrumbs(c), { label, href: home }]
  const title = found ? texts.edit[actor.locale] : texts.new[actor.locale]
  return officePage(c, { title, crumbs, status: statusOf(faults) }, view(CollaboratorFormPage, props))
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const actor = actorOf(c)
  const body = async (tx: Tx) => {
    const typed = readCollaborator(values, dayOf(c.get('now')))
    const input = { ...typed, unitId: typed.unitId || (listsOf(actor)[0] ?? 0) }
    await addCollaborator(tx, secretOf(c), actor, input, c.get('now'))
  }
  return orBack(c, home, texts.added, body, ({ faults }) => form(c, values, faults))
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const input = readCollaborator(values, dayOf(c.get('now')))
    await changeCollaborator(tx, secretOf(c), actorOf(c), idOf(c), input, c.get('now'))
  }
  return orBack(c, home, texts.saved, body, ({ faults }) => form(c, values, faults))
}

async function forget(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const why = forgettingWhys.find((w) => w === one(values, 'why'))
    if (!why) throw invalid([{ field: 'why', vi: 'Chọn vì sao.', en: 'Choose why.' }])
    await forgetCollaborator(tx, secretOf(c), actorOf(c), idOf(c), why, c.get('now'))
  }
  return orBack(c, home, texts.gone, body, ({ faults }) => form(c, null, faults))
}

/** Printing is something done, and noted: it comes by POST, and answers with the sheet itself. */
async function print(c: Request): Promise<Response> {
  const values = await readForm(c)
  const actor = actorOf(c)
  const now = c.get('now')
  const unitId = idIn(values, 'unitId') ?? 0
  const people = await inTransaction(c, (tx) => printList(tx, secretOf(c), actor, unitId, now))
  const names = await unitNames(c.get('db'), actor.provinceId, dayOf(now))
  const props = { people, unitName: names.get(unitId) ?? '', by: actor.name, day: showDay(dayOf(now)) }
  const crumbs = [...deskCrumbs(c), { label: texts.collaborators[actor.locale], href: home }]
  return officePage(c, { title: texts.print[actor.locale], crumbs }, view(ContactSheet, props))
}

async function term(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => setTerm(tx, actorOf(c), Number(one(values, 'months')), c.get('now'))
  return orBack(c, home, texts.termSaved, body, ({ faults }) => list(c, values, faults))
}
