import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Bilingual, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { listTopics } from '../../publishing/publishing.ts'
import { idOf, many, one, orBack, pageOf, statusOf, unitsToday, xlsx } from '../asking.ts'
import { approvers, unitsWorkedFor, workers } from '../feedback.policy.ts'
import { view } from '../view.tsx'
import { ResultFormPage, ResultPage } from './pages/result-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import { resultAddress, resultStates, resultsAddress } from './result.ts'
import { readResult, resultValues } from './result-form.ts'
import { countByState, selectChoices } from './results.sql.ts'
import { texts as t } from './results.texts.ts'
import {
  approveResult,
  approveResults,
  approvesFor,
  canApprove,
  canRegister,
  changeResult,
  personalOf,
  registerResults,
  resultOf,
  resultsSeenBy,
  retract,
} from './results.ts'
import { resultsSheet } from './results-sheet.ts'

const at = `${resultsAddress}/:id{[0-9]+}`

export const resultRoutes: readonly Route[] = [
  { method: 'GET', path: resultsAddress, who: 'signedIn', handle: (c) => list(c, []) },
  { method: 'GET', path: `${resultsAddress}.xlsx`, who: 'signedIn', handle: sheet },
  { method: 'GET', path: `${resultsAddress}/new`, who: workers, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: resultsAddress, who: workers, handle: create },
  { method: 'POST', path: `${resultsAddress}/approvals`, who: approvers, handle: approveMany },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${at}/edit`, who: workers, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: workers, handle: change },
  { method: 'POST', path: `${at}/approval`, who: approvers, handle: approve },
  { method: 'POST', path: `${at}/retraction`, who: approvers, handle: takeBack },
]

export const resultsMenu: MenuItem = {
  label: t.results,
  ...{ href: resultsAddress, icon: 'stamp', who: 'signedIn' },
}

const pageSize = 40

function filterOf(query: Record<string, string>) {
  return {
    words: query['words']?.normalize('NFC').trim() || undefined,
    ...{ topic: query['topic'] || undefined, unitId: Number(query['unit']) || undefined },
    ...{ year: Number(query['year']) || undefined, state: resultStates.find((s) => s === query['state']) },
  }
}

async function list(c: Request, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const query = c.req.query()
  const page = pageOf(c)
  const { nameOf } = await unitsToday(c)
  const { unitIds, years } = await selectChoices(db, actor.provinceId)
  const waiting = (await resultsSeenBy(db, actor, { state: 'waiting' }, 50)).results
  const props = {
    ...(await resultsSeenBy(db, actor, filterOf(query), pageSize, (page - 1) * pageSize)),
    counts: await countByState(db, actor.provinceId, {
      unitIds: actor.reach === 'province' ? undefined : [...actor.reach],
    }),
    toApprove: waiting.filter((r) => canApprove(actor, r) && personalOf(r).length === 0),
    ...{ page, pageSize, query, nameOf, years, faults },
    pageAddress: (n: number) => `${resultsAddress}?${new URLSearchParams({ ...query, page: String(n) })}`,
    exportAddress: `${resultsAddress}.xlsx?${new URLSearchParams(query)}`,
    units: unitIds.map((id) => ({ id, name: nameOf(id) })),
    topics: await listTopics(db, actor.provinceId),
    mayRegister: unitsWorkedFor(actor).length > 0,
  }
  const facts = { title: t.results[actor.locale], status: statusOf(faults) }
  return officePage(c, facts, view(ResultsPage, props))
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { results } = await resultsSeenBy(db, actor, filterOf(c.req.query()), 20_000)
  const { nameOf } = await unitsToday(c)
  const bytes = await resultsSheet(results, nameOf, await listTopics(db, actor.provinceId))
  return sendBytes(bytes, xlsx, 'Kết quả xử lý PAKN.xlsx')
}

function crumbs(c: Request, ...more: { label: string; href: string }[]) {
  return [{ label: t.results[c.get('locale')], href: resultsAddress }, ...more]
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = idOf(c) > 0 ? await resultOf(db, actor, idOf(c)) : null
  if (found?.state === 'published') return redirect(c, resultAddress(found.id))
  const units = (await unitsToday(c)).rows.filter((u) => canRegister(actor, u.id))
  const own = { unitId: String(unitsWorkedFor(actor)[0] ?? '') }
  const props = {
    ...{ result: found, units, faults },
    topics: (await listTopics(db, actor.provinceId)).filter((x) => !x.retired || x.code === found?.topic),
    values: found ? (typed ?? resultValues(found)) : { ...own, ...typed },
  }
  const title = t[found ? 'edit' : 'new'][actor.locale]
  const way = found ? crumbs(c, { label: found.code, href: resultAddress(found.id) }) : crumbs(c)
  return officePage(c, { title, crumbs: way, status: statusOf(faults) }, view(ResultFormPage, props))
}

/** The result as typed. Throws `invalid`. */
async function typedResult(c: Request, values: FormValues) {
  const topics = (await listTopics(c.get('db'), actorOf(c).provinceId)).map((x) => x.code)
  const read = readResult((name) => one(values, name), topics, dayOf(c.get('now')))
  return () => {
    if (!read.input) throw invalid(read.faults)
    return read.input
  }
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = await typedResult(c, values)
  const body = async (tx: Tx) => {
    const [id = 0] = await registerResults(tx, actorOf(c), [input()], c.get('now'))
    return resultAddress(id)
  }
  return orBack(c, t.saved, body, (faults) => form(c, values, faults))
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = await typedResult(c, values)
  const body = async (tx: Tx) => {
    const revision = Number(one(values, 'revision')) || 0
    await changeResult(tx, actorOf(c), idOf(c), { ...input(), revision }, c.get('now'))
    return resultAddress(idOf(c))
  }
  return orBack(c, t.saved, body, (faults) => form(c, values, faults))
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const result = await resultOf(db, actor, idOf(c))
  const topic = (await listTopics(db, actor.provinceId)).find((x) => x.code === result.topic)
  const approves = approvesFor(actor, result.unitId)
  const props = {
    ...{ result, values, faults, personal: personalOf(result) },
    unitName: (await unitsToday(c)).nameOf(result.unitId),
    topicName: topic?.[actor.locale] ?? result.topic,
    may: {
      ...{ change: canRegister(actor, result.unitId), approve: canApprove(actor, result) },
      ...{ approveButWrote: approves && result.changedBy === actor.accountId, retract: approves },
    },
  }
  const facts = { title: result.content, crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(ResultPage, props))
}

/** Does it to the one that the address names, and shows it again. */
async function act(
  c: Request,
  said: Bilingual,
  verb: (tx: Tx, values: FormValues) => Promise<void>,
): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    await verb(tx, values)
    return resultAddress(idOf(c))
  }
  return orBack(c, said, body, (faults) => show(c, values, faults))
}

function approve(c: Request): Promise<Response> {
  return act(c, t.approved, (tx, values) =>
    approveResult(tx, actorOf(c), idOf(c), one(values, 'confirmed') === 'yes', c.get('now')),
  )
}

function takeBack(c: Request): Promise<Response> {
  return act(c, t.retracted, (tx, values) =>
    retract(tx, actorOf(c), idOf(c), one(values, 'why').slice(0, 500), c.get('now')),
  )
}

async function approveMany(c: Request): Promise<Response> {
  const ids = many(await readForm(c), 'ids').map((id) => Number(id) || 0)
  const body = async (tx: Tx) => {
    await approveResults(tx, actorOf(c), ids, c.get('now'))
    return resultsAddress
  }
  return orBack(c, t.approved, body, (faults) => list(c, faults))
}
