import type { Day } from '../../lib/calendar/day.ts'

export const periodKinds = ['month', 'quarter', 'half-year', 'nine-month', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Where a due day falls on a holiday or weekend: as the document prints it, or moved to a working day. */
export const workingDayPolicies = ['as_printed', 'next', 'previous'] as const
export type WorkingDayPolicy = (typeof workingDayPolicies)[number]

/** A duty to report: the rule from which obligations are made, unit by unit and period by period. */
export interface Duty {
  id: number
  programmeCode: string
  planId: number | null
  planDutyId: number | null
  templateId: number | null
  name: string
  periodKind: PeriodKind
  cutoffSetId: number | null
  dueAsPrinted: string | null
  /** A rule of the deadline algebra (lib/calendar); null where none is understood: nothing falls due. */
  dueRule: unknown
  workingDays: WorkingDayPolicy
  source: string
  toUnitId: number | null
  toName: string | null
  viaUnitId: number | null
  consolidatedById: number | null
  state: 'proposed' | 'active' | 'ended'
  validFrom: Day
  validTo: Day | null
  version: number
}

/** One report owed by one unit for one period. Every day is inclusive: `dueDay` is the last day in time. */
export interface Obligation {
  id: number
  dutyId: number
  unitId: number
  /** '2026-03', '2026-Q1', '2026-H1', '2026-9M', '2026' */
  period: string
  year: number
  fromDay: Day
  toDay: Day
  cutoffDay: Day
  dueDay: Day
  firstDueDay: Day
  why: { vi: string; en: string }
  parentId: number | null
  invited: boolean
  state: 'owed' | 'ended' | 'waived'
  stateReason: string | null
}

export function obligationAddress(id: number): string {
  return `/obligations/${id}`
}
