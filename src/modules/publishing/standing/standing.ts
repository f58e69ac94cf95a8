import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { tellStanding } from '../fieldwork/standing-news.ts'
import { mayWorkFor } from '../reach/reach.policy.ts'
import {
  insertStanding,
  insertVisit,
  type Standing,
  type StandingFacts,
  selectStandingById,
  strikeStandingRow,
  updateStanding,
  updateTakenDown,
} from './standing.sql.ts'
import { texts as t } from './standing.texts.ts'

const subject = (id: number) => ({ kind: 'standing', id })

export async function standingById(db: DbOrTx, provinceId: number, id: number): Promise<Standing> {
  const found = await selectStandingById(db, provinceId, id)
  if (!found) throw notFound()
  return found
}

/** Displays prove themselves by a photo; sets of books need none. */
export function isWithoutPhoto(s: Pick<Standing, 'kind' | 'photoId'>): boolean {
  return ['panel', 'banner', 'poster', 'led'].includes(s.kind) && s.photoId === null
}

export function isOverdue(s: Pick<Standing, 'takenDown' | 'toDay'>, today: Day): boolean {
  return s.takenDown === null && s.toDay !== null && s.toDay < today
}

function check(actor: Actor, input: StandingFacts, takenDown: Day | null): void {
  if (!mayWorkFor(actor, input.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  if (input.toDay !== null && input.toDay < input.fromDay) throw invalid([{ field: 'toDay', ...t.daysOrder }])
  if (takenDown !== null && takenDown < input.fromDay) throw invalid([{ field: 'fromDay', ...t.afterDown }])
}

/** Writes down what stands where: a display, or a set of a travelling library. */
export async function addStanding(
  tx: Tx,
  actor: Actor,
  input: StandingFacts,
  now: Date,
  setId: number | null = null,
): Promise<number> {
  check(actor, input, null)
  const id = await insertStanding(tx, actor, input, setId, now)
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, {
    verb: 'standing.add',
    subject: subject(id),
    before: null,
    after: input,
  })
  return id
}

async function ownStanding(tx: Tx, actor: Actor, id: number): Promise<Standing> {
  const found = await standingById(tx, actor.provinceId, id)
  if (!mayWorkFor(actor, found.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  return found
}

/** Puts right what was written. Without a new photo the old one stays. */
export async function correctStanding(
  tx: Tx,
  actor: Actor,
  id: number,
  input: StandingFacts,
  now: Date,
): Promise<void> {
  const was = await ownStanding(tx, actor, id)
  check(actor, input, was.takenDown)
  const after = { ...input, photoId: input.photoId ?? was.photoId }
  await updateStanding(tx, actor.provinceId, id, after)
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, { verb: 'standing.correct', subject: subject(id), before: was, after })
}

export interface Down {
  day: Day
  /** Readers of a library, viewers of a display, where somebody counted them. */
  visitors: number | null
  photoId: number | null
}

/** Taken down, or brought to the next place. */
export async function takeDown(tx: Tx, actor: Actor, id: number, down: Down, now: Date): Promise<void> {
  const was = await ownStanding(tx, actor, id)
  if (was.takenDown !== null) throw conflict('Nơi đặt này đã ghi ngày gỡ.', 'It was taken down already.')
  const day = down.day < was.fromDay ? was.fromDay : down.day
  await updateTakenDown(tx, actor.provinceId, id, { ...down, day })
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, {
    verb: 'standing.take_down',
    subject: subject(id),
    before: { takenDown: null },
    after: { ...down, day },
  })
}

/** Somebody went there and looked. */
export async function visitStanding(
  tx: Tx,
  actor: Actor,
  id: number,
  visit: { day: Day; note: string; photoId: number | null },
  now: Date,
): Promise<void> {
  await ownStanding(tx, actor, id)
  await insertVisit(tx, actor, id, visit, now)
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, {
    verb: 'standing.visit',
    subject: subject(id),
    before: null,
    after: visit,
  })
}

/** Takes a line back that should never have been written; its figures and its activity go with it. */
export async function strikeStanding(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const was = await ownStanding(tx, actor, id)
  await strikeStandingRow(tx, actor.provinceId, id, now)
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, {
    verb: 'standing.strike',
    subject: subject(id),
    before: was,
    after: null,
  })
}
