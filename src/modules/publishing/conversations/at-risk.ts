import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { answerAtRisk } from '../publishing.jobs.ts'
import { markWarned, selectWaitingAnswers, type WaitingAnswer } from './at-risk.sql.ts'
import { windowUntil } from './conversation.ts'

/** An answer to a person that does not leave, and until when it still could. */
export interface AnswerAtRisk extends WaitingAnswer {
  until: Date
}

const hourMs = 3_600_000
/** Hours before the window closes from which people are told. */
export const warnedBefore = 12
/** A channel that is well sends at once: what waits longer is held up by something. */
const patience = hourMs / 2

/**
 * Answers that will be refused when their window closes, because the channel is off, needs somebody, rests until after
 * it, or has not sent for half an hour. The first to close first.
 */
export async function answersAtRisk(db: DbOrTx, provinceId: number, now: Date): Promise<AnswerAtRisk[]> {
  return (await selectWaitingAnswers(db, provinceId))
    .map((a) => ({ ...a, until: windowUntil(a.lastWroteAt, a.settings) }))
    .filter((a) => a.until > now && isHeldUp(a, now))
    .toSorted((a, b) => a.until.getTime() - b.until.getTime())
}

function isHeldUp({ state, restUntil, queuedAt, until }: AnswerAtRisk, now: Date): boolean {
  if (state !== 'on' || now.getTime() - queuedAt.getTime() > patience) return true
  return restUntil !== null && new Date(restUntil) >= until
}

/** Raises `publishing.answer-at-risk` in time for the channel to be mended, once for each last word of a person. */
export async function warnOfAnswers(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const due = (await answersAtRisk(tx, provinceId, now)).filter(
    (a) =>
      a.until.getTime() - now.getTime() <= warnedBefore * hourMs &&
      a.warnedFor?.getTime() !== a.lastWroteAt.getTime(),
  )
  const persons = new Map(due.map((a) => [a.personId, a]))
  for (const { channelId, personId, until } of persons.values()) {
    await markWarned(tx, provinceId, personId)
    await queueJob(tx, provinceId, answerAtRisk, { channelId, personId, until: until.toISOString() })
  }
  return persons.size
}
