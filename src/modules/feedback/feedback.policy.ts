import { type Actor, hasRole, hasRoleAt } from '../../lib/actor.ts'
import type { Message } from './message.ts'

/** Who writes down what was asked, and answers. */
export const workers = ['agency_officer', 'agency_head', 'province_lead'] as const
/** A second person of the unit, or the province's lead. */
export const approvers = ['agency_head', 'province_lead'] as const
export const settingKeepers = ['province_lead', 'administrator'] as const

/** The units for which the actor writes down what was asked. */
export function unitsWorkedFor(actor: Actor): number[] {
  const held = actor.grants.filter((g) => workers.some((r) => r === g.role))
  return [...new Set(held.map((g) => g.unitId))]
}

export function canWorkFor(actor: Actor, unitId: number): boolean {
  return hasRoleAt(actor, unitId, ...workers)
}

export function canAnswer(actor: Actor, m: Pick<Message, 'answerUnitId'>): boolean {
  return canWorkFor(actor, m.answerUnitId)
}

export function canPassOn(actor: Actor, m: Pick<Message, 'unitId' | 'answerUnitId'>): boolean {
  return canAnswer(actor, m) || canWorkFor(actor, m.unitId) || hasRole(actor, 'province_lead')
}

/** What was written down wrongly is put right where it was written down. */
export function canCorrect(actor: Actor, m: Pick<Message, 'unitId'>): boolean {
  return canWorkFor(actor, m.unitId)
}

/** Name and number of a caller are for the unit that answers and for nobody above it. */
export function canSeeCaller(actor: Actor, m: Pick<Message, 'answerUnitId'>): boolean {
  return canAnswer(actor, m)
}

export function keepsSetting(actor: Actor): boolean {
  return hasRole(actor, ...settingKeepers)
}

/** Undefined: every unit of the province. */
export function reachOf(actor: Actor): number[] | undefined {
  return actor.reach === 'province' ? undefined : [...actor.reach]
}
