import type { Day } from '../../lib/calendar/day.ts'

/**
 * The life of a report (domain.md 2.2). Not started is a report that is not there yet; late is computed, never a state.
 * After acceptance the version is locked: a correction is a new version, and both are kept.
 */
export const reportStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'consolidated',
  'signed',
  'sent',
] as const
export type ReportState = (typeof reportStates)[number]

const nextStates: Record<ReportState, readonly ReportState[]> = {
  draft: ['submitted'],
  submitted: ['returned', 'accepted'],
  returned: ['submitted'],
  // A report that goes no higher than the one who consolidates it ends as consolidated;
  // one that leaves the province is signed and sent.
  accepted: ['consolidated', 'signed', 'draft'],
  consolidated: ['draft'],
  signed: ['sent', 'draft'],
  sent: ['draft'],
}

export function mayFollow(from: ReportState, to: ReportState): boolean {
  return nextStates[from].includes(to)
}

/** May its words and figures be changed? */
export function isOpen(state: ReportState): boolean {
  return state === 'draft' || state === 'returned'
}

export interface Report {
  id: number
  obligationId: number
  templateVersionId: number
  state: ReportState
  latestNumber: number
  submittedAt: Date | null
  submittedDay: Day | null
  submittedByName: string | null
  acceptedAt: Date | null
  sentAt: Date | null
  returns: number
  /** Of the version last submitted, 0 to 1, computed from its content. */
  completeness: number | null
  isEmpty: boolean | null
  /** Handed in with the words that nothing happened in the period, and why. */
  isNil: boolean | null
  symbol: string | null
  issuedDay: Day | null
  signer: string | null
  signerTitle: string | null
  version: number
}

export interface ReportVersion {
  id: number
  reportId: number
  number: number
  state: 'working' | 'submitted' | 'superseded'
  begunAt: Date
  begunByName: string
  submittedAt: Date | null
  submittedByName: string | null
  correctionReason: string | null
  completeness: number | null
  isEmpty: boolean | null
  /** Why there was nothing to report: a version without activities that says so. Else null. */
  nilReason: string | null
  /** Null while it is being written: then its sources are the activities of now. */
  activityIds: number[] | null
  digest: string | null
}

export interface Narrative {
  sectionCode: string
  text: string
  drafted: boolean
  /** Composed by the program and accepted by nobody yet. */
  proposed: boolean
  revision: number
  changedAt: Date
  changedByName: string
}

/** One value of a version: of a single figure (`rowCode` '') or of a row of a table. */
export interface FigureValue {
  figureCode: string
  rowCode: string
  computed: number | null
  manual: number | null
  reason: string | null
  revision: number
  changedByName: string | null
}

/** The value that counts: what somebody put in its place with a reason, else what was computed. */
export function figureValue(figure: Pick<FigureValue, 'computed' | 'manual'>): number | null {
  return figure.manual ?? figure.computed
}

export function reportAddress(reportId: number): string {
  return `/reports/${reportId}`
}

/**
 * How a report stands against its due day; what boards count. `empty` was handed in without content; `nil` says,
 * with a reason, that nothing happened in the period: both are named apart from on time and late.
 */
export const standings = [
  'on_time',
  'late',
  'nil',
  'empty',
  'returned',
  'waiting',
  'overdue',
  'not_due',
] as const
export type Standing = (typeof standings)[number]

/**
 * The standing of one obligation on a day. "On time but empty" is empty, never on time (issue of the province's
 * reporting board; domain.md 7.1). A correction being written does not take back what was handed in before it.
 * Invited bodies are asked, not ordered: never late or overdue (YB-27).
 */
export function standingOf(
  o: {
    dueDay: Day
    invited: boolean
    state: ReportState | null
    submittedDay: Day | null
    isEmpty: boolean | null
    isNil?: boolean | null
  },
  today: Day,
): Standing {
  if (o.submittedDay !== null && o.state !== 'returned') {
    if (o.isEmpty) return 'empty'
    if (o.isNil) return 'nil'
    return o.submittedDay <= o.dueDay || o.invited ? 'on_time' : 'late'
  }
  if (o.state === 'returned') return 'returned'
  if (today > o.dueDay && !o.invited) return 'overdue'
  return o.state === 'draft' ? 'waiting' : 'not_due'
}
