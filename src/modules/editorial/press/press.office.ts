import { addDays, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid, Refusal } from '../../../lib/errors.ts'
import { sheetKinds } from '../../../lib/files/kinds.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idIn, idOf, inTransaction, one, orBack } from '../asking.ts'
import { selectActivityOfPress } from '../counting/press.sql.ts'
import { canReview, canSee, canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { selectItem } from '../items/items.sql.ts'
import { selectItems } from '../items/lists.sql.ts'
import { reachOf, unitNames } from '../items/showing.ts'
import { selectKits } from '../kits/kits.sql.ts'
import { pressAddress, stances } from '../outlet.ts'
import { view } from '../pages/view.tsx'
import { correctionsOf } from './correcting.ts'
import { readEntry } from './entry-form.ts'
import { importPress } from './importing.ts'
import { selectOrientations } from './orientations.sql.ts'
import { orientationsInForce } from './orientations.ts'
import { selectOutlets } from './outlets.sql.ts'
import { offered } from './outlets.ts'
import { EntryPage } from './pages/entry-page.tsx'
import { PressPage } from './pages/press-page.tsx'
import { keepers, keepsPress } from './press.policy.ts'
import { countStances, type NewEntry, selectEntries } from './press.sql.ts'
import { texts } from './press.texts.ts'
import { completePress, entryOf, registerPress, setFollowUp } from './press.ts'

const at = '/desk/press/:id{[0-9]+}'
const limits = { maxFiles: 1, maxBytes: 5 * 1024 * 1024, types: sheetKinds }

export const pressRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/press', who: deskRoles, handle: (c) => list(c, {}, []) },
  { method: 'POST', path: '/desk/press', who: keepers, handle: add },
  { method: 'POST', path: '/desk/press/import', who: keepers, handle: bring, upload: true },
  { method: 'GET', path: at, who: deskRoles, handle: (c) => showEntry(c, {}, []) },
  { method: 'POST', path: `${at}/follow-up`, who: keepers, handle: give },
  { method: 'POST', path: `${at}/follow-up/completion`, who: writerRoles, handle: complete },
]

const pageSize = 20

async function list(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const filter = {
    stance: stances.find((s) => s === query['stance']),
    outletId: Number(query['outlet']) || undefined,
    orientationId: Number(query['orientation']) || undefined,
    from: parseDay(query['from'] ?? '') ?? undefined,
    to: parseDay(query['to'] ?? '') ?? undefined,
    words: query['words'] || undefined,
    openOnly: query['open'] === '1',
    late: query['late'] === '1' ? { before: today, unitIds: reachOf(actor) } : undefined,
    withdrawn: query['withdrawn'] === '1',
  }
  const outlets = await selectOutlets(db, actor.provinceId)
  const mayKeep = keepsPress(actor)
  const names = await unitNames(db, actor.provinceId, today)
  const props = {
    ...(await selectEntries(db, actor.provinceId, filter, pageSize, (page - 1) * pageSize)),
    ...{ page, pageSize, query, today, faults, unitNames: names },
    pageAddress: (n: number) => `/desk/press?${new URLSearchParams({ ...query, page: String(n) })}`,
    counts: await countStances(db, actor.provinceId, addDays(today, -90)),
    open: (await selectEntries(db, actor.provinceId, { openOnly: true }, 1)).total,
    ...{ outlets, offered: offered(outlets), mayKeep },
    items: mayKeep ? await textsToRun(db, actor.provinceId) : [],
    orientations: await orientationsInForce(db, actor.provinceId, filter.orientationId),
    units: [...names].map(([id, name]) => ({ id, name })),
    values: { day: showDay(today), stance: 'positive', ...values },
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  return officePage(
    c,
    { title: texts.press[actor.locale], crumbs: deskCrumbs(c), status },
    view(PressPage, props),
  )
}

/** Public texts of the desk that an outlet may have run, and press kits it may have written from. */
export async function textsToRun(db: DbOrTx, provinceId: number) {
  const { items } = await selectItems(db, provinceId, { isPublic: true, isMaster: true }, 300)
  const kits = (await selectKits(db, provinceId, undefined)).filter((k) => items.every((i) => i.id !== k.id))
  return [...items, ...kits].map(({ id, title }) => ({ id, title }))
}

export function pressCrumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.press[c.get('locale')], href: '/desk/press' }]
}

