import type { Day } from '../../lib/calendar/day.ts'

export const outletKinds = ['newspaper', 'broadcaster', 'portal', 'central', 'other'] as const
export type OutletKind = (typeof outletKinds)[number]

/** A newspaper, broadcaster or portal, with its editions ("Báo vùng cao"). */
export interface Outlet {
  id: number
  kind: OutletKind
  name: string
  /** Where it is a unit of the province. */
  unitId: number | null
  email: string | null
  webAddress: string | null
  editions: string[]
  retired: boolean
}

/** What the desk asks outlets to write about (YB-21). */
export interface Orientation {
  id: number
  title: string
  body: string
  fromDay: Day
  toDay: Day | null
  /** Tasks of plans that it serves. */
  taskIds: number[]
  /** After so many days without a piece an outlet is reminded. */
  silentDays: number
  unitId: number | null
  madeBy: number | null
  madeAt: Date
  madeByName: string
  sentAt: Date | null
  withdrawnAt: Date | null
}

export interface OrientationOutlet {
  outletId: number
  outletName: string
  acknowledgedAt: Date | null
  acknowledgedByName: string | null
  /** Pieces and texts of it that follow the orientation. */
  published: number
  remindedAt: Date | null
}

export const stances = ['positive', 'not_yet', 'neutral'] as const
/** positive: tích cực. not_yet: chưa hiệu quả, to be followed up (QN-05). */
export type Stance = (typeof stances)[number]

/** Something the press published about the reform. */
export interface PressEntry {
  id: number
  day: Day
  outletId: number
  outletName: string
  edition: string
  title: string
  address: string | null
  stance: Stance
  summary: string
  unitId: number | null
  notedByName: string
  /** The desk's own text that the outlet ran, where it is one. */
  itemId: number | null
  /** The orientation that it follows, where it follows one. */
  orientationId: number | null
  withdrawnAt: Date | null
  followUp: FollowUp | null
}

export const correctionKinds = ['correct', 'withdraw', 'retire', 'restore'] as const

/** Who changed something that was registered, and why; what stood before stays in `was`. */
export interface Correction {
  id: number
  kind: (typeof correctionKinds)[number]
  why: string
  was: Readonly<Record<string, unknown>>
  at: Date
  byName: string
}

/** Who mends what the press found, by when, and with what. */
export interface FollowUp {
  unitId: number
  personName: string
  wanted: string
  dueDay: Day
  doneDay: Day | null
  doneWhat: string | null
  doneByName: string | null
}

export interface WebCheck {
  unitId: number
  day: Day
  address: string | null
  hasColumn: boolean
  newestDay: Day | null
  note: string
  byName: string
}

export function pressAddress(id: number): string {
  return `/desk/press/${id}`
}

export function orientationAddress(id: number): string {
  return `/desk/orientations/${id}`
}

export function outletAddress(id: number): string {
  return `/desk/outlets/${id}`
}
