import { readFile } from 'node:fs/promises'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { readDocument } from '../../../lib/documents/in/read-document.ts'
import type { ReadResult } from '../../../lib/documents/in/read-result.ts'
import { type Fault, invalid, notFound, Refusal } from '../../../lib/errors.ts'
import { documentKinds, imageKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { actorOf, type Notice, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { groupsAsOf } from '../../organisations/organisations.ts'
import { formOf, idOf, linesOf, one, unitsToday, writableUnits } from '../asking.ts'
import { selectProgrammes } from '../catalogue.sql.ts'
import { view } from '../pages/view.tsx'
import { planAddress, planKinds, plansAddress, readingAddress } from '../plan.ts'
import { canWriteFor } from '../plans.policy.ts'
import { texts as planTexts } from '../plans.texts.ts'
import { plansWhere } from '../plans.ts'
import type { TaskEdit } from './edits.ts'
import { headFields } from './found.ts'
import { DropPage } from './pages/drop-page.tsx'
import { ReviewPage } from './pages/review-page.tsx'
import { selectCorrections, selectFlags, selectReading } from './review.sql.ts'
import { texts } from './review.texts.ts'
import type { Reading } from './review.ts'
import {
  acceptFlags,
  chooseName,
  correctReading,
  keepReading,
  makePlan,
  openReading,
  queueReading,
  rereadText,
} from './reviews.ts'

const writers = ['province_lead', 'agency_head', 'agency_officer'] as const
const maxBytes = 30 * 1024 * 1024
const at = '/plan-readings/:id{[0-9]+}'

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/plan-readings/new', who: writers, handle: (c) => drop(c, {}, []) },
  { method: 'POST', path: '/plan-readings', who: writers, handle: take, upload: true },
  { method: 'GET', path: at, who: writers, handle: (c) => show(c, []) },
  { method: 'GET', path: `${at}/progress`, who: writers, handle: progress },
  correction('head', async (tx, c, id, v) => {
    const reading = await seen(c)
    for (const field of headFields) {
      const value = one(v, field) || null
      if (v[field] === undefined || value === (reading.found?.head[field].value ?? null)) continue
      await correctReading(
        tx,
        actorOf(c),
        id,
        { action: 'set', path: 'head', field, value: dayless(field, value) },
        c.get('now'),
      )
    }
  }),
  correction('recipients', (tx, c, id, v) =>
    correctReading(
      tx,
      actorOf(c),
      id,
      {
        action: 'set',
        path: 'recipients',
        value: one(v, 'lines')
          .split('\n')
          .map((l) => l.trim())
          .filter(Boolean),
      },
      c.get('now'),
    ),
  ),
  correction('tasks', (tx, c, id, v) =>
    correctReading(
      tx,
      actorOf(c),
      id,
      { action: 'add', path: 'task', after: null, becomes: taskOf(v) },
      c.get('now'),
    ),
  ),
  correction('tasks/:taskId', (tx, c, id, v) =>
    correctReading(
      tx,
      actorOf(c),
      id,
      { action: 'set', path: 'task', taskId: taskId(c), becomes: taskOf(v) },
      c.get('now'),
    ),
  ),
  correction('tasks/:taskId/merger', (tx, c, id) =>
    correctReading(tx, actorOf(c), id, { action: 'merge', path: 'task', taskId: taskId(c) }, c.get('now')),
  ),
  correction('tasks/:taskId/swap', (tx, c, id, v) =>
    correctReading(
      tx,
      actorOf(c),
      id,
      {
        action: 'set',
        path: 'task',
        taskId: taskId(c),
        becomes: {
          ...taskOf(v),
          lead: linesOf(one(v, 'coordinating')),
          coordinating: linesOf(one(v, 'lead')),
        },
      },
      c.get('now'),
    ),
  ),
  correction('tasks/:taskId/deletion', (tx, c, id) =>
    correctReading(tx, actorOf(c), id, { action: 'delete', path: 'task', taskId: taskId(c) }, c.get('now')),
  ),
  correction('tasks/:taskId/split', (tx, c, id, v) =>
    correctReading(
      tx,
      actorOf(c),
      id,
      { action: 'split', path: 'task', taskId: taskId(c), parts: one(v, 'parts').split('\n') },
      c.get('now'),
    ),
  ),
  correction('names', (tx, c, id, v) => {
    const target = /^(unit|group):(\d+)$/.exec(one(v, 'target'))
    const targets = target ? [{ kind: target[1] as 'unit' | 'group', id: Number(target[2]) }] : []
    return chooseName(tx, actorOf(c), id, { name: one(v, 'name'), targets }, c.get('now'))
  }),
  correction('flags/acceptance', (tx, c, id, v) => {
    const code = one(v, 'code')
    return acceptFlags(
      tx,
      actorOf(c),
      id,
      code ? { code } : { flagId: Number(one(v, 'flagId')) },
      c.get('now'),
    )
  }),
  correction('text', (tx, c, id, v) => rereadText(tx, actorOf(c), id, one(v, 'text'), c.get('now'))),
  { method: 'POST', path: `${at}/plan`, who: writers, handle: make },
]

function taskId(c: Request): string {
  return c.req.param('taskId') ?? ''
}

/** '15/02/2023' as a day where the field is one. */
function dayless(field: string, value: string | null): string | null {
  const m = field === 'issued' ? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value ?? '') : null
  return m ? `${m[3]}-${m[2]?.padStart(2, '0')}-${m[1]?.padStart(2, '0')}` : value
}

