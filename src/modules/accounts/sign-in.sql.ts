import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'

/** Province 0 keeps the failures on e-mails that no account has. */
export const nowhere = 0

export interface Guard {
  failures: number
  lockedUntil: Date | null
}

export async function guardOf(db: DbOrTx, provinceId: number, emailHash: Buffer): Promise<Guard> {
  const row = await db
    .selectFrom('accounts.sign_in_guard')
    .select(['failures', 'locked_until as lockedUntil'])
    .where('province_id', '=', provinceId)
    .where('email_hash', '=', emailHash)
    .executeTakeFirst()
  return row ?? { failures: 0, lockedUntil: null }
}

/** Counts one more failure and answers with the number there are now. */
export async function countFailure(
  tx: DbOrTx,
  provinceId: number,
  emailHash: Buffer,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('accounts.sign_in_guard')
    .values({ province_id: provinceId, email_hash: emailHash, failures: 1, last_failure_at: now })
    .onConflict((c) =>
      c.columns(['province_id', 'email_hash']).doUpdateSet({
        failures: sql`accounts.sign_in_guard.failures + 1`,
        last_failure_at: now,
      }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  return row.failures
}

export async function lockUntil(
  tx: DbOrTx,
  provinceId: number,
  emailHash: Buffer,
  until: Date,
): Promise<void> {
  await tx
    .updateTable('accounts.sign_in_guard')
    .set({ locked_until: until })
    .where('province_id', '=', provinceId)
    .where('email_hash', '=', emailHash)
    .execute()
}

export async function forgetFailures(tx: DbOrTx, provinceId: number, emailHash: Buffer): Promise<boolean> {
  const gone = await tx
    .deleteFrom('accounts.sign_in_guard')
    .where('province_id', '=', provinceId)
    .where('email_hash', '=', emailHash)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export type Outcome = 'success' | 'wrong_password' | 'wrong_code' | 'locked' | 'disabled' | 'dormant'

export async function insertAttempt(
  tx: DbOrTx,
  provinceId: number,
  accountId: number,
  now: Date,
  address: string | null,
  outcome: Outcome,
): Promise<void> {
  await tx
    .insertInto('accounts.sign_in_attempt')
    .values({ province_id: provinceId, account_id: accountId, at: now, address, outcome })
    .execute()
}

export async function attemptsOf(db: DbOrTx, provinceId: number, accountId: number, limit: number) {
  const rows = await db
    .selectFrom('accounts.sign_in_attempt')
    .select(['id', 'at', 'address', 'outcome'])
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, outcome: r.outcome as Outcome }))
}

export async function markSignedIn(tx: Tx, provinceId: number, accountId: number, now: Date): Promise<void> {
  await tx
    .updateTable('accounts.account')
    .set({ last_signed_in_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', accountId)
    .execute()
}

/** Attempts are kept for a year (NĐ 333/2026 asks for twelve months of such logs), forgotten guards for a month. */
export async function deleteOldTraces(db: DbOrTx, attemptsBefore: Date, guardsBefore: Date): Promise<void> {
  await db.deleteFrom('accounts.sign_in_attempt').where('at', '<', attemptsBefore).execute()
  await db.deleteFrom('accounts.sign_in_guard').where('last_failure_at', '<', guardsBefore).execute()
}
