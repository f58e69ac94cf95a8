import { type Actor, hasRole, hasRoleAt } from '../../../lib/actor.ts'

/** Who may see channels and what left by them: the desk, those who run channels, who oversees and who audits. */
export function canSeeChannels(actor: Actor): boolean {
  return hasRole(actor, 'province_lead', 'agency_head', 'editor', 'auditor', 'administrator')
}

/** Who may set up a channel of a unit, enter its secrets and settle its messages. */
export function canRunChannel(actor: Actor, unitId: number): boolean {
  return hasRole(actor, 'province_lead', 'administrator') || hasRoleAt(actor, unitId, 'editor', 'agency_head')
}

/** Who may bring proof that a message of a manual channel was taken there. */
export function canProve(actor: Actor, unitId: number): boolean {
  return canRunChannel(actor, unitId) || hasRoleAt(actor, unitId, 'agency_officer')
}
