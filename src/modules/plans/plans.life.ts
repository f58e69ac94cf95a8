import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf, isDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { replaceConsulted } from './consultation.sql.ts'
import { updatePlan } from './draft.sql.ts'
import { mayFollow, type Plan, type PlanState } from './plan.ts'
import { opinionWanted, planIssued, planWithdrawn } from './plans.jobs.ts'
import { canTake, whyNotIssue } from './plans.policy.ts'
import { selectPlanForChange } from './plans.sql.ts'
import { selectBlockingOfPlan } from './readings.sql.ts'
import { selectTasks } from './tasks.sql.ts'
import { insertStateChange } from './text.sql.ts'

async function take(
  tx: Tx,
  actor: Actor,
  planId: number,
  to: PlanState,
  now: Date,
  note: string | null = null,
): Promise<Plan> {
  const plan = await selectPlanForChange(tx, actor.provinceId, planId)
  if (!plan) throw notFound()
  if (!mayFollow(plan.state, to)) {
    throw conflict(
      'Kế hoạch đã chuyển sang bước khác. Hãy mở lại trang để xem trạng thái hiện nay.',
      'The plan has moved on. Open the page again to see its state.',
    )
  }
  if (!canTake(actor, plan, to)) {
    throw forbidden(
      'Việc này thuộc thẩm quyền của thủ trưởng đơn vị hoặc cơ quan chủ trì của tỉnh.',
      'This is for the head of the unit or the lead agency of the province.',
    )
  }
  await moveTo(tx, actor, plan, to, now, note)
  return plan
}

async function moveTo(tx: Tx, actor: Actor, plan: Plan, to: PlanState, now: Date, note: string | null) {
  await updatePlan(tx, actor.provinceId, plan.id, { state: to })
  await insertStateChange(tx, actor.provinceId, plan.id, {
    from: plan.state,
    to,
    at: now,
    accountId: actor.accountId,
    actorName: actor.name,
    note,
  })
  await recordChange(tx, actor, now, {
    verb: `plan.${to.toLowerCase().replace('_', '-')}`,
    subject: { kind: 'plan', id: plan.id },
    before: { state: plan.state },
    after: note ? { state: to, note } : { state: to },
  })
}

/** Asks units for their opinion until a day (inclusive). Asking again adds nothing to a plan already asked about. */
export async function consultOnPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  input: { until: Day; unitIds: readonly number[] },
  now: Date,
): Promise<void> {
  const faults: Fault[] = []
  if (!isDay(input.until) || input.until < dayOf(now)) {
    faults.push({
      field: 'until',
      vi: 'Chọn hạn góp ý từ hôm nay trở đi.',
      en: 'Choose a day from today on.',
    })
  }
  if (input.unitIds.length === 0) {
    faults.push({
      field: 'unitIds',
      vi: 'Chọn ít nhất một đơn vị để lấy ý kiến.',
      en: 'Choose at least one unit.',
    })
  }
  if (faults.length > 0) throw invalid(faults)
  await take(tx, actor, planId, 'CONSULTING', now)
  await updatePlan(tx, actor.provinceId, planId, { consultationCloses: input.until })
  await replaceConsulted(tx, actor.provinceId, planId, input.unitIds)
  const news = { planId, unitIds: [...input.unitIds], again: false }
  await queueJob(tx, actor.provinceId, opinionWanted, news)
}

export async function submitPlan(tx: Tx, actor: Actor, planId: number, now: Date): Promise<void> {
  const plan = await take(tx, actor, planId, 'SUBMITTED', now)
  const tasks = await selectTasks(tx, actor.provinceId, plan.id)
  if (tasks.length === 0) {
    throw invalid([{ field: null, vi: 'Kế hoạch chưa có nhiệm vụ nào.', en: 'The plan has no task yet.' }])
  }
}

/** Takes a plan that is being consulted on, submitted or signed back to draft, with the reason. */
export async function returnToDraft(
  tx: Tx,
  actor: Actor,
  planId: number,
  reason: string,
  now: Date,
): Promise<void> {
  if (!reason.trim()) {
    throw invalid([{ field: 'reason', vi: 'Ghi lý do trả lại.', en: 'Say why it is returned.' }])
  }
  await take(tx, actor, planId, 'DRAFT', now, reason)
}

export async function signPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  input: { signer: string; signerTitle: string },
  now: Date,
): Promise<void> {
  if (!input.signer.trim()) {
    throw invalid([{ field: 'signer', vi: 'Nhập họ và tên người ký.', en: 'Enter the name of the signer.' }])
  }
  await take(tx, actor, planId, 'SIGNED', now)
  await updatePlan(tx, actor.provinceId, planId, {
    signer: input.signer,
    signerTitle: input.signerTitle || null,
  })
}

