import type { Actor } from '../../../lib/actor.ts'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { sendBytes, sendFile } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { refuseHeld } from '../prepared/prepared.ts'
import { readinessOf } from '../prepared/readiness.ts'
import { readDayUpTo } from '../printed/asked.ts'
import { maySeeMade, mayWorkFor, workers } from '../reach/reach.policy.ts'
import { communesOf } from '../reach/reach-shown.ts'
import { idOf, many, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { type Script, selectScripts } from './broadcast.sql.ts'
import { texts as t } from './broadcast.texts.ts'
import { type Package, selectHandOvers, selectPackages } from './packages.sql.ts'
import {
  addEvidence,
  closePackage,
  handOver,
  makePackage,
  markPlayed,
  packageById,
  proveAired,
  takePackage,
  textsIn,
} from './packages.ts'
import { keptZip } from './packing.ts'
import { NewPackagePage } from './pages/new-package-page.tsx'
import { PackagePage } from './pages/package-page.tsx'
import { readPackageSpan } from './span.ts'

const one_ = '/broadcast/packages/:id{[0-9]+}'

export const packageRoutes: readonly Route[] = [
  { method: 'GET', path: '/broadcast/packages/new', who: workers, handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: '/broadcast/packages', who: workers, handle: make },
  { method: 'GET', path: one_, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${one_}/package.zip`, who: 'signedIn', handle: zip },
  { method: 'POST', path: `${one_}/hand-overs`, who: workers, handle: hand },
  { method: 'POST', path: `${one_}/hand-overs/:unit/acknowledgement`, who: workers, handle: take },
  { method: 'POST', path: `${one_}/hand-overs/:unit/airing`, who: workers, handle: prove, upload: true },
  { method: 'POST', path: `${one_}/hand-overs/:unit/playing`, who: workers, handle: played },
  { method: 'POST', path: `${one_}/hand-overs/:unit/evidence`, who: workers, handle: evidence, upload: true },
  { method: 'POST', path: `${one_}/closing`, who: workers, handle: close },
  { method: 'GET', path: `${one_}/hand-overs/:unit/file`, who: 'signedIn', handle: proof },
]

const proofLimits = {
  maxFiles: 1,
  maxBytes: 200 * 1024 * 1024,
  types: ['jpg', 'png', 'webp', 'heic', 'pdf', 'mp3', 'm4a', 'wav', 'ogg', 'mp4'],
} as const

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: t.broadcast[c.get('locale')], href: '/broadcast' }, ...further]
}

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const all = await selectScripts(c.get('db'), actorOf(c).provinceId)
  const scripts = all.filter((s) => maySeeMade(actorOf(c), s) && readinessOf(s) !== 'stale')
  const facts = {
    title: t.newPackage[c.get('locale')],
    crumbs: crumbs(c),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const usual = { firstDay: showDay(dayOf(c.get('now'))), hours: '05:30, 17:00' }
  return officePage(c, facts, view(NewPackagePage, { scripts, values: { ...usual, ...values }, faults }))
}

async function make(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { span, faults } = readPackageSpan(values)
  if (!span) return fresh(c, values, faults)
  const input = { ...span, scriptIds: many(values, 'scripts').map(Number) }
  try {
    const id = await inTransaction(c, (tx) => makePackage(tx, actorOf(c), input, c.get('now')))
    return redirect(c, `/broadcast/packages/${id}`, t.packed)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return fresh(c, values, refusal.faults)
  }
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const { found, texts } = await seenPackage(c)
  const communes = await communesOf(c.get('db'), actor.provinceId, dayOf(c.get('now')))
  const names = new Map(communes.map((u) => [u.id, u.short]))
  const rows = (await selectHandOvers(c.get('db'), actor.provinceId, found.id)).map((h) => ({
    ...h,
    unitName: names.get(h.unitId) ?? '',
    isOwn: mayWorkFor(actor, h.unitId),
  }))
  const held = new Set(actor.grants.map((g) => g.unitId))
  // Whoever reads finds their own commune first.
  rows.sort((a, b) => Number(held.has(b.unitId)) - Number(held.has(a.unitId)))
  const mine = rows.find((r) => held.has(r.unitId)) ?? null
  const facts = {
    title: found.title,
    crumbs: crumbs(c, { label: found.title, href: `/broadcast/packages/${found.id}` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const mayHand = mayWorkFor(actor, found.unitId)
  const today = dayOf(c.get('now'))
  return officePage(
    c,
    facts,
    view(PackagePage, { found, texts, mine, rows, communes, mayHand, today, values, faults }),
  )
}

/** The package with how far its texts are, where the person may know of it. */
async function seenPackage(c: Request): Promise<{ found: Package; texts: Script[] }> {
  const actor = actorOf(c)
  const found = await packageById(c.get('db'), actor.provinceId, idOf(c))
  const texts = await textsIn(c.get('db'), actor.provinceId, [found])
  if (!maySeePackage(actor, found, texts)) throw notFound()
  return { found, texts }
}

function maySeePackage(actor: Actor, { unitId, items }: Package, texts: readonly Script[]): boolean {
  const own = texts.filter((s) => items.some((i) => i.scriptId === s.id))
  return mayWorkFor(actor, unitId) || own.every((s) => maySeeMade(actor, s))
}

/** Every package that the person may know of. */
export async function seenPackages(c: Request): Promise<Package[]> {
  const actor = actorOf(c)
  const all = await selectPackages(c.get('db'), actor.provinceId)
  const texts = await textsIn(c.get('db'), actor.provinceId, all)
  return all.filter((p) => maySeePackage(actor, p, texts))
}

async function zip(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const { found, texts } = await seenPackage(c)
  for (const text of texts) refuseHeld(text)
  const bytes = await keptZip(c.get('db'), c.get('config'), provinceId, found)
  return sendBytes(bytes, 'application/zip', `${found.title}.zip`)
}

async function hand(c: Request): Promise<Response> {
  const values = await readForm(c)
  const communes = await communesOf(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  const wanted = new Set(many(values, 'units').map(Number))
  const isAll = one(values, 'to') === 'all'
  const units = communes.filter((u) => isAll || wanted.has(u.id)).map((u) => u.id)
  const n = await inTransaction(c, (tx) => handOver(tx, actorOf(c), idOf(c), units, c.get('now')))
  return redirect(c, `/broadcast/packages/${idOf(c)}`, { vi: t.handed.vi(n), en: t.handed.en(n) })
}

async function take(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => takePackage(tx, actorOf(c), idOf(c), idOf(c, 'unit'), c.get('now')))
  return redirect(c, `/broadcast/packages/${idOf(c)}`, t.takenSaved)
}

async function played(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => markPlayed(tx, actorOf(c), idOf(c), idOf(c, 'unit'), c.get('now')))
  return redirect(c, `/broadcast/packages/${idOf(c)}`, t.provedSaved)
}

async function evidence(c: Request): Promise<Response> {
  const { files, faults } = await receiveUpload(c, proofLimits)
  const [file] = files
  if (!file) return show(c, {}, faults.length > 0 ? faults : [{ field: 'proof', ...t.needProof }])
  const [id, unit] = [idOf(c), idOf(c, 'unit')]
  await inTransaction(c, (tx) => addEvidence(tx, actorOf(c), id, unit, file.id, c.get('now')))
  return redirect(c, `/broadcast/packages/${id}`, t.evidenceSaved)
}

async function close(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => closePackage(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, `/broadcast/packages/${idOf(c)}`, t.closedSaved)
}

async function prove(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, proofLimits)
  const today = dayOf(c.get('now'))
  const [from, to] = [readDayUpTo(one(fields, 'from'), today), readDayUpTo(one(fields, 'to'), today)]
  const times = typedCount(one(fields, 'times'))
  const wrong: Fault[] = [...faults]
  if (!from) wrong.push({ field: 'from', ...t.needDay })
  if (!to) wrong.push({ field: 'to', ...t.needDay })
  if (from && to && to < from) wrong.push({ field: 'to', ...t.daysOrder })
  if (!times) wrong.push({ field: 'times', ...t.needTimes })
  if (files.length === 0 && faults.length === 0) wrong.push({ field: 'proof', ...t.needProof })
  if (wrong.length > 0 || !from || !to || !times) return show(c, fields, wrong)
  const given = { from, to, times, listeners: typedCount(one(fields, 'listeners')) ?? null }
  const input = { ...given, fileId: files[0]?.id ?? null, note: one(fields, 'note').slice(0, 500) }
  await inTransaction(c, (tx) => proveAired(tx, actorOf(c), idOf(c), idOf(c, 'unit'), input, c.get('now')))
  return redirect(c, `/broadcast/packages/${idOf(c)}`, t.provedSaved)
}

async function proof(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  await seenPackage(c)
  const rows = await selectHandOvers(c.get('db'), provinceId, idOf(c))
  const proofId = rows.find((r) => r.unitId === idOf(c, 'unit'))?.proofId
  if (!proofId) throw notFound()
  return sendFile(c, provinceId, proofId, { inline: true })
}
