import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ReachCount } from './reach.ts'

/**
 * Adds to what was counted; one statement, rows in the order of their key, so that two processes which write at the
 * same time wait for each other and never in a circle. What is counted for no publication is left out.
 */
export async function addCounts(db: DbOrTx, counts: readonly ReachCount[]): Promise<void> {
  const column = <T>(of: (count: ReachCount) => T) => counts.map(of)
  await sql`
    insert into publishing.reach (province_id, publication_id, day, channel_kind, place, metric, amount, origin)
    select c.province_id, c.publication_id, c.day, c.channel_kind, c.place, c.metric, c.amount, 'counted'
    from unnest(
      ${column((c) => c.provinceId)}::int[], ${column((c) => c.publicationId)}::bigint[],
      ${column((c) => c.day)}::date[], ${column((c) => c.channelKind)}::text[], ${column((c) => c.place)}::text[],
      ${column((c) => c.metric)}::text[], ${column((c) => c.amount)}::bigint[]
    ) as c (province_id, publication_id, day, channel_kind, place, metric, amount)
    join publishing.publication p on p.province_id = c.province_id and p.id = c.publication_id
    order by 1, 2, 3, 4, 5, 6
    on conflict (province_id, publication_id, day, channel_kind, place, metric) where origin = 'counted'
    do update set amount = publishing.reach.amount + excluded.amount`.execute(db)
}
