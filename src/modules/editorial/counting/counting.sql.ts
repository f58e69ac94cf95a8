import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Item } from '../item.ts'
import { asItem, itemColumns } from '../items/items.sql.ts'

/** The item behind a publication, in the language of the master; null where another room published it. */
export async function selectItemOfPublication(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
): Promise<Item | null> {
  const row = await db
    .selectFrom('editorial.item as i')
    .select(itemColumns)
    .where('i.province_id', '=', provinceId)
    .where('i.publication_id', '=', publicationId)
    .executeTakeFirst()
  return row ? asItem(row) : null
}

/**
 * What readers did with all languages of a source, by metric. What a ledger of copies, stands and airings told is left
 * out: it counts for the unit that did it, and would stand twice in the roll-up.
 */
export async function reachOfSource(
  db: DbOrTx,
  provinceId: number,
  source: string,
): Promise<{ sums: Map<string, number>; last: Day | null }> {
  const { rows } = await sql<{ metric: string; amount: string; last: Day }>`
    select r.metric, sum(r.amount) as amount, max(r.day)::text as last
    from publishing.reach r join publishing.publication p
      on p.province_id = r.province_id and p.id = r.publication_id
    where r.province_id = ${provinceId} and p.source = ${source} and r.origin <> 'ledger'
    group by r.metric`.execute(db)
  const days = rows.map((r) => r.last).sort()
  return { sums: new Map(rows.map((r) => [r.metric, Number(r.amount)])), last: days.at(-1) ?? null }
}

export async function writeCounted(
  tx: Tx,
  provinceId: number,
  itemId: number,
  activityId: number,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('editorial.counted')
    .values({ province_id: provinceId, item_id: itemId, activity_id: activityId, counted_at: now })
    .onConflict((c) =>
      c.columns(['province_id', 'item_id']).doUpdateSet({ activity_id: activityId, counted_at: now }),
    )
    .execute()
}

/** The publication that a message of a channel sent. */
export async function publicationOfMessage(
  db: DbOrTx,
  provinceId: number,
  messageId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('publishing.message')
    .select('publication_id as id')
    .where('province_id', '=', provinceId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  return row?.id ?? null
}
