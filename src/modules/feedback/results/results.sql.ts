import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { Result, ResultFacts, ResultState } from './result.ts'

interface By {
  accountId: number
  name: string
  at: Date
}

function columnsOf(r: ResultFacts, by: By) {
  const { code, topic, content, outcome } = r
  const days = { received_day: r.receivedDay, answered_day: r.answeredDay, due_day: r.dueDay }
  const who = { changed_by: by.accountId, changed_by_name: by.name, changed_at: by.at }
  return {
    ...{ code, topic, content, outcome, unit_id: r.unitId, document_number: r.documentNumber },
    ...{ ...days, ...who, state: 'waiting' },
  }
}

export async function insertResults(
  tx: Tx,
  provinceId: number,
  results: readonly ResultFacts[],
  by: By,
): Promise<number[]> {
  if (results.length === 0) return []
  const rows = await tx
    .insertInto('feedback.result')
    .values(results.map((r) => ({ province_id: provinceId, ...columnsOf(r, by) })))
    .returning('id')
    .execute()
  return rows.map((r) => r.id)
}

/** Which of these numbers stand in the register, of another entry than `but`. */
export async function selectKnownCodes(
  db: DbOrTx,
  provinceId: number,
  codes: readonly string[],
  but: number | null = null,
): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const rows = await db
    .selectFrom('feedback.result')
    .select('code')
    .where('province_id', '=', provinceId)
    .where('code', 'in', [...codes])
    .$if(but !== null, (q) => q.where('id', '<>', but ?? 0))
    .execute()
  return new Set(rows.map((r) => r.code))
}

/** Other words: it waits for approval again. False: somebody was there before. */
export async function rewriteResult(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  result: ResultFacts,
  by: By,
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.result')
    .set({ ...columnsOf(result, by), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '<>', 'published')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function publishResult(
  tx: Tx,
  provinceId: number,
  { id, revision }: Pick<Result, 'id' | 'revision'>,
  by: { name: string; at: Date },
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.result')
    .set({
      ...{ state: 'published', published_at: by.at, published_by_name: by.name, revision: revision + 1 },
      ...{ retracted_at: null, retracted_by_name: null, retracted_why: null },
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function retractResult(
  tx: Tx,
  provinceId: number,
  { id, revision }: Pick<Result, 'id' | 'revision'>,
  by: { name: string; at: Date; why: string },
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.result')
    .set({
      ...{ state: 'retracted', retracted_at: by.at, retracted_by_name: by.name, retracted_why: by.why },
      revision: revision + 1,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface ResultFilter {
  id?: number | undefined
  ids?: readonly number[] | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  unitId?: number | undefined
  topic?: string | undefined
  year?: number | undefined
  words?: string | undefined
  state?: ResultState | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: ResultFilter) {
  let query = db.selectFrom('feedback.result as r').where('r.province_id', '=', provinceId)
  const { words, year } = f
  if (f.id !== undefined) query = query.where('r.id', '=', f.id)
  if (f.ids) query = query.where('r.id', 'in', f.ids.length ? [...f.ids] : [-1])
  if (f.unitIds) query = query.where('r.unit_id', 'in', f.unitIds.length ? [...f.unitIds] : [-1])
  if (f.unitId) query = query.where('r.unit_id', '=', f.unitId)
  if (f.topic) query = query.where('r.topic', '=', f.topic)
  if (f.state) query = query.where('r.state', '=', f.state)
  if (year)
    query = query
      .where('r.answered_day', '>=', `${year}-01-01`)
      .where('r.answered_day', '<=', `${year}-12-31`)
  if (words)
    query = query.where((e) =>
      e.or([holdsWords('r.content', words), holdsWords('r.outcome', words), holdsWords('r.code', words)]),
    )
  return query
}

/** What passes the filter, the latest answered first; with the number of all. */
export async function selectResults(
  db: DbOrTx,
  provinceId: number,
  filter: ResultFilter,
  limit = 40,
  offset = 0,
): Promise<{ results: Result[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter)
    .select(['r.id', 'r.code', 'r.topic', 'r.unit_id as unitId', 'r.content', 'r.outcome', 'r.state'])
    .select(['r.received_day as receivedDay', 'r.answered_day as answeredDay', 'r.due_day as dueDay'])
    .select(['r.document_number as documentNumber', 'r.revision', 'r.changed_by as changedBy'])
    .select(['r.changed_by_name as changedByName', 'r.changed_at as changedAt'])
    .select(['r.published_at as publishedAt', 'r.published_by_name as publishedByName'])
    .select(['r.retracted_at', 'r.retracted_by_name', 'r.retracted_why'])
    .orderBy('r.answered_day', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const results = rows.map(({ retracted_at, retracted_by_name, retracted_why, ...row }) => ({
    ...{ ...row, state: row.state as ResultState },
    retracted: retracted_at && {
      at: retracted_at,
      ...{ byName: retracted_by_name ?? '', why: retracted_why ?? '' },
    },
  }))
  return { results, total }
}

/** Answered in time and in all, by unit, the most first. */
export async function countInTime(
  db: DbOrTx,
  provinceId: number,
  filter: ResultFilter,
): Promise<{ unitId: number; inTime: number; all: number }[]> {
  return filtered(db, provinceId, filter)
    .select('r.unit_id as unitId')
    .select(sql<number>`(count(*) filter (where r.answered_day <= r.due_day))::int`.as('inTime'))
    .select(sql<number>`count(*)::int`.as('all'))
    .groupBy('r.unit_id')
    .orderBy('all', 'desc')
    .orderBy('r.unit_id')
    .execute()
}

export async function countByState(
  db: DbOrTx,
  provinceId: number,
  filter: ResultFilter,
): Promise<Record<ResultState, number>> {
  const rows = await filtered(db, provinceId, filter)
    .select('r.state')
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy('r.state')
    .execute()
  const of = (state: ResultState) => rows.find((r) => r.state === state)?.count ?? 0
  return { waiting: of('waiting'), published: of('published'), retracted: of('retracted') }
}

/** What the lists can be narrowed to: years, units and fields that occur. */
export async function selectChoices(db: DbOrTx, provinceId: number, state?: ResultState) {
  const rows = await filtered(db, provinceId, { state })
    .select(sql<number>`extract(year from r.answered_day)::int`.as('year'))
    .select(['r.unit_id as unitId', 'r.topic'])
    .distinct()
    .execute()
  return {
    years: [...new Set(rows.map((r) => r.year))].toSorted((a, b) => b - a),
    unitIds: [...new Set(rows.map((r) => r.unitId))],
    topics: [...new Set(rows.map((r) => r.topic))],
  }
}