function taskOf(v: FormValues): TaskEdit {
  const content = one(v, 'content')
  if (!content) throw invalid([{ field: 'content', ...texts.needContent }])
  return {
    content,
    section: one(v, 'section') || null,
    ordinal: one(v, 'ordinal') || null,
    lead: linesOf(one(v, 'lead')),
    coordinating: linesOf(one(v, 'coordinating')),
    invited: one(v, 'invited') === 'yes',
    time: one(v, 'time') || null,
    product: one(v, 'product') || null,
  }
}

async function drop(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const locale = c.get('locale')
  const units = writableUnits(c, await unitsToday(c))
  const programmes = await selectProgrammes(c.get('db'), actorOf(c).provinceId)
  return officePage(
    c,
    {
      title: texts.drop[locale],
      crumbs: [
        { label: planTexts.plans[locale], href: plansAddress() },
        { label: texts.drop[locale], href: '/plan-readings/new' },
      ],
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(DropPage, {
      programmes: programmes.map((p) => ({ value: String(p.id), label: p[locale] })),
      units,
      values,
      faults,
      limit: maxBytes,
    }),
  )
}

/** Reads at once what is quick; a scan goes to a worker. A file that cannot be read comes back as a fault of the form. */
async function take(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes, types: [...documentKinds, ...imageKinds] }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const file = files[0]
  const text = one(fields, 'text')
  const unitId = Number(one(fields, 'unitId'))
  const programmeId = Number(one(fields, 'programmeId'))
  const more: Fault[] = [...faults]
  if (!file && !text && faults.length === 0) more.push({ field: 'file', ...texts.needFile })
  if (!unitId || !programmeId) more.push({ field: 'unitId', ...texts.needUnit })
  if (more.length > 0) return drop(c, fields, more)
  const bytes = file
    ? await readFile(storedPath(c.get('config').dataDir, file.sha256))
    : new TextEncoder().encode(text)
  const name = file?.name ?? texts.pasted[c.get('locale')]
  const read = await readDocument(bytes, { name: file ? name : 'plan.txt' }, { ocr: false })
  if (!read.ok && read.fault.code !== 'needs-ocr') return drop(c, fields, [{ field: 'file', ...read.fault }])
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => keep(tx, c, read, { name, fileId: file?.id ?? null, unitId, programmeId }))
  return redirect(c, readingAddress(id))
}

