import { addDays, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import { sheetKinds } from '../../../lib/files/kinds.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idIn, idOf, inTransaction, one, orBack } from '../asking.ts'
import { canReview, canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { unitNames } from '../items/showing.ts'
import { pressAddress, stances } from '../outlet.ts'
import { view } from '../pages/view.tsx'
import { importPress } from './importing.ts'
import { selectOutlets } from './outlets.sql.ts'
import { EntryPage } from './pages/entry-page.tsx'
import { PressPage } from './pages/press-page.tsx'
import { countStances, selectEntries } from './press.sql.ts'
import { texts } from './press.texts.ts'
import { completePress, entryOf, keepsPress, registerPress, setFollowUp } from './press.ts'

const keepers = ['editor', 'province_lead'] as const
const at = '/desk/press/:id{[0-9]+}'
const limits = { maxFiles: 1, maxBytes: 5 * 1024 * 1024, types: sheetKinds }

export const pressRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/press', who: deskRoles, handle: (c) => list(c, {}, []) },
  { method: 'POST', path: '/desk/press', who: keepers, handle: add },
  { method: 'POST', path: '/desk/press/import', who: keepers, handle: bring, upload: true },
  { method: 'GET', path: at, who: deskRoles, handle: (c) => show(c, {}, []) },
  { method: 'POST', path: `${at}/follow-up`, who: keepers, handle: give },
  { method: 'POST', path: `${at}/follow-up/completion`, who: writerRoles, handle: complete },
]

const pageSize = 40

async function list(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const filter = {
    stance: stances.find((s) => s === query['stance']),
    outletId: Number(query['outlet']) || undefined,
    from: parseDay(query['from'] ?? '') ?? undefined,
    to: parseDay(query['to'] ?? '') ?? undefined,
    words: query['words'] || undefined,
    openOnly: query['open'] === '1',
  }
  const names = await unitNames(db, actor.provinceId, today)
  const props = {
    ...(await selectEntries(db, actor.provinceId, filter, pageSize, (page - 1) * pageSize)),
    ...{ page, pageSize, query, today, faults, unitNames: names },
    pageAddress: (n: number) => `/desk/press?${new URLSearchParams({ ...query, page: String(n) })}`,
    counts: await countStances(db, actor.provinceId, addDays(today, -90)),
    open: (await selectEntries(db, actor.provinceId, { openOnly: true }, 1)).total,
    outlets: await selectOutlets(db, actor.provinceId),
    units: [...names].map(([id, name]) => ({ id, name })),
    values: { day: showDay(today), stance: 'positive', ...values },
    mayKeep: keepsPress(actor),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  return officePage(
    c,
    { title: texts.press[actor.locale], crumbs: deskCrumbs(c), status },
    view(PressPage, props),
  )
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.press[c.get('locale')], href: '/desk/press' }]
}

async function add(c: Request): Promise<Response> {
  const values = await readForm(c)
  const day = parseDay(one(values, 'day'))
  const stance = stances.find((s) => s === one(values, 'stance'))
  const outletId = idIn(values, 'outletId')
  const title = one(values, 'title')
  const address = one(values, 'address')
  const faults: Fault[] = []
  if (!day || day > dayOf(c.get('now')))
    faults.push({
      field: 'day',
      vi: 'Nhập ngày đăng, dạng 22/11/2026.',
      en: 'Enter the day like 22/11/2026.',
    })
  if (!outletId) faults.push({ field: 'outletId', vi: 'Chọn cơ quan báo chí.', en: 'Choose the outlet.' })
  if (title.length < 5 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Nhập tên bài (5–300 ký tự).',
      en: 'Enter the title (5 to 300 characters).',
    })
  if (address !== '' && !isWebAddress(address))
    faults.push({
      field: 'address',
      vi: 'Liên kết bắt đầu bằng https://.',
      en: 'A link begins with https://.',
    })
  if (!day || !stance || !outletId || faults.length > 0) return list(c, values, faults)
  const entry = {
    ...{
      day,
      stance,
      outletId,
      title,
      address: address || null,
      edition: one(values, 'edition').slice(0, 100),
    },
    ...{ summary: one(values, 'summary').slice(0, 2000), unitId: idIn(values, 'unitId') },
  }
  const id = await inTransaction(c, (tx) => registerPress(tx, actorOf(c), entry, c.get('now')))
  if (id === null) return redirect(c, '/desk/press', { tone: 'warn', ...texts.knownAlready })
  return redirect(c, stance === 'not_yet' ? pressAddress(id) : '/desk/press', {
    tone: 'good',
    ...texts.registered,
  })
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
  const read = await importPress(dataDir, file, outlets)
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

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const entry = await entryOf(db, actor, idOf(c))
  const today = dayOf(c.get('now'))
  const names = await unitNames(db, actor.provinceId, today)
  const due = showDay(addDays(today, 15))
  const props = {
    ...{ entry, today, faults, unitNames: names },
    units: [...names].map(([id, name]) => ({ id, name })),
    values: { unitId: String(entry.unitId ?? ''), dueDay: due, ...values },
    mayKeep: keepsPress(actor),
    mayMend: entry.followUp !== null && (canWrite(actor, entry.followUp) || canReview(actor, entry.followUp)),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  return officePage(c, { title: entry.title, crumbs: crumbs(c), status }, view(EntryPage, props))
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
  return orBack(c, pressAddress(idOf(c)), texts.given, body, ({ faults }) => show(c, values, faults))
}

async function complete(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { what: one(values, 'what').slice(0, 2000) }
  const body = (tx: Tx) => completePress(tx, actorOf(c), idOf(c), input, c.get('now'))
  return orBack(c, pressAddress(idOf(c)), texts.completed, body, ({ faults }) => show(c, values, faults))
}
