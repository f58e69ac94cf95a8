export const roles = [
  'province_lead',
  'agency_head',
  'agency_officer',
  'editor',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]
export type Locale = 'vi' | 'en'

/** A role held at one organisation unit, as of today. */
export interface Grant {
  role: Role
  unitId: number
}

/**
 * Who is asking. `reach` is what this person may see of the province: all of it (lead, auditor,
 * administrator), or the units of the subtrees in which a role is held, as of today.
 */
export interface Actor {
  provinceId: number
  accountId: number
  name: string
  locale: Locale
  grants: readonly Grant[]
  reach: 'province' | ReadonlySet<number>
  /** Of the province's tree of units as the request began: who asks for the tree with it saves a question. */
  treeRevision?: number
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.grants.some((g) => wanted.includes(g.role))
}

/** Does the actor hold one of the roles at exactly this unit? */
export function hasRoleAt(actor: Actor, unitId: number, ...wanted: readonly Role[]): boolean {
  return actor.grants.some((g) => g.unitId === unitId && wanted.includes(g.role))
}

/** May the actor see what belongs to this unit? */
export function reaches(actor: Actor, unitId: number): boolean {
  return actor.reach === 'province' || actor.reach.has(unitId)
}
