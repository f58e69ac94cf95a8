import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import { stateWords } from './editorial.texts.ts'
import { type Item, type ItemState, mayFollow } from './item.ts'

export type WhyNot = { vi: string; en: string } | null

/** Who may enter the desk at all; what they may do there, the questions below say. */
export const deskRoles = ['province_lead', 'agency_head', 'agency_officer', 'editor', 'auditor'] as const
export const writerRoles = ['province_lead', 'agency_head', 'agency_officer', 'editor'] as const
export const approverRoles = ['province_lead', 'agency_head'] as const
export const reviewerRoles = ['province_lead', 'agency_head', 'editor'] as const

type OfUnit = Pick<Item, 'unitId'>

/** The desk is one room for the province: editors, leads and auditors see all of it, others what their unit writes. */
export function seesAll(actor: Actor): boolean {
  return hasRole(actor, 'editor', 'province_lead', 'auditor')
}

export function canSee(actor: Actor, item: OfUnit): boolean {
  return seesAll(actor) || (hasRole(actor, ...deskRoles) && reaches(actor, item.unitId))
}

/** Editors and leads write everything; officers and heads for their unit and what hangs below it. */
export function canWrite(actor: Actor, item: OfUnit): boolean {
  return (
    hasRole(actor, 'editor', 'province_lead') || holdsAbove(actor, item, ['agency_officer', 'agency_head'])
  )
}

/** Who returns, schedules, publishes what is approved, and withdraws. */
export function canReview(actor: Actor, item: OfUnit): boolean {
  return hasRole(actor, 'editor', 'province_lead') || holdsAbove(actor, item, ['agency_head'])
}

/** The head of the unit whose text it is, or the lead of the programme. */
export function canApprove(actor: Actor, item: OfUnit): boolean {
  return hasRole(actor, 'province_lead') || holdsAbove(actor, item, ['agency_head'])
}

/** Who decides through how many hands texts go: for the province its lead, for a column also the head of its unit. */
export function canSetStages(actor: Actor, column: OfUnit | null): boolean {
  return hasRole(actor, 'province_lead') || (column !== null && holdsAbove(actor, column, ['agency_head']))
}

function holdsAbove(actor: Actor, { unitId }: OfUnit, roles: readonly string[]): boolean {
  return actor.grants.some(
    (g) =>
      roles.includes(g.role) &&
      (g.unitId === unitId || (actor.reach !== 'province' && actor.reach.has(unitId))),
  )
}

export function whyNotMove(from: ItemState, to: ItemState): WhyNot {
  if (mayFollow(from, to)) return null
  return {
    vi: `Tin, bài đang ở bước “${stateWords[from].vi}” nên chưa chuyển sang “${stateWords[to].vi}” được. Tải lại trang để xem tình hình mới nhất.`,
    en: `The item is ${stateWords[from].en}; it cannot become ${stateWords[to].en}. Reload the page to see how it stands.`,
  }
}

/** Two people see each text: whoever wrote any part of it since the last approval is not the second. */
export function whyNotSecond(accountId: number, writers: ReadonlySet<number>): WhyNot {
  if (!writers.has(accountId)) return null
  return {
    vi: 'Anh/chị đã viết một phần nội dung kể từ lần duyệt trước nên không tự duyệt được. Cần người thứ hai đọc và duyệt.',
    en: 'You wrote part of this text since it was last approved, so you cannot approve it. A second person has to.',
  }
}
