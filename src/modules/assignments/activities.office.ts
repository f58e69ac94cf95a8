import { randomUUID } from 'node:crypto'
import { type Actor, reaches } from '../../lib/actor.ts'
import { dayOf, parseDay, showDay } from '../../lib/calendar/day.ts'
import { Refusal } from '../../lib/errors.ts'
import { fileById, type StoredFile } from '../../lib/files/files.ts'
import { documentKinds, imageKinds, mediaKinds, sheetKinds } from '../../lib/files/kinds.ts'
import { sendFile, sendThumbnail } from '../../lib/http/downloads.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { catalogueOf, offered } from '../plans/plans.ts'
import { selectActivities, servedBy } from './activities.sql.ts'
import { unitsAsked } from './activities-asked.ts'
import { type Activity, activityAddress, activityInput } from './activity.ts'
import {
  activityOf,
  amendActivity,
  evidenceSeenBy,
  keepFiles,
  recordActivity,
  removeEvidence,
  withdrawActivity,
} from './assignments.activities.ts'
import { canWork } from './assignments.policy.ts'
import { texts } from './assignments.texts.ts'
import { recentEvidence } from './evidence.sql.ts'
import { selectRows } from './lists.sql.ts'
import { activitiesView, activityFormView, activityView } from './pages/activity-views.tsx'
import { dressed } from './shown.ts'

const limits = {
  maxFiles: 10,
  maxBytes: 25 * 1024 * 1024,
  types: [...imageKinds, ...documentKinds, ...sheetKinds, ...mediaKinds],
}
const pageSize = 20

export const activityRoutes: readonly Route[] = [
  { method: 'GET', path: '/activities', who: 'signedIn', handle: list },
  { method: 'GET', path: '/activities/new', who: workers(), handle: blank },
  { method: 'POST', path: '/activities', who: workers(), handle: record, upload: true },
  { method: 'GET', path: '/activities/:id', who: 'signedIn', handle: show },
  { method: 'GET', path: '/activities/:id/edit', who: workers(), handle: edit },
  { method: 'POST', path: '/activities/:id', who: workers(), handle: amend, upload: true },
  { method: 'POST', path: '/activities/:id/withdrawal', who: workers(), handle: withdraw },
  { method: 'POST', path: '/activities/:id/evidence/:evidenceId/removal', who: workers(), handle: remove },
  { method: 'GET', path: '/evidence/:id/file', who: 'signedIn', handle: (c) => evidenceFile(c, false) },
  { method: 'GET', path: '/evidence/:id/thumbnail', who: 'signedIn', handle: (c) => evidenceFile(c, true) },
]

/** Roles that work for a unit. */
function workers() {
  return ['agency_officer', 'agency_head', 'province_lead'] as const
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const units = await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')))
  const filter = {
    unitIds: unitsAsked(actor, query['unit'], units),
    formCode: query['form'] || undefined,
    from: parseDay(query['from'] ?? '') ?? undefined,
    to: parseDay(query['to'] ?? '') ?? undefined,
    words: query['words'] || undefined,
    cites: query['cites'] || undefined,
  }
  const found = await selectActivities(db, actor.provinceId, filter, pageSize, (page - 1) * pageSize)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const { forms } = await catalogueOf(db, actor.provinceId)
  const pageAddress = (n: number) => `/activities?${new URLSearchParams({ ...query, page: String(n) })}`
  const view = {
    activities: await dressed(db, actor, found.activities, names),
    forms,
    units: units
      .filter((u) => reaches(actor, u.id))
      .map((u) => ({ value: String(u.id), label: `${'\u2003'.repeat(u.depth)}${u.name}` })),
    values: query,
    total: found.total,
    page,
    pageSize,
    pageAddress,
    mayRecord: worksSomewhere(actor),
  }
  return officePage(c, { title: words(texts, c.get('locale')).allActivities }, activitiesView(view))
}

