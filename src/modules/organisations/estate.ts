import { type Day, showDay } from '../../lib/calendar/day.ts'
import { type Fault, invalid, type Refusal } from '../../lib/errors.ts'
import type { GroupMember, Groups, Holding } from './groups.ts'
import { emptyHistory, type History, holdsOn } from './history.ts'
import { historyFaults } from './history-faults.ts'
import type { Basis, Succession } from './organisation.ts'

export const changeKinds = [
  'create',
  'rename',
  'move',
  'alter',
  'close',
  'merge',
  'split',
  'transfer_function',
  'appoint_head',
  'import',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  /** Below zero while the change is only planned. */
  id: number
  kind: ChangeKind
  day: Day
  basis: Basis
}

/**
 * All that a province's organisation is made of, through all days. Plans turn one estate into the next without
 * touching the first, so that a page can show what a change would do before anybody decides it.
 * Whatever is only planned carries an id below zero.
 */
export interface Estate {
  history: History
  successions: readonly Succession[]
  groups: Groups
  /** The planned changes. */
  changes: readonly Change[]
}

export const emptyEstate: Estate = {
  history: emptyHistory,
  successions: [],
  groups: { groups: [], versions: [], members: [], holdings: [] },
  changes: [],
}

/** An id for something planned. */
export function plannedId(taken: Iterable<number>): number {
  return Math.min(0, ...taken) - 1
}

export function withChange(estate: Estate, kind: ChangeKind, day: Day, basis: Basis): [Estate, Change] {
  const change = { id: plannedId(estate.changes.map((c) => c.id)), kind, day, basis }
  return [{ ...estate, changes: [...estate.changes, change] }, change]
}

export function withHoldings(estate: Estate, holdings: readonly Holding[]): Estate {
  return { ...estate, groups: { ...estate.groups, holdings } }
}

export function withMembers(estate: Estate, members: readonly GroupMember[]): Estate {
  return { ...estate, groups: { ...estate.groups, members } }
}

/** Everything that would be wrong on some day from `from` on. Empty: the estate may be kept. */
export function estateFaults(estate: Estate, from: Day): Fault[] {
  return [
    ...historyFaults(estate.history, from),
    ...holdingFaults(estate, from),
    ...successionFaults(estate, from),
  ]
}

/** A unit that ends by a back-dated change may be the one into which others are to merge later. */
function successionFaults({ history, successions }: Estate, from: Day): Fault[] {
  return successions.flatMap((s): Fault[] => {
    const heir = history.units.get(s.successorId)
    if (s.day < from || (heir && holdsOn(heir, s.day))) return []
    const name = history.versions.get(s.successorId)?.at(-1)?.name ?? ''
    return [
      {
        field: 'day',
        vi: `“${name}” là đơn vị kế thừa ghi nhận từ ngày ${showDay(s.day)} nên còn phải hoạt động vào ngày đó.`,
        en: `“${name}” is recorded as a successor on ${showDay(s.day)} and must still be there on that day.`,
      },
    ]
  })
}

function holdingFaults({ history, groups }: Estate, from: Day): Fault[] {
  return groups.holdings.flatMap((h): Fault[] => {
    if (h.to !== null && h.to <= from) return []
    const life = history.units.get(h.unitId)
    const there = life && holdsOn(life, h.from) && (life.to === null || (h.to !== null && h.to <= life.to))
    if (there) return []
    return [
      {
        field: 'unitId',
        vi: 'Đơn vị được giao chức năng không hoạt động trong suốt thời gian được giao.',
        en: 'The unit does not exist for the whole time it would hold the function.',
      },
    ]
  })
}

export function refuse(field: string | null, vi: string, en: string): Refusal {
  return invalid([{ field, vi, en }])
}
