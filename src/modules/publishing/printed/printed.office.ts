import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { pagePictures } from '../../../lib/documents/out/page-pictures.ts'
import { type Fault, Refusal } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { refuseHeld } from '../prepared/prepared.ts'
import { maySeeMade, mayWork, workers } from '../reach/reach.policy.ts'
import { selectBriefs } from '../reach/reach.sql.ts'
import { libraryRoutes } from '../standing/library.office.ts'
import { standingRoutes } from '../standing/standing.office.ts'
import { selectStanding } from '../standing/standing.sql.ts'
import { standingImportRoutes } from '../standing/standing-imports.office.ts'
import { idOf, many, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { readDayUpTo } from './asked.ts'
import { balanceOf } from './balance.ts'
import { handOutRoutes } from './handing-out.office.ts'
import { NewProductPage, PrintedPage } from './pages/printed-page.tsx'
import { isPrintKind } from './print-kind.ts'
import { selectHandOuts, selectProducts, selectRuns } from './printed.sql.ts'
import { texts as t } from './printed.texts.ts'
import { addRun, chooseWords, makeProduct, movesIn, printedIn } from './printed.ts'
import { readyToPrint } from './printing.ts'
import { printedCrumbs, seenProduct, showProduct } from './product.office.ts'
import { imposedPdf, previewPdf, printPdf } from './setting.ts'

const product = '/printed/:id{[0-9]+}'

export const printedRoutes: readonly Route[] = [
  { method: 'GET', path: '/printed', who: 'signedIn', handle: home },
  { method: 'GET', path: '/printed/new', who: workers, handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: '/printed', who: workers, handle: make },
  { method: 'GET', path: product, who: 'signedIn', handle: (c) => showProduct(c, {}, []) },
  { method: 'GET', path: `${product}/preview.webp`, who: 'signedIn', handle: preview },
  { method: 'GET', path: `${product}/printer.pdf`, who: 'signedIn', handle: (c) => pdf(c, 'printer') },
  { method: 'GET', path: `${product}/office.pdf`, who: 'signedIn', handle: (c) => pdf(c, 'office') },
  { method: 'GET', path: `${product}/imposed.pdf`, who: 'signedIn', handle: (c) => pdf(c, 'imposed') },
  { method: 'POST', path: `${product}/words`, who: workers, handle: choose },
  { method: 'POST', path: `${product}/runs`, who: workers, handle: run },
  ...handOutRoutes,
  ...standingRoutes,
  ...standingImportRoutes,
  ...libraryRoutes,
]

export const printedMenu: MenuItem = { label: t.printed, href: '/printed', icon: 'print', who: 'signedIn' }

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

async function home(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const runs = Map.groupBy(await selectRuns(db, provinceId), (r) => r.productId)
  const rows = Map.groupBy(await selectHandOuts(db, provinceId), (r) => r.productId)
  const seen = (await selectProducts(db, provinceId)).filter((p) => maySeeMade(actorOf(c), p))
  const products = seen.map((p) => ({
    ...p,
    balance: balanceOf(printedIn(runs.get(p.id) ?? []), movesIn(rows.get(p.id) ?? [])),
  }))
  const standing = (await selectStanding(db, provinceId)).filter((s) => s.takenDown === null)
  const props = { products, standing: standing.length, mayWork: mayWork(actorOf(c)) }
  return officePage(
    c,
    { title: t.printed[c.get('locale')], crumbs: printedCrumbs(c) },
    view(PrintedPage, props),
  )
}

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const items = await selectBriefs(c.get('db'), actorOf(c).provinceId)
  const title = t.newProduct[c.get('locale')]
  const facts = {
    title,
    crumbs: printedCrumbs(c, { label: title, href: '/printed/new' }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const usual = { kind: 'leaflet', item: c.req.query('publication') ?? '' }
  return officePage(c, facts, view(NewProductPage, { items, values: { ...usual, ...values }, faults }))
}

async function make(c: Request): Promise<Response> {
  const values = await readForm(c)
  const [publicationId, kind] = [Number(one(values, 'item')) || 0, one(values, 'kind')]
  const faults: Fault[] = []
  if (publicationId < 1) faults.push({ field: 'item', ...t.needItem })
  if (!isPrintKind(kind)) faults.push({ field: 'kind', ...t.needKind })
  if (faults.length > 0 || !isPrintKind(kind)) return fresh(c, values, faults)
  try {
    const id = await inTransaction(c, (tx) =>
      makeProduct(tx, actorOf(c), { publicationId, kind }, c.get('now')),
    )
    return redirect(c, `/printed/${id}`, t.made)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return fresh(c, values, refusal.faults)
  }
}

async function pdf(c: Request, kind: 'printer' | 'office' | 'imposed'): Promise<Response> {
  const { provinceId } = actorOf(c)
  const found = await seenProduct(c)
  const { input, pictures } = await readyToPrint(c.get('db'), c.get('config'), provinceId, found)
  if (kind !== 'office') refuseHeld(found)
  const file = await printPdf(input, { marks: kind === 'printer', pictures })
  const { bytes } =
    kind === 'imposed' && found.kind.startsWith('booklet') ? await imposedPdf(file, input) : file
  return sendBytes(bytes, 'application/pdf', `${input.slug}.pdf`)
}

/** The pages below each other; what does not fit is shown as it would be cut, with its fault beside. */
async function preview(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const found = await seenProduct(c)
  const { input, pictures } = await readyToPrint(c.get('db'), c.get('config'), provinceId, found)
  const picture = await pagePictures(await previewPdf(input, pictures), 1100)
  const answer = sendBytes(picture, 'image/webp', 'ban-dan-trang.webp')
  answer.headers.set('content-disposition', 'inline')
  return answer
}

async function choose(c: Request): Promise<Response> {
  const values = await readForm(c)
  const kept = new Set(many(values, 'keep').map(Number))
  const { provinceId } = actorOf(c)
  const found = await seenProduct(c)
  const ready = await readyToPrint(c.get('db'), c.get('config'), provinceId, found)
  const leftOut = ready.outline.map((o) => o.at).filter((at) => !kept.has(at))
  await inTransaction(c, (tx) => chooseWords(tx, actorOf(c), found.id, leftOut, c.get('now')))
  return redirect(c, `/printed/${found.id}`, t.wasSet)
}

async function run(c: Request): Promise<Response> {
  const values = await readForm(c)
  const today = dayOf(c.get('now'))
  const [day, copies] = [readDayUpTo(one(values, 'runDay'), today), typedCount(one(values, 'runCopies'))]
  const printer = one(values, 'printer').slice(0, 200)
  const faults: Fault[] = []
  if (!copies) faults.push({ field: 'runCopies', ...t.needCopies })
  if (!day) faults.push({ field: 'runDay', ...t.needDay })
  if (printer === '') faults.push({ field: 'printer', ...t.needPrinter })
  if (faults.length > 0 || !copies || !day) return showProduct(c, values, faults)
  const input = { copies, day, printer, note: one(values, 'runNote').slice(0, 500) }
  await inTransaction(c, (tx) => addRun(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `/printed/${idOf(c)}`, t.runSaved)
}
