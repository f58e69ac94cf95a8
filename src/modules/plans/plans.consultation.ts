import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { insertComment, selectComments, selectConsulted, updateAnswer } from './consultation.sql.ts'
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
