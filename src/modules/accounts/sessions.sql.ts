import { sql } from 'kysely'
import type { Grant, Locale } from '../../lib/actor.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'

export interface SessionRow {
  accountId: number
  name: string
  email: string
  locale: Locale
  state: string
  stage: 'password' | 'full'
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  idleMinutes: number | null
  administratorIdleMinutes: number | null
  secondStepRoles: string[] | null
  hasSecondStep: boolean
  provinceName: string
  isDemonstration: boolean
  grants: (Grant & { unitName: string | null })[]
}

/** The session with its account, the roles held on `today` and the province's setting, in one statement. */
export async function sessionByToken(
  db: DbOrTx,
  provinceId: number,
  tokenHash: Buffer,
  today: Day,
): Promise<SessionRow | null> {
  const row = await db
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.account as a', (j) =>
      j.onRef('a.province_id', '=', 's.province_id').onRef('a.id', '=', 's.account_id'),
    )
    .innerJoin('organisations.province as p', 'p.province_id', 's.province_id')
    .leftJoin('accounts.credential as c', (j) =>
      j.onRef('c.province_id', '=', 's.province_id').onRef('c.account_id', '=', 's.account_id'),
    )
    .leftJoin('accounts.setting as t', 't.province_id', 's.province_id')
    .select((eb) => [
      's.account_id as accountId',
      'a.name',
      'a.email',
      'a.locale',
      'a.state',
      's.stage',
      'p.name as provinceName',
      'p.is_demonstration as isDemonstration',
      's.created_at as createdAt',
      's.last_seen_at as lastSeenAt',
      's.expires_at as expiresAt',
      't.idle_minutes as idleMinutes',
      't.administrator_idle_minutes as administratorIdleMinutes',
      't.second_step_roles as secondStepRoles',
      eb('c.totp_confirmed_at', 'is not', null).as('hasSecondStep'),
      eb
        .selectFrom('accounts.role_grant as g')
        .leftJoin('organisations.unit_version as v', (j) =>
          j
            .onRef('v.province_id', '=', 'g.province_id')
            .onRef('v.unit_id', '=', 'g.unit_id')
            .on('v.valid_from', '<=', today)
            .on((w) => w.or([w('v.valid_to', 'is', null), w('v.valid_to', '>', today)])),
        )
        .select(
          sql<SessionRow['grants']>`coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id,
            'unitName', coalesce(v.short_name, v.name)) order by g.id), '[]')`.as('list'),
        )
        .whereRef('g.province_id', '=', 's.province_id')
        .whereRef('g.account_id', '=', 's.account_id')
        .where('g.valid_from', '<=', today)
        .where((w) => w.or([w('g.valid_to', 'is', null), w('g.valid_to', '>', today)]))
        .as('grants'),
    ])
    .where('s.province_id', '=', provinceId)
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...row,
    locale: row.locale as Locale,
    stage: row.stage as SessionRow['stage'],
    hasSecondStep: Boolean(row.hasSecondStep),
    grants: row.grants ?? [],
  }
}

/** The units of the subtrees under `unitIds` (themselves included) as the tree stood on `today`. */
export async function unitsUnder(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[],
  today: Day,
): Promise<Set<number>> {
  if (unitIds.length === 0) return new Set()
  const rows = await sql<{ id: number }>`
    with recursive under (id) as (
      select unnest(${[...unitIds]}::bigint[])
      union
      select v.unit_id from organisations.unit_version v join under on under.id = v.parent_id
      where v.province_id = ${provinceId} and v.valid_from <= ${today}::date
        and (v.valid_to is null or v.valid_to > ${today}::date)
    )
    select id from under`.execute(db)
  return new Set(rows.rows.map((r) => r.id))
}

export interface NewSession {
  accountId: number
  tokenHash: Buffer
  stage: 'password' | 'full'
  expiresAt: Date
  address: string | null
  agent: string | null
}

export async function insertSession(
  tx: Tx,
  provinceId: number,
  now: Date,
  session: NewSession,
): Promise<void> {
  await tx
    .insertInto('accounts.session')
    .values({
      province_id: provinceId,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      stage: session.stage,
      created_at: now,
      last_seen_at: now,
      expires_at: session.expiresAt,
      address: session.address,
      agent: session.agent,
    })
    .execute()
}

export async function touchSession(
  db: DbOrTx,
  provinceId: number,
  tokenHash: Buffer,
  now: Date,
): Promise<void> {
  await db
    .updateTable('accounts.session')
    .set({ last_seen_at: now })
    .where('province_id', '=', provinceId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function deleteSession(db: DbOrTx, provinceId: number, tokenHash: Buffer): Promise<void> {
  await db
    .deleteFrom('accounts.session')
    .where('province_id', '=', provinceId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Ends the sessions of an account, but for the one kept. Returns how many ended. */
export async function deleteSessionsOf(
  tx: Tx,
  provinceId: number,
  accountId: number,
  kept: Buffer | null,
): Promise<number> {
  let statement = tx
    .deleteFrom('accounts.session')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
  if (kept) statement = statement.where('token_hash', '!=', kept)
  return Number((await statement.executeTakeFirst()).numDeletedRows)
}

export async function sessionsOf(db: DbOrTx, provinceId: number, accountId: number) {
  return db
    .selectFrom('accounts.session')
    .select([
      'token_hash as tokenHash',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'address',
      'agent',
    ])
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where('stage', '=', 'full')
    .orderBy('last_seen_at', 'desc')
    .execute()
}

/** Sessions past their end, in every province. */
export async function deleteExpiredSessions(db: DbOrTx, now: Date): Promise<void> {
  await db.deleteFrom('accounts.session').where('expires_at', '<', now).execute()
}
