import { sql } from 'kysely'
import type { Db, DbOrTx, Tx } from '../../../lib/db/db.ts'

export interface PushText {
  title: string
  body: string
  /** Absolute. */
  link: string
}

/** What was refused, for the office: never whose endpoint. */
export interface PushFault {
  /** Host of the push service. */
  service: string
  /** HTTP status; 0: no answer. */
  status: number
}

export interface Push extends PushText {
  id: number
  publicationId: number | null
  messageId: number | null
  state: 'sending' | 'sent'
  madeAt: Date
  ended: number
  fault: PushFault | null
}

const columns = [
  'id',
  'publication_id as publicationId',
  'message_id as messageId',
  'title',
  'body',
  'link',
  'state',
  'made_at as madeAt',
  'ended',
  'fault',
] as const

export async function pushById(db: DbOrTx, provinceId: number, id: number): Promise<Push | null> {
  const row = await db
    .selectFrom('publishing.push')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (row as Push) : null
}

export async function newestPushes(db: DbOrTx, provinceId: number, most: number): Promise<Push[]> {
  const rows = await db
    .selectFrom('publishing.push')
    .select(columns)
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows as Push[]
}

/** Null where the same has been made already. */
export async function insertPush(
  tx: Tx,
  provinceId: number,
  push: PushText & { publicationId: number | null; messageId: number | null },
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('publishing.push')
    .values({
      province_id: provinceId,
      publication_id: push.publicationId,
      message_id: push.messageId,
      title: push.title,
      body: push.body,
      link: push.link,
      made_at: now,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** One for each browser whose choice holds it and that has had nothing of this publication yet. */
export async function addDeliveries(
  tx: Tx,
  provinceId: number,
  pushId: number,
  of: { publicationId: number | null; topics: readonly string[]; columnId: number | null },
): Promise<void> {
  const columnIds = of.columnId === null ? [] : [of.columnId]
  await sql`
    insert into publishing.push_delivery (province_id, push_id, subscription_id, publication_id)
    select s.province_id, ${pushId}::bigint, s.id, ${of.publicationId}::bigint
    from publishing.push_subscription s
    where s.province_id = ${provinceId}
      and (${of.publicationId}::bigint is null or (s.topics = '{}' and s.column_ids = '{}')
        or s.topics && ${[...of.topics]}::text[] or s.column_ids && ${columnIds}::bigint[])
    on conflict do nothing
  `.execute(tx)
}

export interface Taken {
  subscriptionId: number
  sealed: Buffer
  locale: 'vi' | 'en'
  tries: number
}

/** Takes up to `most` that nobody has taken; committed at once, so that no other worker and no second try has them. */
export async function takeDeliveries(
  db: Db,
  provinceId: number,
  pushId: number,
  most: number,
  now: Date,
): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    update publishing.push_delivery d set state = 'sending', taken_at = ${now}, tries = tries + 1
    from publishing.push_subscription s
    where d.province_id = ${provinceId} and d.push_id = ${pushId}
      and s.province_id = d.province_id and s.id = d.subscription_id
      and d.subscription_id in (
        select subscription_id from publishing.push_delivery
        where province_id = ${provinceId} and push_id = ${pushId} and state = 'waiting'
          and (not_before is null or not_before <= ${now})
        order by subscription_id limit ${most} for update skip locked
      )
    returning d.subscription_id as "subscriptionId", s.sealed, s.locale, d.tries
  `.execute(db)
  return rows
}

export async function endDelivery(
  db: DbOrTx,
  provinceId: number,
  pushId: number,
  subscriptionId: number,
  end: { state: 'sent' | 'failed' | 'unsure' } | { state: 'waiting'; notBefore: Date | null },
): Promise<void> {
  await db
    .updateTable('publishing.push_delivery')
    .set({ state: end.state, ...(end.state === 'waiting' ? { not_before: end.notBefore } : {}) })
    .where('province_id', '=', provinceId)
    .where('push_id', '=', pushId)
    .where('subscription_id', '=', subscriptionId)
    .where('state', '=', 'sending')
    .execute()
}

/** Of a worker that fell silent: nobody knows whether these left, and they are never sent again. */
export async function giveUpSilent(
  db: DbOrTx,
  provinceId: number,
  pushId: number,
  before: Date,
): Promise<void> {
  await db
    .updateTable('publishing.push_delivery')
    .set({ state: 'unsure' })
    .where('province_id', '=', provinceId)
    .where('push_id', '=', pushId)
    .where('state', '=', 'sending')
    .where('taken_at', '<', before)
    .execute()
}

/** Nothing can be sent: the keys do not open any more. */
export async function failWaiting(db: DbOrTx, provinceId: number, pushId: number): Promise<void> {
  await db
    .updateTable('publishing.push_delivery')
    .set({ state: 'failed' })
    .where('province_id', '=', provinceId)
    .where('push_id', '=', pushId)
    .where('state', '=', 'waiting')
    .execute()
}

export async function noteOnPush(
  db: DbOrTx,
  provinceId: number,
  id: number,
  change: { ended?: true; fault?: PushFault; sentAt?: Date },
): Promise<void> {
  await db
    .updateTable('publishing.push')
    .set((e) => ({
      ...(change.ended ? { ended: e('ended', '+', 1) } : {}),
      ...(change.fault ? { fault: JSON.stringify(change.fault) } : {}),
      ...(change.sentAt ? { state: 'sent', sent_at: change.sentAt } : {}),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export type PushTally = Record<'waiting' | 'sending' | 'sent' | 'failed' | 'unsure', number>

export async function pushTallies(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<Map<number, PushTally & { next: Date | null }>> {
  const none = { waiting: 0, sending: 0, sent: 0, failed: 0, unsure: 0, next: null as Date | null }
  const found = new Map(ids.map((id) => [id, { ...none }]))
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('publishing.push_delivery')
    .select(['push_id as id', 'state', (e) => e.fn.countAll<number>().as('n')])
    .select((e) => e.fn.min('not_before').as('next'))
    .where('province_id', '=', provinceId)
    .where('push_id', 'in', [...ids])
    .groupBy(['push_id', 'state'])
    .execute()
  for (const row of rows) {
    const tally = found.get(row.id)
    if (!tally) continue
    tally[row.state as keyof PushTally] = Number(row.n)
    if (row.state === 'waiting') tally.next = row.next
  }
  return found
}

export interface PushSubject {
  id: number
  title: string
  lead: string
  topics: string[]
  columnId: number | null
  firstPublishedAt: Date
}

/** A text in Vietnamese that readers see; null where it is not, or is a translation. */
export async function subjectOf(db: DbOrTx, provinceId: number, id: number): Promise<PushSubject | null> {
  const row = await db
    .selectFrom('publishing.publication')
    .select([
      'id',
      'title',
      'lead',
      'topics',
      'column_id as columnId',
      'first_published_at as firstPublishedAt',
    ])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '=', 'live')
    .where('language', '=', 'vi')
    .executeTakeFirst()
  return row ? (row as PushSubject) : null
}
