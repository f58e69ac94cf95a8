import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { canWorkFor } from '../feedback.policy.ts'
import { personalIn } from '../personal.ts'
import { shortOf, tell } from '../telling.ts'
import { type Answer, type Dialogue, type Question, type QuestionFacts, questionAddress } from './dialogue.ts'
import { texts as t } from './dialogues.texts.ts'
import { canHost, decidesFor, dialogueOf, refuseUnless, secondPerson, wasChanged } from './dialogues.ts'
import { findDialogue } from './finding.ts'
import { insertQuestion, selectQuestions, updateQuestion } from './questions.sql.ts'

/** The unit that was given the question, and the host, who writes down what was said in the hall. */
export function canAnswerThere(actor: Actor, d: Dialogue, q: Pick<Question, 'answerUnitId'>): boolean {
  return canWorkFor(actor, q.answerUnitId) || canHost(actor, d)
}

/** A second person: not the one who wrote the answer. */
export function canApproveAnswer(actor: Actor, d: Dialogue, q: Question): boolean {
  const decides = decidesFor(actor, d.unitId) || decidesFor(actor, q.answerUnitId)
  return decides && q.answeredAt !== null && q.approvedAt === null && q.answeredBy !== actor.accountId
}

export function personalOf(q: Pick<Question, 'question' | 'answer' | 'promise' | 'place'>) {
  return personalIn(q.question, q.answer ?? '', q.promise, q.place)
}

export interface Asked {
  dialogue: Dialogue
  question: Question
}

export async function questionOf(db: DbOrTx, actor: Actor, dialogueId: number, id: number): Promise<Asked> {
  const dialogue = await dialogueOf(db, actor, dialogueId)
  const [question] = await selectQuestions(db, actor.provinceId, { dialogueId, id })
  if (!question) throw notFound()
  return { dialogue, question }
}

/** Writes a question down: answered in the hall, or given to a unit that answers by a day. */
export async function askQuestion(
  tx: Tx,
  actor: Actor,
  dialogueId: number,
  input: QuestionFacts & { answerUnitId: number; dueDay: Day | null; answer: Answer | null },
  now: Date,
): Promise<number> {
  const dialogue = await dialogueOf(tx, actor, dialogueId)
  refuseUnless(canHost(actor, dialogue))
  const id = await insertQuestion(tx, actor.provinceId, dialogueId, input, byOf(actor, now))
  await record(tx, actor, now, 'question.ask', id, null, { dialogueId, ...input })
  if (input.dueDay && input.answerUnitId !== dialogue.unitId) {
    const [day, short] = [showDay(input.dueDay), shortOf(input.question)]
    const said = {
      vi: `Câu hỏi tại “${shortOf(dialogue.title, 60)}” cần trả lời chậm nhất ${day}: ${short}`,
      en: `A question of “${shortOf(dialogue.title, 60)}” to be answered by ${day}: ${short}`,
    }
    await tell(
      tx,
      actor.provinceId,
      [input.answerUnitId],
      'dialogue.asked',
      said,
      questionAddress({ dialogueId, id }),
    )
  }
  return id
}

/** The answer, also a better one: it needs a second person again before readers see it. */
export async function answerQuestion(
  tx: Tx,
  actor: Actor,
  at: { dialogueId: number; id: number },
  input: Answer & { revision: number },
  now: Date,
): Promise<void> {
  const { dialogue, question: was } = await questionOf(tx, actor, at.dialogueId, at.id)
  refuseUnless(canAnswerThere(actor, dialogue, was))
  if (was.revision !== input.revision) throw wasChanged()
  const { revision: _, ...answer } = input
  if (!(await updateQuestion(tx, actor.provinceId, was, { answer, by: byOf(actor, now) }))) throw wasChanged()
  await record(
    tx,
    actor,
    now,
    'question.answer',
    at.id,
    was.answer === null ? null : { answer: was.answer },
    answer,
  )
  if (was.approvedAt) await findDialogue(tx, actor.provinceId, at.dialogueId, now)
}

/** Opens an answer to readers of the dialogue. What looks like personal data has to be confirmed as none. */
export async function approveAnswer(
  tx: Tx,
  actor: Actor,
  at: { dialogueId: number; id: number },
  isConfirmed: boolean,
  now: Date,
): Promise<void> {
  const { dialogue, question: was } = await questionOf(tx, actor, at.dialogueId, at.id)
  refuseUnless(decidesFor(actor, dialogue.unitId) || decidesFor(actor, was.answerUnitId))
  if (was.answeredAt === null || was.approvedAt)
    throw conflict('Câu trả lời này không chờ duyệt.', 'This does not wait for approval.')
  if (was.answeredBy === actor.accountId) throw secondPerson()
  if (personalOf(was).length > 0 && !isConfirmed) throw invalid([{ field: 'confirmed', ...t.needConfirm }])
  const approved = { name: actor.name, at: now }
  if (!(await updateQuestion(tx, actor.provinceId, was, { approved }))) throw wasChanged()
  await record(tx, actor, now, 'question.approve', at.id, null, { state: 'approved' })
  await findDialogue(tx, actor.provinceId, at.dialogueId, now)
}

/** What became of a promise; readers see it with the answer. */
export async function keepPromise(
  tx: Tx,
  actor: Actor,
  at: { dialogueId: number; id: number },
  what: string,
  now: Date,
): Promise<void> {
  const { dialogue, question: was } = await questionOf(tx, actor, at.dialogueId, at.id)
  refuseUnless(canAnswerThere(actor, dialogue, was))
  if (was.promiseDay === null || was.kept)
    throw conflict('Không có việc hứa nào đang chờ.', 'No promise is open here.')
  if (what.length < 10 || what.length > 2000 || personalIn(what).length > 0)
    throw invalid([{ field: 'kept', ...t.needKept }])
  if (!(await updateQuestion(tx, actor.provinceId, was, { kept: what, by: byOf(actor, now) })))
    throw wasChanged()
  await record(tx, actor, now, 'question.keep_promise', at.id, null, { kept: what })
  if (was.approvedAt) await findDialogue(tx, actor.provinceId, at.dialogueId, now)
}

function byOf(actor: Actor, now: Date) {
  return { accountId: actor.accountId, name: actor.name, at: now }
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  id: number,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'dialogue_question', id }, before, after })
}
