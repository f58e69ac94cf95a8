import type { Actor } from '../../lib/actor.ts'
import { type AuditedBy, recordChange } from '../../lib/audit.ts'
import { addDays, dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import {
  insertComment,
  markSilent,
  selectClosing,
  selectComments,
  selectConsulted,
  updateAnswer,
} from './consultation.sql.ts'
import { opinionWanted } from './plans.jobs.ts'
import { canComment, canWriteFor } from './plans.policy.ts'
import { selectPlan } from './plans.sql.ts'

/** An opinion of a unit that was asked: agreement, or what should change. Refused after the closing day. */
export async function commentOnPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  input: { agrees: boolean; body: string; taskId: number | null },
  now: Date,
): Promise<number> {
  const plan = await selectPlan(tx, actor.provinceId, planId)
  if (!plan) throw notFound()
  const consulted = await selectConsulted(tx, actor.provinceId, planId)
  if (!canComment(actor, plan, consulted)) {
    throw forbidden('Đơn vị của đồng chí không được lấy ý kiến.', 'Your unit was not asked for its opinion.')
  }
  if (plan.consultationCloses && plan.consultationCloses < dayOf(now)) {
    throw conflict('Đã hết hạn góp ý.', 'The consultation has closed.')
  }
  if (!input.agrees && !input.body.trim()) {
    throw invalid([{ field: 'body', vi: 'Ghi nội dung góp ý.', en: 'Say what should change.' }])
  }
  const unitId = actor.grants.find((g) => consulted.includes(g.unitId))?.unitId ?? 0
  const id = await insertComment(tx, actor.provinceId, planId, {
    ...input,
    unitId,
    actorName: actor.name,
    accountId: actor.accountId,
    at: now,
  })
  await recordChange(tx, actor, now, {
    verb: 'plan.comment',
    subject: { kind: 'plan', id: planId },
    before: null,
    after: { ...input, unitId },
  })
  return id
}

/** Says what became of an opinion: taken over, or not and why. */
export async function answerComment(
  tx: Tx,
  actor: Actor,
  planId: number,
  commentId: number,
  answer: string,
  now: Date,
): Promise<void> {
  const plan = await selectPlan(tx, actor.provinceId, planId)
  const comment = (await selectComments(tx, actor.provinceId, planId)).find((c) => c.id === commentId)
  if (!plan || !comment) throw notFound()
  if (!canWriteFor(actor, plan.unitId)) {
    throw forbidden('Chỉ đơn vị soạn thảo trả lời góp ý.', 'Only the drafting unit answers.')
  }
  if (!answer.trim()) {
    throw invalid([{ field: 'answer', vi: 'Ghi ý kiến tiếp thu, giải trình.', en: 'Write the answer.' }])
  }
  await updateAnswer(tx, actor.provinceId, commentId, { answer, answeredBy: actor.name, answeredAt: now })
  await recordChange(tx, actor, now, {
    verb: 'plan.answer-comment',
    subject: { kind: 'plan', id: planId },
    before: { answer: comment.answer },
    after: { commentId, answer },
  })
}

/** Reminds the units that were asked and have not answered. A unit is reminded once a day, whoever asks how often. */
export async function remindConsulted(tx: Tx, actor: Actor, planId: number, now: Date): Promise<void> {
  const plan = await selectPlan(tx, actor.provinceId, planId)
  if (!plan) throw notFound()
  if (!canWriteFor(actor, plan.unitId)) {
    throw forbidden('Chỉ đơn vị soạn thảo nhắc góp ý.', 'Only the drafting unit reminds.')
  }
  if (plan.state !== 'CONSULTING')
    throw conflict('Kế hoạch không ở bước lấy ý kiến.', 'No opinions are asked.')
  if ((await remindSilent(tx, actor, planId, now)) > 0) return
  throw conflict(
    'Hôm nay đã nhắc mọi đơn vị chưa góp ý, hoặc các đơn vị đều đã góp ý.',
    'Every unit that has not answered was reminded today, or all have answered.',
  )
}

/** Days before the closing day on which silent units are reminded without anybody asking. */
const remindedBefore = [3, 1, 0]

/** The morning's round: silent units hear of consultations that close soon. */
export async function remindOpenConsultations(tx: Tx, by: AuditedBy, now: Date): Promise<void> {
  const days = remindedBefore.map((left) => addDays(dayOf(now), left))
  for (const planId of await selectClosing(tx, by.provinceId, days)) await remindSilent(tx, by, planId, now)
}

async function remindSilent(tx: Tx, by: AuditedBy, planId: number, now: Date): Promise<number> {
  const unitIds = await markSilent(tx, by.provinceId, planId, dayOf(now))
  if (unitIds.length === 0) return 0
  await queueJob(tx, by.provinceId, opinionWanted, { planId, unitIds, again: true })
  const subject = { kind: 'plan', id: planId }
  await recordChange(tx, by, now, {
    verb: 'plan.remind-consulted',
    subject,
    before: null,
    after: { unitIds },
  })
  return unitIds.length
}
