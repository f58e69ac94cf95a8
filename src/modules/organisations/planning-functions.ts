import { type Day, showDay } from '../../lib/calendar/day.ts'
import { type Change, type Estate, plannedId, refuse, withHoldings } from './estate.ts'
import type { Holding } from './groups.ts'
import { holdsOn, lifeOn } from './history.ts'
import { overlap, withSuccession } from './planning.ts'

export interface Assignment {
  functionCode: string
  /** '': every programme without a holder of its own. */
  programme: string
  unitId: number
  /** At most one holder on a day. */
  sole: boolean
}

/**
 * Gives a function to a unit from the change's day on. A sole function leaves the unit that held it; its
 * holding ends that day, and earlier days keep it.
 */
export function planAssignment(estate: Estate, change: Change, input: Assignment): Estate {
  const { day } = change
  lifeOn(estate.history, input.unitId, day)
  const same = (h: Holding) => h.functionCode === input.functionCode && h.programme === input.programme
  const mine = estate.groups.holdings.find(
    (h) => same(h) && h.unitId === input.unitId && overlap(h, day, null),
  )
  if (mine && holdsOn(mine, day)) {
    throw refuse('unitId', 'Đơn vị này đang giữ chức năng đó.', 'This unit already holds the function.')
  }
  const later = estate.groups.holdings.find((h) => same(h) && h.from > day && (input.sole || h === mine))
  const holdings = estate.groups.holdings
    .filter((h) => !(input.sole && same(h) && h.from === day))
    .map((h) => (input.sole && same(h) && holdsOn(h, day) ? { ...h, to: day } : h))
  const id = plannedId(estate.groups.holdings.map((h) => h.id))
  const { sole: _, ...given } = input
  return withHoldings(estate, [
    ...holdings,
    { ...given, id, from: day, to: later?.from ?? null, changeId: change.id },
  ])
}

/** Takes a function from a unit, from the change's day on. */
export function planRelease(estate: Estate, day: Day, holdingId: number): Estate {
  const holding = estate.groups.holdings.find((h) => h.id === holdingId)
  if (!holding || !holdsOn(holding, day)) {
    throw refuse(
      'day',
      `Chức năng không được giữ vào ngày ${showDay(day)}.`,
      `Nobody holds it on ${showDay(day)}.`,
    )
  }
  const rest = estate.groups.holdings.filter((h) => h !== holding)
  return withHoldings(estate, holding.from === day ? rest : [...rest, { ...holding, to: day }])
}

/** A function moves from one unit to another without either of them ending: a succession of that function. */
export function planTransfer(estate: Estate, change: Change, fromUnitId: number, input: Assignment): Estate {
  const { day } = change
  const held = estate.groups.holdings.find(
    (h) =>
      h.unitId === fromUnitId &&
      h.functionCode === input.functionCode &&
      h.programme === input.programme &&
      (holdsOn(h, day) || h.to === day),
  )
  if (!held) {
    throw refuse(
      'fromUnitId',
      'Đơn vị chuyển giao không giữ chức năng này vào ngày đó.',
      'The unit that would hand it over does not hold the function on that day.',
    )
  }
  if (fromUnitId === input.unitId) {
    throw refuse('unitId', 'Chọn một đơn vị tiếp nhận khác.', 'Choose another unit to receive it.')
  }
  const without = holdsOn(held, day) ? planRelease(estate, day, held.id) : estate
  const given = planAssignment(without, change, input)
  return withSuccession(
    given,
    change,
    'transfer_function',
    fromUnitId,
    input.unitId,
    null,
    input.functionCode,
  )
}
