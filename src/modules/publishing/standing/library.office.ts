import { dayOf, parseDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Fault } from '../../../lib/errors.ts'
import { imageKinds } from '../../../lib/files/kinds.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { readDayUpTo } from '../printed/asked.ts'
import { mayWork, mayWorkFor, workers } from '../reach/reach.policy.ts'
import { idOf, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { addSet, allRoutes, dropStop, moveOn, type Onward, planStop, routeOf } from './library.ts'
import { LibraryPage, RoutePage } from './pages/library-pages.tsx'
import { orAgain, standingChoices, standingCrumbs } from './standing.office.ts'
import { texts as t } from './standing.texts.ts'

const set = '/printed/library/:id{[0-9]+}'

export const libraryRoutes: readonly Route[] = [
  { method: 'GET', path: '/printed/library', who: 'signedIn', handle: (c) => list(c, {}, []) },
  { method: 'POST', path: '/printed/library', who: workers, handle: add },
  { method: 'GET', path: set, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'POST', path: `${set}/moves`, who: workers, handle: move, upload: true },
  { method: 'POST', path: `${set}/stops`, who: workers, handle: plan },
  { method: 'POST', path: `${set}/stops/:stop/dropping`, who: workers, handle: drop },
]

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return standingCrumbs(c, { label: t.library[c.get('locale')], href: '/printed/library' }, ...further)
}

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

function status(faults: readonly Fault[]) {
  return faults.length > 0 ? { status: 422 as const } : {}
}

async function list(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const props = {
    routes: await allRoutes(c.get('db'), actor.provinceId),
    choices: await standingChoices(c),
    mayWork: mayWork(actor),
    today: dayOf(c.get('now')),
    values: { unit: String(actor.grants[0]?.unitId ?? ''), ...values },
    faults,
  }
  const facts = { title: t.library[c.get('locale')], crumbs: crumbs(c), ...status(faults) }
  return officePage(c, facts, view(LibraryPage, props))
}

async function add(c: Request): Promise<Response> {
  const values = await readForm(c)
  const [name, volumes] = [one(values, 'name').slice(0, 200), typedCount(one(values, 'volumes'))]
  const unitId = Number(one(values, 'unit')) || 0
  const faults: Fault[] = []
  if (name === '') faults.push({ field: 'name', ...t.needName })
  if (!volumes) faults.push({ field: 'volumes', ...t.needVolumes })
  if (unitId === 0) faults.push({ field: 'unit', ...t.needUnit })
  if (!volumes || faults.length > 0) return list(c, values, faults)
  const publicationId = Number(one(values, 'item')) || null
  const input = { name, volumes, unitId, publicationId, note: one(values, 'note').slice(0, 500) }
  const id = await inTransaction(c, (tx) => addSet(tx, actorOf(c), input, c.get('now')))
  return redirect(c, `/printed/library/${id}`, t.setSaved)
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const route = await routeOf(c.get('db'), actor.provinceId, idOf(c))
  const props = {
    route,
    choices: await standingChoices(c),
    mayWork: mayWorkFor(actor, route.set.unitId),
    today: dayOf(c.get('now')),
    values,
    faults,
  }
  const here = { label: route.set.name, href: `/printed/library/${route.set.id}` }
  const facts = { title: route.set.name, crumbs: crumbs(c, here), ...status(faults) }
  return officePage(c, facts, view(RoutePage, props))
}

async function move(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: imageKinds }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const get = (name: string) => one(fields, name)
  const day = readDayUpTo(get('day'), dayOf(c.get('now')))
  const [visitors, toDay] = [typedCount(get('readers')), parseDay(get('toDay'))]
  const wrong: Fault[] = [...faults]
  if (!day) wrong.push({ field: 'day', ...t.needDay })
  if (visitors === undefined) wrong.push({ field: 'readers', ...t.needVisitors })
  if (get('where') === '') wrong.push({ field: 'where', ...t.needWhere })
  if (get('where') === 'elsewhere') {
    if (get('place') === '') wrong.push({ field: 'place', ...t.needPlace })
    if (get('toDay') !== '' && !toDay) wrong.push({ field: 'toDay', ...t.needPlanDay })
  }
  if (!day || visitors === undefined || wrong.length > 0) return show(c, fields, wrong)
  const place = { place: get('place').slice(0, 200), placeUnitId: Number(get('commune')) || null, toDay }
  const onward: Onward =
    get('where') === 'home'
      ? null
      : get('where') === 'elsewhere'
        ? place
        : { stopId: Number(get('where')) || 0 }
  const down = { day, visitors, photoId: files[0]?.id ?? null }
  return orAgain(
    (all) => show(c, fields, all),
    async () => {
      await inTransaction(c, (tx) => moveOn(tx, actorOf(c), idOf(c), down, onward, c.get('now')))
      return redirect(c, `/printed/library/${idOf(c)}`, t.moved)
    },
  )
}

async function plan(c: Request): Promise<Response> {
  const values = await readForm(c)
  const get = (name: string) => one(values, name)
  const [fromDay, toDay] = [parseDay(get('stopFrom')), parseDay(get('stopTo'))]
  const faults: Fault[] = []
  if (get('stopPlace') === '') faults.push({ field: 'stopPlace', ...t.needPlace })
  if (!fromDay) faults.push({ field: 'stopFrom', ...t.needPlanDay })
  if (!toDay) faults.push({ field: 'stopTo', ...t.needPlanDay })
  if (!fromDay || !toDay || faults.length > 0) return show(c, values, faults)
  const placeUnitId = Number(get('stopCommune')) || null
  const stop = { place: get('stopPlace').slice(0, 200), placeUnitId, fromDay, toDay }
  return orAgain(
    (all) => show(c, values, all),
    async () => {
      await inTransaction(c, (tx) => planStop(tx, actorOf(c), idOf(c), stop, c.get('now')))
      return redirect(c, `/printed/library/${idOf(c)}`, t.planned)
    },
  )
}

async function drop(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => dropStop(tx, actorOf(c), idOf(c), idOf(c, 'stop'), c.get('now')))
  return redirect(c, `/printed/library/${idOf(c)}`, t.dropped)
}
