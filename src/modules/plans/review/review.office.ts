import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid, notFound, Refusal } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { actorOf, type Notice, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { canOrganise, groupsAsOf } from '../../organisations/organisations.ts'
import { formOf, idOf, linesOf, one, unitsToday } from '../asking.ts'
import { view } from '../pages/view.tsx'
import { planAddress, planKinds, plansAddress, readingAddress, shownTitle } from '../plan.ts'
import { canWriteFor } from '../plans.policy.ts'
import { texts as planTexts } from '../plans.texts.ts'
import { plansWhere } from '../plans.ts'
import type { TaskEdit } from './edits.ts'
import { headFields } from './found.ts'
import { ReviewPage } from './pages/review-page.tsx'
import { selectCorrections, selectFlags, selectReading } from './review.sql.ts'
import { texts } from './review.texts.ts'
import type { Reading } from './review.ts'
import { correctReading, rereadText } from './reviews.ts'
import { acceptFlags, chooseName, makePlan } from './settling.ts'

const writers = ['province_lead', 'agency_head', 'agency_officer'] as const
const at = '/plan-readings/:id{[0-9]+}'

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: writers, handle: (c) => show(c, []) },
  { method: 'GET', path: `${at}/progress`, who: writers, handle: progress },
  correction('head', async (tx, c, id, v) => {
    const reading = await seen(c, tx)
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
    return chooseName(
      tx,
      actorOf(c),
      id,
      { name: one(v, 'name'), targets, remember: one(v, 'remember') === 'yes' },
      c.get('now'),
    )
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

/** In a transaction it asks through that: one that waited for a second connection could wait for ever. */
async function seen(c: Request, db: DbOrTx = c.get('db')): Promise<Reading> {
  const actor = actorOf(c)
  const reading = await selectReading(db, actor.provinceId, idOf(c))
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
        label: [p.number, shownTitle(p.title)].filter(Boolean).join(' – '),
      })),
      corrections: (await selectCorrections(db, provinceId, reading.id)).length,
      mayRemember: canOrganise(actorOf(c)),
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
