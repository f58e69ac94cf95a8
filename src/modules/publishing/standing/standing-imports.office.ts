import { readFile } from 'node:fs/promises'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, type Fault, notFound } from '../../../lib/errors.ts'
import { sheetKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { mayWorkFor, workers } from '../reach/reach.policy.ts'
import { idOf } from '../typed.ts'
import { view } from '../view.tsx'
import { HeldStandingPage, NewStandingImportPage } from './pages/standing-import-pages.tsx'
import { standingChoices, standingCrumbs } from './standing.office.ts'
import { texts as t } from './standing.texts.ts'
import { addStanding } from './standing.ts'
import { deleteHeld, insertHeld, selectHeld } from './standing-imports.sql.ts'
import { readStandingSheet, standingTemplate } from './standing-sheet.ts'

const imports = '/printed/standing/imports'

export const standingImportRoutes: readonly Route[] = [
  { method: 'GET', path: `${imports}/new`, who: workers, handle: (c) => fresh(c, []) },
  { method: 'GET', path: `${imports}/template.xlsx`, who: workers, handle: template },
  { method: 'POST', path: imports, who: workers, handle: upload, upload: true },
  { method: 'GET', path: `${imports}/:id{[0-9]+}`, who: workers, handle: held },
  { method: 'POST', path: `${imports}/:id{[0-9]+}/confirmation`, who: workers, handle: confirm },
]

async function fresh(c: Request, faults: readonly Fault[]): Promise<Response> {
  const title = t.importSheet[c.get('locale')]
  const facts = {
    title,
    crumbs: standingCrumbs(c, { label: title, href: `${imports}/new` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(NewStandingImportPage, { faults }))
}

async function template(c: Request): Promise<Response> {
  const { names } = await standingChoices(c)
  const unit = names.get(actorOf(c).grants[0]?.unitId ?? 0) ?? ''
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(await standingTemplate(dayOf(c.get('now')), unit), mime, 'Mẫu nhập nơi đặt.xlsx')
}

async function upload(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: sheetKinds }
  const { files, faults } = await receiveUpload(c, limits)
  const [file] = files
  if (!file || faults.length > 0)
    return fresh(c, faults.length > 0 ? faults : [{ field: 'sheet', ...t.noFile }])
  const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
  const { all } = await standingChoices(c)
  const may = (unitId: number) => mayWorkFor(actor, unitId)
  const read = await readStandingSheet({ name: file.name, bytes }, all, may, dayOf(c.get('now')))
  const keep = (tx: Tx) => insertHeld(tx, actor, file.name, read, c.get('now'))
  return redirect(c, `${imports}/${await c.get('db').transaction().execute(keep)}`)
}

async function held(c: Request): Promise<Response> {
  const found = await selectHeld(c.get('db'), actorOf(c), idOf(c))
  if (!found) throw notFound()
  const title = t.preview[c.get('locale')]
  const facts = { title, crumbs: standingCrumbs(c, { label: title, href: `${imports}/${found.id}` }) }
  const { names } = await standingChoices(c)
  return officePage(c, facts, view(HeldStandingPage, { ...found, names }))
}

async function confirm(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const found = await selectHeld(c.get('db'), actor, idOf(c))
  if (!found) throw notFound()
  if (found.read.faults.length > 0) throw conflict(t.faultsFirst.vi, t.faultsFirst.en)
  const { rows } = found.read
  await c
    .get('db')
    .transaction()
    .execute(async (tx) => {
      if (!(await deleteHeld(tx, actor, found.id))) throw notFound()
      for (const { line: _, ...row } of rows) await addStanding(tx, actor, row, c.get('now'))
    })
  return redirect(c, '/printed/standing', { vi: t.taken.vi(rows.length), en: t.taken.en(rows.length) })
}
