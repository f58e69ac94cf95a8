import { readFile } from 'node:fs/promises'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { imageKinds, sheetKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { sendBytes, sendFile } from '../../../lib/http/downloads.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { mayWorkFor, workers } from '../reach/reach.policy.ts'
import { idOf, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { readDayUpTo } from './asked.ts'
import { balanceOf } from './balance.ts'
import { ledgerSheet, readLedger } from './ledger-sheet.ts'
import { QuickPage } from './pages/quick-page.tsx'
import { selectHandOuts, selectProducts } from './printed.sql.ts'
import { texts as t } from './printed.texts.ts'
import { type HandOutInput, handOut, ledgerOf, movesIn, strikeHandOut } from './printed.ts'
import { seenProduct, showProduct } from './product.office.ts'

const product = '/printed/:id{[0-9]+}'
const photoLimits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: imageKinds }

export const handOutRoutes: readonly Route[] = [
  { method: 'POST', path: `${product}/ledger`, who: workers, handle: write, upload: true },
  { method: 'POST', path: `${product}/ledger/:row/striking`, who: workers, handle: strike },
  { method: 'POST', path: `${product}/ledger/import`, who: workers, handle: importLedger, upload: true },
  { method: 'GET', path: `${product}/ledger.xlsx`, who: 'signedIn', handle: exportLedger },
  { method: 'GET', path: `${product}/ledger/:row/file`, who: 'signedIn', handle: photo },
  { method: 'GET', path: '/printed/handing-out', who: workers, handle: (c) => quick(c, {}, []) },
  { method: 'POST', path: '/printed/handing-out', who: workers, handle: writeQuick, upload: true },
]

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

/** One line of the ledger as typed. */
function readLine(
  c: Request,
  fields: FormValues,
  fileId: number | null,
): { input: HandOutInput | null; faults: Fault[] } {
  const get = (name: string) => one(fields, name)
  const copies = typedCount(get('copies'))
  const day = readDayUpTo(get('day'), dayOf(c.get('now')))
  const [toUnitId, place] = [Number(get('to')) || null, get('place').slice(0, 200)]
  const faults: Fault[] = []
  if (!copies) faults.push({ field: 'copies', ...t.needCopies })
  if (!day) faults.push({ field: 'day', ...t.needDay })
  if (toUnitId === null && place === '') faults.push({ field: 'place', ...t.needTo })
  if (!copies || !day || faults.length > 0) return { input: null, faults }
  const words = { place, receiver: get('receiver').slice(0, 200), note: get('note').slice(0, 500) }
  return {
    input: { fromUnitId: Number(get('from')) || null, toUnitId, copies, day, photoId: fileId, ...words },
    faults,
  }
}

async function write(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, photoLimits)
  const line = readLine(c, fields, files[0]?.id ?? null)
  const { input } = line
  const again = (all: readonly Fault[]) => showProduct(c, fields, all)
  if (!input || faults.length > 0) return again([...faults, ...line.faults])
  return orAgain(again, async () => {
    await inTransaction(c, (tx) => handOut(tx, actorOf(c), idOf(c), [input], c.get('now')))
    return redirect(c, `/printed/${idOf(c)}#ledger`, t.handedSaved)
  })
}

async function orAgain(
  again: (faults: readonly Fault[]) => Promise<Response>,
  verb: () => Promise<Response>,
) {
  try {
    return await verb()
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return again(refusal.faults)
  }
}

async function strike(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => strikeHandOut(tx, actorOf(c), idOf(c), idOf(c, 'row'), c.get('now')))
  return redirect(c, `/printed/${idOf(c)}#ledger`, t.struck)
}

async function importLedger(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: sheetKinds }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const [file] = files
  const again = (all: readonly Fault[]) => showProduct(c, fields, all)
  if (!file) return again([...faults, { field: 'sheet', vi: 'Chọn tệp Excel.', en: 'Choose a file.' }])
  const today = dayOf(c.get('now'))
  const units = await unitsAsOf(c.get('db'), actor.provinceId, today, actor.treeRevision)
  const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
  const read = await readLedger({ name: file.name, bytes }, units, today)
  if (read.faults.length > 0) return again(read.faults)
  return orAgain(again, async () => {
    await inTransaction(c, (tx) => handOut(tx, actor, idOf(c), read.inputs, c.get('now')))
    return redirect(c, `/printed/${idOf(c)}#ledger`, t.handedSaved)
  })
}

async function exportLedger(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const found = await seenProduct(c)
  const { rows } = await ledgerOf(c.get('db'), actor.provinceId, found.id)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const bytes = await ledgerSheet(rows, (id) => names.get(id) ?? '')
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, `Sổ cấp phát – ${found.title}.xlsx`)
}

async function photo(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  await seenProduct(c)
  const rows = await selectHandOuts(c.get('db'), provinceId, idOf(c))
  const photoId = rows.find((r) => r.id === idOf(c, 'row'))?.photoId
  if (!photoId) throw notFound()
  return sendFile(c, provinceId, photoId, { inline: true })
}

/** What the person's own units have in hand, product by product. */
async function held(c: Request) {
  const actor = actorOf(c)
  const rows = Map.groupBy(await selectHandOuts(c.get('db'), actor.provinceId), (r) => r.productId)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const names = new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
  const own = new Set(actor.grants.map((g) => g.unitId))
  return (await selectProducts(c.get('db'), actor.provinceId)).flatMap((p) =>
    [...balanceOf(0, movesIn(rows.get(p.id) ?? [])).held]
      .filter(([unitId, copies]) => copies > 0 && own.has(unitId) && mayWorkFor(actor, unitId))
      .map(([unitId, copies]) => ({ product: p, unitId, unitName: names.get(unitId) ?? '', copies })),
  )
}

async function quick(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const title = t.quick[c.get('locale')]
  const facts = {
    title,
    crumbs: [
      { label: t.printed[c.get('locale')], href: '/printed' },
      { label: title, href: '/printed/handing-out' },
    ],
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const usual = { day: showDay(dayOf(c.get('now'))) }
  return officePage(
    c,
    facts,
    view(QuickPage, { held: await held(c), values: { ...usual, ...values }, faults }),
  )
}

async function writeQuick(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, photoLimits)
  const [productId = 0, from = 0] = one(fields, 'what').split('-').map(Number)
  const line = readLine(c, { ...fields, from: String(from), to: '' }, files[0]?.id ?? null)
  const { input } = line
  const again = (all: readonly Fault[]) => quick(c, fields, all)
  const wrong = [...faults, ...line.faults]
  if (!productId || !from) wrong.push({ field: 'what', ...t.needItem })
  if (!input || wrong.length > 0) return again(wrong)
  return orAgain(again, async () => {
    await inTransaction(c, (tx) => handOut(tx, actorOf(c), productId, [input], c.get('now')))
    return redirect(c, '/printed/handing-out', t.handedSaved)
  })
}
