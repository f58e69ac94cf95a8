import { dayOf } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import { Refusal } from '../../lib/errors.ts'
import { sendChunks, sendFile, sendThumbnail } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { documentName } from '../legal/document.ts'
import { documentsWhere } from '../legal/legal.ts'
import { unitsAsOf } from '../organisations/organisations.ts'
import { adoptionRoutes } from './adoptions.office.ts'
import { idOf, kitValues, one, readKit } from './asked.ts'
import { keepers, keepsKits, seesAdoption, tellsFor } from './brand.policy.ts'
import { texts } from './brand.texts.ts'
import { adoptionsOf, fileOf, keepKit, kitById, kitsOf, partsOf, retireKit } from './brand.ts'
import { adoptionStates, type Kit, kitAddress, kitsAddress, stateOf } from './kit.ts'
import { kitZip } from './packing.ts'
import { KitFormPage } from './pages/forms.tsx'
import { KitPage } from './pages/kit-page.tsx'
import { KitsPage } from './pages/kits-page.tsx'
import { partRoutes } from './parts.office.ts'
import { countStates, documentsOfKits, inOrder } from './showing.ts'
import { countDownloads } from './versions.sql.ts'
import { view } from './view.tsx'

const at = `${kitsAddress}/:id{[0-9]+}`

export const brandRoutes: readonly Route[] = [
  { method: 'GET', path: kitsAddress, who: 'signedIn', handle: list },
  { method: 'GET', path: `${kitsAddress}/new`, who: keepers, handle: (c) => form(c) },
  { method: 'POST', path: kitsAddress, who: keepers, handle: keep },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => showKit(c) },
  { method: 'GET', path: `${at}/edit`, who: keepers, handle: (c) => form(c) },
  { method: 'POST', path: at, who: keepers, handle: keep },
  { method: 'POST', path: `${at}/retirement`, who: keepers, handle: retire },
  { method: 'GET', path: `${at}/all.zip`, who: 'signedIn', handle: all },
  { method: 'GET', path: `${at}/files/:file{[0-9]+}`, who: 'signedIn', handle: (c) => file(c, false) },
  {
    method: 'GET',
    path: `${at}/files/:file{[0-9]+}/thumbnail`,
    who: 'signedIn',
    handle: (c) => file(c, true),
  },
  ...partRoutes,
  ...adoptionRoutes(showKit),
]

export const brandMenu: MenuItem = { label: texts.brand, href: kitsAddress, icon: 'image', who: 'signedIn' }

export function crumbs(c: Request, kit?: Kit) {
  const first = { label: texts.brand[c.get('locale')], href: kitsAddress }
  return kit ? [first, { label: kit.name, href: kitAddress(kit.id) }] : [first]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const kits = await kitsOf(db, actor.provinceId)
  const ids = kits.map((k) => k.id)
  const parts = await partsOf(db, actor.provinceId, ids)
  const adoptions = await adoptionsOf(db, actor.provinceId, ids)
  const documents = await documentsOfKits(db, actor.provinceId, kits)
  const rows = kits.map((k) => {
    const own = adoptions.filter((a) => a.kitId === k.id)
    return {
      ...k,
      documentName: documents.get(k.id)?.name ?? '',
      parts: parts.filter((p) => p.kitId === k.id && !p.retiredAt).length,
      applied: own.filter((a) => a.toldAt !== null).length,
      asked: own.length,
    }
  })
  const facts = { title: texts.brand[c.get('locale')], crumbs: crumbs(c) }
  return officePage(c, facts, view(KitsPage, { kits: rows, mayKeep: keepsKits(actor) }))
}

