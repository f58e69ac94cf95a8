import { readFile } from 'node:fs/promises'
import { type Fault, notFound } from '../../lib/errors.ts'
import { fileById, type StoredFile } from '../../lib/files/files.ts'
import { kinds, sheetKinds } from '../../lib/files/kinds.ts'
import { storedPath } from '../../lib/files/store.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { dayAsked, idIn } from './asked.ts'
import { basisIn, readingOf } from './form-reading.ts'
import { treeAddress } from './organisation.ts'
import {
  exportUnits,
  foreseeImport,
  type ImportOrder,
  importUnits,
  readTree,
} from './organisations.exchange.ts'
import { canOrganise, organisers } from './organisations.policy.ts'
import { texts } from './organisations.texts.ts'
import { unitsAsOf } from './organisations.ts'
import { fieldTexts } from './organisations-forms.texts.ts'
import { ExchangePage } from './pages/exchange-page.tsx'
import { ImportPreviewPage } from './pages/import-preview-page.tsx'

const address = '/organisations/exchange'

export const exchangeRoutes: readonly Route[] = [
  { method: 'GET', path: address, who: 'signedIn', handle: (c) => showExchange(c) },
  { method: 'GET', path: '/organisations/export.xlsx', who: 'signedIn', handle: (c) => sendTree(c, 'xlsx') },
  { method: 'GET', path: '/organisations/export.csv', who: 'signedIn', handle: (c) => sendTree(c, 'csv') },
  { method: 'POST', path: address, who: organisers, handle: takeFile, upload: true },
  { method: 'POST', path: `${address}/application`, who: organisers, handle: applyFile },
]

function facts(c: Request, status: 200 | 422 = 200) {
  const locale = c.get('locale')
  return {
    title: texts.menuExchange[locale],
    crumbs: [{ label: texts.title[locale], href: treeAddress() }],
    status,
  }
}

function showExchange(c: Request, values: FormValues = {}, faults: readonly Fault[] = []): Response {
  const { day, today } = dayAsked(c)
  const given = { day: today, absent: 'keep', ...values }
  const mayChange = canOrganise(actorOf(c))
  return officePage(
    c,
    facts(c, faults.length > 0 ? 422 : 200),
    <ExchangePage day={day} today={today} mayChange={mayChange} values={given} faults={faults} />,
  )
}

async function sendTree(c: Request, format: 'xlsx' | 'csv'): Promise<Response> {
  const { day } = dayAsked(c)
  const bytes = await exportUnits(await unitsAsOf(c.get('db'), actorOf(c).provinceId, day), format)
  return sendBytes(bytes, kinds[format], `co-quan-don-vi-${day}.${format}`)
}

function orderIn(values: FormValues): { order: ImportOrder; faults: Fault[] } {
  const reading = readingOf(values)
  const order = {
    day: reading.neededDay('day'),
    basis: basisIn(reading),
    endAbsent: reading.oneOf('absent', ['keep', 'end'], 'keep') === 'end',
  }
  return { order, faults: reading.faults }
}

async function takeFile(c: Request): Promise<Response> {
  const upload = await receiveUpload(c, { maxFiles: 1, maxBytes: 20_000_000, types: sheetKinds })
  const [file] = upload.files
  const { order, faults } = orderIn(upload.fields)
  const missing: Fault[] = file
    ? []
    : [{ field: 'file', vi: 'Chọn tệp .xlsx hoặc .csv.', en: 'Choose an .xlsx or .csv file.' }]
  const all = [...faults, ...(upload.faults.length > 0 ? upload.faults : missing)]
  if (!file || all.length > 0) return showExchange(c, upload.fields, all)
  return preview(c, file, order, upload.fields)
}

async function preview(
  c: Request,
  file: StoredFile,
  order: ImportOrder,
  values: FormValues,
): Promise<Response> {
  const tree = await treeOf(c, file)
  const foreseen = await foreseeImport(c.get('db'), actorOf(c).provinceId, tree, order)
  return officePage(
    c,
    facts(c, foreseen.faults.length > 0 ? 422 : 200),
    <ImportPreviewPage
      fileId={file.id}
      fileName={file.name}
      day={order.day}
      rows={tree.units.length}
      consequences={foreseen.consequences}
      faults={foreseen.faults}
      values={values}
    />,
  )
}

async function treeOf(c: Request, file: StoredFile) {
  return readTree(await readFile(storedPath(c.get('config').dataDir, file.sha256)), file.name)
}

async function applyFile(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const values = await readForm(c)
  const file = await fileById(c.get('db'), actor.provinceId, idIn(String(values['fileId'])))
  if (!file) throw notFound()
  const { order, faults } = orderIn(values)
  if (faults.length > 0) return showExchange(c, values, faults)
  const tree = await treeOf(c, file)
  const { faults: wrong } = await foreseeImport(c.get('db'), actor.provinceId, tree, order)
  if (wrong.length > 0) return preview(c, file, order, values)
  await c
    .get('db')
    .transaction()
    .execute((tx) => importUnits(tx, actor, tree, order, c.get('now')))
  return redirect(c, treeAddress(order.day), fieldTexts.done)
}
