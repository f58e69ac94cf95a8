import { addDays, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import {
  nextPeriod,
  periodCode,
  periodName,
  periodSpan,
  previousPeriod,
} from '../../../lib/calendar/period.ts'
import { type Fault, invalid, notFound } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { officePage } from '../../../ui/answer.tsx'
import { listColumns } from '../../publishing/publishing.ts'
import { idIn, idOf, one, orBack } from '../asking.ts'
import {
  canReview,
  canSetStages,
  canWrite,
  deskRoles,
  reviewerRoles,
  writerRoles,
} from '../editorial.policy.ts'
import { choicesFor } from '../items/choices.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { selectItems } from '../items/lists.sql.ts'
import { unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { selectOutlets } from '../press/outlets.sql.ts'
import { offered } from '../press/outlets.ts'
import { cadences, columnAddress, type Episode } from './column.ts'
import { countEpisodes, selectEpisodes, selectPlans } from './columns.sql.ts'
import { texts } from './columns.texts.ts'
import { beginColumn, changeEpisode, changePlan } from './columns.ts'
import { completenessSheet, quarterAsked } from './completeness.ts'
import { ColumnPage } from './pages/column-page.tsx'
import { ColumnsPage } from './pages/columns-page.tsx'
import { NewColumnPage } from './pages/new-column-page.tsx'

export const columnRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/columns', who: deskRoles, handle: list },
  { method: 'GET', path: '/desk/columns/completeness.xlsx', who: deskRoles, handle: sheet },
  { method: 'GET', path: '/desk/columns/new', who: reviewerRoles, handle: (c) => blank(c, {}, []) },
  { method: 'POST', path: '/desk/columns', who: reviewerRoles, handle: create },
  { method: 'GET', path: '/desk/columns/:id{[0-9]+}', who: deskRoles, handle: (c) => show(c, {}, []) },
  {
    method: 'GET',
    path: '/desk/columns/:id{[0-9]+}/schedule',
    who: reviewerRoles,
    handle: (c) => plan(c, null, []),
  },
  { method: 'POST', path: '/desk/columns/:id{[0-9]+}/schedule', who: reviewerRoles, handle: replan },
  { method: 'POST', path: '/desk/columns/:id{[0-9]+}/episodes', who: writerRoles, handle: change },
]

const window = 90

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const quarter = quarterAsked(c.req.query('quarter'), today)
  const span = periodSpan(quarter)
  const props = {
    ...{ today, quarter: periodCode(quarter), quarterName: periodName(quarter)[actor.locale] },
    previous: periodCode(previousPeriod(quarter)),
    next: periodCode(nextPeriod(quarter)),
    kept: await countEpisodes(db, actor.provinceId, span, today),
    columns: await listColumns(db, actor.provinceId),
    plans: await selectPlans(db, actor.provinceId),
    episodes: await selectEpisodes(db, actor.provinceId, { from: today, to: addDays(today, 60) }),
    outlets: await selectOutlets(db, actor.provinceId),
    unitNames: await unitNames(db, actor.provinceId, today),
    mayBegin: actor.grants.some((g) => canReview(actor, g)),
    maySetStages: canSetStages(actor, null),
  }
  return officePage(
    c,
    { title: texts.columns[actor.locale], crumbs: deskCrumbs(c) },
    view(ColumnsPage, props),
  )
}

async function sheet(c: Request): Promise<Response> {
  const today = dayOf(c.get('now'))
  const quarter = quarterAsked(c.req.query('quarter'), today)
  const bytes = await completenessSheet(c.get('db'), actorOf(c).provinceId, quarter, today)
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, `Chuyên mục ${periodCode(quarter)}.xlsx`)
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.columns[c.get('locale')], href: '/desk/columns' }]
}

