import { type Actor, hasRole, reaches } from '../../lib/actor.ts'

/** Who keeps the store. */
export const keepers = ['province_lead', 'editor', 'administrator'] as const
/** Who says that a unit uses it. */
export const tellers = ['agency_officer', 'agency_head', 'province_lead', 'editor'] as const

export function keepsKits(actor: Actor): boolean {
  return hasRole(actor, ...keepers)
}

/** How many units use a kit is everybody's; what one of them said is its own and of those above it. */
export function seesAdoption(actor: Actor, unitId: number): boolean {
  return keepsKits(actor) || reaches(actor, unitId)
}

/** May this person say of the unit that it uses a kit? */
export function tellsFor(actor: Actor, unitId: number): boolean {
  if (hasRole(actor, 'province_lead')) return true
  return hasRole(actor, ...tellers) && reaches(actor, unitId)
}
