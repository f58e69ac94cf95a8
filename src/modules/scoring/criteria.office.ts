import { readFile } from 'node:fs/promises'
import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { sheetKinds } from '../../lib/files/kinds.ts'
import { storedPath } from '../../lib/files/store.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { idOf, one } from './asking.ts'
import { selectSets, type TableHead } from './criteria.sql.ts'
import { criteriaTexts as texts } from './criteria.texts.ts'
import { criteriaAddress } from './criteria.ts'
import { shippedTables } from './examples.data.ts'
import { CriteriaListPage, CriteriaPage } from './pages/criteria-pages.tsx'
import { ImportPage, NewImportPage } from './pages/import-pages.tsx'
import { view } from './pages/view.tsx'
import { scoringAddress } from './score.ts'
import {
  criteriaWorkbook,
  dropImport,
  importSeenBy,
  keepImport,
  readWorkbook,
  takeImport,
  takeShipped,
} from './scoring.criteria.ts'
import { canRun } from './scoring.policy.ts'
import { texts as scoringTexts } from './scoring.texts.ts'
import { criteriaById, criteriaOf } from './scoring.ts'

const lead = ['province_lead'] as const
const limits = { maxFiles: 1, maxBytes: 2 * 1024 * 1024, types: sheetKinds }
const imports = '/scoring/criteria-imports'

export const criteriaRoutes: readonly Route[] = [
  { method: 'GET', path: '/scoring/criteria', who: 'signedIn', handle: list },
  { method: 'POST', path: '/scoring/criteria', who: lead, handle: ship },
  { method: 'GET', path: '/scoring/criteria/shipped/:code/file', who: 'signedIn', handle: shippedFile },
  { method: 'GET', path: '/scoring/criteria/:id', who: 'signedIn', handle: show },
  { method: 'GET', path: '/scoring/criteria/:id/table.xlsx', who: 'signedIn', handle: download },
  { method: 'GET', path: `${imports}/new`, who: lead, handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: imports, who: lead, handle: take, upload: true },
  { method: 'GET', path: `${imports}/:id`, who: lead, handle: preview },
  { method: 'POST', path: `${imports}/:id/confirmation`, who: lead, handle: confirm },
  { method: 'POST', path: `${imports}/:id/dropping`, who: lead, handle: drop },
]

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  const locale = c.get('locale')
  const first = [
    { label: scoringTexts.scoring[locale], href: scoringAddress },
    { label: texts.criteria[locale], href: '/scoring/criteria' },
  ]
  return [...first, ...further]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const props = {
    versions: await criteriaOf(c.get('db'), actor.provinceId),
    shipped: shippedTables,
    year: Number(dayOf(c.get('now')).slice(0, 4)),
    mayRun: canRun(actor),
  }
  return officePage(
    c,
    { title: texts.criteria[c.get('locale')], crumbs: crumbs(c) },
    view(CriteriaListPage, props),
  )
}

async function show(c: Request): Promise<Response> {
  const version = await criteriaById(c.get('db'), actorOf(c).provinceId, idOf(c))
  const here = { label: version.setName, href: criteriaAddress(version.id) }
  return officePage(c, { title: version.setName, crumbs: crumbs(c, here) }, view(CriteriaPage, { version }))
}

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function download(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const version = await criteriaById(c.get('db'), provinceId, idOf(c))
  const bytes = await criteriaWorkbook(c.get('db'), provinceId, version.table)
  return sendBytes(bytes, mime, `${version.setName} – ${version.year}.xlsx`)
}

async function shippedFile(c: Request): Promise<Response> {
  const shipped = shippedTables.find((s) => s.code === c.req.param('code'))
  if (!shipped) throw notFound()
  const bytes = await criteriaWorkbook(c.get('db'), actorOf(c).provinceId, shipped.table)
  return sendBytes(bytes, mime, `${shipped.name}.xlsx`)
}

async function ship(c: Request): Promise<Response> {
  const values = await readForm(c)
  const year = yearOf(values)
  if (year === null) return redirect(c, '/scoring/criteria', { tone: 'bad', ...texts.needYear })
  const input = { code: one(values, 'code'), year }
  const id = await inTransaction(c, (tx) => takeShipped(tx, actorOf(c), input, c.get('now')))
  return redirect(c, criteriaAddress(id), texts.taken)
}

function yearOf(values: FormValues): number | null {
  const year = Number(one(values, 'year'))
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null
}

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const sets = await selectSets(c.get('db'), actorOf(c).provinceId)
  const title = texts.take[c.get('locale')]
  const usual = { year: dayOf(c.get('now')).slice(0, 4), set: sets[0]?.code ?? 'new', unverified: 'yes' }
  const facts = {
    title,
    crumbs: crumbs(c, { label: title, href: `${imports}/new` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const kept = Object.keys(values).length > 0 ? values : usual
  return officePage(c, facts, view(NewImportPage, { sets, values: kept, faults }))
}

async function take(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { fields, files, faults } = await receiveUpload(c, limits)
  const sets = await selectSets(c.get('db'), actor.provinceId)
  const { head, faults: wrong } = headOf(fields, sets)
  const [file] = files
  const all = [...faults, ...wrong]
  if (!file && faults.length === 0) all.push({ field: 'sheet', ...texts.needFile })
  if (all.length > 0 || !file || !head) return fresh(c, fields, all)
  try {
    const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
    const read = await readWorkbook(c.get('db'), actor.provinceId, { name: file.name, bytes })
    const input = { fileName: file.name, head, read }
    const id = await inTransaction(c, (tx) => keepImport(tx, actor, input, c.get('now')))
    return redirect(c, `${imports}/${id}`)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return fresh(c, fields, refusal.faults)
  }
}

/** A new set is coded by its name, so that the same name is the same set. */
function headOf(
  fields: FormValues,
  sets: readonly { code: string; name: string }[],
): { head: TableHead | null; faults: Fault[] } {
  const faults: Fault[] = []
  const known = sets.find((s) => s.code === one(fields, 'set'))
  const setName = (known?.name ?? one(fields, 'setName')).slice(0, 200)
  const year = yearOf(fields)
  const source = one(fields, 'source').slice(0, 500)
  if (setName.length < 3) faults.push({ field: 'setName', ...texts.needName })
  if (year === null) faults.push({ field: 'year', ...texts.needYear })
  if (source.length < 5) faults.push({ field: 'source', ...texts.needSource })
  if (faults.length > 0 || year === null) return { head: null, faults }
  const setCode = known?.code ?? setName.toLocaleLowerCase('vi')
  const note = one(fields, 'note').slice(0, 2000)
  const unverified = one(fields, 'unverified') === 'yes'
  return { head: { setCode, setName, year, source, note, unverified }, faults }
}

async function preview(c: Request): Promise<Response> {
  const held = await importSeenBy(c.get('db'), actorOf(c), idOf(c))
  const title = texts.preview[c.get('locale')]
  const here = { label: title, href: `${imports}/${held.id}` }
  return officePage(c, { title, crumbs: crumbs(c, here) }, view(ImportPage, { held }))
}

async function confirm(c: Request): Promise<Response> {
  const id = await inTransaction(c, (tx) => takeImport(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, criteriaAddress(id), texts.taken)
}

async function drop(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => dropImport(tx, actorOf(c), idOf(c)))
  return redirect(c, '/scoring/criteria', { tone: 'info', ...texts.dropped })
}