async function keep(
  tx: Tx,
  c: Request,
  read: ReadResult,
  input: Parameters<typeof openReading>[2],
): Promise<number> {
  const actor = actorOf(c)
  const id = await openReading(tx, actor, input, c.get('now'))
  if (read.ok) await keepReading(tx, actor.provinceId, id, read.document, c.get('now'))
  else await queueReading(tx, actor, id)
  return id
}

async function seen(c: Request): Promise<Reading> {
  const actor = actorOf(c)
  const reading = await selectReading(c.get('db'), actor.provinceId, idOf(c))
  if (!reading || !canWriteFor(actor, reading.unitId)) throw notFound()
  return reading
}

async function show(c: Request, faults: readonly Fault[]): Promise<Response> {
  const reading = await seen(c)
  const db = c.get('db')
  const locale = c.get('locale')
  const { provinceId } = actorOf(c)
  const units = await unitsToday(c)
  const groups = await groupsAsOf(db, provinceId, dayOf(c.get('now')))
  const { plans } = await plansWhere(db, provinceId, { seenBy: actorOf(c) }, 100)
  return officePage(
    c,
    {
      title: `${texts.reading[locale]}: ${reading.name}`,
      crumbs: [
        { label: planTexts.plans[locale], href: plansAddress() },
        { label: reading.name, href: readingAddress(reading.id) },
      ],
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(ReviewPage, {
      reading,
      flags: await selectFlags(db, provinceId, reading.id),
      unit: units.nameOf(reading.unitId),
      targets: {
        units: units.options.map((o) => ({ ...o, value: `unit:${o.value}` })),
        groups: groups.map((g) => ({ value: `group:${g.id}`, label: g.name })),
      },
      plans: plans.map((p) => ({
        value: String(p.id),
        label: [p.number, p.title].filter(Boolean).join(' – '),
      })),
      corrections: (await selectCorrections(db, provinceId, reading.id)).length,
      mayRemember: false,
      faults,
    }),
  )
}

/** What the page asks every two seconds while a worker reads. */
async function progress(c: Request): Promise<Response> {
  const reading = await seen(c)
  const running = reading.state === 'WAITING' || reading.state === 'READING'
  return c.json({
    value: reading.progress,
    max: 100,
    text: texts.percent[c.get('locale')](reading.progress),
    ...(running ? {} : { done: readingAddress(reading.id) }),
  })
}

type Verb = (tx: Tx, c: Request, readingId: number, values: FormValues) => Promise<unknown>

/** A correction: a small resource below the reading; back to the place that was corrected. */
function correction(resource: string, verb: Verb): Route {
  return {
    method: 'POST',
    path: `${at}/${resource}`,
    who: writers,
    handle: async (c) => {
      const values = await formOf(c)
      const id = idOf(c)
      try {
        await c
          .get('db')
          .transaction()
          .execute((tx) => verb(tx, c, id, values))
      } catch (refusal) {
        return backWith(c, refusal)
      }
      const place = resource === 'names' ? '#names' : resource.startsWith('flags') ? '#flags' : anchor(c)
      return redirect(c, `${readingAddress(id)}${place}`, texts.saved satisfies Notice)
    },
  }
}

function anchor(c: Request): string {
  const task = taskId(c)
  return task ? `#task-${task}` : ''
}

function backWith(c: Request, refusal: unknown): Promise<Response> {
  if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
  return show(c, refusal.faults)
}

async function make(c: Request): Promise<Response> {
  const v = await formOf(c)
  const number = (name: string) => Number(one(v, name)) || null
  const facts = {
    kind: planKinds.find((k) => k === one(v, 'kind')) ?? 'ANNUAL',
    year: Number(one(v, 'year')),
    yearTo: Number(one(v, 'yearTo')) || Number(one(v, 'year')),
    parentPlanId: number('parentPlanId'),
    embeddedInPlanId: number('embeddedInPlanId'),
  }
  try {
    const planId = await c
      .get('db')
      .transaction()
      .execute((tx) => makePlan(tx, actorOf(c), idOf(c), facts, c.get('now')))
    return redirect(c, planAddress(planId), planTexts.drafted)
  } catch (refusal) {
    return backWith(c, refusal)
  }
}