async function showKit(
  c: Request,
  values: FormValues = {},
  faults: readonly Fault[] = [],
): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId } = actor
  const db = c.get('db')
  const kit = await kitById(db, provinceId, idOf(c))
  const today = dayOf(c.get('now'))
  const units = await unitsAsOf(db, provinceId, today, actor.treeRevision)
  // Divisions of communes have the same name everywhere; their committee speaks for them.
  const bodies = units.filter((u) => u.level === 'province' || u.type === 'people_committee')
  const names = new Map(units.map((u) => [u.id, u.name]))
  const adoptions = await adoptionsOf(db, provinceId, [kit.id])
  const rows = adoptions
    .filter((a) => seesAdoption(actor, a.unitId))
    .map((a) => ({
      ...{ ...a, unitName: names.get(a.unitId) ?? `#${a.unitId}`, state: stateOf(a, today) },
    }))
  const shown = adoptionStates.find((s) => s === c.req.query('state')) ?? null
  const mayKeep = keepsKits(actor)
  const parts = await partsOf(db, provinceId, [kit.id])
  const props = {
    ...{ kit, mayKeep, values, faults, shown, today },
    document: (await documentsOfKits(db, provinceId, [kit])).get(kit.id) ?? { name: '', href: null },
    parts: [...parts.filter((p) => !p.retiredAt), ...parts.filter((p) => p.retiredAt && mayKeep)],
    rows: inOrder(rows).filter((r) => shown === null || r.state === shown),
    counts: countStates(adoptions, today),
    own: bodies.filter((u) => tellsFor(actor, u.id)),
    askable: mayKeep ? bodies : null,
  }
  const facts = {
    ...{ title: kit.name, crumbs: crumbs(c, kit) },
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(KitPage, props))
}

/** Documents that may be chosen; the newest of the register. */
const mostDocuments = 500

async function form(c: Request, typed?: FormValues, faults: readonly Fault[] = []): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const kit = c.req.param('id') ? await kitById(db, provinceId, idOf(c)) : null
  const { documents } = await documentsWhere(db, provinceId, {}, mostDocuments)
  const w = words(texts, c.get('locale'))
  const props = {
    ...{ kit, faults, values: typed ?? (kit ? kitValues(kit) : { isPublic: '' }) },
    documents: documents.map((d) => ({ id: d.id, name: documentName(d) })),
  }
  const facts = {
    ...{ title: kit ? w.editKit : w.newKit, crumbs: crumbs(c, kit ?? undefined) },
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(KitFormPage, props))
}

async function keep(c: Request): Promise<Response> {
  const values = await readForm(c)
  const over = c.req.param('id') ? { id: idOf(c), revision: Number(one(values, 'revision')) || 0 } : null
  if (over) await kitById(c.get('db'), actorOf(c).provinceId, over.id)
  const read = readKit(values)
  if (!read.ok) return form(c, values, read.faults)
  try {
    const id = await c
      .get('db')
      .transaction()
      .execute((tx) => keepKit(tx, actorOf(c), read.value, over, c.get('now')))
    return redirect(c, kitAddress(id), texts.saved)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return form(c, values, refusal.faults)
    throw refusal
  }
}

async function retire(c: Request): Promise<Response> {
  const values = await readForm(c)
  const why = one(values, 'to') === 'open' ? null : one(values, 'why')
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => retireKit(tx, actorOf(c), idOf(c), why, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return showKit(c, values, refusal.faults)
    throw refusal
  }
  return redirect(c, kitAddress(idOf(c)), why === null ? texts.reopened : texts.retired)
}

async function all(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const kit = await kitById(db, provinceId, idOf(c))
  const parts = (await partsOf(db, provinceId, [kit.id])).filter((p) => !p.retiredAt)
  const ids = parts.flatMap((p) => p.versions[0]?.files.map((f) => f.id) ?? [])
  await countDownloads(db, provinceId, ids)
  const named = {
    ...kit,
    documentName: (await documentsOfKits(db, provinceId, [kit])).get(kit.id)?.name ?? '',
  }
  const zip = await kitZip(db, c.get('config').dataDir, provinceId, named, parts, c.get('now'))
  return sendChunks(zip, 'application/zip', `${kit.name}.zip`)
}

async function file(c: Request, isSmall: boolean): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const kit = await kitById(db, provinceId, idOf(c))
  const found = fileOf(await partsOf(db, provinceId, [kit.id]), idOf(c, 'file'))
  if (isSmall) return sendThumbnail(c, provinceId, found.fileId)
  await countDownloads(db, provinceId, [found.id])
  return sendFile(c, provinceId, found.fileId)
}
