import { type Actor, hasRole, hasRoleAt } from '../../../lib/actor.ts'
import { writerRoles } from '../editorial.policy.ts'

/** Whoever works at exactly this unit reads its list: nobody above it, nobody below it. */
export function keepsList(actor: Actor, unitId: number): boolean {
  return hasRoleAt(actor, unitId, ...writerRoles)
}

/** Units whose lists the actor reads. */
export function listsOf(actor: Actor): number[] {
  const own = actor.grants.filter((g) => (writerRoles as readonly string[]).includes(g.role))
  return [...new Set(own.map((g) => g.unitId))]
}

/** How long a consent holds is for the lead of the programme to say. */
export function canSetTerm(actor: Actor): boolean {
  return hasRole(actor, 'province_lead')
}
