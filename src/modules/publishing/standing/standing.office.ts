import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { imageKinds } from '../../../lib/files/kinds.ts'
import { sendBytes, sendFile } from '../../../lib/http/downloads.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { readDayUpTo } from '../printed/asked.ts'
import { texts as printed } from '../printed/printed.texts.ts'
import { mayWork, mayWorkFor, workers } from '../reach/reach.policy.ts'
import { selectBriefs } from '../reach/reach.sql.ts'
import { idOf, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { StandingPage } from './pages/standing-page.tsx'
import { OneStandingPage } from './pages/standing-row-page.tsx'
import { selectStanding, selectVisits } from './standing.sql.ts'
import { texts as t } from './standing.texts.ts'
import {
  addStanding,
  correctStanding,
  standingById,
  strikeStanding,
  takeDown,
  visitStanding,
} from './standing.ts'
import { readStanding } from './standing-form.ts'
import { pageSize, standingSeen } from './standing-list.ts'
import { standingSheet } from './standing-sheet.ts'

const row = '/printed/standing/:id{[0-9]+}'

export const standingRoutes: readonly Route[] = [
  { method: 'GET', path: '/printed/standing', who: 'signedIn', handle: (c) => list(c, {}, []) },
  { method: 'POST', path: '/printed/standing', who: workers, handle: add, upload: true },
  { method: 'GET', path: '/printed/standing.xlsx', who: 'signedIn', handle: sheet },
  { method: 'GET', path: row, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'POST', path: row, who: workers, handle: correct, upload: true },
  { method: 'POST', path: `${row}/removal`, who: workers, handle: down, upload: true },
  { method: 'POST', path: `${row}/visits`, who: workers, handle: visit, upload: true },
  { method: 'POST', path: `${row}/striking`, who: workers, handle: strike },
  { method: 'GET', path: `${row}/file/:which`, who: 'signedIn', handle: photo },
]

const photoLimits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: imageKinds }

export function standingCrumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [
    { label: printed.printed[c.get('locale')], href: '/printed' },
    { label: t.standing[c.get('locale')], href: '/printed/standing' },
    ...further,
  ]
}

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

export async function orAgain(
  again: (faults: readonly Fault[]) => Promise<Response>,
  verb: () => Promise<Response>,
): Promise<Response> {
  try {
    return await verb()
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return again(refusal.faults)
  }
}

/** What the forms choose from: units that one may write for, communes, texts. */
export async function standingChoices(c: Request) {
  const actor = actorOf(c)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  return {
    units: units.filter((u) => mayWorkFor(actor, u.id)).map((u) => ({ id: u.id, name: u.name })),
    communes: units
      .filter((u) => u.level === 'commune' && u.type === 'people_committee')
      .map((u) => ({ id: u.id, name: u.name })),
    items: await selectBriefs(c.get('db'), actor.provinceId),
    names: new Map(units.map((u) => [u.id, u.shortName ?? u.name])),
    all: units,
  }
}

async function list(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const choices = await standingChoices(c)
  const rows = await selectStanding(c.get('db'), actor.provinceId)
  const facts = {
    title: t.standing[c.get('locale')],
    crumbs: standingCrumbs(c),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const usual = { fromDay: showDay(today), quantity: '1', unit: String(actor.grants[0]?.unitId ?? '') }
  const seen = standingSeen(rows, choices.all, c.req.query(), today)
  const props = { seen, choices, mayWork: mayWork(actor), pageSize, values: { ...usual, ...values }, faults }
  return officePage(c, facts, view(StandingPage, props))
}

async function add(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, photoLimits)
  const today = dayOf(c.get('now'))
  const { input, faults: wrong } = readStanding((n) => one(fields, n), files[0]?.id ?? null, today)
  const again = (all: readonly Fault[]) => list(c, fields, all)
  if (!input || faults.length > 0) return again([...faults, ...wrong])
  return orAgain(again, async () => {
    const id = await inTransaction(c, (tx) => addStanding(tx, actorOf(c), input, c.get('now')))
    return redirect(c, `/printed/standing/${id}`, t.saved)
  })
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const found = await standingById(c.get('db'), actor.provinceId, idOf(c))
  const facts = {
    title: found.what,
    crumbs: standingCrumbs(c, { label: found.what, href: `/printed/standing/${found.id}` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const props = {
    row: found,
    visits: await selectVisits(c.get('db'), actor.provinceId, found.id),
    choices: await standingChoices(c),
    mayWork: mayWorkFor(actor, found.unitId),
    today: dayOf(c.get('now')),
    values,
    faults,
  }
  return officePage(c, facts, view(OneStandingPage, props))
}

async function correct(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, photoLimits)
  const today = dayOf(c.get('now'))
  const { input, faults: wrong } = readStanding((n) => one(fields, n), files[0]?.id ?? null, today)
  const again = (all: readonly Fault[]) => show(c, fields, all)
  if (!input || faults.length > 0) return again([...faults, ...wrong])
  return orAgain(again, async () => {
    await inTransaction(c, (tx) => correctStanding(tx, actorOf(c), idOf(c), input, c.get('now')))
    return redirect(c, `/printed/standing/${idOf(c)}`, t.corrected)
  })
}

async function down(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, photoLimits)
  const day = readDayUpTo(one(fields, 'downDay'), dayOf(c.get('now')))
  const visitors = typedCount(one(fields, 'downVisitors'))
  const wrong: Fault[] = [...faults]
  if (!day) wrong.push({ field: 'downDay', ...t.needDay })
  if (visitors === undefined) wrong.push({ field: 'downVisitors', ...t.needVisitors })
  if (!day || visitors === undefined || wrong.length > 0) return show(c, fields, wrong)
  const input = { day, visitors, photoId: files[0]?.id ?? null }
  await inTransaction(c, (tx) => takeDown(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `/printed/standing/${idOf(c)}`, t.downSaved)
}

async function visit(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, photoLimits)
  const day = readDayUpTo(one(fields, 'visitDay'), dayOf(c.get('now')))
  const note = one(fields, 'visitNote').slice(0, 1000)
  const wrong: Fault[] = [...faults]
  if (!day) wrong.push({ field: 'visitDay', ...t.needDay })
  if (note === '') wrong.push({ field: 'visitNote', ...t.needNote })
  if (!day || wrong.length > 0) return show(c, fields, wrong)
  const input = { day, note, photoId: files[0]?.id ?? null }
  await inTransaction(c, (tx) => visitStanding(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `/printed/standing/${idOf(c)}#visits`, t.visitSaved)
}

async function strike(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => strikeStanding(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, '/printed/standing', t.struck)
}

async function sheet(c: Request): Promise<Response> {
  const { names } = await standingChoices(c)
  const rows = await selectStanding(c.get('db'), actorOf(c).provinceId)
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(await standingSheet(rows, names), mime, 'Nơi đặt, nơi treo.xlsx')
}

/** The photo of the start, of the end, or of a visit by its number. */
async function photo(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const found = await standingById(c.get('db'), provinceId, idOf(c))
  const which = c.req.param('which')
  const visits = await selectVisits(c.get('db'), provinceId, found.id)
  const fileId =
    which === 'start'
      ? found.photoId
      : which === 'down'
        ? found.downPhotoId
        : (visits.find((v) => String(v.id) === which)?.photoId ?? null)
  if (!fileId) throw notFound()
  return sendFile(c, provinceId, fileId, { inline: true })
}
