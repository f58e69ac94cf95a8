import type { Day } from '../../lib/calendar/day.ts'
import type { PeriodKind } from '../reporting/obligation.ts'
import type { Standing } from '../reporting/report.ts'

/** A task of the unit that is not done yet: what would win points. */
export interface PendingTask {
  assignmentId: number
  content: string
  dueDay: Day | null
}

export interface WorkFacts {
  planned: number
  done: number
  inTime: number
  /** The nearest first; not all of them, `planned - done` says how many. */
  pending: readonly PendingTask[]
}

export interface FormFacts {
  activities: number
  evidence: number
}

export interface PlanFacts {
  /** Where it stands: the plan, or the task that the unit reported done. */
  href: string
  title: string
  issued: Day | null
}

export interface ReportFacts {
  obligationId: number
  reportId: number | null
  name: string
  period: string
  periodKind: PeriodKind
  dueDay: Day
  standing: Standing
}

/** What the program knows of one unit in one year and programme, before anybody scores. */
export interface UnitFacts {
  work: WorkFacts
  /** By code of the form of communication. */
  forms: Readonly<Record<string, FormFacts>>
  /** The unit's own plan of the year that has come farthest; null: there is none. */
  plan: PlanFacts | null
  reports: readonly ReportFacts[]
}

export const noFacts: UnitFacts = {
  work: { planned: 0, done: 0, inTime: 0, pending: [] },
  forms: {},
  plan: null,
  reports: [],
}

/** Numbers typed by the unit or the appraiser, by key (typedNumbers of rule.ts). */
export type Typed = Readonly<Record<string, number>>
