import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
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

/** Marks the units asked that have no opinion yet and were not reminded on `today`; answers them. */
export async function markSilent(tx: Tx, provinceId: number, planId: number, today: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update plans.consulted_unit as asked set reminded_on = ${today}::date
    where asked.province_id = ${provinceId} and asked.plan_id = ${planId}
      and asked.reminded_on is distinct from ${today}::date
      and not exists (select from plans.comment c where c.province_id = asked.province_id
        and c.plan_id = asked.plan_id and c.unit_id = asked.unit_id)
    returning asked.unit_id as id`.execute(tx)
  return rows.map((r) => r.id).sort((a, b) => a - b)
}

/** Drafts whose consultation closes on one of these days. */
export async function selectClosing(db: DbOrTx, provinceId: number, days: readonly Day[]): Promise<number[]> {
  const rows = await db
    .selectFrom('plans.plan')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('state', '=', 'CONSULTING')
    .where('consultation_closes', 'in', days)
    .orderBy('id')
    .execute()
  return rows.map((r) => r.id)
}

/** The day on which silent units were last reminded; null: never. */
export async function selectReminded(db: DbOrTx, provinceId: number, planId: number): Promise<Day | null> {
  const row = await db
    .selectFrom('plans.consulted_unit')
    .select((e) => e.fn.max('reminded_on').as('day'))
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return row?.day ?? null
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
