import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { writeDocx } from '../../../lib/documents/out/docx.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { openTasksOf } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { taskNameOf } from '../../plans/plans.ts'
import { idOf, orBack } from '../asking.ts'
import { canSee, canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { selectItems } from '../items/lists.sql.ts'
import { type Outlet, orientationAddress, type Stance, stances } from '../outlet.ts'
import { view } from '../pages/view.tsx'
import { orientationDocument } from './orientation-document.ts'
import { readOrientation } from './orientation-form.ts'
import { acknowledge, orientationsSeenBy, sendOrientation } from './orientations.ts'
import { selectOutlets } from './outlets.sql.ts'
import { offered } from './outlets.ts'
import { OrientationPage } from './pages/orientation-page.tsx'
import { OrientationsPage } from './pages/orientations-page.tsx'
import { keepers, keepsPress } from './press.policy.ts'
import { selectEntries } from './press.sql.ts'
import { texts } from './press.texts.ts'

const home = '/desk/orientations'
const at = `${home}/:id{[0-9]+}`

export const orientationRoutes: readonly Route[] = [
  { method: 'GET', path: home, who: deskRoles, handle: (c) => showOrientations(c, {}, []) },
  { method: 'POST', path: home, who: keepers, handle: send },
  { method: 'GET', path: at, who: deskRoles, handle: showOne },
  { method: 'GET', path: `${at}/document.docx`, who: deskRoles, handle: word },
  { method: 'POST', path: `${at}/acknowledgements/:outletId{[0-9]+}`, who: writerRoles, handle: seen },
]

export async function showOrientations(
  c: Request,
  values: FormValues,
  faults: readonly Fault[],
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const outlets = await selectOutlets(db, actor.provinceId)
  const mayKeep = keepsPress(actor)
  const units = await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')))
  const props = {
    ...{ outlets, faults, mayKeep, offered: offered(outlets) },
    orientations: await orientationsSeenBy(db, actor),
    tasks: mayKeep ? await tasksFor(c, []) : [],
    units: units.map((u) => ({ id: u.id, name: u.name })),
    values: { fromDay: showDay(dayOf(c.get('now'))), silentDays: '3', ...values },
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const facts = { title: texts.orientations[actor.locale], crumbs: deskCrumbs(c), status }
  return officePage(c, facts, view(OrientationsPage, props))
}

/** Tasks that an orientation may serve: those of the writer's unit, and those that it serves already. */
export async function tasksFor(c: Request, served: readonly number[]) {
  const actor = actorOf(c)
  const unitId = actor.grants[0]?.unitId ?? 0
  const today = dayOf(c.get('now'))
  const open = await openTasksOf(c.get('db'), actor.provinceId, unitId, null, today)
  const gone = served.filter((id) => open.every((task) => task.id !== id))
  const names = await namesOf(c, gone)
  return [...open, ...gone.map((id, n) => ({ id, content: names[n] ?? '', planTitle: '' }))]
}

async function showOne(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const one = await seenOne(c)
  const own = ownOutlets(c, await selectOutlets(db, provinceId))
  const mayKeep = keepsPress(actor)
  const { items } = await selectItems(db, provinceId, { orientationId: one.id }, 100)
  const { entries, total } = await selectEntries(db, provinceId, { orientationId: one.id }, 40)
  const counts = new Map<Stance, number>()
  for (const stance of stances)
    counts.set(stance, (await selectEntries(db, provinceId, { orientationId: one.id, stance }, 1)).total)
  const props = {
    ...{ orientation: one, counts, entries, total, mayKeep, today: dayOf(c.get('now')) },
    items: items.filter((i) => canSee(actor, i) && i.state !== 'dropped'),
    tasks: await namesOf(c, one.taskIds),
    mayAcknowledge: (outletId: number) => mayKeep || own.has(outletId),
  }
  const crumbs = [...deskCrumbs(c), { label: texts.orientations[actor.locale], href: home }]
  return officePage(c, { title: one.title, crumbs }, view(OrientationPage, props))
}

async function seenOne(c: Request) {
  const one = (await orientationsSeenBy(c.get('db'), actorOf(c))).find((o) => o.id === idOf(c))
  if (!one) throw notFound()
  return one
}

function ownOutlets(c: Request, outlets: readonly Outlet[]): Set<number> {
  const own = outlets.filter((o) => o.unitId !== null && canWrite(actorOf(c), { unitId: o.unitId }))
  return new Set(own.map((o) => o.id))
}

async function namesOf(c: Request, taskIds: readonly number[]): Promise<string[]> {
  const names: string[] = []
  for (const id of taskIds) names.push((await taskNameOf(c.get('db'), actorOf(c).provinceId, id)) ?? '')
  return names
}

async function word(c: Request): Promise<Response> {
  const one = await seenOne(c)
  const document = await orientationDocument(c.get('db'), actorOf(c), one, await namesOf(c, one.taskIds))
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return sendBytes(await writeDocx(document), mime, `Định hướng ${one.title}.docx`)
}

async function send(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    await sendOrientation(tx, actorOf(c), readOrientation(values), c.get('now'))
  }
  return orBack(c, home, texts.sent, body, ({ faults }) => showOrientations(c, values, faults))
}

async function seen(c: Request): Promise<Response> {
  await readForm(c)
  const body = (tx: Tx) => acknowledge(tx, actorOf(c), idOf(c), idOf(c, 'outletId'), c.get('now'))
  return orBack(c, orientationAddress(idOf(c)), texts.acknowledged, body, () => showOne(c))
}