async function add(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { entry, faults } = readEntry(values, dayOf(c.get('now')))
  if (!entry) return list(c, values, faults)
  const registered = await registeredOr(c, entry)
  if ('faults' in registered) return list(c, values, registered.faults)
  const { id } = registered
  if (id === null) return redirect(c, '/desk/press', { tone: 'warn', ...texts.knownAlready })
  return redirect(c, entry.stance === 'not_yet' ? pressAddress(id) : '/desk/press', {
    tone: 'good',
    ...texts.registered,
  })
}

async function registeredOr(
  c: Request,
  entry: NewEntry,
): Promise<{ id: number | null } | { faults: readonly Fault[] }> {
  try {
    return { id: await inTransaction(c, (tx) => registerPress(tx, actorOf(c), entry, c.get('now'))) }
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return { faults: refusal.faults }
    throw refusal
  }
}

async function bring(c: Request): Promise<Response> {
  const { files, faults } = await receiveUpload(c, limits)
  const file = files[0]
  if (!file || faults.length > 0)
    return list(
      c,
      {},
      faults.length > 0 ? faults : [{ field: 'file', vi: 'Chọn tệp.', en: 'Choose a file.' }],
    )
  const actor = actorOf(c)
  const { dataDir } = c.get('config')
  const outlets = await selectOutlets(c.get('db'), actor.provinceId)
  const orientations = await orientationsInForce(c.get('db'), actor.provinceId)
  const read = await importPress(dataDir, file, outlets, orientations)
  if (!read.ok) return list(c, {}, read.faults)
  const done = await inTransaction(c, async (tx) => {
    let fresh = 0
    for (const entry of read.entries)
      if ((await registerPress(tx, actor, entry, c.get('now'))) !== null) fresh += 1
    return { fresh, known: read.entries.length - fresh }
  })
  const { vi, en } = texts.imported
  return redirect(c, '/desk/press', {
    tone: 'good',
    vi: vi(done.fresh, done.known),
    en: en(done.fresh, done.known),
  })
}

export async function showEntry(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const entry = await entryOf(db, actor, idOf(c))
  const today = dayOf(c.get('now'))
  const names = await unitNames(db, actor.provinceId, today)
  const due = showDay(addDays(today, 15))
  const item = entry.itemId === null ? null : await selectItem(db, actor.provinceId, entry.itemId)
  const props = {
    ...{ entry, today, faults, unitNames: names, item: item && canSee(actor, item) ? item : null },
    corrections: await correctionsOf(db, actor.provinceId, { entryId: entry.id }),
    outlets: await selectOutlets(db, actor.provinceId),
    orientations: await selectOrientations(db, actor.provinceId),
    activityId: await selectActivityOfPress(db, actor.provinceId, entry.id),
    units: [...names].map(([id, name]) => ({ id, name })),
    values: { unitId: String(entry.unitId ?? ''), dueDay: due, ...values },
    mayKeep: keepsPress(actor),
    mayMend: entry.followUp !== null && (canWrite(actor, entry.followUp) || canReview(actor, entry.followUp)),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  return officePage(c, { title: entry.title, crumbs: pressCrumbs(c), status }, view(EntryPage, props))
}

async function give(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const dueDay = parseDay(one(values, 'dueDay'))
    const unitId = idIn(values, 'unitId')
    const wanted = one(values, 'wanted').slice(0, 1000)
    if (!dueDay || !unitId || wanted.length < 5)
      throw invalid([
        {
          field: dueDay ? 'wanted' : 'dueDay',
          vi: 'Chọn đơn vị, ghi việc phải làm và thời hạn.',
          en: 'Choose the unit, what is to be done, and by when.',
        },
      ])
    const input = { unitId, wanted, dueDay, personName: one(values, 'personName').slice(0, 200) }
    await setFollowUp(tx, actorOf(c), idOf(c), input, c.get('now'))
  }
  return orBack(c, pressAddress(idOf(c)), texts.given, body, ({ faults }) => showEntry(c, values, faults))
}

async function complete(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { what: one(values, 'what').slice(0, 2000) }
  const body = (tx: Tx) => completePress(tx, actorOf(c), idOf(c), input, c.get('now'))
  return orBack(c, pressAddress(idOf(c)), texts.completed, body, ({ faults }) => showEntry(c, values, faults))
}
