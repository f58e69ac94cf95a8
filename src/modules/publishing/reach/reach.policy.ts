import { type Actor, hasRole } from '../../../lib/actor.ts'

/** Who may give figures, make links and print: whoever does the work of communication. Auditors and others look on. */
export function mayWork(actor: Actor): boolean {
  return hasRole(actor, 'editor', 'province_lead', 'agency_officer', 'agency_head')
}

export const workers = ['editor', 'province_lead', 'agency_officer', 'agency_head'] as const

/** May this person write for the unit: hand out its copies, prove its broadcasts? */
export function mayWorkFor(actor: Actor, unitId: number): boolean {
  if (!mayWork(actor)) return false
  if (hasRole(actor, 'province_lead', 'editor')) return true
  return actor.reach === 'province' || actor.reach.has(unitId)
}
