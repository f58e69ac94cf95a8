import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Db, DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../lib/errors.ts'
import { keyFor, mac } from '../../lib/http/seal.ts'
import { accountById } from './accounts.sql.ts'
import * as credentials from './credentials.sql.ts'
import { passwordFits } from './hashing.ts'
import { endSession, type From, findSession, openSession } from './sessions.ts'
import * as traces from './sign-in.sql.ts'
import { failed, guardKey, type SignInResult } from './sign-in.ts'

const codes = 10
const stepSeconds = 30

export interface SecondStepSetUp {
  /** For the authenticator app: 'otpauth://totp/…', shown as a QR code. */
  address: string
  /** The same secret in letters, for typing in. */
  secret: string
}

/** Begins to set up a second step: the secret waits, encrypted, until a first code proves that it has arrived. */
export async function beginSecondStep(tx: Tx, actor: Actor, key: string): Promise<SecondStepSetUp> {
  const account = await accountById(tx, actor.provinceId, actor.accountId)
  const now = await credentials.credentialOf(tx, actor.provinceId, actor.accountId)
  if (!account) throw notFound()
  if (now?.totpConfirmedAt) throw alreadySet()
  const waiting = now?.totpSecret ? opened(key, actor, now.totpSecret) : null
  const secret = waiting ?? new Secret({ size: 20 })
  if (!waiting) {
    const sealed = close(key, actor, secret)
    await credentials.setTotp(tx, actor.provinceId, actor.accountId, {
      secret: sealed,
      confirmedAt: null,
      lastStep: null,
    })
  }
  return {
    address: totp(secret, account.email).toString(),
    secret: secret.base32.replace(/(.{4})(?=.)/g, '$1 '),
  }
}

/** A secret begun under another key of the program (SECRET was changed since) is begun anew. */
function opened(key: string, actor: Actor, sealed: Buffer): Secret | null {
  try {
    return open(key, actor, sealed)
  } catch {
    return null
  }
}

/** Confirms the second step with a first code. Answers with the recovery codes, which are never shown again. */
export async function confirmSecondStep(
  tx: Tx,
  actor: Actor,
  key: string,
  code: string,
  now: Date,
): Promise<string[]> {
  const credential = await credentials.credentialOf(tx, actor.provinceId, actor.accountId)
  if (!credential?.totpSecret) throw notFound()
  if (credential.totpConfirmedAt) throw alreadySet()
  const step = stepOf(open(key, actor, credential.totpSecret), code, now)
  if (step === null) throw wrongCode()
  await credentials.setTotp(tx, actor.provinceId, actor.accountId, {
    secret: credential.totpSecret,
    confirmedAt: now,
    lastStep: step,
  })
  await recordChange(tx, actor, now, {
    verb: 'account.set_second_step',
    subject: { kind: 'account', id: actor.accountId },
    before: { secondStep: false },
    after: { secondStep: true },
  })
  return writeRecoveryCodes(tx, actor, key)
}

/** Makes ten new recovery codes; the old ones die. */
export async function renewRecoveryCodes(tx: Tx, actor: Actor, key: string, now: Date): Promise<string[]> {
  const { since } = await secondStepState(tx, actor)
  if (!since) throw notFound()
  const subject = { kind: 'account', id: actor.accountId }
  await recordChange(tx, actor, now, {
    verb: 'account.renew_recovery_codes',
    subject,
    before: null,
    after: null,
  })
  return writeRecoveryCodes(tx, actor, key)
}

