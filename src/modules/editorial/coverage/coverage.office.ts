import { addDays, type Day, dayOf, parseDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid, notFound } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idIn, idOf, inTransaction, one, orBack } from '../asking.ts'
import { canSee, canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { choicesFor } from '../items/choices.ts'
import { parseMoment } from '../items/facts-form.ts'
import { deskCrumbs, showItem } from '../items/items.office.ts'
import { reachOf, unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { selectCoverages, selectEvent, selectEvents } from './coverage.sql.ts'
import { texts } from './coverage.texts.ts'
import { assignCoverage, beginCoverage, dropCoverage, planEvent, produce } from './coverage.ts'
import { coverageAddress, eventAddress, media, productionSteps } from './event.ts'
import { CoveragePage } from './pages/coverage-page.tsx'
import { EventPage } from './pages/event-page.tsx'
import { NewEventPage } from './pages/new-event-page.tsx'

const event = '/desk/events/:id{[0-9]+}'
const coverage = '/desk/coverages/:id{[0-9]+}'

export const coverageRoutes: readonly Route[] = [
  { method: 'GET', path: coverageAddress, who: deskRoles, handle: agenda },
  { method: 'GET', path: '/desk/events/new', who: writerRoles, handle: (c) => blank(c, {}, []) },
  { method: 'POST', path: '/desk/events', who: writerRoles, handle: create },
  { method: 'GET', path: event, who: deskRoles, handle: (c) => show(c, {}, []) },
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
  const props = {
    ...{ events, today, month: asked, previous: addDays(from, -1).slice(0, 7), next: until.slice(0, 7) },
    coverages: await selectCoverages(
      db,
      actor.provinceId,
      events.map((e) => e.id),
    ),
    unitNames: await unitNames(db, actor.provinceId, today),
    mayPlan: actor.grants.some((g) => canWrite(actor, g)),
  }
  return officePage(
    c,
    { title: texts.coverage[actor.locale], crumbs: deskCrumbs(c) },
    view(CoveragePage, props),
  )
}

async function blank(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const choices = await choicesFor(c.get('db'), actor, null, c.get('now'))
  const kept = { unitId: String(actor.grants[0]?.unitId ?? ''), ...values }
  const facts = { title: texts.newEvent[actor.locale], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(NewEventPage, { choices, values: kept, faults }))
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.coverage[c.get('locale')], href: coverageAddress }]
}

function statusOf(faults: readonly Fault[]): 200 | 422 {
  return faults.length > 0 ? 422 : 200
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const starts = parseMoment(one(values, 'starts'))
  const ends = parseMoment(one(values, 'ends'))
  const faults: Fault[] = []
  const title = one(values, 'title')
  if (title.length < 5 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Nhập tên sự kiện (5–300 ký tự).',
      en: 'Enter a name (5 to 300 characters).',
    })
  if (!starts)
    faults.push({
      field: 'starts',
      vi: 'Nhập ngày giờ dạng 22/11/2026 08:30.',
      en: 'Enter it like 22/11/2026 08:30.',
    })
  if (!starts || faults.length > 0) return blank(c, values, faults)
  const input = {
    ...{
      title,
      starts,
      ends,
      about: one(values, 'about').slice(0, 2000),
      place: one(values, 'place').slice(0, 300),
    },
    ...{ unitId: idIn(values, 'unitId') ?? 0, taskId: idIn(values, 'taskId') },
  }
  const id = await inTransaction(c, (tx) => planEvent(tx, actorOf(c), input, c.get('now')))
  return redirect(c, eventAddress(id), { tone: 'good', ...texts.saved })
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = await selectEvent(db, actor.provinceId, idOf(c))
  if (!found || !canSee(actor, found)) throw notFound()
  const today = dayOf(c.get('now'))
  const names = await unitNames(db, actor.provinceId, today)
  const due = found.starts.slice(0, 10)
  const props = {
    ...{ event: found, today, unitNames: names, faults },
    coverages: await selectCoverages(db, actor.provinceId, [found.id]),
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
    const medium = media.find((m) => m === one(values, 'medium'))
    const dueDay = parseDay(one(values, 'dueDay'))
    const personName = one(values, 'personName').slice(0, 200)
    const unitId = idIn(values, 'unitId')
    if (!medium || !dueDay || personName.length < 2 || !unitId)
      throw invalid([
        {
          field: dueDay ? 'personName' : 'dueDay',
          vi: 'Chọn loại hình, người phụ trách, đơn vị và hạn nộp.',
          en: 'Choose medium, person, unit and due day.',
        },
      ])
    const input = { medium, dueDay, personName, unitId, note: one(values, 'note').slice(0, 1000) }
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
      const isWeb = address === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(address)
      if (!step || !doneDay || !isWeb)
        throw invalid([
          {
            field: isWeb ? 'doneDay' : 'address',
            vi: 'Nhập ngày dạng 22/11/2026 và địa chỉ bắt đầu bằng https://.',
            en: 'Enter a day like 22/11/2026 and an address that begins with https://.',
          },
        ])
      const input = { step, doneDay, address: address || null, note: one(values, 'note').slice(0, 500) }
      await produce(tx, actorOf(c), idOf(c), input, c.get('now'))
    },
    (refusal) => showItem(c, { values, refusal }),
  )
}
