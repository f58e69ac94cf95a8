import { addDays, type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { UnitRow } from '../../organisations/organisation.ts'
import { type UnitsInTime, unitsInTime } from '../../organisations/organisations.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { type CutoffRule, selectCutoffRules } from './cutoffs.sql.ts'
import { selectLivingDuties, selectScopes } from './duties.sql.ts'
import { handOnStranded } from './heirs.ts'
import {
  alignObligations,
  endObligations,
  type Gathering,
  insertObligations,
  lockMaking,
  type Owed,
  tieToGatherers,
  tieToUnitsAbove,
} from './making.sql.ts'
import { inScope, owersOf, standingFor } from './owers.ts'
import { dayBook } from './slots.ts'

export interface Making {
  made: number
  /** Rows whose days, sentence or owing changed. */
  aligned: number
  ended: number
  /** Rows of units that are gone, handed on to heirs or ended with a reason. */
  handedOn: number
}

export interface MakingOptions {
  /** Reports that fell due before this day are not made any more; today unless a duty is made for the past. */
  fromDay?: Day
  /** Why a day moved, for the trail. */
  reason?: string
}

/**
 * Makes what is owed: every active duty × the units in its scope × its periods, a year ahead of `now`. A few
 * statements whatever the number of units. Doing it again changes nothing; what fell due or was handed in is not
 * rewritten.
 */
export async function makeObligations(
  tx: Tx,
  by: { provinceId: number; name: string },
  now: Date,
  { fromDay = dayOf(now), reason = 'Quy định về thời hạn thay đổi.' }: MakingOptions = {},
): Promise<Making> {
  const { provinceId } = by
  await lockMaking(tx, provinceId)
  const today = dayOf(now)
  const duties = await selectLivingDuties(tx, provinceId, addDays(fromDay, -400))
  const scopes = await selectScopes(
    tx,
    provinceId,
    duties.map((d) => d.id),
  )
  const units = await unitsInTime(tx, provinceId)
  const known = { scopes, units, today, cutoffs: await selectCutoffRules(tx, provinceId) }
  const owed = owedOf(duties, known, fromDay, addDays(today, 366))
  const made = await insertObligations(tx, provinceId, owed, now)
  // What would fall due in the past by a changed rule stays as it is: nobody becomes late by an edit.
  const fresh = owed.filter((o) => o.fresh)
  const aligned = await alignObligations(tx, provinceId, fresh, { name: by.name, reason }, today, now)
  const ids = duties.map((d) => d.id)
  const ended = await endObligations(tx, provinceId, ids, owed, fromDay, now)
  const handedOn = await handOnStranded(tx, provinceId, scopes, units, now)
  await tie(tx, provinceId, duties, known)
  return { made, aligned, ended, handedOn }
}

/** Every slot from a year before `fromDay` until the periods that begin by `untilDay`, with those who owe it. */
export function owedOf(
  duties: readonly Duty[],
  known: {
    scopes: ReadonlyMap<number, readonly ScopeLine[]>
    units: UnitsInTime
    cutoffs: readonly CutoffRule[]
  },
  fromDay: Day,
  untilDay: Day,
): Owed[] {
  const book = dayBook(duties, known.cutoffs)
  const [first, last] = [Number(fromDay.slice(0, 4)) - 1, Number(untilDay.slice(0, 4)) + 1]
  return duties.flatMap((duty) => {
    return book
      .slots(duty, first, last)
      .filter((s) => s.from <= untilDay)
      .map((slot) => ({
        slot,
        fresh: duty.state === 'active' && slot.due >= fromDay,
        owers: owersOf(duty, known.scopes.get(duty.id) ?? [], slot, known.units),
      }))
  })
}

/** Reports go into the one of the unit they go through or to, where it owes one; else into that of a unit above. */
async function tie(
  tx: Tx,
  provinceId: number,
  duties: readonly Duty[],
  {
    scopes,
    units,
    today,
  }: { scopes: ReadonlyMap<number, readonly ScopeLine[]>; units: UnitsInTime; today: Day },
): Promise<void> {
  const gatherings: Gathering[] = []
  const others: { dutyId: number; parentDutyId: number }[] = []
  for (const { id: dutyId, consolidatedById: parentDutyId, viaUnitId, toUnitId } of duties) {
    if (parentDutyId === null) continue
    const owing = new Set(inScope(scopes.get(parentDutyId) ?? [], today, units).map((o) => o.unitId))
    const named = viaUnitId ?? toUnitId
    const gatherers = named === null ? [] : standingFor(named, today, units).filter((id) => owing.has(id))
    gatherings.push(...gatherers.map((unitId) => ({ dutyId, parentDutyId, unitId })))
    if (gatherers.length === 0) others.push({ dutyId, parentDutyId })
  }
  if (gatherings.length > 0) await tieToGatherers(tx, provinceId, gatherings)
  if (others.length > 0) await tieToUnitsAbove(tx, provinceId, others, pairsAbove(units.on(today)))
}

/** Every unit with every one above it, in the tree's order. */
export function pairsAbove(rows: readonly UnitRow[]): { unitId: number; aboveId: number; steps: number }[] {
  const byId = new Map(rows.map((r) => [r.id, r]))
  return rows.flatMap((row) => {
    const pairs = []
    let steps = 1
    for (let id = row.parentId; id !== null && byId.has(id); id = byId.get(id)?.parentId ?? null) {
      pairs.push({ unitId: row.id, aboveId: id, steps })
      steps += 1
    }
    return pairs
  })
}
