import { sql } from 'kysely'
import type { Role } from '../../lib/actor.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'

/** News for one person inside the application. */
export interface Notice {
  id: number
  at: Date
  kind: string
  vi: string
  en: string
  href: string
  readAt: Date | null
}

export type NewNotice = Pick<Notice, 'kind' | 'vi' | 'en' | 'href'>

/** Tells everybody who holds one of the roles at one of the units on `today`. Returns how many are told. */
export async function tellHolders(
  tx: Tx,
  provinceId: number,
  unitIds: readonly number[],
  roles: readonly Role[],
  notice: NewNotice,
  now: Date,
  today: Day,
): Promise<number> {
  if (unitIds.length === 0) return 0
  const people = await holders(tx, provinceId, unitIds, roles, today)
  return tellPeople(
    tx,
    provinceId,
    people.map((p) => p.accountId),
    notice,
    now,
  )
}

export async function tellPeople(
  tx: Tx,
  provinceId: number,
  accountIds: readonly number[],
  notice: NewNotice,
  now: Date,
): Promise<number> {
  const ids = [...new Set(accountIds)]
  if (ids.length === 0) return 0
  await tx
    .insertInto('assignments.notice')
    .values(
      ids.map((accountId) => ({
        province_id: provinceId,
        account_id: accountId,
        at: now,
        kind: notice.kind,
        text_vi: notice.vi,
        text_en: notice.en,
        href: notice.href,
      })),
    )
    .execute()
  return ids.length
}

/** Did anybody hear this already? A job may run twice; what it tells is to be told once. */
export async function wasTold(
  db: DbOrTx,
  provinceId: number,
  { kind, href }: Pick<Notice, 'kind' | 'href'>,
): Promise<boolean> {
  const found = await db
    .selectFrom('assignments.notice')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('kind', '=', kind)
    .where('href', '=', href)
    .executeTakeFirst()
  return found !== undefined
}

/** Who has this news before them and has not read it. */
export async function whoHasUnread(
  db: DbOrTx,
  provinceId: number,
  { kind, href }: Pick<Notice, 'kind' | 'href'>,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('assignments.notice')
    .select('account_id as id')
    .where('province_id', '=', provinceId)
    .where('kind', '=', kind)
    .where('href', '=', href)
    .where('read_at', 'is', null)
    .execute()
  return new Set(rows.map((r) => r.id))
}

export interface Holder {
  accountId: number
  name: string
  email: string
  unitId: number
  role: Role
}

/** Who holds which of the roles at which of the units on a day; people who may still sign in. */
export async function holders(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | null,
  roles: readonly Role[],
  today: Day,
): Promise<Holder[]> {
  const rows = await db
    .selectFrom('accounts.role_grant as held')
    .innerJoin('accounts.account as account', (j) =>
      j
        .onRef('account.province_id', '=', 'held.province_id')
        .onRef('account.id', '=', 'held.account_id')
        .on('account.state', '<>', 'disabled'),
    )
    .select([
      'account.id as accountId',
      'account.name',
      'account.email',
      'held.unit_id as unitId',
      'held.role',
    ])
    .where('held.province_id', '=', provinceId)
    .where('held.role', 'in', roles)
    .$if(unitIds !== null, (q) => q.where('held.unit_id', 'in', unitIds?.length ? unitIds : [-1]))
    .where('held.valid_from', '<=', today)
    .where((e) => e.or([e('held.valid_to', 'is', null), e('held.valid_to', '>', today)]))
    .orderBy('account.id')
    .execute()
  return rows.map((r) => ({ ...r, role: r.role as Role }))
}

/** The notices of a person, newest first. */
export async function noticesOf(
  db: DbOrTx,
  provinceId: number,
  accountId: number,
  limit: number,
): Promise<Notice[]> {
  return db
    .selectFrom('assignments.notice')
    .select(['id', 'at', 'kind', 'text_vi as vi', 'text_en as en', 'href', 'read_at as readAt'])
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The unread notices of the person whose session is the row `s`: asked beside the session. */
export const unreadOfSession = sql<number>`(select count(*) from assignments.notice n
  where n.province_id = s.province_id and n.account_id = s.account_id and n.read_at is null)`

export async function markRead(tx: Tx, provinceId: number, accountId: number, now: Date): Promise<void> {
  await tx
    .updateTable('assignments.notice')
    .set({ read_at: now })
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .execute()
}

/** Units that have a share in a plan. */
export async function unitsOfPlan(db: DbOrTx, provinceId: number, planId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('assignments.assignment')
    .select('unit_id as unitId')
    .distinct()
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .where('state', '<>', 'withdrawn')
    .execute()
  return rows.map((r) => r.unitId)
}
