import { z } from 'zod'
import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { Refusal } from '../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { shownTitle, type Task } from '../plans/plan.ts'
import { catalogueOf, planById, tasksOfPlan } from '../plans/plans.ts'
import { type IndicatorSeen, indicatorsSeen } from '../procedures/procedures.ts'
import { selectActivities } from './activities.sql.ts'
import { type Assignment, assignmentAddress, isOpen, timingOf } from './assignment.ts'
import { canCheck, canWork } from './assignments.policy.ts'
import { selectLeadUnits } from './assignments.sql.ts'
import { texts } from './assignments.texts.ts'
import {
  acknowledge,
  askExtension,
  assignmentSeenBy,
  decideExtension,
  reportDone,
  returnWork,
  startWork,
  verify,
} from './assignments.ts'
import { selectRows } from './lists.sql.ts'
import { selectObstacles } from './obstacles.sql.ts'
import { assignmentView, followUp } from './pages/assignment-view.tsx'
import { remindersOf } from './reminders.sql.ts'
import { dressed } from './shown.ts'
import { selectExtensions, selectSteps } from './steps.sql.ts'
import { targetStates } from './targets.ts'

type Kept = { form: string; values: FormValues; refusal: Refusal }

export const assignmentRoutes: readonly Route[] = [
  { method: 'GET', path: '/assignments/:id', who: 'signedIn', handle: (c) => show(c) },
  change('acknowledgement', 'acknowledged', (tx, c, id) => acknowledge(tx, actorOf(c), id, c.get('now'))),
  change('progress', 'started', (tx, c, id, v) => {
    const input = parsed(z.object({ progress: percent, note: text(2000).optional() }), v)
    return startWork(tx, actorOf(c), id, { progress: input.progress, note: input.note || null }, c.get('now'))
  }),
  change(
    'report',
    'reported',
    (tx, c, id, v) => {
      const { note } = parsed(z.object({ note: text(2000).default('') }), v)
      return reportDone(tx, actorOf(c), id, { note: note || null }, c.get('now'))
    },
    'done',
  ),
  change('verification', 'verified', (tx, c, id, v) => {
    const { note } = parsed(z.object({ note: text(2000).default('') }), v)
    return verify(tx, actorOf(c), id, { note: note || null }, c.get('now'))
  }),
  change('return', 'returned', (tx, c, id, v) => {
    return returnWork(
      tx,
      actorOf(c),
      id,
      parsed(z.object({ reasons: text(1000).default('') }), v),
      c.get('now'),
    )
  }),
  change(
    'extension-requests',
    'extensionSent',
    (tx, c, id, v) => {
      return askExtension(tx, actorOf(c), id, parsed(extensionInput, v), c.get('now'))
    },
    'extension',
  ),
  change('extension-decision', 'extensionDecided', (tx, c, id, v) => {
    const input = parsed(
      z.object({ decision: z.enum(['granted', 'refused']), note: text(1000).default('') }),
      v,
    )
    return decideExtension(tx, actorOf(c), id, { ...input, note: input.note || null }, c.get('now'))
  }),
]

const percent = z.coerce
  .number('Nhập số từ 0 đến 100 / Enter a number from 0 to 100')
  .int('Nhập số nguyên từ 0 đến 100 / Enter a whole number from 0 to 100')
  .min(0, 'Nhập số từ 0 đến 100 / Enter a number from 0 to 100')
  .max(100, 'Nhập số từ 0 đến 100 / Enter a number from 0 to 100')

function text(max: number) {
  return z.string().max(max, `Viết tối đa ${max} ký tự / At most ${max} characters`)
}

const extensionInput = z.object({
  wantedDay: z.string().transform((typed, ctx) => {
    const day = parseDay(typed)
    if (day) return day
    ctx.addIssue({
      code: 'custom',
      message: 'Nhập ngày theo dạng 22/11/2026 / Enter the day like 22/11/2026',
    })
    return z.NEVER
  }),
  reason: text(1000).min(10, 'Ghi rõ lý do (từ 10 ký tự) / Give the reason (10 characters or more)'),
})

function parsed<T>(schema: z.ZodType<T>, values: FormValues): T {
  const result = parseForm(schema, values)
  if (result.ok) return result.value
  throw new Refusal('invalid', result.faults)
}

