import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Call, CallFacts } from './initiative.ts'

const columns = [
  'c.id',
  'c.title',
  'c.body',
  'c.topic',
  'c.from_day as fromDay',
  'c.to_day as toDay',
  'c.made_by_name as madeByName',
  'c.closed_at as closedAt',
  'c.revision',
] as const

function valuesOf(call: CallFacts) {
  const { title, body, topic } = call
  return { title, body, topic, from_day: call.fromDay, to_day: call.toDay }
}

export async function insertCall(
  tx: Tx,
  provinceId: number,
  call: CallFacts,
  by: { name: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('initiatives.call')
    .values({ province_id: provinceId, ...valuesOf(call), made_at: by.at, made_by_name: by.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the revision that the writer saw. False: somebody was there before. */
export async function updateCall(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  call: CallFacts,
): Promise<boolean> {
  const done = await tx
    .updateTable('initiatives.call')
    .set({ ...valuesOf(call), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function closeCallRow(tx: Tx, provinceId: number, id: number, at: Date): Promise<void> {
  await tx
    .updateTable('initiatives.call')
    .set((e) => ({ closed_at: at, revision: e('revision', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function selectCall(db: DbOrTx, provinceId: number, id: number): Promise<Call | null> {
  const row = await db
    .selectFrom('initiatives.call as c')
    .select(columns)
    .where('c.province_id', '=', provinceId)
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Open on a day: what the portal shows, the one that ends first before the others. */
export async function selectOpenCalls(db: DbOrTx, provinceId: number, today: Day): Promise<Call[]> {
  return db
    .selectFrom('initiatives.call as c')
    .select(columns)
    .where('c.province_id', '=', provinceId)
    .where('c.closed_at', 'is', null)
    .where('c.from_day', '<=', today)
    .where('c.to_day', '>=', today)
    .orderBy('c.to_day')
    .orderBy('c.id')
    .limit(20)
    .execute()
}

/** All calls, the newest first, with how many ideas each brought; spam is not counted. */
export async function selectCalls(
  db: DbOrTx,
  provinceId: number,
  limit: number,
  offset = 0,
): Promise<{ calls: (Call & { ideas: number })[]; total: number }> {
  const { total } = await db
    .selectFrom('initiatives.call')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  const calls = await db
    .selectFrom('initiatives.call as c')
    .select(columns)
    .select(
      sql<number>`(select count(*)::int from initiatives.initiative i
        where i.province_id = c.province_id and i.call_id = c.id and i.state <> 'spam')`.as('ideas'),
    )
    .where('c.province_id', '=', provinceId)
    .orderBy('c.to_day', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { calls, total }
}
