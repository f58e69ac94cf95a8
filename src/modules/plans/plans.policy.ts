import { type Actor, hasRole, hasRoleAt, reaches } from '../../lib/actor.ts'
import type { Fault } from '../../lib/errors.ts'
import { isOpen, mayFollow, type Plan, type PlanState } from './plan.ts'

/** Issued plans are for everybody who is signed in; a draft for its unit, those above it, and those asked about it. */
export function canSee(actor: Actor, plan: Plan, consulted: readonly number[] = []): boolean {
  return (
    plan.issuedAt !== null ||
    reaches(actor, plan.unitId) ||
    (plan.state === 'CONSULTING' && actor.grants.some((g) => consulted.includes(g.unitId)))
  )
}

/** Who writes plans of this unit: its officers and head; the province's lead also for the province. */
export function canWriteFor(actor: Actor, unitId: number): boolean {
  return hasRole(actor, 'province_lead') || hasRoleAt(actor, unitId, 'agency_head', 'agency_officer')
}

export function canEdit(actor: Actor, plan: Plan): boolean {
  return isOpen(plan.state) && canWriteFor(actor, plan.unitId)
}

/** Signing, cancelling and closing are the head's. */
export function canDecide(actor: Actor, plan: Plan): boolean {
  return hasRole(actor, 'province_lead') || hasRoleAt(actor, plan.unitId, 'agency_head')
}

const deciding: readonly PlanState[] = ['SIGNED', 'CANCELLED', 'REVIEWED', 'CLOSED']

/** May the actor take the plan to this state? The way itself is {@link mayFollow}. */
export function canTake(actor: Actor, plan: Plan, to: PlanState): boolean {
  if (!mayFollow(plan.state, to)) return false
  return deciding.includes(to) ? canDecide(actor, plan) : canWriteFor(actor, plan.unitId)
}

export function canComment(actor: Actor, plan: Plan, consulted: readonly number[]): boolean {
  return (
    plan.state === 'CONSULTING' &&
    actor.grants.some(
      (g) => consulted.includes(g.unitId) && (g.role === 'agency_head' || g.role === 'agency_officer'),
    )
  )
}

export function canRunCampaigns(actor: Actor): boolean {
  return hasRole(actor, 'province_lead')
}

/** The units for which the actor may write a plan; 'any' for the province's lead. */
export function writesFor(actor: Actor): 'any' | number[] {
  if (hasRole(actor, 'province_lead')) return 'any'
  const units = actor.grants.filter((g) => g.role === 'agency_head' || g.role === 'agency_officer')
  return [...new Set(units.map((g) => g.unitId))]
}

/** What a plan still lacks before it can be issued, each with what to do. Empty: nothing stands in the way. */
export function whyNotIssue(
  plan: Plan,
  facts: { tasks: number; openFlags: readonly { vi: string; en: string }[] },
): Fault[] {
  const faults: Fault[] = []
  const say = (vi: string, en: string) => faults.push({ field: null, vi, en })
  if (plan.state !== 'SIGNED') {
    say('Kế hoạch chưa được ký nên chưa thể ban hành.', 'The plan has not been signed yet.')
  }
  if (facts.tasks === 0) say('Kế hoạch chưa có nhiệm vụ nào.', 'The plan has no task yet.')
  for (const flag of facts.openFlags) {
    say(`Còn điểm chưa xử lý khi đọc văn bản: ${flag.vi}`, `Still open from the reading: ${flag.en}`)
  }
  return faults
}