/** A small resource of an assignment that one form changes; faults bring the page back with what was typed. */
function change(
  resource: string,
  done: keyof typeof texts,
  verb: (tx: Tx, c: Request, id: number, values: FormValues) => Promise<void>,
  form = resource,
): Route {
  const handle = async (c: Request) => {
    const id = Number(c.req.param('id'))
    const values = await readForm(c)
    try {
      await c
        .get('db')
        .transaction()
        .execute((tx) => verb(tx, c, id, values))
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.kind === 'invalid') return show(c, { form, values, refusal })
      throw refusal
    }
    const word = texts[done]
    return redirect(c, assignmentAddress(id), { tone: 'good', vi: String(word.vi), en: String(word.en) })
  }
  return { method: 'POST', path: `/assignments/:id/${resource}`, who: 'signedIn', handle }
}

async function show(c: Request, kept?: Kept): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const a = await assignmentSeenBy(db, actor, Number(c.req.param('id')))
  const leads = await selectLeadUnits(db, actor.provinceId, a.taskId)
  const plan = await planById(db, actor.provinceId, a.planId)
  const { tasks, groups } = await tasksOfPlan(db, actor.provinceId, a.planId)
  const task = tasks.find((t) => t.id === a.taskId)
  if (!task) throw new Error(`assignment ${a.id} has no task`)
  const found = await selectActivities(db, actor.provinceId, { assignmentId: a.id }, 200)
  const activities = await dressed(db, actor, found.activities)
  const extensions = await selectExtensions(db, actor.provinceId, a.id)
  const view = {
    assignment: a,
    timing: timingOf(a, today),
    today,
    task,
    sectionTitle: groups.find((g) => g.id === task.groupId)?.title ?? null,
    plan,
    unitName: await unitName(c, a),
    steps: await selectSteps(db, actor.provinceId, a.id),
    extensions,
    activities,
    targets: targetStates(
      task.targets,
      activities.map((x) => ({ ...x.activity, figures: x.figures })),
    ),
    others: await othersOf(c, a, leads),
    canRecord: canWork(actor, a) && isOpen(a.state),
    more: await followUpOf(c, a, leads),
    rates: await ratesOf(c, task, a.unitId),
  }
  const actions = {
    assignment: a,
    mayWork: canWork(actor, a),
    mayCheck: canCheck(actor, a, leads),
    extensionWaits: extensions.some((e) => e.decision === null),
    ...(kept ? { kept: { form: kept.form, values: kept.values, faults: kept.refusal.faults } } : {}),
  }
  const title = words(texts, c.get('locale')).task
  const facts = { title, crumbs: [{ href: `/plans/${plan.id}`, label: shownTitle(plan.title) }] }
  return officePage(c, kept ? { ...facts, status: 422 } : facts, assignmentView(view, actions))
}

async function followUpOf(c: Request, a: Assignment, leads: readonly number[]) {
  const actor = actorOf(c)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')))
  return followUp({
    assignmentId: a.id,
    obstacles: await selectObstacles(c.get('db'), actor.provinceId, { assignmentId: a.id }),
    reminders: await remindersOf(c.get('db'), actor.provinceId, a.id),
    unitNames: new Map(units.map((u) => [u.id, u.name])),
    mayRaise: canWork(actor, a) && isOpen(a.state),
    mayRemind: canCheck(actor, a, leads) && isOpen(a.state),
  })
}

/** The other units of the same task: all of them for who leads or sees the province, else only those in reach. */
async function othersOf(c: Request, a: Assignment, leads: readonly number[]) {
  const actor = actorOf(c)
  const seesAll = actor.reach === 'province' || actor.grants.some((g) => leads.includes(g.unitId))
  const unitIds = seesAll || actor.reach === 'province' ? undefined : [...actor.reach]
  const filter = { taskId: a.taskId, unitIds }
  return (await selectRows(c.get('db'), actor.provinceId, filter, dayOf(c.get('now')), 200)).rows
}

async function unitName(c: Request, a: Assignment): Promise<string> {
  const units = await unitsAsOf(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  const now = units.find((u) => u.id === a.unitId)
  if (now) return now.name
  const then = await unitsAsOf(c.get('db'), actorOf(c).provinceId, dayOf(a.assignedAt))
  return then.find((u) => u.id === a.unitId)?.name ?? ''
}

/** Online filing and payment, where the task is about online services: of the unit, or of all that the reader sees. */
async function ratesOf(c: Request, task: Pick<Task, 'themes'>, unitId: number): Promise<IndicatorSeen[]> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { themes } = await catalogueOf(db, actor.provinceId)
  const online = themes.find((t) => t.code === 'online_services')
  if (!online || !task.themes.includes(online.id)) return []
  const own = await indicatorsSeen(db, actor, unitId)
  return own.some((r) => r.course.length > 0) ? own : indicatorsSeen(db, actor)
}
