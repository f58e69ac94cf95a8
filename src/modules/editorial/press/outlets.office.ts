import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { idOf, orBack } from '../asking.ts'
import { canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { view } from '../pages/view.tsx'
import { readOrientation } from './orientation-form.ts'
import { acknowledge, orientationsSeenBy, sendOrientation } from './orientations.ts'
import { readOutlet } from './outlet-form.ts'
import { selectOutlets } from './outlets.sql.ts'
import { addOutlet, offered } from './outlets.ts'
import { OrientationsPage } from './pages/orientations-page.tsx'
import { keepers, keepsPress } from './press.policy.ts'
import { texts } from './press.texts.ts'

const home = '/desk/orientations'

export const outletRoutes: readonly Route[] = [
  { method: 'GET', path: home, who: deskRoles, handle: (c) => orientations(c, {}, []) },
  { method: 'POST', path: home, who: keepers, handle: send },
  { method: 'GET', path: `${home}/:id{[0-9]+}`, who: deskRoles, handle: (c) => orientations(c, {}, []) },
  {
    method: 'POST',
    path: `${home}/:id{[0-9]+}/acknowledgements/:outletId{[0-9]+}`,
    who: writerRoles,
    handle: seen,
  },
  { method: 'POST', path: '/desk/outlets', who: keepers, handle: add },
]

async function orientations(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const outlets = await selectOutlets(db, actor.provinceId)
  const told = await orientationsSeenBy(db, actor)
  const asked = Number(c.req.path.split('/')[3]) || 0
  if (c.req.method === 'GET' && asked > 0 && !told.some((o) => o.id === asked)) throw notFound()
  const mayKeep = keepsPress(actor)
  const own = new Set(
    outlets.filter((o) => o.unitId !== null && canWrite(actor, { unitId: o.unitId })).map((o) => o.id),
  )
  const units = await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')))
  const props = {
    ...{ outlets, faults, mayKeep, offered: offered(outlets) },
    mayAcknowledge: (outletId: number) => mayKeep || own.has(outletId),
    orientations: told,
    open: asked,
    units: units.map((u) => ({ id: u.id, name: u.name })),
    values: { fromDay: showDay(dayOf(c.get('now'))), ...values },
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const facts = { title: texts.orientations[actor.locale], crumbs: deskCrumbs(c), status }
  return officePage(c, facts, view(OrientationsPage, props))
}

async function send(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const input = { ...readOrientation(values), taskId: null }
    await sendOrientation(tx, actorOf(c), input, c.get('now'))
  }
  return orBack(c, home, texts.sent, body, ({ faults }) => orientations(c, values, faults))
}

async function seen(c: Request): Promise<Response> {
  await readForm(c)
  const body = (tx: Tx) => acknowledge(tx, actorOf(c), idOf(c), idOf(c, 'outletId'), c.get('now'))
  return orBack(c, home, texts.acknowledged, body, ({ faults }) => orientations(c, {}, faults))
}

async function add(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    await addOutlet(tx, actorOf(c), readOutlet(values), c.get('now'))
  }
  return orBack(c, home, texts.outletAdded, body, ({ faults }) => orientations(c, values, faults))
}