async function blank(c: Request): Promise<Response> {
  const values: FormValues = {
    fromDay: showDay(dayOf(c.get('now'))),
    submissionKey: randomUUID(),
    formCode: c.req.query('form') ?? '',
    assignmentIds: c.req.query('assignment') ? [String(c.req.query('assignment'))] : [],
  }
  return form(c, '/activities', null, values, null)
}

async function record(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { fields, files, faults } = await receiveUpload(c, limits)
  const input = parseForm(activityInput, fields)
  const all = [...(input.ok ? [] : input.faults), ...faults]
  const kept = await keep(c, fields, files, input.ok && faults.length === 0)
  if (!input.ok || faults.length > 0) return form(c, '/activities', null, kept, new Refusal('invalid', all))
  try {
    const id = await c
      .get('db')
      .transaction()
      .execute((tx) =>
        recordActivity(tx, actor, Number(fields['unitId']), input.value, { files }, c.get('now')),
      )
    return redirect(c, activityAddress(id), notice('activitySaved'))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return form(c, '/activities', null, kept, refusal)
    throw refusal
  }
}

async function edit(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const activity = await activityOf(db, actor, idOf(c))
  const [shown] = await dressed(db, actor, [activity])
  const values: FormValues = {
    what: activity.what,
    fromDay: showDay(activity.fromDay),
    toDay: activity.toDay === activity.fromDay ? '' : showDay(activity.toDay),
    place: activity.place ?? '',
    formCode: activity.formCode,
    themeCodes: activity.themeCodes,
    audienceCodes: activity.audienceCodes,
    note: activity.note ?? '',
    assignmentIds: (await servedBy(db, actor.provinceId, activity.id)).map(String),
    ...Object.fromEntries(
      Object.entries(shown?.figures ?? {}).map(([m, v]) => [m, String(v).replace('.', ',')]),
    ),
  }
  return form(c, activityAddress(activity.id), activity, values, null)
}

async function amend(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const id = idOf(c)
  const { fields, files, faults } = await receiveUpload(c, limits)
  const activity = await activityOf(c.get('db'), actor, id)
  const opened = { ...activity, version: Number(fields['version']) }
  const input = parseForm(activityInput, fields)
  const all = [...(input.ok ? [] : input.faults), ...faults]
  const kept = await keep(
    c,
    { ...fields, unitId: String(activity.unitId) },
    files,
    input.ok && faults.length === 0,
  )
  const again = (refusal: Refusal) => form(c, activityAddress(id), opened, kept, refusal)
  if (!input.ok || faults.length > 0) return again(new Refusal('invalid', all))
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => amendActivity(tx, actor, id, opened.version, input.value, { files }, c.get('now')))
    return redirect(c, activityAddress(id), notice('activitySaved'))
  } catch (refusal) {
    if (refusal instanceof Refusal && (refusal.kind === 'invalid' || refusal.kind === 'conflict'))
      return again(refusal)
    throw refusal
  }
}

