import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Answer, Asker, Question, QuestionFacts } from './dialogue.ts'

interface By {
  accountId: number
  name: string
  at: Date
}

function answerColumns(answer: Answer, by: By) {
  return {
    ...{ answer: answer.text, answered_at: by.at, answered_by: by.accountId, answered_by_name: by.name },
    ...{ promise: answer.promise, promise_day: answer.promiseDay, reminded_day: null },
    ...{ approved_at: null, approved_by_name: null },
  }
}

export async function insertQuestion(
  tx: Tx,
  provinceId: number,
  dialogueId: number,
  q: QuestionFacts & { answerUnitId: number; dueDay: Day | null; answer: Answer | null },
  by: By,
): Promise<number> {
  const { answerUnitId, dueDay, answer, ...facts } = q
  const { id } = await tx
    .insertInto('feedback.question')
    .values({
      ...{ province_id: provinceId, dialogue_id: dialogueId, ...facts },
      ...{ answer_unit_id: answerUnitId, due_day: dueDay, at_once: answer !== null },
      ...(answer ? answerColumns(answer, by) : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Change =
  | { answer: Answer; by: By }
  | { approved: { name: string; at: Date } }
  | { kept: string; by: By }
  | { to: { unitId: number; dueDay: Day } }

/** Writes over the revision that was read. False: somebody was there before. */
export async function updateQuestion(
  tx: Tx,
  provinceId: number,
  { id, revision }: Pick<Question, 'id' | 'revision'>,
  change: Change,
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.question')
    .set({ ...columnsOf(change), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

function columnsOf(change: Change) {
  if ('answer' in change) return answerColumns(change.answer, change.by)
  if ('approved' in change) return { approved_at: change.approved.at, approved_by_name: change.approved.name }
  if ('kept' in change) return { kept: change.kept, kept_at: change.by.at, kept_by_name: change.by.name }
  return { answer_unit_id: change.to.unitId, due_day: change.to.dueDay, reminded_day: null }
}

/** The questions of a dialogue in the order they were written down; of readers only what is approved. */
export async function selectQuestions(
  db: DbOrTx,
  provinceId: number,
  f: { dialogueId?: number; id?: number; isPublic?: boolean },
): Promise<Question[]> {
  const rows = await db
    .selectFrom('feedback.question as q')
    .select(['q.id', 'q.dialogue_id as dialogueId', 'q.asker', 'q.place', 'q.beforehand', 'q.topic'])
    .select(['q.question', 'q.answer_unit_id as answerUnitId', 'q.due_day as dueDay', 'q.at_once as atOnce'])
    .select(['q.answer', 'q.answered_at as answeredAt', 'q.answered_by as answeredBy'])
    .select(['q.answered_by_name as answeredByName', 'q.approved_at as approvedAt'])
    .select(['q.approved_by_name as approvedByName', 'q.promise', 'q.promise_day as promiseDay'])
    .select(['q.kept', 'q.kept_at', 'q.kept_by_name', 'q.revision'])
    .where('q.province_id', '=', provinceId)
    .$if(f.dialogueId !== undefined, (q) => q.where('q.dialogue_id', '=', f.dialogueId ?? 0))
    .$if(f.id !== undefined, (q) => q.where('q.id', '=', f.id ?? 0))
    .$if(f.isPublic === true, (q) => q.where('q.approved_at', 'is not', null))
    .orderBy('q.id')
    .execute()
  return rows.map(({ kept, kept_at, kept_by_name, ...row }) => ({
    ...{ ...row, asker: row.asker as Asker },
    kept: kept_at && { what: kept ?? '', at: kept_at, byName: kept_by_name ?? '' },
  }))
}
