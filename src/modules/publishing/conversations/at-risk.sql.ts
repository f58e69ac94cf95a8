import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ChannelState, SendFault } from '../channel.ts'

/** An answer that has not left, beside its channel and the person's last word. */
export interface WaitingAnswer {
  messageId: number
  personId: number
  queuedAt: Date
  lastWroteAt: Date
  warnedFor: Date | null
  channelId: number
  channelName: string
  unitId: number
  state: ChannelState
  trouble: SendFault | null
  settings: Record<string, string>
  /** ISO; the channel rests until then. */
  restUntil: string | null
}

/** Answers that wait for their channel, the oldest first. */
export async function selectWaitingAnswers(db: DbOrTx, provinceId: number): Promise<WaitingAnswer[]> {
  const { rows } = await sql<WaitingAnswer>`
    select m.id as "messageId", p.id as "personId", m.queued_at as "queuedAt", p.last_wrote_at as "lastWroteAt",
      p.warned_for as "warnedFor", c.id as "channelId", c.name as "channelName", c.unit_id as "unitId", c.state,
      c.trouble, c.settings, c.health->>'restUntil' as "restUntil"
    from publishing.message m
    join publishing.channel c on c.province_id = m.province_id and c.id = m.channel_id and c.kind = 'zalo'
    join publishing.zalo_person p on p.province_id = m.province_id and m.source = 'zalo:' || p.id
    where m.province_id = ${provinceId} and m.state = 'waiting' and m.variant->>'way' = 'consultation'
    order by p.last_wrote_at, m.id`.execute(db)
  return rows
}

export async function markWarned(tx: Tx, provinceId: number, personId: number): Promise<void> {
  await sql`
    update publishing.zalo_person set warned_for = last_wrote_at
    where province_id = ${provinceId} and id = ${personId}`.execute(tx)
}
