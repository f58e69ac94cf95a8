import type { Day } from '../../lib/calendar/day.ts'
import type { Estate } from './estate.ts'
import { groupsOn, membersOn } from './groups.ts'
import { holdsOn, viewOn } from './history.ts'
import type { UnitRow } from './organisation.ts'

/** One thing that a change would do, told to the person before it is done. */
export interface Consequence {
  kind: 'begins' | 'ends' | 'renamed' | 'moved' | 'altered' | 'function' | 'joins' | 'leaves'
  /** Name of the unit. */
  unit: string
  /** The other name: the new name, the new parent, the function's code, the group. */
  other: string | null
}

/** What differs on `day` between two estates: units, the functions they hold, the groups they belong to. */
export function consequencesOf(before: Estate, after: Estate, day: Day): Consequence[] {
  const was = viewOn(before.history, day)
  const is = viewOn(after.history, day)
  const names = new Map([...was, ...is].map((r) => [r.id, r.name]))
  return [
    ...unitConsequences(was, is, names),
    ...functionConsequences(before, after, day, names),
    ...groupConsequences(before, after, day, was, is),
  ]
}

function unitConsequences(
  was: readonly UnitRow[],
  is: readonly UnitRow[],
  names: ReadonlyMap<number, string>,
): Consequence[] {
  const old = new Map(was.map((r) => [r.id, r]))
  const left = new Set(is.map((r) => r.id))
  const out: Consequence[] = []
  for (const row of was) if (!left.has(row.id)) out.push({ kind: 'ends', unit: row.name, other: null })
  for (const row of is) {
    const before = old.get(row.id)
    const parent = row.parentId === null ? null : (names.get(row.parentId) ?? null)
    if (!before) out.push({ kind: 'begins', unit: row.name, other: parent })
    else {
      if (before.name !== row.name) out.push({ kind: 'renamed', unit: before.name, other: row.name })
      if (before.parentId !== row.parentId) out.push({ kind: 'moved', unit: row.name, other: parent })
      if (restOf(before) !== restOf(row)) out.push({ kind: 'altered', unit: row.name, other: row.headName })
    }
  }
  return out
}

function restOf({
  name: _,
  parentId: __,
  since: ___,
  unverified: ____,
  depth: _____,
  ...rest
}: UnitRow): string {
  return JSON.stringify(rest)
}

function functionConsequences(
  before: Estate,
  after: Estate,
  day: Day,
  names: ReadonlyMap<number, string>,
): Consequence[] {
  const key = (h: { functionCode: string; programme: string; unitId: number }) =>
    `${h.functionCode} ${h.programme} ${h.unitId}`
  const had = new Set(before.groups.holdings.filter((h) => holdsOn(h, day)).map(key))
  return after.groups.holdings
    .filter((h) => holdsOn(h, day) && !had.has(key(h)))
    .map((h) => ({ kind: 'function', unit: names.get(h.unitId) ?? '', other: h.functionCode }))
}

function groupConsequences(
  before: Estate,
  after: Estate,
  day: Day,
  was: readonly UnitRow[],
  is: readonly UnitRow[],
): Consequence[] {
  const out: Consequence[] = []
  for (const group of groupsOn(after.groups, day)) {
    const old = new Map(membersOn(before.groups, group.id, was, day).map((r) => [r.id, r.name]))
    const now = new Map(membersOn(after.groups, group.id, is, day).map((r) => [r.id, r.name]))
    for (const [id, unit] of now) if (!old.has(id)) out.push({ kind: 'joins', unit, other: group.name })
    for (const [id, unit] of old) if (!now.has(id)) out.push({ kind: 'leaves', unit, other: group.name })
  }
  return out
}
