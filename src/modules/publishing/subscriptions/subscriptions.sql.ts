import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Rhythm } from './subscription.ts'

export interface Subscriber {
  id: number
  sealed: Buffer
  state: 'asked' | 'confirmed' | 'bad'
  locale: 'vi' | 'en'
  rhythm: Rhythm
  topics: string[]
  columnIds: number[]
  askedAt: Date
}

const columns = [
  'id',
  'address_sealed as sealed',
  'state',
  'locale',
  'rhythm',
  'topics',
  'column_ids as columnIds',
  'asked_at as askedAt',
] as const

type Row = Omit<Subscriber, 'state' | 'locale' | 'rhythm' | 'columnIds'> & {
  state: string
  locale: string
  rhythm: string
  columnIds: unknown[]
}

function shaped(row: Row): Subscriber {
  return { ...(row as unknown as Subscriber), columnIds: row.columnIds.map(Number) }
}

export async function subscriberByHash(
  db: DbOrTx,
  provinceId: number,
  hash: Buffer,
): Promise<Subscriber | null> {
  const row = await db
    .selectFrom('publishing.subscriber')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('address_hash', '=', hash)
    .executeTakeFirst()
  return row ? shaped(row) : null
}

export async function subscriberById(db: DbOrTx, provinceId: number, id: number): Promise<Subscriber | null> {
  const row = await db
    .selectFrom('publishing.subscriber')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? shaped(row) : null
}

export interface NewSubscriber {
  hash: Buffer
  sealed: Buffer
  locale: string
  rhythm: Rhythm
  topics: string[]
  columnIds: number[]
  consent: string
  askedAt: Date
}

/** Asked again before confirming, the newer choice counts; null where it is confirmed already. */
export async function saveAsked(tx: Tx, provinceId: number, asked: NewSubscriber): Promise<number | null> {
  const values = {
    address_sealed: asked.sealed,
    state: 'asked' as const,
    locale: asked.locale,
    rhythm: asked.rhythm,
    topics: asked.topics,
    column_ids: asked.columnIds,
    consent: asked.consent,
    asked_at: asked.askedAt,
    faults: 0,
    fault_at: null,
    bad_since: null,
  }
  const row = await tx
    .insertInto('publishing.subscriber')
    .values({ province_id: provinceId, address_hash: asked.hash, ...values })
    .onConflict((c) =>
      c
        .columns(['province_id', 'address_hash'])
        .doUpdateSet(values)
        .where('publishing.subscriber.state', '!=', 'confirmed'),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function countLetters(tx: Tx, provinceId: number, hash: Buffer, since: Date): Promise<number> {
  const { n } = await tx
    .selectFrom('publishing.subscriber_letter')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('province_id', '=', provinceId)
    .where('address_hash', '=', hash)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function noteLetter(tx: Tx, provinceId: number, hash: Buffer, at: Date): Promise<void> {
  await tx
    .insertInto('publishing.subscriber_letter')
    .values({ province_id: provinceId, address_hash: hash, at })
    .execute()
}

export async function updateSubscriber(
  tx: Tx,
  provinceId: number,
  id: number,
  change: {
    state?: 'confirmed' | 'bad'
    confirmedAt?: Date
    rhythm?: Rhythm
    topics?: string[]
    columnIds?: number[]
  },
): Promise<void> {
  await tx
    .updateTable('publishing.subscriber')
    .set({
      ...(change.state ? { state: change.state } : {}),
      ...(change.confirmedAt ? { confirmed_at: change.confirmedAt } : {}),
      ...(change.rhythm ? { rhythm: change.rhythm } : {}),
      ...(change.topics ? { topics: change.topics } : {}),
      ...(change.columnIds ? { column_ids: change.columnIds } : {}),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function deleteSubscriber(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .deleteFrom('publishing.subscriber')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** An address that is no good is wiped at once; that there was one is forgotten after so long. */
const badKeptMs = 90 * 86_400_000

/** Who asked before `until` and never confirmed; and counts of letters that no longer count. */
export async function forgetUnconfirmed(tx: Tx, provinceId: number, until: Date): Promise<void> {
  await tx
    .deleteFrom('publishing.subscriber')
    .where('province_id', '=', provinceId)
    .where('state', '=', 'asked')
    .where('asked_at', '<', until)
    .execute()
  await tx
    .deleteFrom('publishing.subscriber')
    .where('province_id', '=', provinceId)
    .where('state', '=', 'bad')
    .where('bad_since', '<', new Date(until.getTime() - badKeptMs))
    .execute()
  await tx
    .deleteFrom('publishing.subscriber_letter')
    .where('province_id', '=', provinceId)
    .where('at', '<', until)
    .execute()
}

export async function countReaders(
  db: DbOrTx,
  provinceId: number,
): Promise<Record<Subscriber['state'], number>> {
  const rows = await db
    .selectFrom('publishing.subscriber')
    .select(['state', (e) => e.fn.countAll<number>().as('n')])
    .where('province_id', '=', provinceId)
    .groupBy('state')
    .execute()
  const of = (state: string) => Number(rows.find((r) => r.state === state)?.n ?? 0)
  return { asked: of('asked'), confirmed: of('confirmed'), bad: of('bad') }
}
