import { createHash } from 'node:crypto'
import { recordChange } from '../../lib/audit.ts'
import { addDays, dayOf } from '../../lib/calendar/day.ts'
import type { Db } from '../../lib/db/db.ts'
import { accountsByEmail } from './accounts.sql.ts'
import * as credentials from './credentials.sql.ts'
import { passwordFits } from './hashing.ts'
import { type From, openSession } from './sessions.ts'
import * as traces from './sign-in.sql.ts'

/** `wrong` is the only answer that a guesser ever sees before a lock; the others come after a right password. */
export type SignInResult =
  | { kind: 'session'; token: string; needsSecondStep: boolean }
  | { kind: 'wrong' }
  | { kind: 'locked'; until: Date }
  | { kind: 'disabled' }
  | { kind: 'dormant'; days: number }

const failuresAllowed = 5
const firstLockMinutes = 5
const longestLockMinutes = 24 * 60

/** Signs in with e-mail and password. The same words, the same work, for e-mails that no account has. */
export async function signIn(
  db: Db,
  { email, password, from }: { email: string; password: string; from: From },
  now: Date,
): Promise<SignInResult> {
  const typed = email.normalize('NFC').trim().toLowerCase()
  const candidates = await accountsByEmail(db, typed)
  const provinceId = candidates[0]?.provinceId ?? traces.nowhere
  const guard = await traces.guardOf(db, provinceId, guardKey(typed))
  if (guard.lockedUntil && guard.lockedUntil > now) {
    for (const a of candidates)
      await traces.insertAttempt(db, a.provinceId, a.id, now, from.address, 'locked')
    return { kind: 'locked', until: guard.lockedUntil }
  }
  let account: (typeof candidates)[number] | null = null
  for (const candidate of candidates.length ? candidates : [null]) {
    if ((await passwordFits(candidate?.passwordHash ?? null, password)) && candidate) account ??= candidate
  }
  if (!account) {
    const first = candidates[0]
    return failed(
      db,
      { email: typed, provinceId, account: first ?? null, outcome: 'wrong_password', from },
      now,
    )
  }
  const setting = await credentials.settingOf(db, account.provinceId)
  const who = account
  const last = account.lastSignedInAt
  const isDormant = last !== null && addDays(dayOf(last), setting.dormantDays) < dayOf(now)
  if (account.state !== 'active' || isDormant) {
    const outcome = account.state !== 'active' ? 'disabled' : 'dormant'
    await traces.insertAttempt(db, account.provinceId, account.id, now, from.address, outcome)
    return outcome === 'disabled' ? { kind: 'disabled' } : { kind: 'dormant', days: setting.dormantDays }
  }
  return db.transaction().execute(async (tx) => {
    // With a second step still to come, failures are kept: they guard the code as well.
    if (!who.hasSecondStep) {
      await traces.forgetFailures(tx, provinceId, guardKey(typed))
      await traces.insertAttempt(tx, who.provinceId, who.id, now, from.address, 'success')
      await traces.markSignedIn(tx, who.provinceId, who.id, now)
    }
    const stage = who.hasSecondStep ? 'password' : 'full'
    const token = await openSession(tx, who.provinceId, who.id, now, {
      stage,
      hours: setting.sessionHours,
      from,
    })
    return { kind: 'session', token, needsSecondStep: who.hasSecondStep }
  })
}

export interface Failure {
  email: string
  /** Where the guard is kept: the first account's province, or nowhere. */
  provinceId: number
  account: { provinceId: number; id: number; name: string } | null
  outcome: 'wrong_password' | 'wrong_code'
  from: From
}

/** Counts a failure; the fifth locks, and each one after a lock ends locks for twice as long. */
export async function failed(db: Db, failure: Failure, now: Date): Promise<SignInResult> {
  const { account } = failure
  return db.transaction().execute(async (tx) => {
    const key = guardKey(failure.email)
    const failures = await traces.countFailure(tx, failure.provinceId, key, now)
    if (account) {
      await traces.insertAttempt(
        tx,
        account.provinceId,
        account.id,
        now,
        failure.from.address,
        failure.outcome,
      )
    }
    if (failures < failuresAllowed) return { kind: 'wrong' }
    const minutes = Math.min(firstLockMinutes * 2 ** (failures - failuresAllowed), longestLockMinutes)
    const until = new Date(now.getTime() + minutes * 60_000)
    await traces.lockUntil(tx, failure.provinceId, key, until)
    if (account) {
      const by = { provinceId: account.provinceId, accountId: null, name: 'Hệ thống' }
      await recordChange(tx, by, now, {
        verb: 'account.lock',
        subject: { kind: 'account', id: account.id },
        before: null,
        after: { failures, until: until.toISOString(), address: failure.from.address },
      })
    }
    return { kind: 'locked', until }
  })
}

/** E-mails as typed may be anything, also a password typed into the wrong field: only a hash is kept. */
export function guardKey(email: string): Buffer {
  return createHash('sha256').update(`guard\u0001${email}`).digest()
}
