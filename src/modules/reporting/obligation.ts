import type { Day } from '../../lib/calendar/day.ts'
import type { DeadlineRule } from '../../lib/calendar/deadline-rule.ts'
import { type PeriodKind, periodKinds } from '../../lib/calendar/period.ts'

export { type PeriodKind, periodKinds } from '../../lib/calendar/period.ts'

/** How often a duty comes: by its kind of period, or once ("báo cáo đột xuất"). */
export const dutyKinds = [...periodKinds, 'once'] as const
export type DutyKind = PeriodKind | 'once'

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
  periodKind: DutyKind
  /** Of a report that is asked for once, and null otherwise: the days whose work is reported, the last day in time. */
  once: { from: Day; to: Day; due: Day } | null
  /** Which months or quarters of the year (1 is the first); null: all of the kind. */
  parts: number[] | null
  cutoffSetId: number | null
  dueAsPrinted: string | null
  /** Null where none is understood: nothing falls due. */
  dueRule: DeadlineRule | null
  workingDays: WorkingDayPolicy
  source: string
  toUnitId: number | null
  toName: string | null
  viaUnitId: number | null
  consolidatedById: number | null
  /** A unit that begins within a period, as nobody's heir, owes from the next period on, or already the running one. */
  newUnits: 'next' | 'running'
  /** Its days come from a source that nobody has checked: "chưa xác minh". */
  unverified: boolean
  /** The lead keeps a due day that lies before the data closes, with the reason; null: nobody has said so. */
  early: { reason: string; byName: string; at: Date } | null
  state: 'proposed' | 'active' | 'ended'
  /** Owed are the periods whose cut-off lies from `validFrom` until the day before `validTo`. */
  validFrom: Day
  validTo: Day | null
  endedReason: string | null
  version: number
}

/** One report owed by one unit for one period. Every day is inclusive: `dueDay` is the last day in time. */
export interface Obligation {
  id: number
  dutyId: number
  unitId: number
  /** '2026-03', '2026-Q1', '2026-H1', '2026-9M', '2026'; of a report asked for once, the last day of its data */
  period: string
  year: number
  fromDay: Day
  toDay: Day
  cutoffDay: Day
  /** The day that counts: `firstDueDay`, or later where more time was granted. */
  dueDay: Day
  /** By the rule. */
  firstDueDay: Day
  why: { vi: string; en: string }
  parentId: number | null
  invited: boolean
  state: 'owed' | 'ended' | 'waived'
  /** Why it ended or was waived, in Vietnamese, for people. */
  stateReason: string | null
  /** Why an ended one ended: out of the duty's scope, its unit is gone, the duty ended. */
  endKind: 'scope' | 'unit' | 'duty' | null
  /** Owed as the heir of a unit that is gone (obligation_origin names its obligations). */
  inherited: boolean
}

/** Who owes a duty: units and groups, less the exempt. */
export interface ScopeLine {
  unitId: number | null
  groupId: number | null
  exempt: boolean
}

export function obligationAddress(id: number): string {
  return `/obligations/${id}`
}
