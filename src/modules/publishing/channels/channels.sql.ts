import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ChannelKind, ChannelState, SendFault } from '../channel.ts'

/** A channel as it stands; `secret` sealed. */
export interface Channel {
  id: number
  kind: ChannelKind
  name: string
  unitId: number
  state: ChannelState
  settings: Record<string, string>
  secret: Buffer | null
  tokenExpiresAt: Date | null
  refreshExpiresAt: Date | null
  refreshingSince: Date | null
  trouble: (SendFault & { at: string }) | null
  health: {
    testedAt?: string
    testedName?: string
    good?: boolean
    /** Near a limit of the service: nothing is sent until then. */
    restUntil?: string
    /** The day on which its people were last told that its token is about to end. */
    warnedDay?: string
  }
  version: number
  lastSentAt: Date | null
}

const columns = [
  'id',
  'kind',
  'name',
  'unit_id as unitId',
  'state',
  'settings',
  'secret',
  'token_expires_at as tokenExpiresAt',
  'refresh_expires_at as refreshExpiresAt',
  'refreshing_since as refreshingSince',
  'trouble',
  'health',
  'version',
  'last_sent_at as lastSentAt',
] as const

export async function selectChannel(db: DbOrTx, provinceId: number, id: number): Promise<Channel | null> {
  const row = await db
    .selectFrom('publishing.channel')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (row as unknown as Channel) : null
}

/** The channel, held until the transaction ends; null when another has it and `wait` is false. */
export async function holdChannel(
  tx: Tx,
  provinceId: number,
  id: number,
  wait: boolean,
): Promise<Channel | null> {
  const asked = tx
    .selectFrom('publishing.channel')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
  const row = await (wait ? asked : asked.skipLocked()).executeTakeFirst()
  return row ? (row as unknown as Channel) : null
}

export async function selectChannels(db: DbOrTx, provinceId: number): Promise<Channel[]> {
  const rows = await db
    .selectFrom('publishing.channel')
    .select(columns)
    .where('province_id', '=', provinceId)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows as unknown as Channel[]
}

export interface ChannelFields {
  kind: ChannelKind
  name: string
  unitId: number
  settings: Record<string, string>
}

export async function insertChannel(
  tx: Tx,
  provinceId: number,
  fields: ChannelFields,
  by: string,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('publishing.channel')
    .values({
      province_id: provinceId,
      kind: fields.kind,
      name: fields.name,
      unit_id: fields.unitId,
      settings: JSON.stringify(fields.settings),
      made_at: now,
      made_by_name: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface ChannelChange {
  name?: string
  unitId?: number
  settings?: Record<string, string>
  state?: ChannelState
  secret?: Buffer
  tokenExpiresAt?: Date | null
  refreshExpiresAt?: Date | null
  refreshingSince?: Date | null
  trouble?: Channel['trouble']
  health?: Channel['health']
  lastSentAt?: Date
}

export async function updateChannel(
  tx: DbOrTx,
  provinceId: number,
  id: number,
  c: ChannelChange,
): Promise<void> {
  await tx
    .updateTable('publishing.channel')
    .set((e) => ({
      version: e('version', '+', 1),
      ...(c.name === undefined ? {} : { name: c.name }),
      ...(c.unitId === undefined ? {} : { unit_id: c.unitId }),
      ...(c.settings === undefined ? {} : { settings: JSON.stringify(c.settings) }),
      ...(c.state === undefined ? {} : { state: c.state }),
      ...(c.secret === undefined ? {} : { secret: c.secret }),
      ...(c.tokenExpiresAt === undefined ? {} : { token_expires_at: c.tokenExpiresAt }),
      ...(c.refreshExpiresAt === undefined ? {} : { refresh_expires_at: c.refreshExpiresAt }),
      ...(c.refreshingSince === undefined ? {} : { refreshing_since: c.refreshingSince }),
      ...(c.trouble === undefined ? {} : { trouble: c.trouble === null ? null : JSON.stringify(c.trouble) }),
      ...(c.health === undefined ? {} : { health: JSON.stringify(c.health) }),
      ...(c.lastSentAt === undefined ? {} : { last_sent_at: c.lastSentAt }),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Channels that have something to do by now: due, to be looked up, or left by a worker that fell silent. */
export async function channelsWithWork(db: DbOrTx, provinceId: number, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct m.channel_id as id from publishing.message m
    join publishing.channel c on c.province_id = m.province_id and c.id = m.channel_id
    where m.province_id = ${provinceId} and (
      (m.state = 'waiting' and c.state = 'on' and greatest(m.due_at, m.next_try_at) <= ${now})
      or (m.state = 'sending' and m.lease_until < ${now})
      or (m.state = 'unsure' and m.look_at <= ${now}))`.execute(db)
  return rows.map((r) => r.id)
}

/** Of each channel: how many messages wait, are unsure, or were refused or given up and not yet seen to. */
export async function countByChannel(
  db: DbOrTx,
  provinceId: number,
): Promise<Map<number, { waiting: number; unsure: number; stuck: number; sent: number }>> {
  const { rows } = await sql<{ id: number; waiting: number; unsure: number; stuck: number; sent: number }>`
    select channel_id as id,
      count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
      count(*) filter (where state = 'unsure')::int as unsure,
      count(*) filter (where state in ('failed', 'dead'))::int as stuck,
      count(*) filter (where state = 'sent')::int as sent
    from publishing.message where province_id = ${provinceId} group by channel_id`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** E-mail addresses and accounts of those who run a channel: editors and heads at its unit, and leads of the province. */
export async function peopleOfChannel(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  today: string,
): Promise<{ accountId: number; email: string; name: string }[]> {
  return db
    .selectFrom('accounts.role_grant as held')
    .innerJoin('accounts.account as account', (j) =>
      j
        .onRef('account.province_id', '=', 'held.province_id')
        .onRef('account.id', '=', 'held.account_id')
        .on('account.state', '<>', 'disabled'),
    )
    .select(['account.id as accountId', 'account.email', 'account.name'])
    .distinct()
    .where('held.province_id', '=', provinceId)
    .where('held.valid_from', '<=', today)
    .where((e) => e.or([e('held.valid_to', 'is', null), e('held.valid_to', '>', today)]))
    .where((e) =>
      e.or([
        e.and([e('held.unit_id', '=', unitId), e('held.role', 'in', ['editor', 'agency_head'])]),
        e('held.role', '=', 'province_lead'),
      ]),
    )
    .orderBy('account.id')
    .execute()
}
