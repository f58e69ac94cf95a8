import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { PlanComment } from './plan.ts'

export async function replaceConsulted(
  tx: Tx,
  provinceId: number,
  planId: number,
  unitIds: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('plans.consulted_unit')
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .execute()
  await tx
    .insertInto('plans.consulted_unit')
    .values([...new Set(unitIds)].map((id) => ({ province_id: provinceId, plan_id: planId, unit_id: id })))
    .execute()
}

export async function selectConsulted(db: DbOrTx, provinceId: number, planId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('plans.consulted_unit')
    .select('unit_id as id')
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('unit_id')
    .execute()
  return rows.map((r) => r.id)
}

export async function selectComments(db: DbOrTx, provinceId: number, planId: number): Promise<PlanComment[]> {
  return db
    .selectFrom('plans.comment')
    .select([
      'id',
      'task_id as taskId',
      'unit_id as unitId',
      'actor_name as actorName',
      'at',
      'agrees',
      'body',
      'answer',
      'answered_by as answeredBy',
      'answered_at as answeredAt',
    ])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute()
}

export async function insertComment(
  tx: Tx,
  provinceId: number,
  planId: number,
  c: Pick<PlanComment, 'taskId' | 'unitId' | 'actorName' | 'at' | 'agrees' | 'body'> & { accountId: number },
): Promise<number> {
  const row = await tx
    .insertInto('plans.comment')
    .values({
      province_id: provinceId,
      plan_id: planId,
      task_id: c.taskId,
      unit_id: c.unitId,
      account_id: c.accountId,
      actor_name: c.actorName,
      at: c.at,
      agrees: c.agrees,
      body: c.body,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateAnswer(
  tx: Tx,
  provinceId: number,
  commentId: number,
  answer: { answer: string; answeredBy: string; answeredAt: Date },
): Promise<void> {
  await tx
    .updateTable('plans.comment')
    .set({ answer: answer.answer, answered_by: answer.answeredBy, answered_at: answer.answeredAt })
    .where('province_id', '=', provinceId)
    .where('id', '=', commentId)
    .execute()
}
