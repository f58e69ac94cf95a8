import { type AuditedBy, recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../lib/errors.ts'
import type { Bilingual } from '../../lib/http/route.ts'
import { isOpenPoll, type PollRow } from './poll.ts'
import {
  addAnswer,
  closePolls,
  insertPoll,
  selectAnswers,
  selectOpenPoll,
  selectPoll,
  selectPolls,
} from './polls.sql.ts'
import { bumpRevision } from './publishing.sql.ts'

export interface NewPoll {
  question: Bilingual
  /** From two to eight. */
  options: readonly Bilingual[]
  /** Null: open until the next question. */
  closesAt: Date | null
}

/** Asks the public a question; the one before it is closed, because there is one at a time. Returns its id. */
export async function openPoll(tx: Tx, by: AuditedBy, poll: NewPoll, now: Date): Promise<number> {
  const isEmpty = [poll.question, ...poll.options].some((t) => t.vi.trim() === '')
  if (isEmpty || poll.options.length < 2 || poll.options.length > 8)
    throw invalid([
      {
        field: 'options',
        vi: 'Ghi câu hỏi và từ hai đến tám câu trả lời.',
        en: 'Give a question and from two to eight answers.',
      },
    ])
  await bumpRevision(tx, by.provinceId)
  await closePolls(tx, by.provinceId, now)
  const row = {
    questionVi: poll.question.vi,
    questionEn: poll.question.en || poll.question.vi,
    options: poll.options.map((o) => ({ vi: o.vi, en: o.en || o.vi })),
    opensAt: now,
    closesAt: poll.closesAt,
    byName: by.name,
  }
  const id = await insertPoll(tx, by.provinceId, row)
  await recordChange(tx, by, now, {
    verb: 'publishing.open-poll',
    subject: { kind: 'poll', id },
    before: null,
    after: { question: poll.question.vi, options: poll.options.map((o) => o.vi) },
  })
  return id
}

/** Ends a question before its day; its results stay. Refuses (`conflict`) one that is closed already. */
export async function closePoll(tx: Tx, by: AuditedBy, pollId: number, now: Date): Promise<void> {
  await bumpRevision(tx, by.provinceId)
  const was = await selectPoll(tx, by.provinceId, pollId)
  if (!was) throw notFound()
  if (!isOpenPoll(was, now))
    throw conflict('Câu hỏi này đã đóng trước đó.', 'This question has been closed already.')
  await closePolls(tx, by.provinceId, now)
  await recordChange(tx, by, now, {
    verb: 'publishing.close-poll',
    subject: { kind: 'poll', id: pollId },
    before: { closesAt: was.closesAt },
    after: { closesAt: now },
  })
}

export function pollById(db: DbOrTx, provinceId: number, id: number): Promise<PollRow | null> {
  return selectPoll(db, provinceId, id)
}

/** All that was asked, the newest first. */
export function listPolls(db: DbOrTx, provinceId: number) {
  return selectPolls(db, provinceId, 200)
}

/** The latest questions that are over, with how often each option was chosen. */
export async function closedPolls(db: DbOrTx, provinceId: number, now: Date, most: number) {
  const polls = await selectPolls(db, provinceId, most, now)
  return Promise.all(polls.map(async (poll) => ({ poll, results: await pollResults(db, provinceId, poll) })))
}

export function currentPoll(db: DbOrTx, provinceId: number, now: Date): Promise<PollRow | null> {
  return selectOpenPoll(db, provinceId, now)
}

/** Counts one answer and nothing else: neither who gave it nor from where. */
export function answerPoll(db: DbOrTx, provinceId: number, pollId: number, choice: number): Promise<void> {
  return addAnswer(db, provinceId, pollId, choice)
}

/** How often each option was chosen, in their order. */
export async function pollResults(db: DbOrTx, provinceId: number, poll: PollRow): Promise<number[]> {
  const answers = await selectAnswers(db, provinceId, poll.id)
  return poll.options.map((_, choice) => answers.get(choice) ?? 0)
}
