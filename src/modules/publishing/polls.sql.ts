import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'

export interface PollRow {
  id: number
  questionVi: string
  questionEn: string
  options: { vi: string; en: string }[]
  opensAt: Date
  closesAt: Date | null
}

/** The question that is open at a moment: the latest, where there are several. */
export async function selectOpenPoll(db: DbOrTx, provinceId: number, now: Date): Promise<PollRow | null> {
  const row = await db
    .selectFrom('publishing.poll')
    .select(['id', 'question_vi as questionVi', 'question_en as questionEn', 'options'])
    .select(['opens_at as opensAt', 'closes_at as closesAt'])
    .where('province_id', '=', provinceId)
    .where('opens_at', '<=', now)
    .where((e) => e.or([e('closes_at', 'is', null), e('closes_at', '>', now)]))
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? { ...row, options: row.options as PollRow['options'] } : null
}

export async function insertPoll(
  tx: Tx,
  provinceId: number,
  poll: Omit<PollRow, 'id'>,
  byName: string,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.poll')
    .values({
      province_id: provinceId,
      question_vi: poll.questionVi,
      question_en: poll.questionEn,
      options: JSON.stringify(poll.options),
      opens_at: poll.opensAt,
      closes_at: poll.closesAt,
      made_by_name: byName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function closePolls(tx: Tx, provinceId: number, at: Date): Promise<void> {
  await tx
    .updateTable('publishing.poll')
    .set({ closes_at: at })
    .where('province_id', '=', provinceId)
    .where((e) => e.or([e('closes_at', 'is', null), e('closes_at', '>', at)]))
    .execute()
}

export async function addAnswer(
  db: DbOrTx,
  provinceId: number,
  pollId: number,
  choice: number,
  amount = 1,
): Promise<void> {
  await db
    .insertInto('publishing.poll_answer')
    .values({ province_id: provinceId, poll_id: pollId, choice, amount })
    .onConflict((on) =>
      on
        .columns(['province_id', 'poll_id', 'choice'])
        .doUpdateSet({ amount: sql`publishing.poll_answer.amount + excluded.amount` }),
    )
    .execute()
}

/** Answers by the number of the choice. */
export async function selectAnswers(
  db: DbOrTx,
  provinceId: number,
  pollId: number,
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('publishing.poll_answer')
    .select(['choice', 'amount'])
    .where('province_id', '=', provinceId)
    .where('poll_id', '=', pollId)
    .execute()
  return new Map(rows.map((row) => [row.choice, row.amount]))
}
