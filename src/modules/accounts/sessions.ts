import { hash, randomBytes } from 'node:crypto'
import { type Actor, hasRole, type Role } from '../../lib/actor.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import type { Db, DbOrTx, Tx } from '../../lib/db/db.ts'
import type { UnitRow } from '../organisations/organisation.ts'
import { subtreeIds, unitsAsOf } from '../organisations/organisations.ts'
import { defaultSetting, provinceWideRoles } from './account.ts'
import * as sessions from './sessions.sql.ts'

/** Where a session is opened from, for the list its owner sees. */
export interface From {
  address: string | null
  agent: string | null
}

/** What a request finds behind its cookie. `idle`: it was good, but nothing was done for too long. */
export type Found =
  | { kind: 'none' }
  | { kind: 'idle' }
  | { kind: 'secondStep'; provinceId: number; accountId: number }
  | {
      kind: 'actor'
      actor: Actor
      mustSetUpSecondStep: boolean
      idleMinutes: number
      province: { name: string; isDemonstration: boolean; isCentral: boolean }
      /** The roles held today with the units' names, as the shell shows them. */
      posts: { role: Role; unitName: string }[]
      /** The figure asked for beside the session; 0 when none was. */
      beside: number
    }

const touchEverySeconds = 30
const secondStepMinutes = 10

/**
 * Opens a session and gives the cookie's value: '<province>.<256 random bits>'. The database keeps only its
 * hash, so that a stolen copy of the database opens no door. The province leads to the right shard.
 */
export async function openSession(
  tx: Tx,
  provinceId: number,
  accountId: number,
  now: Date,
  { stage, hours, from }: { stage: 'password' | 'full'; hours: number; from: From },
): Promise<string> {
  const token = `${provinceId}.${randomBytes(32).toString('base64url')}`
  const minutes = stage === 'full' ? hours * 60 : secondStepMinutes
  await sessions.insertSession(tx, provinceId, now, {
    accountId,
    tokenHash: hashOf(token),
    stage,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
    address: from.address,
    agent: from.agent?.slice(0, 300) ?? null,
  })
  return token
}

/**
 * Who stands behind this cookie at this moment. An ended or idle session is deleted on the way. `beside`: a figure
 * that another room counts for this person in the same statement, since every request pays for each one.
 */
export async function findSession(
  db: Db,
  token: string,
  now: Date,
  beside?: sessions.Beside,
): Promise<Found> {
  const provinceId = provinceOf(token)
  if (provinceId === null) return { kind: 'none' }
  const today = dayOf(now)
  const row = await sessions.sessionByToken(db, provinceId, hashOf(token), today, beside)
  if (!row) return { kind: 'none' }
  if (row.expiresAt <= now || row.state !== 'active') {
    await sessions.deleteSession(db, provinceId, hashOf(token))
    return { kind: row.state === 'active' ? 'idle' : 'none' }
  }
  if (row.stage === 'password') return { kind: 'secondStep', provinceId, accountId: row.accountId }
  const actor: Actor = {
    provinceId,
    accountId: row.accountId,
    name: row.name,
    locale: row.locale,
    grants: row.grants,
    reach: await reachOf(db, provinceId, row.grants, today, row.treeRevision),
    treeRevision: row.treeRevision,
  }
  const idleMinutes = hasRole(actor, 'administrator')
    ? (row.administratorIdleMinutes ?? defaultSetting.administratorIdleMinutes)
    : (row.idleMinutes ?? defaultSetting.idleMinutes)
  const quietFor = now.getTime() - row.lastSeenAt.getTime()
  if (quietFor > idleMinutes * 60_000) {
    await sessions.deleteSession(db, provinceId, hashOf(token))
    return { kind: 'idle' }
  }
  if (quietFor > touchEverySeconds * 1000) await sessions.touchSession(db, provinceId, hashOf(token), now)
  const guarded = row.secondStepRoles ?? [...defaultSetting.secondStepRoles]
  const mustSetUpSecondStep = !row.hasSecondStep && actor.grants.some((g) => guarded.includes(g.role))
  const { provinceName: name, isDemonstration, isCentral } = row
  const province = { name, isDemonstration, isCentral }
  const units = await unitsAsOf(db, provinceId, today, row.treeRevision)
  const posts = row.grants.map(({ role, unitId }) => ({ role, unitName: calledIn(units, unitId) }))
  return { kind: 'actor', actor, mustSetUpSecondStep, idleMinutes, province, posts, beside: row.beside }
}

export async function endSession(db: DbOrTx, token: string): Promise<void> {
  const provinceId = provinceOf(token)
  if (provinceId !== null) await sessions.deleteSession(db, provinceId, hashOf(token))
}

export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

function calledIn(units: readonly UnitRow[], unitId: number): string {
  const unit = units.find((u) => u.id === unitId)
  return unit ? (unit.shortName ?? unit.name) : ''
}

function provinceOf(token: string): number | null {
  const match = /^(\d{1,9})\.[\w-]{43}$/.exec(token)
  return match ? Number(match[1]) : null
}

/** A unit that is there no longer reaches itself: its officer still sees the work it left. */
async function reachOf(
  db: Db,
  provinceId: number,
  grants: Actor['grants'],
  today: string,
  treeRevision: number,
): Promise<Actor['reach']> {
  if (grants.some((g) => provinceWideRoles.includes(g.role))) return 'province'
  const reach = new Set<number>()
  for (const { unitId } of grants) {
    reach.add(unitId)
    for (const id of await subtreeIds(db, provinceId, unitId, today, treeRevision)) reach.add(id)
  }
  return reach
}
