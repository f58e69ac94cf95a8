import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { forbidden } from '../../lib/errors.ts'
import {
  clearText,
  insertPlan,
  insertRecipients,
  insertReportDuties,
  insertSections,
  type NewPlan,
  updatePlan,
} from './draft.sql.ts'
import type { Plan } from './plan.ts'
import type { PlanText } from './plan-draft.ts'
import { canWriteFor } from './plans.policy.ts'
import { openForChange, writeCitations, writeText } from './plans.writing.ts'
import { insertStateChange } from './text.sql.ts'

/** Opens a draft for a unit. The way into every plan: blank, copied, amended or read. */
export async function openDraft(
  tx: Tx,
  actor: Actor,
  plan: NewPlan,
  text: PlanText,
  now: Date,
): Promise<number> {
  if (!canWriteFor(actor, plan.unitId)) {
    throw forbidden(
      'Chỉ cán bộ của đơn vị, hoặc cơ quan chủ trì của tỉnh, lập kế hoạch cho đơn vị này.',
      'Only people of this unit, or the lead agency of the province, write its plans.',
    )
  }
  const planId = await insertPlan(tx, actor.provinceId, plan, actor.accountId, now)
  await writeText(tx, actor.provinceId, planId, plan.year, text)
  await insertStateChange(tx, actor.provinceId, planId, {
    from: null,
    to: 'DRAFT',
    at: now,
    actorName: actor.name,
    accountId: actor.accountId,
    note: null,
  })
  await recordChange(tx, actor, now, {
    verb: 'plan.draft',
    subject: { kind: 'plan', id: planId },
    before: null,
    after: { ...plan, tasks: text.groups.flatMap((g) => g.tasks).length },
  })
  return planId
}

export type HeadEdit = Partial<Omit<NewPlan, 'programmeId' | 'unitId'>>

/** Changes the head of a draft: title, years, signer, parent plan, archive line. */
export async function editHead(
  tx: Tx,
  actor: Actor,
  planId: number,
  edit: HeadEdit,
  now: Date,
): Promise<void> {
  const plan = await openForChange(tx, actor, planId)
  await updatePlan(tx, actor.provinceId, planId, edit)
  const before = Object.fromEntries(Object.keys(edit).map((k) => [k, plan[k as keyof Plan]]))
  await recordChange(tx, actor, now, {
    verb: 'plan.edit',
    subject: { kind: 'plan', id: planId },
    before,
    after: edit,
  })
}

/** Writes sections, recipients and legal basis of a draft anew. */
export async function editText(
  tx: Tx,
  actor: Actor,
  planId: number,
  text: Pick<PlanText, 'sections' | 'recipients'> & Partial<Pick<PlanText, 'citations' | 'reportDuties'>>,
  now: Date,
): Promise<void> {
  await openForChange(tx, actor, planId)
  const parts = ['section', 'recipient'] as ('section' | 'recipient' | 'citation' | 'report_duty')[]
  if (text.citations) parts.push('citation')
  if (text.reportDuties) parts.push('report_duty')
  await clearText(tx, actor.provinceId, planId, parts)
  await insertSections(tx, actor.provinceId, planId, text.sections)
  await insertRecipients(tx, actor.provinceId, planId, text.recipients)
  if (text.citations) await writeCitations(tx, actor.provinceId, planId, text.citations)
  if (text.reportDuties) await insertReportDuties(tx, actor.provinceId, planId, text.reportDuties)
  await updatePlan(tx, actor.provinceId, planId, {})
  await recordChange(tx, actor, now, {
    verb: 'plan.edit-text',
    subject: { kind: 'plan', id: planId },
    before: null,
    after: { sections: text.sections.length, recipients: text.recipients.length },
  })
}
