import type { Actor, Locale } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import type { Account, NewAccount, RoleGrant, SecuritySetting } from './account.ts'
import { mayManageAccounts, whyNotDisable } from './accounts.policy.ts'
import * as accounts from './accounts.sql.ts'
import * as credentials from './credentials.sql.ts'
import { sendInvitation } from './passwords.ts'
import { forgetSecondStep } from './second-step.ts'
import { deleteSessionsOf } from './sessions.sql.ts'
import { attemptsOf, forgetFailures, guardOf } from './sign-in.sql.ts'
import { guardKey } from './sign-in.ts'

/** Accounts in the order of a Vietnamese list of names: by the given name, which stands last. */
export async function listAccounts(
  db: DbOrTx,
  actor: Actor,
  filter: accounts.AccountFilter,
  today: Day,
): Promise<accounts.AccountRow[]> {
  const rows = await accounts.listAccounts(db, actor.provinceId, filter, today)
  const key = (name: string) => name.split(' ').reverse().join(' ')
  return rows.sort((a, b) => collator.compare(key(a.name), key(b.name)))
}

const collator = new Intl.Collator('vi')

export interface AccountView {
  account: Account
  grants: RoleGrant[]
  hasSecondStep: boolean
  lockedUntil: Date | null
  attempts: Awaited<ReturnType<typeof attemptsOf>>
}

/** An account with its roles and the newest attempts to sign in. Throws not_found. */
export async function accountView(db: DbOrTx, actor: Actor, id: number, now: Date): Promise<AccountView> {
  const account = await existing(db, actor, id)
  const credential = await credentials.credentialOf(db, actor.provinceId, id)
  const guard = await guardOf(db, actor.provinceId, guardKey(account.email))
  return {
    account,
    grants: await accounts.grantsOf(db, actor.provinceId, id),
    hasSecondStep: Boolean(credential?.totpConfirmedAt),
    lockedUntil: guard.lockedUntil && guard.lockedUntil > now ? guard.lockedUntil : null,
    attempts: await attemptsOf(db, actor.provinceId, id, 20),
  }
}

