import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { Shortcoming, ShortcomingFacts, Standing } from './shortcoming.ts'

function columnsOf(s: ShortcomingFacts) {
  const { title, about, place, topic, remedy } = s
  const who = { unit_id: s.unitId, person_name: s.personName, due_day: s.dueDay }
  return { title, about, place, topic, remedy, ...who }
}

export async function insertShortcoming(
  tx: Tx,
  provinceId: number,
  one: ShortcomingFacts & { itemId: number | null },
  by: { name: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.shortcoming')
    .values({
      ...{ province_id: provinceId, ...columnsOf(one), item_id: one.itemId },
      ...{ noted_at: by.at, noted_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the revision that the writer saw; false: somebody was there before. */
export async function updateShortcoming(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  one: ShortcomingFacts,
): Promise<boolean> {
  const done = await tx
    .updateTable('editorial.shortcoming')
    .set({ ...columnsOf(one), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function lockShortcoming(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('editorial.shortcoming')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

type Change = Partial<Record<'itemId' | 'doneFromVersion', number>> &
  Partial<Pick<Shortcoming, 'done' | 'withdrawn'>>

export async function moveShortcoming(tx: Tx, provinceId: number, id: number, change: Change): Promise<void> {
  const { itemId, done, doneFromVersion, withdrawn } = change
  await tx
    .updateTable('editorial.shortcoming')
    .set((e) => ({
      revision: e('revision', '+', 1),
      ...(itemId === undefined ? {} : { item_id: itemId }),
      ...(doneFromVersion === undefined ? {} : { done_from_version: doneFromVersion }),
      ...(done === undefined
        ? {}
        : {
            done_day: done?.day ?? null,
            done_what: done?.what ?? null,
            done_by_name: done?.byName ?? null,
          }),
      ...(withdrawn
        ? {
            withdrawn_at: withdrawn.at,
            withdrawn_by_name: withdrawn.byName,
            withdrawn_why: withdrawn.why,
          }
        : {}),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface ShortcomingFilter {
  id?: number | undefined
  itemId?: number | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  unitId?: number | undefined
  topic?: string | undefined
  words?: string | undefined
  standing?: Standing | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: ShortcomingFilter, today: Day) {
  let query = db.selectFrom('editorial.shortcoming as s').where('s.province_id', '=', provinceId)
  if (f.id !== undefined) query = query.where('s.id', '=', f.id)
  if (f.itemId !== undefined) query = query.where('s.item_id', '=', f.itemId)
  if (f.unitIds) query = query.where('s.unit_id', 'in', f.unitIds.length ? [...f.unitIds] : [-1])
  if (f.unitId) query = query.where('s.unit_id', '=', f.unitId)
  if (f.topic) query = query.where('s.topic', '=', f.topic)
  const { words, standing } = f
  if (words) query = query.where((e) => e.or([holdsWords('s.title', words), holdsWords('s.place', words)]))
  if (standing === 'done') query = query.where('s.done_day', 'is not', null)
  if (standing === 'open' || standing === 'overdue') query = query.where('s.done_day', 'is', null)
  if (standing === 'overdue') query = query.where('s.due_day', '<', today)
  if (f.id === undefined)
    query = query.where('s.withdrawn_at', standing === 'withdrawn' ? 'is not' : 'is', null)
  return query
}

/** What passes the filter: what is not mended first, the most pressing before; with the number of all. */
export async function selectShortcomings(
  db: DbOrTx,
  provinceId: number,
  filter: ShortcomingFilter,
  today: Day,
  limit = 40,
  offset = 0,
): Promise<{ shortcomings: Shortcoming[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter, today)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter, today)
    .select(['s.id', 's.title', 's.about', 's.place', 's.topic', 's.unit_id as unitId', 's.remedy'])
    .select(['s.person_name as personName', 's.due_day as dueDay', 's.item_id as itemId', 's.revision'])
    .select(['s.noted_at as notedAt', 's.noted_by_name as notedByName'])
    .select(['s.done_day', 's.done_what', 's.done_by_name', 's.done_from_version as doneFromVersion'])
    .select(['s.withdrawn_at', 's.withdrawn_by_name', 's.withdrawn_why'])
    .orderBy(sql`s.done_day is not null`)
    .orderBy('s.due_day')
    .orderBy('s.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const shortcomings = rows.map(
    ({ done_day, done_what, done_by_name, withdrawn_at, withdrawn_by_name, withdrawn_why, ...row }) => ({
      ...row,
      done: done_day === null ? null : { day: done_day, what: done_what ?? '', byName: done_by_name ?? '' },
      withdrawn: withdrawn_at && {
        at: withdrawn_at,
        ...{ byName: withdrawn_by_name ?? '', why: withdrawn_why ?? '' },
      },
    }),
  )
  return { shortcomings, total }
}
