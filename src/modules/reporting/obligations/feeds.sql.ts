import type { Role } from '../../../lib/actor.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export interface Feed {
  id: number
  accountId: number
  unitId: number | null
  madeAt: Date
  lastReadAt: Date | null
}

const columns = [
  'id',
  'account_id as accountId',
  'unit_id as unitId',
  'made_at as madeAt',
  'last_read_at as lastReadAt',
] as const

/** The addresses of a person that still work, newest first. */
export async function selectFeeds(db: DbOrTx, provinceId: number, accountId: number): Promise<Feed[]> {
  return db
    .selectFrom('reporting.feed')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

export async function insertFeed(
  tx: Tx,
  provinceId: number,
  feed: Pick<Feed, 'accountId' | 'unitId' | 'madeAt'> & { tokenHash: string },
): Promise<number> {
  const row = await tx
    .insertInto('reporting.feed')
    .values({
      province_id: provinceId,
      account_id: feed.accountId,
      unit_id: feed.unitId,
      token_hash: feed.tokenHash,
      made_at: feed.madeAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** True when there was such an address of this person. */
export async function revokeFeed(
  tx: Tx,
  provinceId: number,
  accountId: number,
  id: number,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('reporting.feed')
    .set({ revoked_at: now })
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface FeedOwner extends Feed {
  name: string
  grants: { role: Role; unitId: number }[]
}

/** The feed behind a secret with what its owner holds today; null when it was revoked or its owner may not sign in. */
export async function selectFeedByHash(
  db: DbOrTx,
  provinceId: number,
  tokenHash: string,
  today: Day,
): Promise<FeedOwner | null> {
  const feed = await db
    .selectFrom('reporting.feed as f')
    .innerJoin('accounts.account as a', (j) =>
      j.onRef('a.province_id', '=', 'f.province_id').onRef('a.id', '=', 'f.account_id'),
    )
    .select([
      'f.id',
      'f.account_id as accountId',
      'f.unit_id as unitId',
      'f.made_at as madeAt',
      'f.last_read_at as lastReadAt',
      'a.name',
    ])
    .where('f.province_id', '=', provinceId)
    .where('f.token_hash', '=', tokenHash)
    .where('f.revoked_at', 'is', null)
    .where('a.state', '=', 'active')
    .executeTakeFirst()
  if (!feed) return null
  const grants = await db
    .selectFrom('accounts.role_grant')
    .select(['role', 'unit_id as unitId'])
    .where('province_id', '=', provinceId)
    .where('account_id', '=', feed.accountId)
    .where('valid_from', '<=', today)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', today)]))
    .execute()
  return { ...feed, grants: grants.map((g) => ({ ...g, role: g.role as Role })) }
}

/** When a feed was last read, to the hour: a calendar that asks every minute shall not write every minute. */
export async function noteRead(db: DbOrTx, provinceId: number, id: number, now: Date): Promise<void> {
  const hourAgo = new Date(now.getTime() - 3_600_000)
  await db
    .updateTable('reporting.feed')
    .set({ last_read_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where((e) => e.or([e('last_read_at', 'is', null), e('last_read_at', '<', hourAgo)]))
    .execute()
}
