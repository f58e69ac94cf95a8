import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { type AskedFilter, answeredQuestions, tieArticle, topicsAsked } from '../../feedback/feedback.ts'
import { sourceOf } from '../items/putting-out.ts'
import { reachOf } from '../items/showing.ts'
import { createItem } from '../items/writing.ts'

/** Questions of the hotline for the desk: all of the province for those who see all of the desk, else their units'. */
export function questionsSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: AskedFilter,
  limit?: number,
  offset?: number,
) {
  return answeredQuestions(db, actor.provinceId, { ...filter, unitIds: reachOf(actor) }, limit, offset)
}

export function topicsSeenBy(db: DbOrTx, actor: Actor) {
  return topicsAsked(db, actor.provinceId, { unitIds: reachOf(actor) })
}

/** The item that stands behind a source of this room. */
export function itemIdOf(source: string): number {
  return Number(/^editorial:(\d+)$/.exec(source)?.[1] ?? 0)
}

/**
 * Begins a question-and-answer item with what was asked and answered, and ties the question to it: the log shows the
 * article. A question that has its item leads there. Returns the item.
 */
export async function writeOfQuestion(
  tx: Tx,
  actor: Actor,
  contactId: number,
  answererName: (unitId: number) => string,
  now: Date,
): Promise<number> {
  const [one] = (await questionsSeenBy(tx, actor, { id: contactId }, 1)).questions
  if (!one) throw notFound()
  if (one.articleSource !== null) return itemIdOf(one.articleSource)
  const itemId = await createItem(
    tx,
    actor,
    {
      ...{ kind: 'question_answer', title: one.question.slice(0, 200), language: 'vi', translationOf: null },
      ...{ unitId: one.answerUnitId, columnId: null, topics: [one.topic], taskId: null },
      ...{ formCode: null, themeCodes: [], audienceCodes: [], reviewBy: null },
    },
    now,
    {
      facts: { asker: 'Người dân gọi tổng đài', answerer: answererName(one.answerUnitId).slice(0, 300) },
      ...{ body: richTextFromPlain(one.answer ?? '').doc, byline: actor.name },
    },
  )
  await tieArticle(tx, actor, contactId, sourceOf({ id: itemId, translationOf: null }), now)
  return itemId
}
