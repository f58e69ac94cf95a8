import { parseDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Notice, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { formOf, idOf, many, one, unitsToday } from './asking.ts'
import { selectProgrammes } from './catalogue.sql.ts'
import { PlanPage } from './pages/plan-page.tsx'
import { PlansPage } from './pages/plans-page.tsx'
import { view } from './pages/view.tsx'
import { type PlanState, planAddress, planStates, plansAddress, programmeCodes, shownTitle } from './plan.ts'
import { planPageProps } from './plan-shown.ts'
import { answerComment, commentOnPlan, remindConsulted } from './plans.consultation.ts'
import {
  cancelPlan,
  closePlan,
  consultOnPlan,
  issuePlan,
  returnToDraft,
  reviewPlan,
  signPlan,
  startPlan,
  submitPlan,
} from './plans.life.ts'
import { amendPlan, copyPlan } from './plans.lineage.ts'
import { writesFor } from './plans.policy.ts'
import { selectYears } from './plans.sql.ts'
import { texts } from './plans.texts.ts'
import { plansWhere } from './plans.ts'
import { selectUnusedReadings } from './review/review.sql.ts'

export const planRoutes: readonly Route[] = [
  { method: 'GET', path: '/plans', who: 'signedIn', handle: list },
  { method: 'GET', path: '/plans/:id{[0-9]+}', who: 'signedIn', handle: (c) => show(c) },
  step('consultation', (tx, c, id, v) =>
    consultOnPlan(
      tx,
      actorOf(c),
      id,
      { until: parseDay(one(v, 'until')) ?? '', unitIds: many(v, 'unitIds').map(Number) },
      c.get('now'),
    ),
  ),
  step('submission', (tx, c, id) => submitPlan(tx, actorOf(c), id, c.get('now'))),
  step('return', (tx, c, id, v) => returnToDraft(tx, actorOf(c), id, one(v, 'reason'), c.get('now'))),
  step('signature', (tx, c, id, v) =>
    signPlan(
      tx,
      actorOf(c),
      id,
      { signer: one(v, 'signer'), signerTitle: one(v, 'signerTitle') },
      c.get('now'),
    ),
  ),
  step(
    'issue',
    (tx, c, id, v) =>
      issuePlan(
        tx,
        actorOf(c),
        id,
        { number: one(v, 'number'), issued: parseDay(one(v, 'issued')) ?? '' },
        c.get('now'),
      ),
    texts.issuedNow,
  ),
  step('start', (tx, c, id) => startPlan(tx, actorOf(c), id, c.get('now'))),
  step('review', (tx, c, id, v) => reviewPlan(tx, actorOf(c), id, one(v, 'conclusion'), c.get('now'))),
  step('closing', (tx, c, id) => closePlan(tx, actorOf(c), id, c.get('now'))),
  step('cancellation', (tx, c, id, v) => cancelPlan(tx, actorOf(c), id, one(v, 'reason'), c.get('now'))),
  step(
    'amendment',
    (tx, c, id, v) =>
      amendPlan(tx, actorOf(c), id, one(v, 'amendment') === 'REPLACES' ? 'REPLACES' : 'AMENDS', c.get('now')),
    texts.drafted,
  ),
  step(
    'copy',
    (tx, c, id, v) => copyPlan(tx, actorOf(c), id, { year: Number(one(v, 'year')) }, c.get('now')),
    texts.drafted,
  ),
  step('comments', async (tx, c, id, v) => {
    const opinion = { agrees: one(v, 'agrees') !== 'no', body: one(v, 'body'), taskId: null }
    await commentOnPlan(tx, actorOf(c), id, opinion, c.get('now'))
  }),
  step(
    'consultation/reminder',
    (tx, c, id) => remindConsulted(tx, actorOf(c), id, c.get('now')),
    texts.remindedNow,
  ),
  step('comments/:commentId/answer', (tx, c, id, v) =>
    answerComment(tx, actorOf(c), id, idOf(c, 'commentId'), one(v, 'answer'), c.get('now')),
  ),
]

const pageSize = 30

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const locale = c.get('locale')
  const query = c.req.query()
  const units = await unitsToday(c)
  const programmes = await selectProgrammes(db, actor.provinceId)
  const page = Math.max(1, Number(query['page']) || 1)
  const filter = {
    words: query['words']?.normalize('NFC').trim() || undefined,
    programme: programmeCodes.find((p) => p === query['programme']),
    year: Number(query['year']) || undefined,
    unitIds: Number(query['unit']) ? [Number(query['unit'])] : undefined,
    states: planStates.filter((s): s is PlanState => s === query['state']),
    seenBy: actor,
  }
  const found = await plansWhere(db, actor.provinceId, filter, pageSize, (page - 1) * pageSize)
  const mine = writesFor(actor)
  const mayWrite = mine === 'any' || mine.length > 0
  const readings = mayWrite ? await selectUnusedReadings(db, actor.provinceId, 10) : []
  return officePage(
    c,
    { title: texts.plans[locale] },
    view(PlansPage, {
      ...found,
      page,
      pageSize,
      pageAddress: (n: number) => `/plans?${new URLSearchParams({ ...query, page: String(n) })}`,
      values: query,
      programmes: programmes.map((p) => ({ value: p.code, label: p[locale] })),
      units: units.options,
      years: await selectYears(db, actor.provinceId),
      unitName: units.nameOf,
      readings: readings.filter((r) => mine === 'any' || mine.includes(r.unitId)),
      mayWrite,
    }),
  )
}

async function show(
  c: Request,
  kept?: { form: string; values: FormValues; refusal: Refusal },
): Promise<Response> {
  const props = await planPageProps(c, idOf(c), await unitsToday(c))
  const locale = c.get('locale')
  const facts = {
    title: shownTitle(props.plan.title),
    crumbs: [
      { label: texts.plans[locale], href: plansAddress() },
      { label: props.plan.number ?? shownTitle(props.plan.title), href: planAddress(props.plan.id) },
    ],
  }
  if (!kept) return officePage(c, facts, view(PlanPage, props))
  const { form, values, refusal } = kept
  const shown = { ...props, form, values: { ...values, form }, faults: refusal.faults }
  return officePage(c, { ...facts, status: 422 }, view(PlanPage, shown))
}

type Verb = (tx: Tx, c: Request, planId: number, values: FormValues) => Promise<unknown>

/** A step of the plan's life: one small resource below the plan. A verb that answers an id leads to that plan. */
function step(resource: string, verb: Verb, notice: Notice = texts.done): Route {
  return {
    method: 'POST',
    path: `/plans/:id{[0-9]+}/${resource}`,
    who: 'signedIn',
    handle: async (c) => {
      const values = await formOf(c)
      const id = idOf(c)
      try {
        const next = await c
          .get('db')
          .transaction()
          .execute((tx) => verb(tx, c, id, values))
        return redirect(c, planAddress(typeof next === 'number' ? next : id), notice)
      } catch (refusal) {
        if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
        return show(c, { form: resource, values, refusal })
      }
    },
  }
}
