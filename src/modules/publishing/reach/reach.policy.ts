import { type Actor, hasRole } from '../../../lib/actor.ts'
import { type Ahead, mayLeave } from '../prepared/readiness.ts'

/** Who may give figures, make links and print: whoever does the work of communication. Auditors and others look on. */
export function mayWork(actor: Actor): boolean {
  return hasRole(actor, 'editor', 'province_lead', 'agency_officer', 'agency_head')
}

export const workers = ['editor', 'province_lead', 'agency_officer', 'agency_head'] as const

/** Of what was made before its text is public, nobody knows but those who work on it, until it may leave. */
export function maySeeMade(actor: Actor, made: Ahead & { unitId: number }): boolean {
  return mayLeave(made) || hasRole(actor, 'auditor') || mayWorkFor(actor, made.unitId)
}

/** May this person write for the unit: hand out its copies, prove its broadcasts? */
export function mayWorkFor(actor: Actor, unitId: number): boolean {
  if (!mayWork(actor)) return false
  if (hasRole(actor, 'province_lead', 'editor')) return true
  return actor.reach === 'province' || actor.reach.has(unitId)
}
