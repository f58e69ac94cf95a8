import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { PollRow } from './poll.ts'

const columns = [
  'id',
  'question_vi as questionVi',
  'question_en as questionEn',
  'options',
  'opens_at as opensAt',
  'closes_at as closesAt',
  'made_by_name as byName',
] as const

function toPoll<R extends { options: unknown }>(row: R) {
  return { ...row, options: row.options as PollRow['options'] }
}

/** The question that is open at a moment: the latest, where there are several. */
export async function selectOpenPoll(db: DbOrTx, provinceId: number, now: Date): Promise<PollRow | null> {
  const row = await db
    .selectFrom('publishing.poll')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('opens_at', '<=', now)
    .where((e) => e.or([e('closes_at', 'is', null), e('closes_at', '>', now)]))
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? toPoll(row) : null
}

export async function selectPoll(db: DbOrTx, provinceId: number, id: number): Promise<PollRow | null> {
  const row = await db
    .selectFrom('publishing.poll')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toPoll(row) : null
}

/** The newest first, with how many answers each has; `closedBy`: only those that were closed by then. */
export async function selectPolls(
  db: DbOrTx,
  provinceId: number,
  limit: number,
  closedBy?: Date,
): Promise<(PollRow & { answers: number })[]> {
  const rows = await db
    .selectFrom('publishing.poll as p')
    .select(columns)
    .select((e) =>
      e
        .selectFrom('publishing.poll_answer as a')
        .whereRef('a.province_id', '=', 'p.province_id')
        .whereRef('a.poll_id', '=', 'p.id')
        .select((x) => x.fn.coalesce(x.fn.sum<number>('a.amount'), sql<number>`0`).as('n'))
        .as('answers'),
    )
    .where('p.province_id', '=', provinceId)
    .$if(closedBy !== undefined, (q) => q.where('p.closes_at', '<=', closedBy ?? null))
    .orderBy('p.opens_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...toPoll(row), answers: Number(row.answers) }))
}

export async function insertPoll(tx: Tx, provinceId: number, poll: Omit<PollRow, 'id'>): Promise<number> {
  const row = await tx
    .insertInto('publishing.poll')
    .values({
      province_id: provinceId,
      question_vi: poll.questionVi,
      question_en: poll.questionEn,
      options: JSON.stringify(poll.options),
      opens_at: poll.opensAt,
      closes_at: poll.closesAt,
      made_by_name: poll.byName,
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
