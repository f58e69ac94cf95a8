import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import type { Posting } from './procedure.ts'

/** Who enters decisions, looks at every posting and may return one: the lead of the province. */
export const leads = ['province_lead'] as const
export const posters = ['agency_head', 'agency_officer', 'province_lead'] as const

export function canAnnounce(actor: Actor): boolean {
  return hasRole(actor, ...leads)
}

/** Officers and heads post for their unit and for what hangs below it; a lead for the unit of the lead's own office. */
export function canPost(actor: Actor, p: Pick<Posting, 'unitId'>): boolean {
  return actor.grants.some((g) => {
    if (g.role === 'agency_officer' || g.role === 'agency_head')
      return g.unitId === p.unitId || (actor.reach !== 'province' && actor.reach.has(p.unitId))
    return g.role === 'province_lead' && g.unitId === p.unitId
  })
}

export function canSee(actor: Actor, p: Pick<Posting, 'unitId'>): boolean {
  return reaches(actor, p.unitId)
}

/** Units for which the actor posts; null: none by name, so nothing waits. */
export function unitsPostedFor(actor: Actor): number[] {
  const own = actor.grants.filter((g) => posters.some((r) => r === g.role)).map((g) => g.unitId)
  const below =
    actor.reach !== 'province' && hasRole(actor, 'agency_officer', 'agency_head') ? [...actor.reach] : []
  return [...new Set([...own, ...below])]
}
