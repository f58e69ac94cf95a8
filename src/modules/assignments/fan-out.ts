import type { AssignmentRole } from './assignment.ts'

/** One agency of a task as the plan names it, resolved to a unit or to the members of a group on a day. */
export interface NamedAgency {
  role: AssignmentRole
  asPrinted: string
  unitId: number | null
  groupId: number | null
  /** Units the group had on the day of the fan-out; empty for a single unit. */
  memberIds: readonly number[]
}

export interface Share {
  unitId: number
  role: AssignmentRole
  /** Null: the plan names the unit itself. */
  viaGroupId: number | null
}

const rank: Record<AssignmentRole, number> = { lead: 0, coordinating: 1, invited: 2 }

/**
 * Spreads a task over units: one share a unit, the weightiest role wins (a lead named again among "các sở,
 * ban, ngành" stays lead), and a unit named itself is not counted as a member of a group. Agencies that
 * resolve to nobody are given back: the officer must name them before the work can be given.
 * `invitedIds` are bodies that are asked, not ordered (YB-27): whatever the column says, they are invited.
 */
export function fanOut(
  agencies: readonly NamedAgency[],
  invitedIds: ReadonlySet<number> = new Set(),
): { shares: Share[]; unresolved: NamedAgency[] } {
  const best = new Map<number, Share>()
  const unresolved: NamedAgency[] = []
  for (const agency of agencies) {
    const shares = sharesOf(agency, invitedIds)
    if (shares.length === 0) unresolved.push(agency)
    for (const share of shares) {
      const had = best.get(share.unitId)
      if (!had || outweighs(share, had)) best.set(share.unitId, share)
    }
  }
  return {
    shares: [...best.values()].sort((a, b) => rank[a.role] - rank[b.role] || a.unitId - b.unitId),
    unresolved,
  }
}

function sharesOf(agency: NamedAgency, invitedIds: ReadonlySet<number>): Share[] {
  const ids = agency.unitId === null ? agency.memberIds : [agency.unitId]
  return ids.map((unitId) => ({
    unitId,
    role: invitedIds.has(unitId) ? 'invited' : agency.role,
    viaGroupId: agency.unitId === null ? agency.groupId : null,
  }))
}

function outweighs(a: Share, b: Share): boolean {
  if (a.role !== b.role) return rank[a.role] < rank[b.role]
  return a.viaGroupId === null && b.viaGroupId !== null
}
