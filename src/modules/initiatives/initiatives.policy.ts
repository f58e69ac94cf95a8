import { type Actor, hasRole } from '../../lib/actor.ts'
import { type Initiative, type InitiativeState, mayFollow, publicStates } from './initiative.ts'
import { stateWords } from './initiatives.texts.ts'

export type WhyNot = { vi: string; en: string } | null

export const registerRoles = ['province_lead', 'agency_head', 'agency_officer', 'editor', 'auditor'] as const
export const screenerRoles = ['province_lead'] as const
export const workerRoles = ['province_lead', 'agency_head', 'agency_officer'] as const
export const publisherRoles = ['province_lead', 'editor'] as const

type OfUnit = Pick<Initiative, 'unitId'>

/** Leads, editors and auditors see the whole register, a unit what is assigned to it and below it. */
export function seesAll(actor: Actor): boolean {
  return hasRole(actor, 'province_lead', 'editor', 'auditor')
}

export function canSee(actor: Actor, i: OfUnit): boolean {
  if (seesAll(actor)) return true
  return i.unitId !== null && unitsOf(actor).includes(i.unitId)
}

/** The lead of the programme looks first, decides, assigns; and is the only one who sees who sent it. */
export function canScreen(actor: Actor): boolean {
  return hasRole(actor, ...screenerRoles)
}

/** The unit that an idea is assigned to tries it and tells the result; the lead may for it. */
export function canWork(actor: Actor, i: OfUnit): boolean {
  return canScreen(actor) || (i.unitId !== null && unitsOf(actor).includes(i.unitId))
}

/** Units for which a person works: where a role of an agency is held, and what hangs below. */
export function unitsOf(actor: Actor): readonly number[] {
  const own = actor.grants.filter((g) => g.role === 'agency_head' || g.role === 'agency_officer')
  if (own.length === 0) return []
  return actor.reach === 'province' ? own.map((g) => g.unitId) : [...actor.reach]
}

export function whyNotMove(from: InitiativeState, to: InitiativeState): WhyNot {
  if (mayFollow(from, to)) return null
  return {
    vi: `Sáng kiến đang ở bước “${stateWords[from].vi}” nên không chuyển sang “${stateWords[to].vi}” được. Tải lại trang để xem tình hình mới nhất.`,
    en: `The idea is “${stateWords[from].en}”; it cannot become “${stateWords[to].en}”. Reload the page.`,
  }
}

/** Words of a citizen become public by two people: one puts them down, another one, who did not screen, publishes. */
export function whyNotPublish(actor: Actor, i: Initiative): WhyNot {
  if (!hasRole(actor, ...publisherRoles))
    return {
      vi: 'Trưởng nhóm của tỉnh hoặc ban biên tập mới công bố được sáng kiến.',
      en: 'The lead of the province or an editor publishes ideas.',
    }
  const shared = whyNotPublic(i)
  if (shared) return shared
  if (i.publicText === '')
    return {
      vi: 'Chưa có lời công bố. Người xem xét ghi lời công bố trước.',
      en: 'Nobody has put it into public words yet.',
    }
  if (i.wordedBy === actor.accountId || i.screenedBy === actor.accountId)
    return {
      vi: 'Anh/chị đã xem xét hoặc ghi lời công bố của sáng kiến này. Cần người thứ hai đọc và công bố.',
      en: 'You screened this idea or put it into words. A second person has to publish it.',
    }
  return null
}

/** Why nobody may publish it, whoever they are. */
export function whyNotPublic(i: Pick<Initiative, 'mayPublish' | 'state'>): WhyNot {
  if (!i.mayPublish)
    return {
      vi: 'Người gửi không đồng ý công bố sáng kiến này.',
      en: 'Its sender did not agree to have it published.',
    }
  if (!publicStates.includes(i.state))
    return {
      vi: 'Chỉ công bố sáng kiến đã có quyết định tiếp nhận hoặc không tiếp nhận.',
      en: 'Only what has been accepted or declined can be published.',
    }
  return null
}
