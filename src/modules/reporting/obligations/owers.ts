import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { UnitsInTime } from '../../organisations/organisations.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import type { Slot } from './slots.ts'

export interface Ower {
  unitId: number
  /** Asked, not ordered (YB-27). */
  invited: boolean
}

/**
 * Who owes a report for one period, each unit once: the units in scope on the day the period begins to count, less
 * the exempt. A unit that came into being later begins with the next period, or, where the duty says so, with the
 * running one; an heir owes what its predecessors left open, and that is handed on elsewhere (heirs.ts).
 */
export function owersOf(
  duty: Pick<Duty, 'newUnits'>,
  scope: readonly ScopeLine[],
  slot: Pick<Slot, 'reckoned' | 'cutoff' | 'due'>,
  units: UnitsInTime,
): Ower[] {
  const first = inScope(scope, slot.reckoned, units)
  if (duty.newUnits === 'next') return first
  const last = earlierOf(slot.cutoff, slot.due)
  if (last <= slot.reckoned) return first
  const born = inScope(scope, last, units).filter(({ unitId }) => {
    const from = units.life(unitId)?.from
    return from !== undefined && from > slot.reckoned && !units.isHeir(unitId)
  })
  return [...first, ...born]
}

function earlierOf(a: Day, b: Day): Day {
  if (a < b) return a
  return b
}

/** The units in scope on a day, in the tree's order. For a named unit that is gone by then stand its heirs. */
export function inScope(scope: readonly ScopeLine[], day: Day, units: UnitsInTime): Ower[] {
  const named = (exempt: boolean) => {
    const lines = scope.filter((s) => s.exempt === exempt)
    return new Set([
      // An heir of an exempt unit is not exempt: nobody has said so of it.
      ...lines.flatMap((s) =>
        s.unitId === null ? [] : exempt ? s.unitId : standingFor(s.unitId, day, units),
      ),
      ...lines.flatMap((s) => (s.groupId === null ? [] : units.members(s.groupId, day).map((u) => u.id))),
    ])
  }
  const wanted = named(false)
  const exempt = named(true)
  return units
    .on(day)
    .filter((u) => wanted.has(u.id) && !exempt.has(u.id))
    .map((u) => ({ unitId: u.id, invited: u.invited }))
}

/** The unit itself while it is there; afterwards those who came after it, without heirs of a single function. */
export function standingFor(unitId: number, day: Day, units: UnitsInTime): number[] {
  const life = units.life(unitId)
  if (!life || life.to === null || day < life.to) return [unitId]
  return units
    .heirs(unitId, addDays(life.to, -1), day)
    .filter((h) => h.functionCode === null)
    .map((h) => h.unitId)
}
