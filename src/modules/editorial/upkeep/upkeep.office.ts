import { addDays, dayOf, parseDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { goodNews, idOf, inTransaction, one, orBack } from '../asking.ts'
import { canReview, canWrite, deskRoles, reviewerRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { deskCrumbs, showItem } from '../items/items.office.ts'
import { reachOf, unitNames } from '../items/showing.ts'
import { selectOutdated } from '../items/translations.sql.ts'
import { view } from '../pages/view.tsx'
import { UpkeepPage } from './pages/upkeep-page.tsx'
import { lastChecked, selectBadLinks, selectDue, settlings } from './upkeep.sql.ts'
import { texts } from './upkeep.texts.ts'
import { askAgain, readAgain, settleLink } from './upkeep.ts'

const home = '/desk/upkeep'
const item = '/desk/items/:id{[0-9]+}'

export const upkeepRoutes: readonly Route[] = [
  { method: 'GET', path: home, who: deskRoles, handle: (c) => show(c, {}, []) },
  { method: 'POST', path: `${home}/check`, who: reviewerRoles, handle: checkAll },
  { method: 'POST', path: `${item}/link-check`, who: writerRoles, handle: checkOne },
  { method: 'POST', path: `${item}/link-settlement`, who: writerRoles, handle: settle },
  { method: 'POST', path: `${item}/rereading`, who: writerRoles, handle: reread },
]

/** What comes due within this many days is shown already. */
const soon = 30
/** What the button beside a text proposes, in days. */
const halfYear = 182

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const today = dayOf(c.get('now'))
  const unitIds = reachOf(actor)
  const props = {
    ...{ today, values, faults, next: addDays(today, halfYear) },
    due: await selectDue(db, provinceId, addDays(today, soon), unitIds),
    links: await selectBadLinks(db, provinceId, { unitIds }),
    outdated: await selectOutdated(db, provinceId, unitIds),
    asked: await lastChecked(db, provinceId),
    unitNames: await unitNames(db, provinceId, today),
    mayWrite: (unitId: number) => canWrite(actor, { unitId }),
    mayCheckAll: actor.grants.some((g) => canReview(actor, g)),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const facts = { title: texts.upkeep[actor.locale], crumbs: deskCrumbs(c), status }
  return officePage(c, facts, view(UpkeepPage, props))
}

async function checkAll(c: Request): Promise<Response> {
  await readForm(c)
  await inTransaction(c, (tx) => askAgain(tx, actorOf(c), null))
  return redirect(c, `${home}#links`, goodNews(texts.rechecking))
}

async function checkOne(c: Request): Promise<Response> {
  await readForm(c)
  await inTransaction(c, (tx) => askAgain(tx, actorOf(c), idOf(c)))
  return redirect(c, `${home}#links`, goodNews(texts.rechecking))
}

async function settle(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = {
    address: one(values, 'address'),
    as: settlings.find((s) => s === one(values, 'as')) ?? null,
    reason: one(values, 'reason'),
  }
  const body = (tx: Parameters<typeof settleLink>[0]) =>
    settleLink(tx, actorOf(c), idOf(c), input, c.get('now'))
  const back = { ...values, at: String(idOf(c)) }
  return orBack(c, `${home}#links`, texts.settledNotice, body, ({ faults }) => show(c, back, faults))
}

/** From the list with the day that it proposes, or from the page of the text with any other. */
async function reread(c: Request): Promise<Response> {
  const values = await readForm(c)
  const fromList = one(values, 'from') === 'list'
  const input = { nextDay: parseDay(one(values, 'nextDay')) }
  const body = (tx: Parameters<typeof readAgain>[0]) =>
    readAgain(tx, actorOf(c), idOf(c), input, c.get('now'))
  const to = fromList ? home : itemAddress(idOf(c))
  return orBack(c, to, texts.reread, body, (refusal) =>
    fromList ? show(c, {}, refusal.faults) : showItem(c, { values, refusal }),
  )
}
