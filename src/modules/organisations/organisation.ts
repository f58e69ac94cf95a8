import type { Day } from '../../lib/calendar/day.ts'

/** What kind of body a unit is. Labels: organisations.texts.ts. */
export const unitTypes = [
  'province',
  'people_committee',
  'office',
  'department',
  'board',
  'press',
  'portal',
  'party',
  'front',
  'union',
  'central',
  'division',
  'service',
  'service_centre',
  'other',
] as const
export type UnitType = (typeof unitTypes)[number]

/** Level of government at which a body works. Districts are history since 01/7/2025. */
export const levels = ['province', 'district', 'commune'] as const
export type Level = (typeof levels)[number]

export const successionKinds = ['merge', 'split', 'rename', 'transfer_function'] as const
export type SuccessionKind = (typeof successionKinds)[number]

/** Functions that other rooms ask for by name; a province may define more. */
export const functionCodes = {
  leadParCommunication: 'lead_par_communication',
  leadTthcControlCommunication: 'lead_tthc_control_communication',
  appraiseBudget: 'appraise_budget',
  managesPress: 'manages_press',
  hasWebsite: 'has_website',
  appraiseScores: 'appraise_scores',
} as const

/** What may change in a unit's life. */
export interface UnitFacts {
  name: string
  shortName: string | null
  type: UnitType
  level: Level
  parentId: number | null
  areaId: number | null
  /** Order among siblings as documents print them; equal positions go by name. */
  position: number
  /** Mặt trận, đoàn thể, Party bodies: asked, not ordered. */
  invited: boolean
  headTitle: string | null
  headName: string | null
  phone: string | null
  email: string | null
}

/** A unit as it was on one day; nothing in it tells what came later. */
export interface UnitRow extends UnitFacts {
  id: number
  code: string
  /** First day of the unit. */
  from: Day
  /** First day of the facts shown. */
  since: Day
  /** Those facts are a lead from a source nobody has checked: shown as "chưa xác minh". */
  unverified: boolean
  /** 0 for a root. */
  depth: number
}

/** The legal document that ordered a change. All null: not recorded. */
export interface Basis {
  symbol: string | null
  day: Day | null
  issuer: string | null
  note: string | null
  unverified: boolean
}

export const noBasis: Basis = { symbol: null, day: null, issuer: null, note: null, unverified: false }

export interface Succession {
  id: number
  kind: SuccessionKind
  day: Day
  predecessorId: number
  successorId: number
  functionCode: string | null
  /** Part of the predecessor that went to the successor, 0 to 1; null when nobody has said. */
  share: number | null
  changeId: number
}

/** Who stands for a unit on a later (or earlier) day. */
export interface Heir {
  unitId: number
  /** How: 'same' when the unit itself is still there. The last step of the way decides. */
  kind: SuccessionKind | 'same'
  /** Day of the last step; null for 'same'. */
  day: Day | null
  share: number | null
  functionCode: string | null
}

export interface Group {
  id: number
  code: string
  name: string
}

export function unitAddress(id: number, day?: Day): string {
  return day ? `/organisations/units/${id}?day=${day}` : `/organisations/units/${id}`
}

export function treeAddress(day?: Day): string {
  return day ? `/organisations?day=${day}` : '/organisations'
}
