import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { addDays, type Day, dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { forbidden, notFound } from '../../lib/errors.ts'
import {
  type Initiative,
  type InitiativeStep,
  type Person,
  registerAddress,
  type Setting,
  waitingStates,
} from './initiative.ts'
import { canScreen, canSee, seesAll, unitsOf } from './initiatives.policy.ts'
import * as sql from './initiatives.sql.ts'
import { openPerson } from './persons.ts'
import * as reminding from './reminding.sql.ts'
import { selectSteps } from './steps.sql.ts'
import { tellDue, tellWaiting } from './telling.ts'

/** Whose ideas a person sees: undefined is all of them. */
export function reachOf(actor: Actor): readonly number[] | undefined {
  if (seesAll(actor)) return undefined
  return unitsOf(actor)
}

export function initiativesSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: sql.InitiativeFilter,
  limit: number,
  offset = 0,
) {
  return sql.selectInitiatives(db, actor.provinceId, { ...filter, unitIds: reachOf(actor) }, limit, offset)
}

export function countSeenBy(db: DbOrTx, actor: Actor, filter: sql.InitiativeFilter): Promise<number> {
  return sql.countOf(db, actor.provinceId, { ...filter, unitIds: reachOf(actor) })
}

export interface InitiativeView {
  initiative: Initiative
  steps: InitiativeStep[]
  /** What may be the same, where it is still to be screened by whoever asks. */
  alike: Pick<Initiative, 'id' | 'title' | 'state'>[]
  /** Null for all but those who screen, and where nothing was given or it is forgotten. */
  person: Person | null
}

export async function initiativeView(
  db: DbOrTx,
  actor: Actor,
  id: number,
  secret: string,
): Promise<InitiativeView> {
  const kept = await sql.selectKept(db, actor.provinceId, { id })
  if (!kept || !canSee(actor, kept)) throw notFound()
  const { personSealed, codeHash, ...initiative } = kept
  const mayScreen = canScreen(actor) && waitingStates.includes(initiative.state)
  const mayKnow = canScreen(actor) && personSealed !== null
  return {
    initiative,
    steps: await selectSteps(db, actor.provinceId, id),
    alike: mayScreen ? await sql.selectLike(db, actor.provinceId, initiative) : [],
    person: mayKnow ? openPerson(secret, codeHash, personSealed) : null,
  }
}

export function settingOf(db: DbOrTx, provinceId: number): Promise<Setting> {
  return reminding.selectSetting(db, provinceId)
}

export async function changeSetting(tx: Tx, actor: Actor, setting: Setting, now: Date): Promise<void> {
  if (!canScreen(actor))
    throw forbidden('Trưởng nhóm của tỉnh mới đổi thiết lập này.', 'The lead of the province sets this.')
  const before = await reminding.selectSetting(tx, actor.provinceId)
  await reminding.saveSetting(tx, actor.provinceId, setting)
  const subject = { kind: 'initiative-setting', id: actor.provinceId }
  await recordChange(tx, actor, now, { verb: 'initiative.set', subject, before, after: setting })
}

/**
 * In the morning: the leads hear how many ideas wait too long, units of what is due in three days and what is late;
 * of the same again after a week. Returns how many ideas were reminded of.
 */
export async function remindOfInitiatives(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const { waitDays } = await reminding.selectSetting(tx, provinceId)
  const waiting = await reminding.selectWaitingTooLong(tx, provinceId, today, waitDays)
  if (waiting.length > 0) await tellWaiting(tx, provinceId, waiting.length, today)
  const due = await reminding.selectDue(tx, provinceId, today)
  for (const one of due) await tellDue(tx, provinceId, one, today)
  const ids = [...waiting, ...due.map((one) => one.id)]
  await reminding.noteReminded(tx, provinceId, ids, today)
  return ids.length
}

/** What presses a person: for those who screen what waits, for a unit what is due within three days or late. */
export async function initiativesPressing(
  db: DbOrTx,
  actor: Actor,
  today: Day,
): Promise<{ what: 'toScreen' | 'toDo'; count: number; href: string }[]> {
  const { provinceId } = actor
  if (canScreen(actor)) {
    const count = await sql.countOf(db, provinceId, { states: waitingStates })
    return [{ what: 'toScreen', count, href: `${registerAddress}?state=waiting` }]
  }
  const unitIds = reachOf(actor)
  if (!unitIds || unitIds.length === 0) return []
  const states = ['assigned', 'trial'] as const
  const count = await sql.countOf(db, provinceId, { unitIds, states, dueBy: addDays(today, 3) })
  return [{ what: 'toDo', count, href: registerAddress }]
}
