import { type Actor, hasRole } from '../../lib/actor.ts'

/** Who keeps the register: validity and replacement concern every plan of the province. */
export function canKeepDocuments(actor: Actor): boolean {
  return hasRole(actor, 'province_lead', 'editor')
}
