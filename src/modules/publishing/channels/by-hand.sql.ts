import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { channelKinds, messageAddress } from '../channel.ts'

const manual = Object.entries(channelKinds).flatMap(([kind, { way }]) => (way === 'manual' ? [kind] : []))

/** Messages of these units' manual channels that were handed to people and have no proof yet; the oldest one's page. */
export async function messagesForHand(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[],
): Promise<{ count: number; href: string }> {
  if (unitIds.length === 0) return { count: 0, href: '' }
  const { count, oldest } = await db
    .selectFrom('publishing.message as m')
    .innerJoin('publishing.channel as c', (j) =>
      j.onRef('c.province_id', '=', 'm.province_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .select((e) => [sql<number>`count(*)::int`.as('count'), e.fn.min('m.id').as('oldest')])
    .where('m.province_id', '=', provinceId)
    .where('m.state', '=', 'sending')
    .where('c.kind', 'in', manual)
    .where('c.unit_id', 'in', unitIds)
    .executeTakeFirstOrThrow()
  return { count, href: oldest === null ? '' : messageAddress(oldest) }
}
