import { readFile } from 'node:fs/promises'
import { addDays, dayOf, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { sheetKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { idOf, one, orAgain, unitNames, xlsx } from '../asking.ts'
import { canAnnounce, leads, posters } from '../procedures.policy.ts'
import { view } from '../view.tsx'
import { RateFormPage } from './pages/rate-form-page.tsx'
import { HeldRatesPage, NewRatesImportPage } from './pages/rate-import-pages.tsx'
import { RatesPage } from './pages/rates-page.tsx'
import { goalSchema, indicators, rateSchema, ratesAddress, showMonth } from './rate.ts'
import { insertHeldRates, selectHeldRates } from './rates.sql.ts'
import { texts as t } from './rates.texts.ts'
import { enterRates, mayEnterFor, ratesSeen, seenOf, setGoal, takeRates } from './rates.ts'
import { ratesSheet, readRatesSheet } from './rates-sheet.ts'

const imports = `${ratesAddress}/imports`

export const rateRoutes: readonly Route[] = [
  { method: 'GET', path: ratesAddress, who: 'signedIn', handle: (c) => list(c, null, []) },
  { method: 'GET', path: `${ratesAddress}.xlsx`, who: 'signedIn', handle: sheet },
  { method: 'GET', path: `${ratesAddress}/new`, who: posters, handle: (c) => form(c, null, []) },
  { method: 'POST', path: ratesAddress, who: posters, handle: enter },
  { method: 'POST', path: `${ratesAddress}/goals`, who: leads, handle: goal },
  { method: 'GET', path: `${imports}/new`, who: posters, handle: (c) => fresh(c, []) },
  { method: 'POST', path: imports, who: posters, handle: upload, upload: true },
  { method: 'GET', path: `${imports}/:id{[0-9]+}`, who: posters, handle: held },
  { method: 'POST', path: `${imports}/:id{[0-9]+}/confirmation`, who: posters, handle: confirm },
]

export const ratesMenu: MenuItem = { label: t.title, href: ratesAddress, icon: 'chart', who: 'signedIn' }

function crumbs(c: Request) {
  return [{ label: t.title[c.get('locale')], href: ratesAddress }]
}

function status(faults: readonly Fault[]) {
  return faults.length > 0 ? { status: 422 as const } : {}
}

async function list(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const { rates, goals } = await ratesSeen(c.get('db'), actor)
  const asked = typed ? one(typed, 'indicator') : c.req.query('indicator')
  const indicator = indicators.find((i) => i === asked) ?? 'online_filing'
  const own = rates.filter((r) => r.indicator === indicator)
  const nameOf = await unitNames(c)
  const units = [...new Set(own.map((r) => r.unitId))].map((unitId) => ({
    ...{ unitId, name: nameOf(unitId) },
    ...seenOf(
      indicator,
      own.filter((r) => r.unitId === unitId),
      goals,
    ),
  }))
  const seen = seenOf(indicator, own, goals)
  const stored = seen.goal
    ? {
        ...{ from: showMonth(seen.goal.from), to: showMonth(seen.goal.to) },
        target: String(seen.goal.target).replace('.', ','),
      }
    : {}
  return officePage(
    c,
    { title: t.title[c.get('locale')], ...status(faults) },
    view(RatesPage, {
      ...{ indicator, seen, faults, values: typed ?? stored },
      units: units.sort((a, b) => (a.after ?? -1) - (b.after ?? -1)),
      mayEnter: mayEnterAny(c),
      mayAim: canAnnounce(actor),
    }),
  )
}

function mayEnterAny(c: Request): boolean {
  const actor = actorOf(c)
  return actor.grants.some((g) => mayEnterFor(actor, g.unitId))
}

async function unitsToEnter(c: Request) {
  const actor = actorOf(c)
  const rows = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const nameOf = await unitNames(c)
  return rows.filter((u) => mayEnterFor(actor, u.id)).map((u) => ({ id: u.id, name: nameOf(u.id) }))
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const today = dayOf(c.get('now'))
  const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const usual = {
    ...{ month: showMonth(lastMonth), sourceDay: showDay(today), source: 'Cổng Dịch vụ công quốc gia' },
    ...{ unitId: String(actorOf(c).grants[0]?.unitId ?? ''), indicator: 'online_filing' },
  }
  const props = { units: await unitsToEnter(c), values: typed ?? usual, faults }
  const facts = { title: t.enter[c.get('locale')], crumbs: crumbs(c), ...status(faults) }
  return officePage(c, facts, view(RateFormPage, props))
}

async function enter(c: Request): Promise<Response> {
  const typed = await readForm(c)
  const parsed = parseForm(rateSchema, typed)
  const again = (faults: readonly Fault[]) => form(c, typed, faults)
  if (!parsed.ok) return again(parsed.faults)
  return orAgain(again, async () => {
    await c
      .get('db')
      .transaction()
      .execute((tx) => enterRates(tx, actorOf(c), [parsed.value], c.get('now')))
    return redirect(c, `${ratesAddress}?indicator=${parsed.value.indicator}`, t.saved)
  })
}

async function goal(c: Request): Promise<Response> {
  const typed = await readForm(c)
  const parsed = parseForm(goalSchema, typed)
  if (!parsed.ok) return list(c, typed, parsed.faults)
  await c
    .get('db')
    .transaction()
    .execute((tx) => setGoal(tx, actorOf(c), parsed.value, c.get('now')))
  return redirect(c, `${ratesAddress}?indicator=${parsed.value.indicator}`, t.saved)
}

async function sheet(c: Request): Promise<Response> {
  const { rates } = await ratesSeen(c.get('db'), actorOf(c))
  const bytes = await ratesSheet(rates, await unitNames(c))
  return sendBytes(bytes, xlsx, 'Hồ sơ, thanh toán trực tuyến.xlsx')
}

async function fresh(c: Request, faults: readonly Fault[]): Promise<Response> {
  const facts = { title: t.importSheet[c.get('locale')], crumbs: crumbs(c), ...status(faults) }
  return officePage(c, facts, view(NewRatesImportPage, { faults }))
}

async function upload(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: sheetKinds }
  const { files, faults } = await receiveUpload(c, limits)
  const [file] = files
  if (!file || faults.length > 0)
    return fresh(c, faults.length > 0 ? faults : [{ field: 'sheet', ...t.noFile }])
  const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
  const rows = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const nameOf = await unitNames(c)
  const units = rows.map((u) => ({ id: u.id, name: nameOf(u.id) }))
  const may = (unitId: number) => mayEnterFor(actor, unitId)
  const read = await readRatesSheet({ name: file.name, bytes }, units, may, dayOf(c.get('now')))
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => insertHeldRates(tx, actor, file.name, read, c.get('now')))
  return redirect(c, `${imports}/${id}`)
}

async function held(c: Request): Promise<Response> {
  const found = await selectHeldRates(c.get('db'), actorOf(c), idOf(c))
  if (!found) throw notFound()
  const facts = { title: t.preview[c.get('locale')], crumbs: crumbs(c) }
  return officePage(c, facts, view(HeldRatesPage, { ...found, nameOf: await unitNames(c) }))
}

async function confirm(c: Request): Promise<Response> {
  const taken = await c
    .get('db')
    .transaction()
    .execute((tx) => takeRates(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, ratesAddress, { vi: t.taken.vi(taken), en: t.taken.en(taken) })
}
