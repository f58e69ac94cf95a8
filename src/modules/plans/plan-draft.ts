import type { DeadlineRule } from '../../lib/calendar/deadline-rule.ts'
import type { Citation } from '../legal/document.ts'
import type { PlanSection, ReportPeriod, Target, TaskAgency } from './plan.ts'

/** A task as somebody writes it. Schedules are read from `time`; null: none printed. */
export interface TaskInput {
  ordinal: string | null
  content: string
  product: string | null
  time: string | null
  agencies: readonly TaskAgency[]
  targets: readonly Target[]
  carriesOutTaskId?: number | null
  amendsTaskId?: number | null
  source?: { start: number; end: number } | null
  /** Codes of the lists; absent: suggested from the words of the task. */
  labels?: { themes: readonly string[]; forms: readonly string[]; audiences: readonly string[] }
}

export interface GroupInput {
  ordinal: string | null
  title: string
  place: 'TEXT' | 'ANNEX'
  tasks: readonly TaskInput[]
}

export type CitationRole = 'BASIS' | 'COMMUNICATE' | 'MENTIONED'

export interface CitationInput extends Citation {
  role: CitationRole
  asPrinted: string
}

export interface CitationRow {
  documentId: number
  asPrinted: string
  role: CitationRole
}

export interface ReportDutyInput {
  period: ReportPeriod
  dueAsPrinted: string | null
  dueRule: DeadlineRule | null
  addresseeAsPrinted: string | null
  toUnitId: number | null
  viaUnitId: number | null
}

/** Everything that stands in a plan, as one value: what a reading, a copy or an amendment turns into. */
export interface PlanText {
  sections: readonly PlanSection[]
  recipients: readonly { asPrinted: string; unitId: number | null }[]
  citations: readonly CitationInput[]
  groups: readonly GroupInput[]
  /** Targets of the plan as a whole ("100% các chỉ tiêu"). */
  targets: readonly Target[]
  reportDuties: readonly ReportDutyInput[]
}

export const emptyText: PlanText = {
  sections: [],
  recipients: [],
  citations: [],
  groups: [],
  targets: [],
  reportDuties: [],
}
