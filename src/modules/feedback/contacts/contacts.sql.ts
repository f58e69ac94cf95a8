import { sql } from 'kysely'
import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { AnswerState, Way } from '../message.ts'
import type { Contact, ContactInput } from './contact.ts'

/** A moment's day in Việt Nam. */
const dayAt = sql<Day>`(c.at at time zone 'Asia/Ho_Chi_Minh')::date`

export async function insertContact(
  tx: Tx,
  provinceId: number,
  input: ContactInput,
  by: { accountId: number; name: string; at: Date },
): Promise<number> {
  const { outcome } = input
  const answered = outcome.is === 'answered'
  const { id } = await tx
    .insertInto('feedback.contact')
    .values({
      ...{ province_id: provinceId, unit_id: input.unitId, at: input.at, way: input.way },
      ...{ topic: input.topic, question: input.question, at_once: answered },
      answer_unit_id: outcome.is === 'passed' ? outcome.unitId : input.unitId,
      due_day: outcome.is === 'answered' ? null : outcome.dueDay,
      answer: outcome.is === 'answered' ? outcome.answer : null,
      answered_at: answered ? input.at : null,
      answered_by_name: answered ? by.name : null,
      wants_call: input.caller !== null,
      ...{ recorded_at: by.at, recorded_by: by.accountId, recorded_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Change {
  way?: Way
  topic?: string
  question?: string
  answer?: { text: string; at: Date; byName: string }
  to?: { unitId: number; dueDay: Day }
  sealed?: Buffer
  articleSource?: string
}

/** Writes over the revision that was read; `null`: whatever it is. False: somebody was there before. */
export async function updateContact(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number | null,
  { answer, to, articleSource, sealed, ...words }: Change,
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.contact')
    .set((e) => ({
      ...words,
      ...(answer ? { answer: answer.text, answered_at: answer.at, answered_by_name: answer.byName } : {}),
      ...(to ? { answer_unit_id: to.unitId, due_day: to.dueDay, reminded_day: null } : {}),
      ...(sealed ? { sealed } : {}),
      ...(articleSource ? { article_source: articleSource } : {}),
      revision: e('revision', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .$if(revision !== null, (q) => q.where('revision', '=', revision ?? 0))
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface ContactFilter {
  id?: number | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  unitId?: number | undefined
  way?: string | undefined
  topic?: string | undefined
  words?: string | undefined
  state?: AnswerState | undefined
  isAnswered?: boolean | undefined
  withoutArticle?: boolean | undefined
  from?: Day | null | undefined
  to?: Day | null | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: ContactFilter, today: Day) {
  let query = db.selectFrom('feedback.contact as c').where('c.province_id', '=', provinceId)
  const { unitIds, unitId, words, state } = f
  if (f.id !== undefined) query = query.where('c.id', '=', f.id)
  if (unitIds) {
    const ids = unitIds.length ? [...unitIds] : [-1]
    query = query.where((e) => e.or([e('c.unit_id', 'in', ids), e('c.answer_unit_id', 'in', ids)]))
  }
  if (unitId)
    query = query.where((e) => e.or([e('c.unit_id', '=', unitId), e('c.answer_unit_id', '=', unitId)]))
  if (f.way) query = query.where('c.way', '=', f.way)
  if (f.topic) query = query.where('c.topic', '=', f.topic)
  if (words)
    query = query.where((e) => e.or([holdsWords('c.question', words), holdsWords('c.answer', words)]))
  if (f.isAnswered) query = query.where('c.answered_at', 'is not', null)
  if (f.withoutArticle) query = query.where('c.article_source', 'is', null)
  if (f.from) query = query.where(dayAt, '>=', f.from)
  if (f.to) query = query.where(dayAt, '<=', f.to)
  if (state === 'at_once') query = query.where('c.answered_at', 'is not', null).where('c.at_once', '=', true)
  if (state === 'answered')
    query = query.where('c.answered_at', 'is not', null).where('c.at_once', '=', false)
  if (state === 'waiting') query = query.where('c.answered_at', 'is', null).where('c.due_day', '>=', today)
  if (state === 'overdue') query = query.where('c.answered_at', 'is', null).where('c.due_day', '<', today)
  return query
}

/** What passes the filter, the newest first; with the number of all. */
export async function selectContacts(
  db: DbOrTx,
  provinceId: number,
  filter: ContactFilter,
  today: Day,
  limit = 40,
  offset = 0,
): Promise<{ contacts: Contact[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter, today)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter, today)
    .select(['c.id', 'c.unit_id as unitId', 'c.at', 'c.way', 'c.topic', 'c.question', 'c.answer'])
    .select(['c.answer_unit_id as answerUnitId', 'c.due_day as dueDay', 'c.at_once as atOnce'])
    .select([
      'c.answered_at as answeredAt',
      'c.answered_by_name as answeredByName',
      'c.article_source as articleSource',
    ])
    .select(['c.wants_call as wantsCall', 'c.sealed', 'c.forgotten_at as forgottenAt', 'c.revision'])
    .select(['c.recorded_at as recordedAt', 'c.recorded_by_name as recordedByName'])
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { contacts: rows.map((r) => ({ ...r, way: r.way as Way })), total }
}

export type StateCounts = Record<AnswerState, number>

export async function countByState(
  db: DbOrTx,
  provinceId: number,
  filter: ContactFilter,
  today: Day,
): Promise<StateCounts> {
  const open = sql`c.answered_at is null`
  const count = (when: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${when})::int`
  return filtered(db, provinceId, filter, today)
    .select(count(sql`not ${open} and c.at_once`).as('at_once'))
    .select(count(sql`not ${open} and not c.at_once`).as('answered'))
    .select(count(sql`${open} and c.due_day >= ${today}`).as('waiting'))
    .select(count(sql`${open} and c.due_day < ${today}`).as('overdue'))
    .executeTakeFirstOrThrow()
}

/** Contacts by the Monday of their week; weeks without any are not in it. */
export async function countByWeek(
  db: DbOrTx,
  provinceId: number,
  filter: ContactFilter,
  today: Day,
): Promise<Map<Day, number>> {
  const rows = await filtered(db, provinceId, filter, today)
    .select(sql<Day>`date_trunc('week', c.at at time zone 'Asia/Ho_Chi_Minh')::date`.as('week'))
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy('week')
    .execute()
  return new Map(rows.map((r) => [r.week, r.count]))
}

/** How many were asked by topic or by way, the most first. */
export async function countBy(
  db: DbOrTx,
  provinceId: number,
  filter: ContactFilter,
  today: Day,
  by: 'topic' | 'way',
): Promise<{ code: string; count: number }[]> {
  return filtered(db, provinceId, filter, today)
    .select(`c.${by} as code`)
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy('code')
    .orderBy('count', 'desc')
    .orderBy('code')
    .execute()
}

export interface Owed {
  id: number
  question: string
  answerUnitId: number
  dueDay: Day
}

/** Answers due by tomorrow and not reminded of, and late ones last reminded of before they were, or a week ago. */
export async function selectOwed(db: DbOrTx, provinceId: number, today: Day): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select c.id, c.question, c.answer_unit_id as "answerUnitId", c.due_day as "dueDay"
    from feedback.contact c
    where c.province_id = ${provinceId} and c.answered_at is null and c.due_day <= ${addDays(today, 1)}
      and (c.reminded_day is null
        or (c.due_day < ${today} and (c.reminded_day <= c.due_day or c.reminded_day <= ${addDays(today, -7)})))
    order by c.due_day, c.id`.execute(db)
  return rows
}

export async function noteReminded(
  tx: Tx,
  provinceId: number,
  ids: readonly number[],
  today: Day,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('feedback.contact')
    .set({ reminded_day: today })
    .where('province_id', '=', provinceId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Deletes name and number of what was answered before this moment; answers the contacts. */
export async function deleteCallers(
  tx: Tx,
  provinceId: number,
  answeredBefore: Date,
  now: Date,
): Promise<number[]> {
  const rows = await tx
    .updateTable('feedback.contact')
    .set({ sealed: null, forgotten_at: now })
    .where('province_id', '=', provinceId)
    .where('sealed', 'is not', null)
    .where('answered_at', '<=', answeredBefore)
    .returning('id')
    .execute()
  return rows.map((r) => r.id).toSorted((a, b) => a - b)
}
