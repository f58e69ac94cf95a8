import { type Day, showDay } from '../../lib/calendar/day.ts'
import { type Change, type Estate, plannedId, refuse, withMembers } from './estate.ts'
import type { GroupRule, GroupVersion } from './groups.ts'
import { holdsOn, lifeOn } from './history.ts'

export interface NewGroup {
  code: string
  name: string
  rule: GroupRule
}

/** A new group from the change's day on. */
export function planGroup(estate: Estate, change: Change, group: NewGroup): [Estate, number] {
  if (estate.groups.groups.some((g) => g.code === group.code)) {
    throw refuse('code', `Mã nhóm “${group.code}” đã có.`, `The group code “${group.code}” is taken.`)
  }
  const id = plannedId(estate.groups.groups.map((g) => g.id))
  const groups = { ...estate.groups, groups: [...estate.groups.groups, { id, code: group.code }] }
  return [withVersion({ ...estate, groups }, change, id, group, null), id]
}

/** A new name or rule from the change's day on; earlier days keep the old ones, and so their members. */
export function planGroupRevision(
  estate: Estate,
  change: Change,
  groupId: number,
  revised: Pick<NewGroup, 'name' | 'rule'>,
): Estate {
  const current = currentVersion(estate, groupId, change.day)
  const ended = withoutCurrent(estate, current, change.day)
  return withVersion(ended, change, groupId, revised, current.to)
}

/** From the change's day on nobody may name the group any more. */
export function planGroupEnd(estate: Estate, day: Day, groupId: number): Estate {
  return withoutCurrent(estate, currentVersion(estate, groupId, day), day)
}

function currentVersion(estate: Estate, groupId: number, day: Day): GroupVersion {
  const current = estate.groups.versions.find((v) => v.groupId === groupId && holdsOn(v, day))
  if (!current) {
    throw refuse(
      'day',
      `Nhóm không có vào ngày ${showDay(day)}.`,
      `The group is not in force on ${showDay(day)}.`,
    )
  }
  return current
}

function withoutCurrent(estate: Estate, current: GroupVersion, day: Day): Estate {
  const rest = estate.groups.versions.filter((v) => v !== current)
  const versions = current.from === day ? rest : [...rest, { ...current, to: day }]
  return { ...estate, groups: { ...estate.groups, versions } }
}

function withVersion(
  estate: Estate,
  change: Change,
  groupId: number,
  { name, rule }: Pick<NewGroup, 'name' | 'rule'>,
  to: Day | null,
): Estate {
  const { types, levels, underId, childrenOnly, functionCode } = rule
  const bare = { types, levels, underId, childrenOnly, functionCode }
  const version = { ...bare, groupId, name, from: change.day, to, changeId: change.id }
  return { ...estate, groups: { ...estate.groups, versions: [...estate.groups.versions, version] } }
}

/** How a unit stands to a group: added beside the rule, kept out of it, or left to the rule. */
export type Standing = 'added' | 'excluded' | 'by_rule'

export function planStanding(
  estate: Estate,
  day: Day,
  groupId: number,
  unitId: number,
  standing: Standing,
): Estate {
  lifeOn(estate.history, unitId, day)
  currentVersion(estate, groupId, day)
  const mine = (m: { groupId: number; unitId: number }) => m.groupId === groupId && m.unitId === unitId
  const kept = estate.groups.members
    .filter((m) => !mine(m) || m.from < day)
    .map((m) => (mine(m) && holdsOn(m, day) ? { ...m, to: day } : m))
  if (standing === 'by_rule') return withMembers(estate, kept)
  const member = { groupId, unitId, from: day, to: null, excluded: standing === 'excluded' }
  return withMembers(estate, [...kept, member])
}