async function writeRecoveryCodes(tx: Tx, actor: Actor, key: string): Promise<string[]> {
  const fresh = Array.from({ length: codes }, () => new Secret({ size: 7 }).base32.slice(0, 10).toLowerCase())
  const hashes = fresh.map((code) => recoveryHash(key, code))
  await credentials.replaceRecoveryCodes(tx, actor.provinceId, actor.accountId, hashes)
  return fresh.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** Takes the second step away, for one who knows the password, and only if the password is long enough alone. */
export async function removeSecondStep(tx: Tx, actor: Actor, password: string, now: Date): Promise<void> {
  const credential = await credentials.credentialOf(tx, actor.provinceId, actor.accountId)
  if (!(await passwordFits(credential?.passwordHash ?? null, password))) throw wrongPassword('password')
  if (credential?.passwordIsShort) {
    throw conflict(
      'Mật khẩu hiện tại ngắn hơn 14 ký tự nên chỉ dùng được cùng xác thực hai bước. Hãy đổi mật khẩu dài hơn trước.',
      'The present password is shorter than 14 characters and may only be used with two-step sign-in. Choose a longer one first.',
    )
  }
  await forgetSecondStep(tx, actor, actor.accountId, now)
}

/** Takes the second step away from an account: by its owner, or by an administrator when a phone is lost. */
export async function forgetSecondStep(tx: Tx, actor: Actor, accountId: number, now: Date): Promise<void> {
  const none = { secret: null, confirmedAt: null, lastStep: null }
  await credentials.setTotp(tx, actor.provinceId, accountId, none)
  await credentials.replaceRecoveryCodes(tx, actor.provinceId, accountId, [])
  await recordChange(tx, actor, now, {
    verb: 'account.remove_second_step',
    subject: { kind: 'account', id: accountId },
    before: { secondStep: true },
    after: { secondStep: false },
  })
}

/**
 * The second step of signing in: a code of the app, or a recovery code. The session gets a new token, so that
 * one seen before the second step is worth nothing after it.
 */
export async function signInSecondStep(
  db: Db,
  { token, code, key, from }: { token: string; code: string; key: string; from: From },
  now: Date,
): Promise<SignInResult> {
  const found = await findSession(db, token, now)
  if (found.kind !== 'secondStep') return { kind: 'wrong' }
  const { provinceId, accountId } = found
  const account = await accountById(db, provinceId, accountId)
  const credential = await credentials.credentialOf(db, provinceId, accountId)
  if (!account || !credential?.totpSecret) return { kind: 'wrong' }
  const guard = await traces.guardOf(db, provinceId, guardKey(account.email))
  if (guard.lockedUntil && guard.lockedUntil > now) return { kind: 'locked', until: guard.lockedUntil }
  const holder = { provinceId, accountId }
  const step = stepOf(open(key, holder, credential.totpSecret), code, now)
  const fits =
    step === null
      ? await credentials.spendRecoveryCode(db, provinceId, accountId, recoveryHash(key, code), now)
      : await credentials.spendStep(db, provinceId, accountId, step)
  if (!fits) {
    const who = { provinceId, id: accountId, name: account.name }
    return failed(db, { email: account.email, provinceId, account: who, outcome: 'wrong_code', from }, now)
  }
  const { sessionHours } = await credentials.settingOf(db, provinceId)
  return db.transaction().execute(async (tx) => {
    await traces.forgetFailures(tx, provinceId, guardKey(account.email))
    await traces.insertAttempt(tx, provinceId, accountId, now, from.address, 'success')
    await traces.markSignedIn(tx, provinceId, accountId, now)
    await endSession(tx, token)
    const fresh = await openSession(tx, provinceId, accountId, now, {
      stage: 'full',
      hours: sessionHours,
      from,
    })
    return { kind: 'session', token: fresh, needsSecondStep: false }
  })
}

export async function secondStepState(
  db: DbOrTx,
  actor: Actor,
): Promise<{ since: Date | null; codesLeft: number }> {
  const credential = await credentials.credentialOf(db, actor.provinceId, actor.accountId)
  const codesLeft = await credentials.recoveryCodesLeft(db, actor.provinceId, actor.accountId)
  return { since: credential?.totpConfirmedAt ?? null, codesLeft }
}

/** Does one of the actor's roles ask for a second step that is not there yet? */
export async function secondStepDemanded(db: DbOrTx, actor: Actor): Promise<boolean> {
  const { secondStepRoles } = await credentials.settingOf(db, actor.provinceId)
  return hasRole(actor, ...secondStepRoles)
}

function totp(secret: Secret, email: string): TOTP {
  return new TOTP({ issuer: 'Chung Tay', label: email, secret, digits: 6, period: stepSeconds })
}

/** The step of the clock that a code belongs to, one step of drift allowed; null for a wrong code. */
function stepOf(secret: Secret, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const drift = totp(secret, '').validate({ token: digits, timestamp: now.getTime(), window: 1 })
  return drift === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + drift
}

function recoveryHash(key: string, code: string): Buffer {
  return mac(key, 'recovery code', code.toLowerCase().replace(/[^a-z2-7]/g, ''))
}

type Holder = { provinceId: number; accountId: number }

/** AES-256-GCM, bound to its account: a secret copied to another row does not open. */
function close(key: string, holder: Holder, secret: Secret): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, 'totp'), iv)
  cipher.setAAD(Buffer.from(`${holder.provinceId}.${holder.accountId}`))
  const body = Buffer.concat([cipher.update(secret.bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function open(key: string, holder: Holder, sealed: Buffer): Secret {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'totp'), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(`${holder.provinceId}.${holder.accountId}`))
  decipher.setAuthTag(sealed.subarray(12, 28))
  const bytes = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  return new Secret({ buffer: Uint8Array.from(bytes).buffer })
}

function alreadySet() {
  return conflict('Xác thực hai bước đã được bật.', 'Two-step sign-in is on already.')
}

function wrongCode() {
  return invalid([
    {
      field: 'code',
      vi: 'Mã chưa đúng. Hãy nhập mã 6 số đang hiện trên ứng dụng và kiểm tra giờ của điện thoại.',
      en: 'The code is wrong. Enter the six digits the app shows now and check the clock of the phone.',
    },
  ])
}

export function wrongPassword(field: string) {
  return invalid([{ field, vi: 'Mật khẩu hiện tại chưa đúng.', en: 'The present password is wrong.' }])
}
