import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Db, DbOrTx, Tx } from '../../lib/db/db.ts'
import { invalid, notFound } from '../../lib/errors.ts'
import { sendMail } from '../../lib/mail/mail.ts'
import type { Account } from './account.ts'
import { accountById, accountsByEmail, setState } from './accounts.sql.ts'
import * as credentials from './credentials.sql.ts'
import { hashPassword, passwordFits } from './hashing.ts'
import { invitationLetter, resetLetter } from './letters.ts'
import { isShort, passwordFaults } from './password.ts'
import { wrongPassword } from './second-step.ts'
import { deleteSessionsOf } from './sessions.sql.ts'
import { hashOf } from './sessions.ts'
import { forgetFailures } from './sign-in.sql.ts'
import { guardKey } from './sign-in.ts'

const resetMinutes = 60
const invitationDays = 7

/** Sends a link for a new password to every active account of this e-mail. Unknown e-mails get nothing. */
export async function sendResetLetters(db: Db, email: string, baseUrl: string, now: Date): Promise<void> {
  for (const account of await accountsByEmail(db, email.normalize('NFC').trim().toLowerCase())) {
    if (account.state === 'disabled') continue
    await db.transaction().execute(async (tx) => {
      const until = new Date(now.getTime() + resetMinutes * 60_000)
      const link = await newLink(tx, account.provinceId, account.id, 'reset', until, baseUrl)
      await sendMail(tx, account.provinceId, now, resetLetter(account, link, resetMinutes))
    })
  }
}

/** Sends the link with which a new person chooses a first password. */
export async function sendInvitation(
  tx: Tx,
  provinceId: number,
  account: Pick<Account, 'id' | 'name' | 'email'>,
  baseUrl: string,
  now: Date,
): Promise<string> {
  const until = new Date(now.getTime() + invitationDays * 86_400_000)
  const link = await newLink(tx, provinceId, account.id, 'invitation', until, baseUrl)
  await sendMail(tx, provinceId, now, invitationLetter(account, link, invitationDays))
  return link
}

async function newLink(
  tx: Tx,
  provinceId: number,
  accountId: number,
  purpose: credentials.TokenPurpose,
  expiresAt: Date,
  baseUrl: string,
): Promise<string> {
  const token = `${provinceId}.${randomBytes(32).toString('base64url')}`
  await credentials.replaceToken(tx, provinceId, accountId, { hash: tokenHash(token), purpose, expiresAt })
  // In the query, not in the path: paths are written into logs.
  return `${baseUrl}/new-password?token=${token}`
}

export interface LinkHolder {
  provinceId: number
  account: Account
  purpose: credentials.TokenPurpose
  hasSecondStep: boolean
}

/** Whose link this is, while it is good. */
export async function holderOfLink(db: DbOrTx, token: string, now: Date): Promise<LinkHolder | null> {
  const provinceId = Number(/^(\d{1,9})\.[\w-]{43}$/.exec(token)?.[1] ?? Number.NaN)
  if (Number.isNaN(provinceId)) return null
  const found = await credentials.liveToken(db, provinceId, tokenHash(token), now)
  const account = found && (await accountById(db, provinceId, found.accountId))
  if (!account || account.state === 'disabled') return null
  const credential = await credentials.credentialOf(db, provinceId, account.id)
  const hasSecondStep = Boolean(credential?.totpConfirmedAt)
  return { provinceId, account, purpose: found.purpose, hasSecondStep }
}

/** Chooses a password with a link. Every session of the account ends; a lock is lifted; an invited account is active. */
export async function choosePassword(db: Db, token: string, password: string, now: Date): Promise<void> {
  const holder = await holderOfLink(db, token, now)
  if (!holder) throw notFound()
  const { account, provinceId, hasSecondStep } = holder
  refuseFaults(passwordFaults(password, { hasSecondStep, about: [account.name, account.email] }))
  const hash = await hashPassword(password)
  await db.transaction().execute(async (tx) => {
    if (!(await credentials.spendToken(tx, provinceId, tokenHash(token), now))) throw notFound()
    await credentials.setPassword(tx, provinceId, account.id, now, { hash, isShort: isShort(password) })
    if (account.state === 'invited') await setState(tx, provinceId, account.id, 'active')
    await deleteSessionsOf(tx, provinceId, account.id, null)
    await forgetFailures(tx, provinceId, guardKey(account.email))
    await recordChange(tx, { provinceId, accountId: account.id, name: account.name }, now, {
      verb: 'account.choose_password',
      subject: { kind: 'account', id: account.id },
      before: { state: account.state },
      after: { state: 'active' },
    })
  })
}

/** Changes one's own password; all other sessions end. */
export async function changePassword(
  db: Db,
  actor: Actor,
  { current, password, sessionToken }: { current: string; password: string; sessionToken: string },
  now: Date,
): Promise<void> {
  const account = await accountById(db, actor.provinceId, actor.accountId)
  const credential = await credentials.credentialOf(db, actor.provinceId, actor.accountId)
  if (!account) throw notFound()
  if (!(await passwordFits(credential?.passwordHash ?? null, current))) throw wrongPassword('current')
  const hasSecondStep = Boolean(credential?.totpConfirmedAt)
  refuseFaults(passwordFaults(password, { hasSecondStep, about: [account.name, account.email] }))
  const hash = await hashPassword(password)
  await db.transaction().execute(async (tx) => {
    await credentials.setPassword(tx, actor.provinceId, actor.accountId, now, {
      hash,
      isShort: isShort(password),
    })
    await deleteSessionsOf(tx, actor.provinceId, actor.accountId, hashOf(sessionToken))
    await recordChange(tx, actor, now, {
      verb: 'account.change_password',
      subject: { kind: 'account', id: actor.accountId },
      before: null,
      after: null,
    })
  })
}

function refuseFaults(faults: ReturnType<typeof passwordFaults>): void {
  if (faults.length) throw invalid(faults)
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
