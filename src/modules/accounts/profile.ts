import type { Actor, Locale } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { sameBytes } from '../../lib/http/seal.ts'
import type { Account } from './account.ts'
import { accountById, updateAccount } from './accounts.sql.ts'
import { deleteSessionsOf, sessionsOf } from './sessions.sql.ts'
import { hashOf } from './sessions.ts'

export interface OwnSession {
  isThis: boolean
  device: string | null
  address: string | null
  createdAt: Date
  lastSeenAt: Date
}

export async function ownAccount(db: DbOrTx, actor: Actor): Promise<Account> {
  const account = await accountById(db, actor.provinceId, actor.accountId)
  if (!account) throw notFound()
  return account
}

export async function ownSessions(db: DbOrTx, actor: Actor, token: string): Promise<OwnSession[]> {
  const rows = await sessionsOf(db, actor.provinceId, actor.accountId)
  return rows.map(({ tokenHash, agent, ...row }) => ({
    ...row,
    isThis: sameBytes(tokenHash, hashOf(token)),
    device: agent && deviceOf(agent),
  }))
}

export async function correctProfile(
  tx: Tx,
  actor: Actor,
  input: { name: string; position: string; locale: Locale },
  now: Date,
): Promise<void> {
  const { name, position, locale } = await ownAccount(tx, actor)
  const after = { ...input, position: input.position || null }
  await updateAccount(tx, actor.provinceId, actor.accountId, after)
  const subject = { kind: 'account', id: actor.accountId }
  await recordChange(tx, actor, now, {
    verb: 'account.correct_own',
    subject,
    before: { name, position, locale },
    after,
  })
}

/** Ends one's other sessions. Answers with how many there were. */
export async function endOtherSessions(tx: Tx, actor: Actor, token: string, now: Date): Promise<number> {
  const ended = await deleteSessionsOf(tx, actor.provinceId, actor.accountId, hashOf(token))
  const subject = { kind: 'account', id: actor.accountId }
  await recordChange(tx, actor, now, {
    verb: 'account.end_sessions',
    subject,
    before: null,
    after: { ended },
  })
  return ended
}

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** 'Mozilla/5.0 (Linux; Android 9 …' → 'Chrome, Android'. */
function deviceOf(agent: string): string {
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1]
  return [first(browsers), first(systems)].filter(Boolean).join(', ') || agent.slice(0, 40)
}
