import { sql } from 'kysely'
import type { Db, DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { LetterEntry } from './newsletters.sql.ts'

/** Readers whose choice holds something of these entries. `rhythm` null: of every rhythm. */
function wanted(provinceId: number, rhythm: string | null, entries: readonly LetterEntry[]) {
  const topics = [...new Set(entries.flatMap((e) => e.topics))]
  const columnIds = [...new Set(entries.flatMap((e) => (e.columnId === null ? [] : [e.columnId])))]
  return sql`
    from publishing.subscriber s
    where s.province_id = ${provinceId} and s.state = 'confirmed'
      and (${rhythm}::text is null or s.rhythm = ${rhythm})
      and ((s.topics = '{}' and s.column_ids = '{}')
        or s.topics && ${topics}::text[] or s.column_ids && ${columnIds}::bigint[])
  `
}

export async function countWanting(
  db: DbOrTx,
  provinceId: number,
  rhythm: string | null,
  entries: readonly LetterEntry[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n ${wanted(provinceId, rhythm, entries)}
  `.execute(db)
  return rows[0]?.n ?? 0
}

/** One letter for each reader who wants something of it; done twice, none is added. */
export async function addDeliveries(
  tx: Tx,
  provinceId: number,
  newsletterId: number,
  rhythm: string | null,
  entries: readonly LetterEntry[],
): Promise<void> {
  await sql`
    insert into publishing.delivery (province_id, newsletter_id, subscriber_id)
    select s.province_id, ${newsletterId}::bigint, s.id ${wanted(provinceId, rhythm, entries)}
    on conflict do nothing
  `.execute(tx)
}

/** Takes one letter that nobody has taken; committed at once, so that no other worker and no second try has it. */
export async function takeDelivery(
  db: Db,
  provinceId: number,
  newsletterId: number,
  now: Date,
): Promise<{ subscriberId: number } | null> {
  const { rows } = await sql<{ subscriberId: number }>`
    update publishing.delivery d set state = 'sending', taken_at = ${now}
    where (d.province_id, d.newsletter_id, d.subscriber_id) = (
      select province_id, newsletter_id, subscriber_id from publishing.delivery
      where province_id = ${provinceId} and newsletter_id = ${newsletterId} and state = 'waiting'
      order by subscriber_id limit 1 for update skip locked
    )
    returning d.subscriber_id as "subscriberId"
  `.execute(db)
  return rows[0] ?? null
}

export async function endDelivery(
  db: DbOrTx,
  provinceId: number,
  newsletterId: number,
  subscriberId: number,
  state: 'sent' | 'failed' | 'waiting',
): Promise<void> {
  await db
    .updateTable('publishing.delivery')
    .set({ state })
    .where('province_id', '=', provinceId)
    .where('newsletter_id', '=', newsletterId)
    .where('subscriber_id', '=', subscriberId)
    .where('state', '=', 'sending')
    .execute()
}

/** A worker that took a letter before `before` and said nothing more: nobody knows whether it left. Never sent again. */
export async function giveUpSilent(
  db: DbOrTx,
  provinceId: number,
  newsletterId: number,
  before: Date,
): Promise<void> {
  await db
    .updateTable('publishing.delivery')
    .set({ state: 'unsure' })
    .where('province_id', '=', provinceId)
    .where('newsletter_id', '=', newsletterId)
    .where('state', '=', 'sending')
    .where('taken_at', '<', before)
    .execute()
}

export type Tally = Record<'waiting' | 'sending' | 'sent' | 'failed' | 'unsure' | 'returned', number>

export const noTally: Tally = { waiting: 0, sending: 0, sent: 0, failed: 0, unsure: 0, returned: 0 }

export async function talliesOf(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<Map<number, Tally>> {
  const found = new Map(ids.map((id) => [id, { ...noTally }]))
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('publishing.delivery')
    .select(['newsletter_id as id', 'state', (e) => e.fn.countAll<number>().as('n')])
    .where('province_id', '=', provinceId)
    .where('newsletter_id', 'in', [...ids])
    .groupBy(['newsletter_id', 'state'])
    .execute()
  for (const row of rows) {
    const tally = found.get(row.id)
    if (tally) tally[row.state as keyof Tally] = Number(row.n)
  }
  return found
}
