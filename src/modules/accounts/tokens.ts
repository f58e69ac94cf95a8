import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { addDays, type Day, dayOf, isDay } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import type { ApiCaller } from '../../lib/http/api-route.ts'
import { subtreeIds } from '../organisations/organisations.ts'
import { hashOf } from './sessions.ts'
import * as tokens from './tokens.sql.ts'

/** Nobody remembers a key that is older: it is made anew. */
const longestDays = 731
const touchEverySeconds = 60

export const newTokenInput = z.object({
  name: z.string().min(3, 'Ghi tên phần mềm dùng khóa / Name the program that uses the key').max(120),
  /** Empty: the whole province. */
  unitId: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]),
  lastDay: z
    .string()
    .refine(isDay, 'Nhập ngày có thật, ví dụ 05/06/2027 / Enter a day that exists, for example 05/06/2027'),
})
export type NewToken = z.infer<typeof newTokenInput>

export function mayManageTokens(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'province_lead')
}

export async function tokensOf(db: DbOrTx, actor: Actor): Promise<tokens.TokenRow[]> {
  refuseOthers(actor)
  return tokens.selectTokens(db, actor.provinceId)
}

/**
 * Makes a key within the maker's own reach and answers with it: 'ct1_<province>_<256 random bits>'. The database
 * keeps its hash alone, so that a stolen copy of the database opens no door.
 */
export async function makeToken(tx: Tx, actor: Actor, input: NewToken, now: Date): Promise<string> {
  refuseOthers(actor)
  const today = dayOf(now)
  if (input.lastDay < today || input.lastDay > addDays(today, longestDays)) throw wrongLastDay()
  if (!(await isWithinReach(tx, actor, input.unitId, today))) throw notFound()
  const token = `ct1_${actor.provinceId}_${randomBytes(32).toString('base64url')}`
  const row = { name: input.name, unitId: input.unitId, lastDay: input.lastDay, ending: token.slice(-4) }
  const by = { madeBy: actor.accountId, madeByName: actor.name }
  const id = await tokens.insertToken(tx, actor.provinceId, { ...row, ...by, hash: hashOf(token) }, now)
  await recordChange(tx, actor, now, { verb: 'token.make', subject: subject(id), before: null, after: row })
  return token
}

async function isWithinReach(tx: Tx, actor: Actor, unitId: number | null, today: Day): Promise<boolean> {
  if (unitId === null) return actor.reach === 'province'
  return reaches(actor, unitId) && (await subtreeIds(tx, actor.provinceId, unitId, today)).size > 0
}

/** From now on the key opens nothing. */
export async function revokeToken(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  refuseOthers(actor)
  const token = await tokens.tokenById(tx, actor.provinceId, id)
  if (!token) throw notFound()
  if (token.revokedAt) throw conflict('Khóa đã được thu hồi từ trước.', 'The key was taken back already.')
  await tokens.revokeTokenRow(tx, actor.provinceId, id, actor.name, now)
  const names = { name: token.name, ending: token.ending }
  await recordChange(tx, actor, now, {
    verb: 'token.revoke',
    subject: subject(id),
    before: names,
    after: null,
  })
}

/** Who holds this key at this moment, with the units it reads today; null when it opens nothing. */
export async function callerOf(db: DbOrTx, token: string, now: Date): Promise<ApiCaller | null> {
  const provinceId = Number(/^ct1_(\d{1,9})_[\w-]{43}$/.exec(token)?.[1] ?? Number.NaN)
  if (!Number.isInteger(provinceId) || provinceId > 2_147_483_647) return null
  const row = await tokens.tokenByHash(db, provinceId, hashOf(token))
  const today = dayOf(now)
  if (!row || stateOf(row, today) !== 'good') return null
  const quietFor = now.getTime() - (row.lastUsedAt?.getTime() ?? 0)
  if (quietFor > touchEverySeconds * 1000) await tokens.touchToken(db, provinceId, row.id, now)
  const reach = row.unitId === null ? 'province' : await subtreeIds(db, provinceId, row.unitId, today)
  return { provinceId, tokenId: row.id, name: row.name, reach }
}

export function stateOf(
  token: Pick<tokens.TokenRow, 'revokedAt' | 'lastDay'>,
  today: Day,
): 'good' | 'expired' | 'revoked' {
  if (token.revokedAt) return 'revoked'
  return today > token.lastDay ? 'expired' : 'good'
}

function subject(id: number) {
  return { kind: 'api_token', id }
}

function refuseOthers(actor: Actor): void {
  if (mayManageTokens(actor)) return
  throw forbidden(
    'Chỉ quản trị hệ thống và đầu mối cấp tỉnh quản lý khóa API.',
    'Only administrators and province leads manage API keys.',
  )
}

function wrongLastDay() {
  return invalid([
    {
      field: 'lastDay',
      vi: 'Chọn ngày từ hôm nay đến nhiều nhất hai năm nữa.',
      en: 'Choose a day from today to two years ahead.',
    },
  ])
}
