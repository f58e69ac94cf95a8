import type { Day } from '../../lib/calendar/day.ts'
import { groups } from './data/groups.ts'
import type { Change, Estate } from './estate.ts'
import type { GroupVersion } from './groups.ts'

/** Planned id of a standard group. */
export function standardGroupId(code: string): number {
  return -1 - groups.findIndex((g) => g.code === code)
}

/** The groups that plans everywhere name, from the change's day on; names of before that day are left out. */
export function withStandardGroups(estate: Estate, change: Change): Estate {
  return {
    ...estate,
    groups: {
      ...estate.groups,
      groups: groups.map((g) => ({ id: standardGroupId(g.code), code: g.code })),
      versions: groups.flatMap((g) => versionsFrom(g, change)),
    },
  }
}

function versionsFrom(group: (typeof groups)[number], change: Change): GroupVersion[] {
  const none = { types: null, levels: null, underId: null, childrenOnly: false, functionCode: null }
  const id = { groupId: standardGroupId(group.code), changeId: change.id }
  return group.names.flatMap(([since, name], i) => {
    const to = group.names[i + 1]?.[0] ?? null
    if (name === null || (to !== null && to <= change.day)) return []
    const from = since !== null && since > change.day ? since : change.day
    return [{ ...none, ...group.rule, ...id, name, from, to }]
  })
}

/** Other names of the standard groups. */
export function groupAliases(): {
  text: string
  unitId: null
  groupId: number
  from: Day | null
  to: Day | null
}[] {
  return groups.flatMap((g) =>
    (g.aliases ?? []).map((text) => ({
      text,
      unitId: null,
      groupId: standardGroupId(g.code),
      from: null,
      to: null,
    })),
  )
}
