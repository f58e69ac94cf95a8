import type { Role } from '../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { defaultSetting, type SecuritySetting } from './account.ts'

export interface Credential {
  passwordHash: string | null
  passwordIsShort: boolean
  passwordChangedAt: Date | null
  totpSecret: Buffer | null
  totpConfirmedAt: Date | null
  totpLastStep: number | null
}

export async function credentialOf(
  db: DbOrTx,
  provinceId: number,
  accountId: number,
): Promise<Credential | null> {
  const row = await db
    .selectFrom('accounts.credential')
    .select([
      'password_hash as passwordHash',
      'password_is_short as passwordIsShort',
      'password_changed_at as passwordChangedAt',
      'totp_secret as totpSecret',
      'totp_confirmed_at as totpConfirmedAt',
      'totp_last_step as totpLastStep',
    ])
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

export async function setPassword(
  tx: Tx,
  provinceId: number,
  accountId: number,
  now: Date,
  { hash, isShort }: { hash: string; isShort: boolean },
): Promise<void> {
  const fields = { password_hash: hash, password_is_short: isShort, password_changed_at: now }
  await tx
    .insertInto('accounts.credential')
    .values({ province_id: provinceId, account_id: accountId, ...fields })
    .onConflict((c) => c.columns(['province_id', 'account_id']).doUpdateSet(fields))
    .execute()
}

export async function setTotp(
  tx: Tx,
  provinceId: number,
  accountId: number,
  totp: { secret: Buffer | null; confirmedAt: Date | null; lastStep: number | null },
): Promise<void> {
  const fields = {
    totp_secret: totp.secret,
    totp_confirmed_at: totp.confirmedAt,
    totp_last_step: totp.lastStep,
  }
  await tx
    .insertInto('accounts.credential')
    .values({ province_id: provinceId, account_id: accountId, ...fields })
    .onConflict((c) => c.columns(['province_id', 'account_id']).doUpdateSet(fields))
    .execute()
}

/** Spends a step of the clock. False: that step or a later one has been used already. */
export async function spendStep(
  tx: DbOrTx,
  provinceId: number,
  accountId: number,
  step: number,
): Promise<boolean> {
  const spent = await tx
    .updateTable('accounts.credential')
    .set({ totp_last_step: step })
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where((w) => w.or([w('totp_last_step', 'is', null), w('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return spent.numUpdatedRows > 0n
}

export async function replaceRecoveryCodes(
  tx: Tx,
  provinceId: number,
  accountId: number,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx
    .deleteFrom('accounts.recovery_code')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('accounts.recovery_code')
    .values(hashes.map((code_hash) => ({ province_id: provinceId, account_id: accountId, code_hash })))
    .execute()
}

/** Uses a recovery code up. False: no such code, or used before. */
export async function spendRecoveryCode(
  tx: DbOrTx,
  provinceId: number,
  accountId: number,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const spent = await tx
    .updateTable('accounts.recovery_code')
    .set({ used_at: now })
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return spent.numUpdatedRows > 0n
}

export async function recoveryCodesLeft(db: DbOrTx, provinceId: number, accountId: number): Promise<number> {
  const row = await db
    .selectFrom('accounts.recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

export type TokenPurpose = 'invitation' | 'reset'

/** Earlier tokens of the account die when a new one is written. */
export async function replaceToken(
  tx: Tx,
  provinceId: number,
  accountId: number,
  token: { hash: Buffer; purpose: TokenPurpose; expiresAt: Date },
): Promise<void> {
  await tx
    .deleteFrom('accounts.password_token')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .insertInto('accounts.password_token')
    .values({
      province_id: provinceId,
      token_hash: token.hash,
      account_id: accountId,
      purpose: token.purpose,
      expires_at: token.expiresAt,
    })
    .execute()
}

export async function liveToken(db: DbOrTx, provinceId: number, hash: Buffer, now: Date) {
  const row = await db
    .selectFrom('accounts.password_token')
    .select(['account_id as accountId', 'purpose'])
    .where('province_id', '=', provinceId)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { ...row, purpose: row.purpose as TokenPurpose } : null
}

/** Uses a token up. False: another request was quicker. */
export async function spendToken(tx: Tx, provinceId: number, hash: Buffer, now: Date): Promise<boolean> {
  const spent = await tx
    .updateTable('accounts.password_token')
    .set({ used_at: now })
    .where('province_id', '=', provinceId)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return spent.numUpdatedRows > 0n
}

export async function settingOf(db: DbOrTx, provinceId: number): Promise<SecuritySetting> {
  const row = await db
    .selectFrom('accounts.setting')
    .selectAll()
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  if (!row) return defaultSetting
  return {
    idleMinutes: row.idle_minutes,
    administratorIdleMinutes: row.administrator_idle_minutes,
    sessionHours: row.session_hours,
    dormantDays: row.dormant_days,
    secondStepRoles: row.second_step_roles as Role[],
  }
}

export async function writeSetting(tx: Tx, provinceId: number, setting: SecuritySetting): Promise<void> {
  const fields = {
    idle_minutes: setting.idleMinutes,
    administrator_idle_minutes: setting.administratorIdleMinutes,
    session_hours: setting.sessionHours,
    dormant_days: setting.dormantDays,
    second_step_roles: [...setting.secondStepRoles],
  }
  await tx
    .insertInto('accounts.setting')
    .values({ province_id: provinceId, ...fields })
    .onConflict((c) => c.column('province_id').doUpdateSet(fields))
    .execute()
}
