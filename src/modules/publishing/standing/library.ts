import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { mayWorkFor } from '../reach/reach.policy.ts'
import {
  deleteStop,
  insertSet,
  insertStop,
  type LibrarySet,
  lockSet,
  type SetFacts,
  type Stop,
  selectSets,
  selectStops,
} from './library.sql.ts'
import { type Standing, selectStanding } from './standing.sql.ts'
import { texts as t } from './standing.texts.ts'
import { addStanding, type Down, takeDown } from './standing.ts'

const subject = (id: number) => ({ kind: 'library_set', id })

/** A set with where it stands now, where it stood, and where it goes next. */
export interface Route {
  set: LibrarySet
  here: Standing | null
  past: Standing[]
  next: Stop[]
}

export async function routeOf(db: DbOrTx, provinceId: number, id: number): Promise<Route> {
  const [set] = await selectSets(db, provinceId, id)
  if (!set) throw notFound()
  return route(set, await selectStanding(db, provinceId, id), await selectStops(db, provinceId, id))
}

export async function allRoutes(db: DbOrTx, provinceId: number): Promise<Route[]> {
  const standing = Map.groupBy(await selectStanding(db, provinceId), (s) => s.setId ?? 0)
  const stops = Map.groupBy(await selectStops(db, provinceId), (s) => s.setId)
  return (await selectSets(db, provinceId)).map((set) =>
    route(set, standing.get(set.id) ?? [], stops.get(set.id) ?? []),
  )
}

function route(set: LibrarySet, stood: readonly Standing[], next: Stop[]): Route {
  const here = stood.find((s) => s.takenDown === null) ?? null
  return { set, here, past: stood.filter((s) => s.takenDown !== null), next }
}

export async function addSet(tx: Tx, actor: Actor, input: SetFacts, now: Date): Promise<number> {
  if (!mayWorkFor(actor, input.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  const id = await insertSet(tx, actor, input, now)
  await recordChange(tx, actor, now, {
    verb: 'library.add',
    subject: subject(id),
    before: null,
    after: input,
  })
  return id
}

async function ownSet(tx: Tx, actor: Actor, id: number): Promise<LibrarySet> {
  const set = await lockSet(tx, actor.provinceId, id)
  if (!set) throw notFound()
  if (!mayWorkFor(actor, set.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  return set
}

export async function planStop(
  tx: Tx,
  actor: Actor,
  setId: number,
  stop: Omit<Stop, 'id' | 'setId'>,
  now: Date,
): Promise<void> {
  await ownSet(tx, actor, setId)
  if (stop.toDay < stop.fromDay) throw invalid([{ field: 'stopTo', ...t.daysOrder }])
  const clash = (await selectStops(tx, actor.provinceId, setId)).find(
    (s) => s.fromDay <= stop.toDay && stop.fromDay <= s.toDay,
  )
  if (clash)
    throw invalid([{ field: 'stopFrom', vi: t.stopClash.vi(clash.place), en: t.stopClash.en(clash.place) }])
  await insertStop(tx, actor, { ...stop, setId })
  await recordChange(tx, actor, now, {
    verb: 'library.plan',
    subject: subject(setId),
    before: null,
    after: stop,
  })
}

export async function dropStop(tx: Tx, actor: Actor, setId: number, id: number, now: Date): Promise<void> {
  await ownSet(tx, actor, setId)
  const was = await deleteStop(tx, actor.provinceId, setId, id)
  if (!was) throw notFound()
  await recordChange(tx, actor, now, {
    verb: 'library.drop',
    subject: subject(setId),
    before: was,
    after: null,
  })
}

/** Where a set goes next: a stop that was planned, or a place said now; null: back to its owner. */
export type Onward =
  | { stopId: number }
  | { place: string; placeUnitId: number | null; toDay: Day | null }
  | null

/** Ends the stop of a set, with its readers and its photo, and opens the next one, in one step. */
export async function moveOn(
  tx: Tx,
  actor: Actor,
  setId: number,
  down: Down,
  onward: Onward,
  now: Date,
): Promise<void> {
  const set = await ownSet(tx, actor, setId)
  const { here } = await routeOf(tx, actor.provinceId, setId)
  if (!here && !onward) throw conflict(t.noStop.vi, t.noStop.en)
  if (here && down.day < here.fromDay) throw invalid([{ field: 'day', ...t.beforeStop }])
  if (here) await takeDown(tx, actor, here.id, down, now)
  const next = onward && (await placeNext(tx, actor, setId, onward))
  if (!next) return
  await addStanding(
    tx,
    actor,
    {
      ...{ kind: 'library_car', what: set.name, quantity: set.volumes, unitId: set.unitId },
      ...{ publicationId: set.publicationId, fromDay: down.day, visitors: null, photoId: null, note: '' },
      ...next,
      toDay: next.toDay !== null && next.toDay < down.day ? down.day : next.toDay,
    },
    now,
    setId,
  )
}

async function placeNext(tx: Tx, actor: Actor, setId: number, onward: NonNullable<Onward>) {
  if (!('stopId' in onward)) return onward
  const stop = await deleteStop(tx, actor.provinceId, setId, onward.stopId)
  if (!stop) throw conflict(t.stopGone.vi, t.stopGone.en)
  return { place: stop.place, placeUnitId: stop.placeUnitId, toDay: stop.toDay }
}