async function blank(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const props = {
    units: (await choicesFor(db, actor, null, c.get('now'))).units,
    outlets: offered(await selectOutlets(db, actor.provinceId)),
    values: {
      unitId: String(actor.grants[0]?.unitId ?? ''),
      starts: showDay(dayOf(c.get('now'))),
      ...values,
    },
    faults,
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  return officePage(
    c,
    { title: texts.newColumn[actor.locale], crumbs: crumbs(c), status },
    view(NewColumnPage, props),
  )
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orBack(
    c,
    '/desk/columns',
    texts.opened,
    async (tx) => {
      const starts = parseDay(one(values, 'starts'))
      if (!starts)
        throw invalid([
          { field: 'starts', vi: 'Nhập ngày bắt đầu, ví dụ 01/12/2026.', en: 'Enter the first day.' },
        ])
      await beginColumn(tx, actorOf(c), { ...readPlan(values), starts, ends: null }, c.get('now'))
    },
    ({ faults }) => blank(c, values, faults),
  )
}

/** Name, rhythm and place of a column as typed. Throws `invalid`. */
function readPlan(values: FormValues) {
  const cadence = cadences.find((x) => x === one(values, 'cadence'))
  const vi = one(values, 'vi')
  if (vi.length < 3)
    throw invalid([
      { field: 'vi', vi: 'Nhập tên chuyên mục, từ 3 ký tự.', en: 'Enter a name of 3 letters or more.' },
    ])
  if (!cadence) throw invalid([{ field: 'cadence', vi: 'Chọn chu kỳ.', en: 'Choose how often it comes.' }])
  // Officials count days from Monday as "thứ 2" to Sunday as 8.
  const typed = Number(one(values, 'onDay'))
  const place = { unitId: idIn(values, 'unitId') ?? 0, outletId: idIn(values, 'outletId') }
  const face = { vi, en: one(values, 'en'), aboutVi: one(values, 'aboutVi').slice(0, 1000) }
  return { ...face, ...place, cadence, onDay: cadence === 'monthly' ? typed : typed - 1 }
}

async function plan(c: Request, values: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const column = (await listColumns(db, actor.provinceId)).find((x) => x.id === idOf(c))
  const kept = (await selectPlans(db, actor.provinceId)).find((x) => x.columnId === idOf(c))
  if (!column || !kept || !canReview(actor, kept)) throw notFound()
  const onDay = kept.cadence === 'monthly' ? kept.onDay : kept.onDay + 1
  const standing = {
    ...{ vi: column.vi, en: column.en, aboutVi: column.aboutVi, cadence: kept.cadence, onDay: String(onDay) },
    ...{ unitId: String(kept.unitId), outletId: String(kept.outletId ?? '') },
    ends: kept.ends ? showDay(kept.ends) : '',
  }
  const props = {
    of: column.id,
    units: (await choicesFor(db, actor, null, c.get('now'))).units,
    outlets: offered(await selectOutlets(db, actor.provinceId), kept.outletId),
    values: values ?? standing,
    faults,
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const way = [...crumbs(c), { label: column[actor.locale], href: columnAddress(column.id) }]
  return officePage(
    c,
    { title: texts.changeColumn[actor.locale], crumbs: way, status },
    view(NewColumnPage, props),
  )
}

async function replan(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orBack(
    c,
    columnAddress(idOf(c)),
    texts.replanned,
    async (tx) => {
      const typed = one(values, 'ends')
      const ends = parseDay(typed)
      if (typed !== '' && !ends)
        throw invalid([
          { field: 'ends', vi: 'Nhập ngày dạng 22/11/2026.', en: 'Enter a day like 22/11/2026.' },
        ])
      await changePlan(tx, actorOf(c), idOf(c), { ...readPlan(values), ends }, c.get('now'))
    },
    ({ faults }) => plan(c, values, faults),
  )
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const column = (await listColumns(db, actor.provinceId)).find((x) => x.id === idOf(c))
  const plan = (await selectPlans(db, actor.provinceId)).find((x) => x.columnId === idOf(c))
  if (!column || !plan) throw notFound()
  const range = { columnId: column.id, from: addDays(today, -window), to: addDays(today, 60) }
  const { items } = await selectItems(db, actor.provinceId, { columnId: column.id }, 100)
  const episodes = (await selectEpisodes(db, actor.provinceId, range)).toReversed()
  const asked = Number(values['episode'] ?? c.req.query('episode'))
  const chosen = episodes.find((e) => e.id === asked) ?? null
  const props = {
    ...{ column, plan, today, faults, items, episodes, chosen },
    values: faults.length > 0 || !chosen ? values : episodeValues(chosen),
    mayWrite: canWrite(actor, plan),
    mayChange: canReview(actor, plan),
    maySetStages: canSetStages(actor, plan),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  return officePage(c, { title: column[actor.locale], crumbs: crumbs(c), status }, view(ColumnPage, props))
}

/** An episode as its form shows it: what is known of it stays unless somebody changes it. */
function episodeValues(e: Episode): FormValues {
  return {
    ...{ episode: String(e.id), topic: e.topic, itemId: String(e.itemId ?? '') },
    ...{ address: e.address ?? '', excuse: e.excuse ?? '' },
  }
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const address = one(values, 'address')
  return orBack(
    c,
    columnAddress(idOf(c)),
    texts.saved,
    async (tx) => {
      if (address !== '' && !isWebAddress(address))
        throw invalid([
          {
            field: 'address',
            vi: 'Địa chỉ bắt đầu bằng https:// hoặc http://.',
            en: 'It begins with https:// or http://.',
          },
        ])
      const input = {
        ...{
          topic: one(values, 'topic').slice(0, 300),
          itemId: idIn(values, 'itemId'),
          address: address || null,
        },
        excuse: one(values, 'excuse').slice(0, 500) || null,
      }
      await changeEpisode(tx, actorOf(c), idIn(values, 'episode') ?? 0, input, c.get('now'))
    },
    ({ faults }) => show(c, values, faults),
  )
}
