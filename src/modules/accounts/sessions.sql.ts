import { type RawBuilder, sql } from 'kysely'
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
  isCentral: boolean
  treeRevision: number
  grants: Grant[]
  beside: number
}

/** A figure counted for the person of a session: SQL over the rows `s` (session) and `a` (account). */
export type Beside = RawBuilder<number>

/**
 * The session with its account, the roles held on `today`, the province's setting and the revision of its tree, in
 * one statement: every request of a signed-in person pays for it.
 */
export async function sessionByToken(
  db: DbOrTx,
  provinceId: number,
  tokenHash: Buffer,
  today: Day,
  beside: Beside = sql<number>`0`,
): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`
    select s.account_id as "accountId", a.name, a.email, a.locale, a.state, s.stage,
      p.name as "provinceName", p.is_demonstration as "isDemonstration", p.is_central as "isCentral", p.tree_revision as "treeRevision",
      s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
      t.idle_minutes as "idleMinutes", t.administrator_idle_minutes as "administratorIdleMinutes",
      t.second_step_roles as "secondStepRoles", c.totp_confirmed_at is not null as "hasSecondStep",
      (select coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id) order by g.id), '[]')
        from accounts.role_grant g
        where g.province_id = s.province_id and g.account_id = s.account_id
          and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)) as grants,
      ${beside} as beside
    from accounts.session s
      join accounts.account a on a.province_id = s.province_id and a.id = s.account_id
      join organisations.province p on p.province_id = s.province_id
      left join accounts.credential c on c.province_id = s.province_id and c.account_id = s.account_id
      left join accounts.setting t on t.province_id = s.province_id
    where s.province_id = ${provinceId} and s.token_hash = ${tokenHash}`.execute(db)
  return rows[0] ?? null
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
