import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { countBy, selectContacts, updateContact } from './contacts/contacts.sql.ts'
import type { Message } from './message.ts'
import { withoutPersonal } from './personal.ts'

export interface AskedFilter {
  id?: number | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  words?: string | undefined
  topic?: string | undefined
  /** Only those that no article answers for everybody. */
  withoutArticle?: boolean | undefined
}

const anyDay = '2000-01-01'

/**
 * Questions of the hotline that have an answer, the newest first, for whoever writes of them; what looks like a
 * person's number is left out, and who asked is not in them at all.
 */
export async function answeredQuestions(
  db: DbOrTx,
  provinceId: number,
  filter: AskedFilter,
  limit?: number,
  offset?: number,
): Promise<{ questions: Message[]; total: number }> {
  const all = { ...filter, isAnswered: true }
  const { contacts, total } = await selectContacts(db, provinceId, all, anyDay, limit, offset)
  const questions = contacts.map((c) => ({
    ...{ id: c.id, unitId: c.unitId, at: c.at, way: c.way, topic: c.topic, answerUnitId: c.answerUnitId },
    ...{ dueDay: c.dueDay, atOnce: c.atOnce, answeredAt: c.answeredAt, answeredByName: c.answeredByName },
    ...{ question: withoutPersonal(c.question), answer: c.answer && withoutPersonal(c.answer) },
    articleSource: c.articleSource,
  }))
  return { questions, total }
}

/** What is asked most among them. */
export function topicsAsked(db: DbOrTx, provinceId: number, filter: AskedFilter) {
  return countBy(db, provinceId, { ...filter, isAnswered: true }, anyDay, 'topic')
}

/** An article of this source answers the question for everybody: the log shows it from now on. */
export async function tieArticle(
  tx: Tx,
  actor: Actor,
  contactId: number,
  source: string,
  now: Date,
): Promise<void> {
  if (!(await updateContact(tx, actor.provinceId, contactId, null, { articleSource: source })))
    throw notFound()
  const subject = { kind: 'contact', id: contactId }
  await recordChange(tx, actor, now, { verb: 'contact.article', subject, before: null, after: { source } })
}
