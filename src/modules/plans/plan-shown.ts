import { notFound } from '../../lib/errors.ts'
import { actorOf, type Request } from '../../lib/http/route.ts'
import { documentsById } from '../legal/legal.ts'
import { planningUnits, type Units } from './asking.ts'
import { selectProgrammes } from './catalogue.sql.ts'
import { selectComments, selectConsulted, selectReminded } from './consultation.sql.ts'
import type { PlanLines, PlanPageProps } from './pages/plan-page-props.ts'
import type { Plan } from './plan.ts'
import { stepsFor } from './plans.life.ts'
import { lineageOf } from './plans.lineage.ts'
import { canComment, canEdit, canSee, canWriteFor } from './plans.policy.ts'
import { planById } from './plans.ts'
import { selectReadingOfPlan } from './review/review.sql.ts'
import { selectGroups, selectReportDuties, selectTasks } from './tasks.sql.ts'
import { selectCitations, selectHistory, selectRecipients, selectSections } from './text.sql.ts'

/** A plan that this person may see. Refuses with not_found, so that nobody learns of drafts of others. */
export async function visiblePlan(c: Request, planId: number): Promise<{ plan: Plan; consulted: number[] }> {
  const actor = actorOf(c)
  const db = c.get('db')
  const plan = await planById(db, actor.provinceId, planId)
  const consulted = await selectConsulted(db, actor.provinceId, planId)
  if (!canSee(actor, plan, consulted)) throw notFound()
  return { plan, consulted }
}

/** Everything the page of a plan shows to this person. */
export async function planPageProps(c: Request, planId: number, units: Units): Promise<PlanPageProps> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const { plan, consulted } = await visiblePlan(c, planId)
  const programmes = await selectProgrammes(db, provinceId)
  const rows = await selectCitations(db, provinceId, planId)
  const documents = await documentsById(
    db,
    provinceId,
    rows.map((r) => r.documentId),
  )
  const writes = canWriteFor(actor, plan.unitId)
  const read = await selectReadingOfPlan(db, provinceId, planId)
  const issued = ['ISSUED', 'IN_PROGRESS', 'AMENDED'].includes(plan.state)
  return {
    plan,
    programme: programmes.find((p) => p.id === plan.programmeId)?.[c.get('locale')] ?? '',
    unit: units.nameOf(plan.unitId),
    sections: await selectSections(db, provinceId, planId),
    groups: await selectGroups(db, provinceId, planId),
    tasks: await selectTasks(db, provinceId, planId),
    duties: await selectReportDuties(db, provinceId, planId),
    citations: rows.flatMap((r) => {
      const document = documents.get(r.documentId)
      return document ? [{ ...r, document }] : []
    }),
    recipients: (await selectRecipients(db, provinceId, planId)).map((r) => r.asPrinted),
    history: await selectHistory(db, provinceId, planId),
    comments: await selectComments(db, provinceId, planId),
    consulted,
    reminded: await selectReminded(db, provinceId, planId),
    lines: await linesOf(c, plan),
    unitName: units.nameOf,
    units: planningUnits(units).filter((o) => Number(o.value) !== plan.unitId),
    steps: stepsFor(actor, plan),
    may: {
      edit: canEdit(actor, plan),
      comment: canComment(actor, plan, consulted),
      amend: writes && issued,
      copy: writes,
      answer: writes,
    },
    reading: read && { id: read.id, open: read.open },
    prefill: {
      signer: plan.signer ?? '',
      signerTitle: plan.signerTitle ?? '',
      number: read?.number ?? '',
      issued: read?.issued ?? '',
      year: String(plan.year + 1),
    },
    form: null,
    values: {},
    faults: [],
  }
}

async function linesOf(c: Request, plan: Plan): Promise<PlanLines[]> {
  const l = await lineageOf(c.get('db'), actorOf(c), plan)
  const one = (p: Plan | null) => (p ? [p] : [])
  return [
    { label: 'above', plans: l.above },
    { label: 'embeddedIn', plans: one(l.embeddedIn) },
    { label: 'amends', plans: one(l.amends) },
    { label: 'amendedBy', plans: l.amendedBy },
    { label: 'copiedFrom', plans: one(l.copiedFrom) },
    { label: 'below', plans: l.below },
  ]
}
