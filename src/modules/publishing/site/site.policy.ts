import { type Actor, hasRole } from '../../../lib/actor.ts'

/** Who may look at how the portal is set up, and at its polls. */
export const viewers = ['province_lead', 'agency_head', 'editor', 'auditor', 'administrator'] as const
/** Who answers for the portal: its names, hosts and looks. */
export const owners = ['province_lead', 'administrator'] as const
/** Who asks the public. */
export const askers = ['province_lead', 'editor'] as const

export function mayChangeSite(actor: Actor): boolean {
  return hasRole(actor, ...owners)
}

export function mayAsk(actor: Actor): boolean {
  return hasRole(actor, ...askers)
}

/** Who names and orders the topics of the portal. */
export const topicKeepers = ['province_lead', 'editor', 'administrator'] as const

export function mayKeepTopics(actor: Actor): boolean {
  return hasRole(actor, ...topicKeepers)
}
