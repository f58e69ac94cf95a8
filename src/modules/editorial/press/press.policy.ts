import { type Actor, hasRole } from '../../../lib/actor.ts'

/** Who keeps outlets, orientation and the press register. */
export const keepers = ['editor', 'province_lead'] as const

/** Outlets, orientation and the press register are kept by those who review at the desk. */
export function keepsPress(actor: Actor): boolean {
  return hasRole(actor, ...keepers)
}
