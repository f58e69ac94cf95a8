import { sql } from 'kysely'
import type { Locale, Role } from '../../lib/actor.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Account, AccountState, RoleGrant } from './account.ts'

const accountColumns = [
  'id',
  'email',
  'name',
  'position',
  'locale',
  'state',
  'is_demonstration as isDemonstration',
  'last_signed_in_at as lastSignedInAt',
] as const

type RawAccount = Omit<Account, 'locale' | 'state'> & { locale: string; state: string }

function toAccount(row: RawAccount): Account {
  return { ...row, locale: row.locale as Locale, state: row.state as AccountState }
}

export async function insertAccount(
  tx: Tx,
  provinceId: number,
  now: Date,
  account: {
    email: string
    name: string
    position: string | null
    state: AccountState
    isDemonstration: boolean
  },
): Promise<number> {
  const row = await tx
    .insertInto('accounts.account')
    .values({
      province_id: provinceId,
      email: account.email,
      name: account.name,
      position: account.position,
      state: account.state,
      is_demonstration: account.isDemonstration,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function accountById(db: DbOrTx, provinceId: number, id: number): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts.account')
    .select(accountColumns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** Accounts of this e-mail in every province: signing in begins before the province is known. */
export async function accountsByEmail(
  db: DbOrTx,
  email: string,
): Promise<(Account & { provinceId: number; passwordHash: string | null; hasSecondStep: boolean })[]> {
  const rows = await db
    .selectFrom('accounts.account as a')
    .leftJoin('accounts.credential as c', (j) =>
      j.onRef('c.province_id', '=', 'a.province_id').onRef('c.account_id', '=', 'a.id'),
    )
    .select(accountColumns.map((c) => `a.${c}` as const))
    .select((eb) => [
      'a.province_id as provinceId',
      'c.password_hash as passwordHash',
      eb('c.totp_confirmed_at', 'is not', null).as('hasSecondStep'),
    ])
    .where('a.email', '=', email)
    .orderBy('a.province_id')
    .execute()
  return rows.map((r) => ({ ...r, ...toAccount(r), hasSecondStep: Boolean(r.hasSecondStep) }))
}

export async function insertGrant(tx: Tx, provinceId: number, grant: Omit<RoleGrant, 'id'>): Promise<number> {
  const row = await tx
    .insertInto('accounts.role_grant')
    .values({
      province_id: provinceId,
      account_id: grant.accountId,
      role: grant.role,
      unit_id: grant.unitId,
      valid_from: grant.validFrom,
      valid_to: grant.validTo,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** All grants of an account, past and coming ones too, newest first. */
export async function grantsOf(db: DbOrTx, provinceId: number, accountId: number): Promise<RoleGrant[]> {
  const rows = await db
    .selectFrom('accounts.role_grant')
    .select([
      'id',
      'account_id as accountId',
      'role',
      'unit_id as unitId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => ({ ...r, role: r.role as Role }))
}

export async function setState(tx: Tx, provinceId: number, id: number, state: AccountState): Promise<void> {
  await tx
    .updateTable('accounts.account')
    .set({ state })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function updateAccount(
  tx: Tx,
  provinceId: number,
  id: number,
  fields: Partial<{ name: string; email: string; position: string | null; locale: Locale }>,
): Promise<void> {
  await tx
    .updateTable('accounts.account')
    .set(fields)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function emailTaken(db: DbOrTx, provinceId: number, email: string): Promise<number | null> {
  const row = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Ends a grant on `lastDay`, or takes it away altogether where it would end before it began. */
export async function endGrant(tx: Tx, provinceId: number, id: number, validTo: Day): Promise<void> {
  await tx
    .deleteFrom('accounts.role_grant')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('valid_from', '>=', validTo)
    .execute()
  await tx
    .updateTable('accounts.role_grant')
    .set({ valid_to: validTo })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface AccountRow extends Account {
  hasSecondStep: boolean
  lockedUntil: Date | null
  posts: { role: Role; unitName: string }[]
}

export interface AccountFilter {
  /** Part of the name or e-mail, without regard to case and accents. */
  text?: string
  role?: Role
  state?: AccountState
}

/** Accounts of a province by name, with the roles they hold on this day. */
export async function listAccounts(
  db: DbOrTx,
  provinceId: number,
  filter: AccountFilter,
  today: Day,
): Promise<AccountRow[]> {
  const rows = await sql<AccountRow>`
    select a.id, a.email, a.name, a.position, a.locale, a.state, a.is_demonstration as "isDemonstration",
      a.last_signed_in_at as "lastSignedInAt", c.totp_confirmed_at is not null as "hasSecondStep",
      s.locked_until as "lockedUntil", coalesce(p.posts, '[]') as posts
    from accounts.account a
    left join accounts.credential c on c.province_id = a.province_id and c.account_id = a.id
    left join accounts.sign_in_guard s on s.province_id = a.province_id
      and s.email_hash = sha256(convert_to('guard' || chr(1) || a.email, 'UTF8'))
    left join lateral (
      select json_agg(json_build_object('role', g.role, 'unitName', coalesce(v.short_name, v.name, '')) order by g.id) as posts,
        array_agg(g.role) as roles
      from accounts.role_grant g
      left join organisations.unit_version v on v.province_id = g.province_id and v.unit_id = g.unit_id
        and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
      where g.province_id = a.province_id and g.account_id = a.id
        and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)
    ) p on true
    where a.province_id = ${provinceId}
      and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
      and (${filter.role ?? null}::text is null or ${filter.role ?? null} = any (p.roles))
      and (${filter.text ?? ''} = '' or unaccent(lower(a.name || ' ' || a.email)) like '%' || unaccent(lower(${filter.text ?? ''})) || '%')
    order by a.name, a.id`.execute(db)
  return rows.rows
}

/** A few people of each role of the demonstration provinces, with the first role each holds, leaders first. */
export async function demonstrationPeople(db: DbOrTx, today: Day, ofEachRole: number) {
  const rows = await sql<{ provinceId: number; id: number; name: string; role: Role; unitName: string }>`
    with people as (
      select distinct on (a.province_id, a.id) a.province_id as "provinceId", a.id, a.name, g.role,
        coalesce(v.short_name, v.name, '') as "unitName"
      from accounts.account a
      join accounts.role_grant g on g.province_id = a.province_id and g.account_id = a.id
        and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)
      left join organisations.unit_version v on v.province_id = g.province_id and v.unit_id = g.unit_id
        and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
      where a.is_demonstration and a.state = 'active'
      order by a.province_id, a.id, g.id
    ), numbered as (
      select *, row_number() over (partition by role order by id) as place from people
    )
    select "provinceId", id, name, role, "unitName" from numbered where place <= ${ofEachRole}
    order by array_position(array['province_lead', 'agency_head', 'agency_officer', 'editor', 'auditor', 'administrator'],
      role), id`.execute(db)
  return rows.rows
}

export async function countDemonstration(db: DbOrTx): Promise<number> {
  const row = await db
    .selectFrom('accounts.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('is_demonstration', '=', true)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
