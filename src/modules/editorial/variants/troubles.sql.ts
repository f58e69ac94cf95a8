import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ChannelState, MessageState, SendFault } from '../../publishing/channel.ts'

/** A channel that an item left by, or is to leave by, and that is in trouble. */
export interface TroubledRow {
  itemId: number
  channelId: number
  channelName: string
  channelUnitId: number
  channelState: ChannelState
  channelTrouble: SendFault | null
  /** ISO; the channel rests until then, as it is near a limit of the service. */
  restUntil: string | null
  /** Null: nothing was handed to it yet. */
  messageId: number | null
  messageState: MessageState | null
  lastError: SendFault | null
}

/**
 * Of these items: messages that were refused, given up or are unsure; those that wait on a channel that is off, needs
 * attention or rests; and chosen channels in trouble of texts that are still to go out.
 */
export async function selectTroubles(
  db: DbOrTx,
  provinceId: number,
  itemIds: readonly number[],
  now: Date,
): Promise<TroubledRow[]> {
  if (itemIds.length === 0) return []
  const sources = itemIds.map((id) => `editorial:${id}`)
  const { rows } = await sql<TroubledRow>`
    select substring(m.source from 11)::int as "itemId", c.id as "channelId", c.name as "channelName",
      c.unit_id as "channelUnitId", c.state as "channelState", c.trouble as "channelTrouble",
      c.health->>'restUntil' as "restUntil", m.id as "messageId", m.state as "messageState",
      m.last_error as "lastError"
    from publishing.message m
    join publishing.channel c on c.province_id = m.province_id and c.id = m.channel_id
    where m.province_id = ${provinceId} and m.source = any(${sources}) and (
      m.state in ('failed', 'dead', 'unsure')
      or (m.state = 'waiting' and (c.state <> 'on' or (c.health->>'restUntil')::timestamptz > ${now})))
    union all
    select v.item_id, c.id, c.name, c.unit_id, c.state, c.trouble, c.health->>'restUntil', null, null, null
    from editorial.variant v
    join editorial.item i on i.province_id = v.province_id and i.id = v.item_id and i.current_version = v.number
    join publishing.channel c on c.province_id = v.province_id and c.id = v.channel_id
    where v.province_id = ${provinceId} and v.item_id = any(${itemIds}) and v.purpose is not null
      and c.state <> 'on' and i.state in ('draft', 'returned', 'submitted', 'approved', 'scheduled')
    order by 1, 3`.execute(db)
  return rows
}