/** Makes an account and sends the invitation to choose a password. Throws invalid where the e-mail is taken. */
export async function inviteAccount(
  tx: Tx,
  actor: Actor,
  input: NewAccount,
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<number> {
  refuseUnlessManager(actor)
  await refuseTakenEmail(tx, actor, input.email, null)
  const fresh = {
    ...input,
    position: input.position || null,
    state: 'invited',
    isDemonstration: false,
  } as const
  const id = await accounts.insertAccount(tx, actor.provinceId, now, fresh)
  await sendInvitation(tx, actor.provinceId, { ...input, id }, baseUrl, now)
  const after = { name: input.name, email: input.email, position: input.position }
  await recordChange(tx, actor, now, { verb: 'account.invite', subject: subject(id), before: null, after })
  return id
}

/**
 * The first account of a province: administrator and lead at its committee, invited like everybody else. Returns
 * the link of the invitation, because a new installation may have no mail server yet.
 */
export async function inviteFounder(
  tx: Tx,
  provinceId: number,
  input: { name: string; email: string; unitId: number },
  { baseUrl, now, today }: { baseUrl: string; now: Date; today: Day },
): Promise<string> {
  const { name, email, unitId } = input
  const fresh = { name, email, position: null, state: 'invited', isDemonstration: false } as const
  const id = await accounts.insertAccount(tx, provinceId, now, fresh)
  for (const role of ['administrator', 'province_lead'] as const) {
    await accounts.insertGrant(tx, provinceId, {
      accountId: id,
      role,
      unitId,
      validFrom: today,
      validTo: null,
    })
  }
  const by = { provinceId, accountId: null, name: 'Chung Tay' }
  await recordChange(tx, by, now, {
    verb: 'account.invite',
    subject: subject(id),
    before: null,
    after: { name, email },
  })
  return sendInvitation(tx, provinceId, { id, name, email }, baseUrl, now)
}

export async function inviteAgain(
  tx: Tx,
  actor: Actor,
  id: number,
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<void> {
  refuseUnlessManager(actor)
  const account = await existing(tx, actor, id)
  if (account.state !== 'invited') {
    throw conflict('Người này đã chọn mật khẩu.', 'This person has chosen a password already.')
  }
  await sendInvitation(tx, actor.provinceId, account, baseUrl, now)
  await recordChange(tx, actor, now, {
    verb: 'account.invite_again',
    subject: subject(id),
    before: null,
    after: null,
  })
}

export async function correctAccount(
  tx: Tx,
  actor: Actor,
  id: number,
  input: NewAccount,
  now: Date,
): Promise<void> {
  refuseUnlessManager(actor)
  const account = await existing(tx, actor, id)
  await refuseTakenEmail(tx, actor, input.email, id)
  const after = { name: input.name, email: input.email, position: input.position || null }
  await accounts.updateAccount(tx, actor.provinceId, id, after)
  const before = { name: account.name, email: account.email, position: account.position }
  await recordChange(tx, actor, now, { verb: 'account.correct', subject: subject(id), before, after })
}

/** Shuts an account: signed out everywhere at once. What the person did stays under their name. */
export async function disableAccount(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const account = await existing(tx, actor, id)
  const why = whyNotDisable(actor, account)
  if (why) throw forbidden(why.vi, why.en)
  await accounts.setState(tx, actor.provinceId, id, 'disabled')
  await deleteSessionsOf(tx, actor.provinceId, id, null)
  await recordState(tx, actor, account, 'disabled', now)
}

export async function enableAccount(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  refuseUnlessManager(actor)
  const account = await existing(tx, actor, id)
  const credential = await credentials.credentialOf(tx, actor.provinceId, id)
  const state = credential?.passwordHash ? 'active' : 'invited'
  await accounts.setState(tx, actor.provinceId, id, state)
  await recordState(tx, actor, account, state, now)
}

/** Lifts a lock after failed sign-ins. */
export async function unlockAccount(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  refuseUnlessManager(actor)
  const account = await existing(tx, actor, id)
  if (!(await forgetFailures(tx, actor.provinceId, guardKey(account.email)))) return
  await recordChange(tx, actor, now, {
    verb: 'account.unlock',
    subject: subject(id),
    before: null,
    after: null,
  })
}

/** For a lost phone: the second step is set up anew. Sessions end, in case the phone was not lost but taken. */
export async function resetSecondStep(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  refuseUnlessManager(actor)
  await existing(tx, actor, id)
  await forgetSecondStep(tx, actor, id, now)
  await deleteSessionsOf(tx, actor.provinceId, id, null)
}

export async function setLocale(tx: Tx, actor: Actor, locale: Locale): Promise<void> {
  await accounts.updateAccount(tx, actor.provinceId, actor.accountId, { locale })
}

export function securitySetting(db: DbOrTx, actor: Actor): Promise<SecuritySetting> {
  return credentials.settingOf(db, actor.provinceId)
}

export async function changeSecuritySetting(
  tx: Tx,
  actor: Actor,
  after: SecuritySetting,
  now: Date,
): Promise<void> {
  refuseUnlessManager(actor)
  const before = await credentials.settingOf(tx, actor.provinceId)
  await credentials.writeSetting(tx, actor.provinceId, after)
  await recordChange(tx, actor, now, {
    verb: 'account.change_security_setting',
    subject: { kind: 'security_setting', id: actor.provinceId },
    before,
    after,
  })
}

/** The account of the actor's province. Throws not_found. */
export async function existing(db: DbOrTx, actor: Actor, id: number): Promise<Account> {
  const account = await accounts.accountById(db, actor.provinceId, id)
  if (!account) throw notFound()
  return account
}

async function refuseTakenEmail(tx: Tx, actor: Actor, email: string, ownId: number | null): Promise<void> {
  const holder = await accounts.emailTaken(tx, actor.provinceId, email)
  if (holder === null || holder === ownId) return
  const vi = 'Thư điện tử này đã có tài khoản.'
  throw invalid([{ field: 'email', vi, en: 'This e-mail has an account already.' }])
}

export function refuseUnlessManager(actor: Actor): void {
  if (mayManageAccounts(actor)) return
  throw forbidden('Chỉ quản trị hệ thống được quản lý tài khoản.', 'Only administrators manage accounts.')
}

function recordState(
  tx: Tx,
  actor: Actor,
  account: Account,
  state: Account['state'],
  now: Date,
): Promise<void> {
  const verb = state === 'disabled' ? 'account.disable' : 'account.enable'
  const change = { before: { state: account.state }, after: { state } }
  return recordChange(tx, actor, now, { verb, subject: subject(account.id), ...change })
}

export function subject(id: number) {
  return { kind: 'account', id }
}
