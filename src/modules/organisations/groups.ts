import type { Day } from '../../lib/calendar/day.ts'
import { holdsOn, subtreeOf } from './history.ts'
import type { Group, Level, UnitRow, UnitType } from './organisation.ts'

/** The rule of a group: all conditions that are named hold together. None named: explicit members only. */
export interface GroupRule {
  types: readonly UnitType[] | null
  levels: readonly Level[] | null
  /** Below this unit; with `childrenOnly`, directly below it. */
  underId: number | null
  childrenOnly: boolean
  /** Holds this function on the day (whatever the programme). */
  functionCode: string | null
}

export interface GroupVersion extends GroupRule {
  groupId: number
  name: string
  from: Day
  to: Day | null
  changeId: number
}

export interface GroupMember {
  groupId: number
  unitId: number
  from: Day
  to: Day | null
  excluded: boolean
}

export interface Holding {
  id: number
  functionCode: string
  programme: string
  unitId: number
  from: Day
  to: Day | null
  changeId: number
}

export interface Groups {
  groups: readonly { id: number; code: string }[]
  versions: readonly GroupVersion[]
  members: readonly GroupMember[]
  holdings: readonly Holding[]
}

/** The groups in force on a day, with the names they bore then. */
export function groupsOn(groups: Groups, day: Day): Group[] {
  return groups.groups.flatMap(({ id, code }) => {
    const version = groups.versions.find((v) => v.groupId === id && holdsOn(v, day))
    return version ? [{ id, code, name: version.name }] : []
  })
}

/** The members of a group on a day, in the tree's order. `rows` is the whole tree of that day. */
export function membersOn(groups: Groups, groupId: number, rows: readonly UnitRow[], day: Day): UnitRow[] {
  const version = groups.versions.find((v) => v.groupId === groupId && holdsOn(v, day))
  if (!version) return []
  const explicit = groups.members.filter((m) => m.groupId === groupId && holdsOn(m, day))
  const added = new Set(explicit.filter((m) => !m.excluded).map((m) => m.unitId))
  const excluded = new Set(explicit.filter((m) => m.excluded).map((m) => m.unitId))
  const ruled = new Set(ruleOn(version, rows, groups.holdings, day).map((r) => r.id))
  return rows.filter((r) => (ruled.has(r.id) || added.has(r.id)) && !excluded.has(r.id))
}

/** What the rule alone selects on a day. */
export function ruleOn(
  rule: GroupRule,
  rows: readonly UnitRow[],
  holdings: readonly Holding[],
  day: Day,
): readonly UnitRow[] {
  const named = rule.types ?? rule.levels ?? rule.underId ?? rule.functionCode
  if (named === null) return []
  const below = rule.underId === null ? rows : subtreeOf(rows, rule.underId).slice(1)
  const holders = new Set(
    holdings.filter((h) => h.functionCode === rule.functionCode && holdsOn(h, day)).map((h) => h.unitId),
  )
  return below.filter(
    (r) =>
      (!rule.types || rule.types.includes(r.type)) &&
      (!rule.levels || rule.levels.includes(r.level)) &&
      (!rule.childrenOnly || r.parentId === rule.underId) &&
      (!rule.functionCode || holders.has(r.id)),
  )
}

/** Who holds a function on a day: the programme's own holders, or else those of every programme. */
export function holdersOn(
  holdings: readonly Holding[],
  functionCode: string,
  day: Day,
  programme = '',
): Holding[] {
  const held = holdings.filter((h) => h.functionCode === functionCode && holdsOn(h, day))
  const own = held.filter((h) => h.programme === programme)
  return own.length > 0 ? own : held.filter((h) => h.programme === '')
}