async function form(
  c: Request,
  action: string,
  activity: Activity | null,
  values: FormValues,
  refusal: Refusal | null,
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const units = await unitsAsOf(db, actor.provinceId, today)
  const own = units.filter((u) => (activity ? u.id === activity.unitId : canWork(actor, { unitId: u.id })))
  const states = ['assigned', 'acknowledged', 'in_progress', 'returned'] as const
  const open = { unitIds: own.map((u) => u.id), states: activity ? undefined : states }
  const { forms, themes, audiences } = await catalogueOf(db, actor.provinceId)
  const status = refusal === null ? 200 : refusal.kind === 'conflict' ? 409 : 422
  const view = {
    action,
    editing: activity,
    units: own.map((u) => ({ id: u.id, name: u.name })),
    assignments: (await selectRows(db, actor.provinceId, open, today, 60)).rows,
    forms: offered(forms, [activity?.formCode ?? null]),
    themes: offered(themes, activity?.themeCodes ?? []),
    audiences: offered(audiences, activity?.audienceCodes ?? []),
    earlier: await recentEvidence(db, actor.provinceId, own[0]?.id ?? -1, 12),
    values,
    faults: refusal?.faults ?? [],
  }
  const title = words(texts, c.get('locale'))[activity ? 'editActivity' : 'recordActivity']
  return officePage(c, { title, status }, activityFormView(view))
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const activity = await activityOf(db, actor, idOf(c))
  const [shown] = await dressed(db, actor, [activity])
  if (!shown) throw new Error(`activity ${activity.id} cannot be shown`)
  const ids = await servedBy(db, actor.provinceId, activity.id)
  const rows = await selectRows(db, actor.provinceId, { unitIds: [activity.unitId] }, today, 500)
  const catalogue = await catalogueOf(db, actor.provinceId)
  const hashes = new Map<number, string>()
  for (const e of shown.evidence) {
    const file = e.fileId === null ? null : await fileById(db, actor.provinceId, e.fileId)
    if (file) hashes.set(e.id, file.sha256)
  }
  const units = await unitsAsOf(db, actor.provinceId, today)
  const view = {
    ...shown,
    unitName: units.find((u) => u.id === activity.unitId)?.name ?? '',
    themes: catalogue.themes.filter((x) => activity.themeCodes.includes(x.code)).map((x) => x[actor.locale]),
    audiences: catalogue.audiences
      .filter((x) => activity.audienceCodes.includes(x.code))
      .map((x) => x[actor.locale]),
    served: rows.rows.filter((r) => ids.includes(r.id)),
    hashes,
    mayChange: canWork(actor, activity) && !activity.withdrawn,
  }
  return officePage(c, { title: activity.what.slice(0, 80) }, activityView(view))
}

async function withdraw(c: Request): Promise<Response> {
  const values = await readForm(c)
  const reason = String(values['reason'] ?? '')
  await c
    .get('db')
    .transaction()
    .execute((tx) => withdrawActivity(tx, actorOf(c), idOf(c), reason, c.get('now')))
  return redirect(c, '/activities', notice('activityWithdrawn'))
}

async function remove(c: Request): Promise<Response> {
  const evidenceId = Number(c.req.param('evidenceId'))
  await c
    .get('db')
    .transaction()
    .execute((tx) => removeEvidence(tx, actorOf(c), idOf(c), evidenceId, c.get('now')))
  return redirect(c, activityAddress(idOf(c)))
}

async function evidenceFile(c: Request, small: boolean): Promise<Response> {
  const actor = actorOf(c)
  const evidence = await evidenceSeenBy(c.get('db'), actor, idOf(c))
  if (evidence.fileId === null) return redirect(c, '/activities')
  if (small) return sendThumbnail(c, actor.provinceId, evidence.fileId, 240)
  return sendFile(c, actor.provinceId, evidence.fileId, { inline: true })
}

/** What was typed, and of a form with faults also the files: they stay with the unit and come back ticked. */
async function keep(
  c: Request,
  fields: FormValues,
  files: readonly StoredFile[],
  good: boolean,
): Promise<FormValues> {
  if (good || files.length === 0) return fields
  const ids = await c
    .get('db')
    .transaction()
    .execute((tx) => keepFiles(tx, actorOf(c), Number(fields['unitId']), files, c.get('now')))
  return { ...fields, evidenceIds: [...[fields['evidenceIds'] ?? []].flat(), ...ids.map(String)] }
}

function worksSomewhere(actor: Actor): boolean {
  return actor.grants.some((g) => (workers() as readonly string[]).includes(g.role))
}

function idOf(c: Request): number {
  return Number(c.req.param('id')) || 0
}

function notice(key: 'activitySaved' | 'activityWithdrawn') {
  return { tone: 'good', vi: texts[key].vi, en: texts[key].en } as const
}