/**
 * Gives the plan its number and day and seals its text. Refused while a blocking flag of its reading is open;
 * the refusal lists them. Raises `plans.issued`; what it amends becomes AMENDED, what it replaces REPLACED.
 */
export async function issuePlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  input: { number: string; issued: Day },
  now: Date,
): Promise<void> {
  const plan = await selectPlanForChange(tx, actor.provinceId, planId)
  if (!plan) throw notFound()
  const faults = whyNotIssue(plan, {
    tasks: (await selectTasks(tx, actor.provinceId, planId)).length,
    openFlags: await selectBlockingOfPlan(tx, actor.provinceId, planId),
  })
  faults.push(...numberFaults(input, now))
  if (faults.length > 0) throw invalid(faults)
  await updatePlan(tx, actor.provinceId, planId, { number: input.number, issued: input.issued })
  await take(tx, actor, planId, 'ISSUED', now, `${input.number}, ${input.issued}`)
  await updatePlan(tx, actor.provinceId, planId, { issuedAt: now })
  if (plan.amendsPlanId !== null && plan.amendment !== null) await supersede(tx, actor, plan, now)
  await queueJob(tx, actor.provinceId, planIssued, { planId })
}

function numberFaults(input: { number: string; issued: Day }, now: Date): Fault[] {
  const faults: Fault[] = []
  if (!/^\d+[\p{L}\d]*\s*\/\s*\S+/u.test(input.number)) {
    faults.push({
      field: 'number',
      vi: 'Nhập số, ký hiệu do văn thư cấp, ví dụ 25/KH-UBND.',
      en: 'Enter the number the clerk gave, for example 25/KH-UBND.',
    })
  }
  if (!isDay(input.issued) || input.issued > dayOf(now)) {
    faults.push({
      field: 'issued',
      vi: 'Nhập ngày ban hành, không sau hôm nay.',
      en: 'Enter the day of issue, not after today.',
    })
  }
  return faults
}

async function supersede(tx: Tx, actor: Actor, plan: Plan, now: Date): Promise<void> {
  const old = await selectPlanForChange(tx, actor.provinceId, plan.amendsPlanId ?? 0)
  const to = plan.amendment === 'REPLACES' ? 'REPLACED' : 'AMENDED'
  if (!old || !mayFollow(old.state, to)) {
    throw conflict(
      'Kế hoạch được điều chỉnh hoặc thay thế đã kết thúc hoặc bị hủy.',
      'The plan to be amended or replaced has ended or been cancelled.',
    )
  }
  await moveTo(tx, actor, old, to, now, plan.number)
  if (to === 'REPLACED') await queueJob(tx, actor.provinceId, planWithdrawn, { planId: old.id })
}

export async function startPlan(tx: Tx, actor: Actor, planId: number, now: Date): Promise<void> {
  await take(tx, actor, planId, 'IN_PROGRESS', now)
}

/** Records that the results have been reviewed (tổng kết), with the conclusion. */
export async function reviewPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  conclusion: string,
  now: Date,
): Promise<void> {
  await take(tx, actor, planId, 'REVIEWED', now, conclusion || null)
}

export async function closePlan(tx: Tx, actor: Actor, planId: number, now: Date): Promise<void> {
  await take(tx, actor, planId, 'CLOSED', now)
}

/** Cancels a plan, with the reason. News goes up only for a plan whose tasks were given out. */
export async function cancelPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  reason: string,
  now: Date,
): Promise<void> {
  if (!reason.trim()) {
    throw invalid([{ field: 'reason', vi: 'Ghi lý do hủy.', en: 'Say why it is cancelled.' }])
  }
  const plan = await take(tx, actor, planId, 'CANCELLED', now, reason)
  if (plan.issuedAt !== null) await queueJob(tx, actor.provinceId, planWithdrawn, { planId })
}

/** What the plan's page asks: which steps this person may take now. */
export function stepsFor(actor: Actor, plan: Plan): PlanState[] {
  const ways: PlanState[] = [
    'DRAFT',
    'CONSULTING',
    'SUBMITTED',
    'SIGNED',
    'ISSUED',
    'IN_PROGRESS',
    'REVIEWED',
    'CLOSED',
    'CANCELLED',
  ]
  return ways.filter((to) => canTake(actor, plan, to))
}
