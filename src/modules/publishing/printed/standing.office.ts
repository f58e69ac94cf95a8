import { dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { imageKinds } from '../../../lib/files/kinds.ts'
import { sendBytes, sendFile } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { mayWork, mayWorkFor, workers } from '../reach/reach.policy.ts'
import { selectBriefs } from '../reach/reach.sql.ts'
import { idOf, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { readDayUpTo } from './asked.ts'
import { standingSheet } from './ledger-sheet.ts'
import { StandingPage } from './pages/standing-page.tsx'
import { standingKinds, texts as t } from './printed.texts.ts'
import { selectStanding } from './standing.sql.ts'
import { addStanding, takeDown } from './standing.ts'

export const standingRoutes: readonly Route[] = [
  { method: 'GET', path: '/printed/standing', who: 'signedIn', handle: (c) => list(c, {}, []) },
  { method: 'POST', path: '/printed/standing', who: workers, handle: add, upload: true },
  { method: 'GET', path: '/printed/standing.xlsx', who: 'signedIn', handle: sheet },
  { method: 'POST', path: '/printed/standing/:id/removal', who: workers, handle: down },
  { method: 'GET', path: '/printed/standing/:id/file', who: 'signedIn', handle: photo },
]

async function list(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const units = await unitsAsOf(c.get('db'), actor.provinceId, today, actor.treeRevision)
  const names = new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
  const rows = (await selectStanding(c.get('db'), actor.provinceId)).map((s) => ({
    ...s,
    unitName: names.get(s.unitId) ?? '',
    mayTakeDown: s.takenDown === null && mayWorkFor(actor, s.unitId),
  }))
  const title = t.standing[c.get('locale')]
  const facts = {
    title,
    crumbs: [
      { label: t.printed[c.get('locale')], href: '/printed' },
      { label: title, href: '/printed/standing' },
    ],
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const usual = { fromDay: showDay(today), quantity: '1', unit: String(actor.grants[0]?.unitId ?? '') }
  const props = {
    rows,
    units: units.filter((u) => mayWorkFor(actor, u.id)).map((u) => ({ id: u.id, name: u.name })),
    items: await selectBriefs(c.get('db'), actor.provinceId),
    mayWork: mayWork(actor),
    today,
    values: { ...usual, ...values },
    faults,
  }
  return officePage(c, facts, view(StandingPage, props))
}

async function add(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: imageKinds }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const get = (name: string) => one(fields, name)
  const today = dayOf(c.get('now'))
  const [fromDay, toDay] = [readDayUpTo(get('fromDay'), today), parseDay(get('toDay'))]
  const [unitId, quantity] = [Number(get('unit')) || 0, typedCount(get('quantity'))]
  const wrong: Fault[] = [...faults]
  if (!(get('kind') in standingKinds)) wrong.push({ field: 'kind', ...t.needKind })
  if (get('what') === '') wrong.push({ field: 'what', ...t.needWhat })
  if (get('place') === '') wrong.push({ field: 'place', ...t.needPlace })
  if (unitId === 0) wrong.push({ field: 'unit', ...t.needUnit })
  if (!quantity) wrong.push({ field: 'quantity', ...t.needCopies })
  if (!fromDay) wrong.push({ field: 'fromDay', ...t.needDay })
  if (!fromDay || !quantity || wrong.length > 0) return list(c, fields, wrong)
  const input = {
    ...{ kind: get('kind'), what: get('what').slice(0, 500), place: get('place').slice(0, 200), unitId },
    ...{ quantity, fromDay, toDay, takenDown: null, visitors: typedCount(get('visitors')) ?? null },
    ...{
      publicationId: Number(get('item')) || null,
      photoId: files[0]?.id ?? null,
      note: get('note').slice(0, 500),
    },
  }
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => addStanding(tx, actorOf(c), input, c.get('now')))
    return redirect(c, '/printed/standing', t.standingSaved)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return list(c, fields, refusal.faults)
  }
}

async function down(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { day: dayOf(c.get('now')), visitors: typedCount(one(values, 'visitors')) ?? null }
  await c
    .get('db')
    .transaction()
    .execute((tx) => takeDown(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, '/printed/standing', t.downSaved)
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const rows = await selectStanding(c.get('db'), actor.provinceId)
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(await standingSheet(rows, (id) => names.get(id) ?? ''), mime, 'Nơi đặt, nơi treo.xlsx')
}

async function photo(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const found = (await selectStanding(c.get('db'), provinceId)).find((s) => s.id === idOf(c))
  if (!found?.photoId) throw notFound()
  return sendFile(c, provinceId, found.photoId, { inline: true })
}
