import { sql } from 'kysely'
import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { Dialogue, DialogueFacts, DialogueKind } from './dialogue.ts'

interface By {
  accountId: number
  name: string
  at: Date
}

function columnsOf(d: DialogueFacts, by: By) {
  const { unitId, ...facts } = d
  return {
    ...{ ...facts, unit_id: unitId },
    ...{ changed_by: by.accountId, changed_by_name: by.name, changed_at: by.at },
  }
}

export async function insertDialogue(
  tx: Tx,
  provinceId: number,
  facts: DialogueFacts,
  by: By,
): Promise<number> {
  const { id } = await tx
    .insertInto('feedback.dialogue')
    .values({ province_id: provinceId, ...columnsOf(facts, by) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Other words need a second person again: it is no longer public. False: somebody was there before. */
export async function rewriteDialogue(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  facts: DialogueFacts,
  by: By,
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.dialogue')
    .set({
      ...columnsOf(facts, by),
      ...{ published_at: null, published_by_name: null, revision: revision + 1 },
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Opens it to readers, or shuts it (null). */
export async function setPublished(
  tx: Tx,
  provinceId: number,
  { id, revision }: Pick<Dialogue, 'id' | 'revision'>,
  by: { name: string; at: Date } | null,
): Promise<boolean> {
  const done = await tx
    .updateTable('feedback.dialogue')
    .set({
      ...{ published_at: by?.at ?? null, published_by_name: by?.name ?? null, revision: revision + 1 },
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface DialogueFilter {
  id?: number | undefined
  /** Hosts, or owing an answer there; undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  words?: string | undefined
  unitId?: number | undefined
  year?: number | undefined
  isPublic?: boolean | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: DialogueFilter) {
  let query = db.selectFrom('feedback.dialogue as d').where('d.province_id', '=', provinceId)
  const { words, year, unitIds } = f
  if (f.id !== undefined) query = query.where('d.id', '=', f.id)
  if (unitIds) {
    const ids = unitIds.length ? [...unitIds] : [-1]
    query = query.where((e) =>
      e.or([
        e('d.unit_id', 'in', ids),
        e.exists(
          e
            .selectFrom('feedback.question as q')
            .select('q.id')
            .whereRef('q.province_id', '=', 'd.province_id')
            .whereRef('q.dialogue_id', '=', 'd.id')
            .where('q.answer_unit_id', 'in', ids),
        ),
      ]),
    )
  }
  if (f.unitId) query = query.where('d.unit_id', '=', f.unitId)
  if (year) query = query.where('d.day', '>=', `${year}-01-01`).where('d.day', '<=', `${year}-12-31`)
  if (f.isPublic) query = query.where('d.published_at', 'is not', null)
  if (words) query = query.where((e) => e.or([holdsWords('d.title', words), holdsWords('d.about', words)]))
  return query
}

const countOf = (when: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from feedback.question q
    where q.province_id = d.province_id and q.dialogue_id = d.id and ${when})`

/** What passes the filter, the latest first; with the number of all. */
export async function selectDialogues(
  db: DbOrTx,
  provinceId: number,
  filter: DialogueFilter,
  limit = 40,
  offset = 0,
): Promise<{ dialogues: Dialogue[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter)
    .select(['d.id', 'd.unit_id as unitId', 'd.kind', 'd.title', 'd.day', 'd.place', 'd.chair', 'd.about'])
    .select(['d.conclusion', 'd.changed_by as changedBy', 'd.changed_by_name as changedByName'])
    .select(['d.published_at as publishedAt', 'd.published_by_name as publishedByName', 'd.revision'])
    .select(countOf(sql`true`).as('asked'))
    .select(countOf(sql`q.answered_at is not null`).as('answered'))
    .select(countOf(sql`q.approved_at is not null`).as('approved'))
    .orderBy('d.day', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { dialogues: rows.map((r) => ({ ...r, kind: r.kind as DialogueKind })), total }
}

export interface Owed {
  id: number
  dialogueId: number
  question: string
  unitId: number
  day: Day
  what: 'answer' | 'promise'
}

/** Answers and promises due by tomorrow and not reminded of, and late ones as with contacts: at once and every week. */
export async function selectOwedThere(db: DbOrTx, provinceId: number, today: Day): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select id, dialogue_id as "dialogueId", question, answer_unit_id as "unitId", day, what from (
      select q.*, case when q.answered_at is null then q.due_day else q.promise_day end as day,
        case when q.answered_at is null then 'answer' else 'promise' end as what
      from feedback.question q
      where q.province_id = ${provinceId}
        and (q.answered_at is null or (q.promise_day is not null and q.kept_at is null))
    ) o
    where day <= ${addDays(today, 1)}
      and (reminded_day is null
        or (day < ${today} and (reminded_day <= day or reminded_day <= ${addDays(today, -7)})))
    order by day, id`.execute(db)
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
    .updateTable('feedback.question')
    .set({ reminded_day: today })
    .where('province_id', '=', provinceId)
    .where('id', 'in', [...ids])
    .execute()
}
