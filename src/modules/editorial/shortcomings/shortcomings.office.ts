import { addDays, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Fault } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { listTopics } from '../../publishing/publishing.ts'
import { goodNews, idOf, inTransaction, one, orBack } from '../asking.ts'
import { canReview, canSee, canWrite, deskRoles, reviewerRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { selectItem } from '../items/items.sql.ts'
import { unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { keepers, keepsPress } from '../press/press.policy.ts'
import { listingOf, pageSize } from '../registers/listing.ts'
import { ShortcomingFormPage } from './pages/shortcoming-form-page.tsx'
import { ShortcomingPage } from './pages/shortcoming-page.tsx'
import { ShortcomingsPage } from './pages/shortcomings-page.tsx'
import { shortcomingAddress, shortcomingsAddress, standings } from './shortcoming.ts'
import { readShortcoming, shortcomingValues } from './shortcoming-form.ts'
import { texts } from './shortcomings.texts.ts'
import {
  changeShortcoming,
  mendShortcoming,
  registerShortcoming,
  reopenShortcoming,
  shortcomingFromItem,
  shortcomingOf,
  shortcomingsSeenBy,
  withdrawShortcoming,
  writeOfShortcoming,
} from './shortcomings.ts'
import { shortcomingsSheet } from './shortcomings-sheet.ts'

const at = `${shortcomingsAddress}/:id{[0-9]+}`

export const shortcomingRoutes: readonly Route[] = [
  { method: 'GET', path: shortcomingsAddress, who: deskRoles, handle: list },
  { method: 'GET', path: `${shortcomingsAddress}.xlsx`, who: deskRoles, handle: sheet },
  { method: 'GET', path: `${shortcomingsAddress}/new`, who: reviewerRoles, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: shortcomingsAddress, who: reviewerRoles, handle: create },
  { method: 'GET', path: at, who: deskRoles, handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${at}/edit`, who: reviewerRoles, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: reviewerRoles, handle: change },
  { method: 'POST', path: `${at}/completion`, who: writerRoles, handle: mend },
  { method: 'POST', path: `${at}/reopening`, who: reviewerRoles, handle: reopen },
  { method: 'POST', path: `${at}/withdrawal`, who: keepers, handle: withdraw },
  { method: 'POST', path: `${at}/item`, who: writerRoles, handle: write },
  { method: 'POST', path: '/desk/items/:id{[0-9]+}/shortcoming', who: reviewerRoles, handle: fromItem },
]

function filterOf(query: Record<string, string>) {
  return {
    ...{ words: query['words'] || undefined, topic: query['topic'] || undefined },
    ...{
      unitId: Number(query['unit']) || undefined,
      standing: standings.find((s) => s === query['standing']),
    },
  }
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const listing = await listingOf(c, shortcomingsAddress)
  const count = async (standing: 'open' | 'overdue' | 'done') =>
    (await shortcomingsSeenBy(db, actor, { standing }, today, 1)).total
  const props = {
    ...(await shortcomingsSeenBy(db, actor, filterOf(listing.query), today, pageSize, listing.offset)),
    ...{ ...listing, today },
    counts: { open: await count('open'), overdue: await count('overdue'), done: await count('done') },
    topics: await listTopics(db, actor.provinceId),
    mayKeep: actor.grants.some((g) => canReview(actor, g)),
  }
  const facts = { title: texts.shortcomings[actor.locale], crumbs: deskCrumbs(c) }
  return officePage(c, facts, view(ShortcomingsPage, props))
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const { shortcomings } = await shortcomingsSeenBy(db, actor, filterOf(c.req.query()), today, 10_000)
  const names = await unitNames(db, actor.provinceId, today)
  const topics = await listTopics(db, actor.provinceId)
  const bytes = await shortcomingsSheet(shortcomings, names, topics, today)
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, 'Tồn tại, hạn chế.xlsx')
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.shortcomings[c.get('locale')], href: shortcomingsAddress }]
}

function statusOf(faults: readonly Fault[]) {
  return faults.length > 0 ? (422 as const) : (200 as const)
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = idOf(c) > 0 ? await shortcomingOf(db, actor, idOf(c)) : null
  if (found && (found.done || found.withdrawn)) return redirect(c, shortcomingAddress(found.id))
  const units = (await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')))).filter((u) =>
    canReview(actor, { unitId: u.id }),
  )
  const due = { dueDay: showDay(addDays(dayOf(c.get('now')), 30)) }
  const props = {
    ...{ shortcoming: found, faults },
    units: units.map((u) => ({ id: u.id, name: u.name })),
    topics: (await listTopics(db, actor.provinceId)).filter((x) => !x.retired),
    values: found ? (typed ?? shortcomingValues(found)) : { ...due, ...typed },
  }
  const title = found ? texts.editTitle[actor.locale] : texts.new[actor.locale]
  const way = found ? [...crumbs(c), { label: found.title, href: shortcomingAddress(found.id) }] : crumbs(c)
  return officePage(c, { title, crumbs: way, status: statusOf(faults) }, view(ShortcomingFormPage, props))
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => registerShortcoming(tx, actorOf(c), readShortcoming(values), c.get('now'))
  return orBack(c, shortcomingsAddress, texts.registered, body, ({ faults }) => form(c, values, faults))
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const input = { ...readShortcoming(values), revision: Number(one(values, 'revision')) || 0 }
    await changeShortcoming(tx, actorOf(c), idOf(c), input, c.get('now'))
  }
  return orBack(c, shortcomingAddress(idOf(c)), texts.saved, body, ({ faults }) => form(c, values, faults))
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const today = dayOf(c.get('now'))
  const found = await shortcomingOf(db, actor, idOf(c))
  const item = found.itemId === null ? null : await selectItem(db, provinceId, found.itemId)
  const topics = await listTopics(db, provinceId)
  const mayChange = keepsPress(actor) || canReview(actor, found)
  const props = {
    ...{ shortcoming: found, today, faults, item: item && canSee(actor, item) ? item : null },
    topicName: topics.find((x) => x.code === found.topic)?.[actor.locale] ?? null,
    unitName: (await unitNames(db, provinceId, today)).get(found.unitId) ?? '',
    values: { day: showDay(today), ...values },
    may: {
      ...{ change: mayChange, mend: canWrite(actor, found), write: canWrite(actor, found) },
      withdraw: keepsPress(actor),
    },
  }
  const facts = { title: found.title, crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(ShortcomingPage, props))
}

/** Does it to the one that the address names, and shows it again. */
async function act(
  c: Request,
  said: { vi: string; en: string },
  verb: (tx: Tx, values: FormValues) => Promise<void>,
): Promise<Response> {
  const values = await readForm(c)
  const to = shortcomingAddress(idOf(c))
  return orBack(
    c,
    to,
    said,
    (tx) => verb(tx, values),
    ({ faults }) => show(c, values, faults),
  )
}

function mend(c: Request): Promise<Response> {
  return act(c, texts.mended, (tx, values) => {
    const input = { what: one(values, 'what').slice(0, 2000), day: parseDay(one(values, 'day')) }
    return mendShortcoming(tx, actorOf(c), idOf(c), input, c.get('now'))
  })
}

function reopen(c: Request): Promise<Response> {
  return act(c, texts.reopened, (tx, values) =>
    reopenShortcoming(tx, actorOf(c), idOf(c), one(values, 'why'), c.get('now')),
  )
}

function withdraw(c: Request): Promise<Response> {
  return act(c, texts.withdrawn, (tx, values) =>
    withdrawShortcoming(tx, actorOf(c), idOf(c), one(values, 'why'), c.get('now')),
  )
}

async function write(c: Request): Promise<Response> {
  await readForm(c)
  const id = await inTransaction(c, (tx) => writeOfShortcoming(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, itemAddress(id))
}

async function fromItem(c: Request): Promise<Response> {
  await readForm(c)
  const id = await inTransaction(c, (tx) => shortcomingFromItem(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, shortcomingAddress(id), goodNews(texts.registered))
}
