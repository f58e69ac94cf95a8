import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'

export interface TokenRow {
  id: number
  name: string
  unitId: number | null
  ending: string
  madeAt: Date
  madeByName: string
  lastDay: Day
  lastUsedAt: Date | null
  revokedAt: Date | null
}

const columns = [
  'id',
  'name',
  'unit_id as unitId',
  'ending',
  'made_at as madeAt',
  'made_by_name as madeByName',
  'last_day as lastDay',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const

export function selectTokens(db: DbOrTx, provinceId: number): Promise<TokenRow[]> {
  return db
    .selectFrom('accounts.api_token')
    .select(columns)
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
    .execute()
}

export async function tokenById(db: DbOrTx, provinceId: number, id: number): Promise<TokenRow | null> {
  const row = await db
    .selectFrom('accounts.api_token')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function tokenByHash(db: DbOrTx, provinceId: number, hash: Buffer): Promise<TokenRow | null> {
  const row = await db
    .selectFrom('accounts.api_token')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

export interface NewTokenRow {
  name: string
  unitId: number | null
  hash: Buffer
  ending: string
  lastDay: Day
  madeBy: number
  madeByName: string
}

export async function insertToken(
  tx: Tx,
  provinceId: number,
  token: NewTokenRow,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('accounts.api_token')
    .values({
      province_id: provinceId,
      name: token.name,
      unit_id: token.unitId,
      token_hash: token.hash,
      ending: token.ending,
      made_at: now,
      made_by: token.madeBy,
      made_by_name: token.madeByName,
      last_day: token.lastDay,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function revokeTokenRow(
  tx: Tx,
  provinceId: number,
  id: number,
  byName: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('accounts.api_token')
    .set({ revoked_at: now, revoked_by_name: byName })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function touchToken(db: DbOrTx, provinceId: number, id: number, now: Date): Promise<void> {
  await db
    .updateTable('accounts.api_token')
    .set({ last_used_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}
