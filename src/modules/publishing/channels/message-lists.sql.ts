import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ChannelKind, MessageState } from '../channel.ts'
import { type Message, messageColumns } from './messages.sql.ts'

/** A message beside the names of its channel and publication. */
export interface ShownMessage extends Message {
  channelName: string
  channelKind: ChannelKind
  channelUnitId: number
  channelState: string
  title: string | null
}

export interface MessageFilter {
  id?: number | undefined
  state?: MessageState | undefined
  channelId?: number | undefined
  publicationId?: number | undefined
  source?: string | undefined
  words?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: MessageFilter) {
  return db
    .selectFrom('publishing.message as m')
    .innerJoin('publishing.channel as c', (j) =>
      j.onRef('c.province_id', '=', 'm.province_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .leftJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'm.province_id').onRef('p.id', '=', 'm.publication_id'),
    )
    .where('m.province_id', '=', provinceId)
    .$if(f.id !== undefined, (q) => q.where('m.id', '=', f.id ?? 0))
    .$if(f.state !== undefined, (q) => q.where('m.state', '=', f.state ?? ''))
    .$if(f.channelId !== undefined, (q) => q.where('m.channel_id', '=', f.channelId ?? 0))
    .$if(f.publicationId !== undefined, (q) => q.where('m.publication_id', '=', f.publicationId ?? 0))
    .$if(f.source !== undefined, (q) => q.where('m.source', '=', f.source ?? ''))
    .$if(f.from !== undefined, (q) => q.where('m.due_at', '>=', f.from ?? new Date(0)))
    .$if(f.to !== undefined, (q) => q.where('m.due_at', '<', f.to ?? new Date(0)))
    .$if(!!f.words, (q) =>
      q.where(
        // What was said to one person is found by nobody: a hit alone would tell that it was said.
        sql<boolean>`(coalesce(p.title, '') || ' ' || case when m.source like 'zalo:%' then '' else m.variant::text end
          || ' ' || c.name) ilike ${`%${(f.words ?? '').replace(/[\\%_]/g, '\\$&')}%`}`,
      ),
    )
}

export async function selectMessages(
  db: DbOrTx,
  provinceId: number,
  filter: MessageFilter,
  page: { offset: number; limit: number; oldestFirst?: boolean },
): Promise<ShownMessage[]> {
  const order = page.oldestFirst ? 'asc' : 'desc'
  const rows = await filtered(db, provinceId, filter)
    .select([
      ...messageColumns,
      'c.name as channelName',
      'c.kind as channelKind',
      'c.unit_id as channelUnitId',
      'c.state as channelState',
      'p.title as title',
    ])
    .orderBy('m.due_at', order)
    .orderBy('m.id', order)
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return rows as unknown as ShownMessage[]
}

export async function countMessages(
  db: DbOrTx,
  provinceId: number,
  filter: MessageFilter,
): Promise<Partial<Record<MessageState, number>>> {
  const { state: _, ...rest } = filter
  const rows = await filtered(db, provinceId, rest)
    .select((e) => ['m.state', e.fn.countAll<number>().as('count')])
    .groupBy('m.state')
    .execute()
  return Object.fromEntries(rows.map((r) => [r.state, Number(r.count)]))
}
