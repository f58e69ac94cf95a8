import { addDays, type Day, dayOf, parseDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { catalogueOf, taskNameOf } from '../../plans/plans.ts'
import { idOf, inTransaction, one, orBack } from '../asking.ts'
import { canSee, canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { choicesFor } from '../items/choices.ts'
import { deskCrumbs, showItem } from '../items/items.office.ts'
import { reachOf, unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { troublesOf } from '../variants/troubles.ts'
import { selectCoverages, selectEvent, selectEvents } from './coverage.sql.ts'
import { texts } from './coverage.texts.ts'
import {
  assignCoverage,
  beginCoverage,
  changeEvent,
  dropCoverage,
  dropEvent,
  planEvent,
  produce,
} from './coverage.ts'
import { selectDueCoverages } from './due.sql.ts'
import { coverageAddress, type DeskEvent, eventAddress, productionSteps } from './event.ts'
import { eventValues, readCoverage, readEvent } from './event-form.ts'
import { CoveragePage } from './pages/coverage-page.tsx'
import { EventPage } from './pages/event-page.tsx'
import { NewEventPage } from './pages/new-event-page.tsx'
import { remindedBefore } from './reminding.ts'

const event = '/desk/events/:id{[0-9]+}'
const coverage = '/desk/coverages/:id{[0-9]+}'

export const coverageRoutes: readonly Route[] = [
  { method: 'GET', path: coverageAddress, who: deskRoles, handle: agenda },
  { method: 'GET', path: '/desk/events/new', who: writerRoles, handle: (c) => blank(c, {}, []) },
  { method: 'POST', path: '/desk/events', who: writerRoles, handle: create },
  { method: 'GET', path: event, who: deskRoles, handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${event}/edit`, who: writerRoles, handle: (c) => change(c, null, []) },
  { method: 'POST', path: event, who: writerRoles, handle: save },
  { method: 'POST', path: `${event}/dropping`, who: writerRoles, handle: cancel },
  { method: 'POST', path: `${event}/coverages`, who: writerRoles, handle: assign },
  { method: 'POST', path: `${coverage}/item`, who: writerRoles, handle: begin },
  { method: 'POST', path: `${coverage}/dropping`, who: writerRoles, handle: drop },
  { method: 'POST', path: '/desk/items/:id{[0-9]+}/production', who: writerRoles, handle: produced },
]

async function agenda(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const asked = /^\d{4}-\d{2}$/.exec(c.req.query('month') ?? '')?.[0] ?? today.slice(0, 7)
  const from: Day = `${asked}-01`
  const until: Day = `${addDays(from, 32).slice(0, 7)}-01`
  const events = await selectEvents(db, actor.provinceId, { from, until, unitIds: reachOf(actor) })
  const coverages = await selectCoverages(
    db,
    actor.provinceId,
    events.map((e) => e.id),
  )
  const props = {
    ...{ coverages, troubles: await troublesIn(c, coverages) },
    ...{ events, today, month: asked, previous: addDays(from, -1).slice(0, 7), next: until.slice(0, 7) },
    unitNames: await unitNames(db, actor.provinceId, today),
    mayPlan: actor.grants.some((g) => canWrite(actor, g)),
    due: await selectDueCoverages(db, actor.provinceId, {
      until: addDays(today, remindedBefore),
      unitIds: reachOf(actor),
    }),
  }
  return officePage(
    c,
    { title: texts.coverage[actor.locale], crumbs: deskCrumbs(c) },
    view(CoveragePage, props),
  )
}

/** Channels in trouble of the items that cover something. */
function troublesIn(c: Request, coverages: readonly { itemId: number | null }[]) {
  const ids = coverages.flatMap((one) => one.itemId ?? [])
  return troublesOf(c.get('db'), actorOf(c).provinceId, ids, c.get('now'))
}

async function blank(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const choices = await choicesFor(c.get('db'), actor, null, c.get('now'))
  const kept = { unitId: String(actor.grants[0]?.unitId ?? ''), ...values }
  const facts = { title: texts.newEvent[actor.locale], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(NewEventPage, { choices, values: kept, faults, id: null }))
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.coverage[c.get('locale')], href: coverageAddress }]
}

function statusOf(faults: readonly Fault[]): 200 | 422 {
  return faults.length > 0 ? 422 : 200
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { input, faults } = readEvent(values)
  if (!input) return blank(c, values, faults)
  try {
    const id = await inTransaction(c, (tx) => planEvent(tx, actorOf(c), input, c.get('now')))
    return redirect(c, eventAddress(id), { tone: 'good', ...texts.saved })
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return blank(c, values, refusal.faults)
    throw refusal
  }
}

async function change(c: Request, values: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const found = await eventSeenBy(c)
  if (!canWrite(actor, found)) throw notFound()
  const choices = await choicesFor(c.get('db'), actor, found, c.get('now'))
  const props = { choices, values: values ?? eventValues(found), faults, id: found.id }
  const facts = { title: texts.changeEvent[actor.locale], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(NewEventPage, props))
}

async function save(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { input, faults } = readEvent(values)
  if (!input) return change(c, values, faults)
  const to = eventAddress(idOf(c))
  const body = (tx: Parameters<typeof changeEvent>[0]) =>
    changeEvent(tx, actorOf(c), idOf(c), input, c.get('now'))
  return orBack(c, to, texts.saved, body, (refusal) => change(c, values, refusal.faults))
}

async function cancel(c: Request): Promise<Response> {
  await readForm(c)
  await inTransaction(c, (tx) => dropEvent(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, coverageAddress, { tone: 'good', ...texts.eventDropped })
}

async function eventSeenBy(c: Request): Promise<DeskEvent> {
  const actor = actorOf(c)
  const found = await selectEvent(c.get('db'), actor.provinceId, idOf(c))
  if (!found || !canSee(actor, found)) throw notFound()
  return found
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = await eventSeenBy(c)
  const { themes, audiences } = await catalogueOf(db, actor.provinceId)
  const named = (list: readonly { code: string; vi: string; en: string }[], codes: readonly string[]) =>
    list.filter((x) => codes.includes(x.code)).map((x) => x[actor.locale])
  const today = dayOf(c.get('now'))
  const names = await unitNames(db, actor.provinceId, today)
  const due = found.starts.slice(0, 10)
  const coverages = await selectCoverages(db, actor.provinceId, [found.id])
  const props = {
    ...{ coverages, troubles: await troublesIn(c, coverages) },
    ...{ event: found, today, unitNames: names, faults },
    taskName: found.taskId === null ? null : await taskNameOf(db, actor.provinceId, found.taskId),
    labels: [...named(themes, found.themeCodes), ...named(audiences, found.audienceCodes)],
    units: [...names].map(([id, name]) => ({ id, name })),
    values: { dueDay: due, unitId: String(actor.grants[0]?.unitId ?? ''), ...values },
    mayPlan: canWrite(actor, found),
  }
  return officePage(
    c,
    { title: found.title, crumbs: crumbs(c), status: statusOf(faults) },
    view(EventPage, props),
  )
}

async function assign(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Parameters<typeof assignCoverage>[0]) => {
    const { input, faults } = readCoverage(values)
    if (!input) throw invalid(faults)
    await assignCoverage(tx, actorOf(c), idOf(c), input, c.get('now'))
  }
  return orBack(c, eventAddress(idOf(c)), texts.assigned, body, ({ faults }) => show(c, values, faults))
}

async function begin(c: Request): Promise<Response> {
  await readForm(c)
  const itemId = await inTransaction(c, (tx) => beginCoverage(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, `${itemAddress(itemId)}/edit`)
}

async function drop(c: Request): Promise<Response> {
  await readForm(c)
  const eventId = await inTransaction(c, (tx) => dropCoverage(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, eventAddress(eventId), { tone: 'good', ...texts.saved })
}

async function produced(c: Request): Promise<Response> {
  const values = await readForm(c)
  const step = productionSteps.find((s) => s === one(values, 'step'))
  const doneDay = parseDay(one(values, 'doneDay'))
  const address = one(values, 'address')
  return orBack(
    c,
    itemAddress(idOf(c)),
    texts.recorded,
    async (tx) => {
      const isWeb = address === '' || isWebAddress(address)
      if (!step || !doneDay || !isWeb)
        throw invalid([
          {
            field: isWeb ? 'doneDay' : 'address',
            ...(isWeb
              ? { vi: 'Nhập ngày dạng 22/11/2026.', en: 'Enter a day like 22/11/2026.' }
              : {
                  vi: 'Địa chỉ bắt đầu bằng https:// hoặc http://.',
                  en: 'An address begins with https:// or http://.',
                }),
          },
        ])
      const noAddressWhy = address === '' ? one(values, 'noAddressWhy').slice(0, 500) || null : null
      const note = one(values, 'note').slice(0, 500)
      const input = { step, doneDay, address: address || null, noAddressWhy, note }
      await produce(tx, actorOf(c), idOf(c), input, c.get('now'))
    },
    (refusal) => showItem(c, { values, refusal }),
  )
}
