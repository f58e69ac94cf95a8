import { dayOf } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import { sheetKinds } from '../../lib/files/kinds.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import type { SheetColumn } from '../../lib/sheets/sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { shownTitle } from '../plans/plan.ts'
import { planById } from '../plans/plans.ts'
import { bulkOf, bulkProgressOf, bulkSheet, confirmBulk, dropBulk, takeSheet } from './assignments.bulk.ts'
import { bulkTexts } from './bulk.texts.ts'
import { bulkStartView, bulkView } from './pages/bulk-pages.tsx'

const workers = ['agency_officer', 'agency_head', 'province_lead'] as const
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: sheetKinds }

export const bulkRoutes: readonly Route[] = [
  { method: 'GET', path: '/plans/:id/assignments.xlsx', who: 'signedIn', handle: (c) => download(c, 'xlsx') },
  { method: 'GET', path: '/plans/:id/assignments.csv', who: 'signedIn', handle: (c) => download(c, 'csv') },
  { method: 'GET', path: '/plans/:id/bulk-updates/new', who: workers, handle: (c) => start(c, []) },
  { method: 'POST', path: '/plans/:id/bulk-updates', who: workers, handle: take, upload: true },
  { method: 'GET', path: '/bulk-updates/:id', who: workers, handle: show },
  { method: 'GET', path: '/bulk-updates/:id/progress', who: workers, handle: progress },
  { method: 'GET', path: '/bulk-updates/:id/faults.xlsx', who: workers, handle: faultSheet },
  { method: 'POST', path: '/bulk-updates/:id/confirmation', who: workers, handle: confirm },
  { method: 'POST', path: '/bulk-updates/:id/dropping', who: workers, handle: drop },
]

async function download(c: Request, format: 'xlsx' | 'csv'): Promise<Response> {
  const actor = actorOf(c)
  const plan = await planById(c.get('db'), actor.provinceId, idOf(c))
  const bytes = await bulkSheet(c.get('db'), actor, plan.id, dayOf(c.get('now')), format)
  return sendBytes(
    bytes,
    format === 'csv' ? 'text/csv' : xlsx,
    `Nhiệm vụ – ${shownTitle(plan.title).slice(0, 80)}.${format}`,
  )
}

async function start(c: Request, faults: readonly Fault[]): Promise<Response> {
  const plan = await planById(c.get('db'), actorOf(c).provinceId, idOf(c))
  const title = words(bulkTexts, c.get('locale')).bulk
  const crumbs = [{ href: `/plans/${plan.id}/board`, label: shownTitle(plan.title) }]
  const status = faults.length > 0 ? 422 : 200
  return officePage(
    c,
    { title, crumbs, status },
    bulkStartView({ planId: plan.id, planTitle: shownTitle(plan.title), faults }),
  )
}

async function take(c: Request): Promise<Response> {
  const actor = actorOf(c)
  // First the form: nothing is told to who does not bring its token, not even that the plan is there.
  const { files, faults } = await receiveUpload(c, limits)
  const plan = await planById(c.get('db'), actor.provinceId, idOf(c))
  const [file] = files
  if (!file) return start(c, faults.length > 0 ? faults : [{ field: 'sheet', ...bulkTexts.chooseFile }])
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => takeSheet(tx, actor, plan.id, file, c.get('now')))
  return redirect(c, `/bulk-updates/${id}`)
}

async function show(c: Request): Promise<Response> {
  const bulk = await bulkOf(c.get('db'), actorOf(c), idOf(c))
  const title = words(bulkTexts, c.get('locale')).bulk
  const plan = await planById(c.get('db'), actorOf(c).provinceId, bulk.planId)
  const crumbs = [{ href: `/plans/${plan.id}/board`, label: shownTitle(plan.title) }]
  return officePage(c, { title, crumbs }, bulkView({ bulk }))
}

/** Every line that cannot be taken, with why: to be mended beside the sheet itself. */
async function faultSheet(c: Request): Promise<Response> {
  const bulk = await bulkOf(c.get('db'), actorOf(c), idOf(c))
  const t = words(bulkTexts, c.get('locale'))
  const columns: SheetColumn[] = [
    { key: 'line', title: t.line, kind: 'number', width: 8 },
    { key: 'fault', title: t.fault, kind: 'text', width: 110 },
  ]
  const rows = (bulk.preview?.faults ?? []).map((f) => ({ line: f.line, fault: f[c.get('locale')] }))
  const bytes = await writeSheet({ sheets: [{ name: t.faulty, columns, rows }] })
  return sendBytes(bytes, xlsx, `${t.faulty} – ${bulk.fileName.replace(/\.[^.]+$/, '')}.xlsx`)
}

async function progress(c: Request): Promise<Response> {
  const bulk = await bulkProgressOf(c.get('db'), actorOf(c), idOf(c))
  const t = words(bulkTexts, c.get('locale'))
  const working = bulk.state === 'reading' || bulk.state === 'applying'
  return c.json({
    value: bulk.rowsDone,
    max: Math.max(1, bulk.rowsTotal),
    text: t.rowsOf(bulk.rowsDone, bulk.rowsTotal),
    ...(working ? {} : { done: `/bulk-updates/${bulk.id}` }),
  })
}

async function confirm(c: Request): Promise<Response> {
  await c
    .get('db')
    .transaction()
    .execute((tx) => confirmBulk(tx, actorOf(c), idOf(c)))
  return redirect(c, `/bulk-updates/${idOf(c)}`)
}

async function drop(c: Request): Promise<Response> {
  await c
    .get('db')
    .transaction()
    .execute((tx) => dropBulk(tx, actorOf(c), idOf(c)))
  return redirect(c, `/bulk-updates/${idOf(c)}`)
}

function idOf(c: Request): number {
  return Number(c.req.param('id')) || 0
}
