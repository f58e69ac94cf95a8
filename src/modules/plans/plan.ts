import type { Day } from '../../lib/calendar/day.ts'
import type { DeadlineRule } from '../../lib/calendar/deadline-rule.ts'
import { periodKinds } from '../../lib/calendar/period.ts'
import { outOfCapitals } from '../../lib/text/capitals.ts'

export const programmeCodes = ['PAR_COMMUNICATION', 'TTHC_CONTROL_COMMUNICATION'] as const
export type ProgrammeCode = (typeof programmeCodes)[number]

export const planKinds = ['PERIOD', 'ANNUAL', 'UNIT', 'EVENT'] as const
export type PlanKind = (typeof planKinds)[number]

export const planStates = [
  'DRAFT',
  'CONSULTING',
  'SUBMITTED',
  'SIGNED',
  'ISSUED',
  'IN_PROGRESS',
  'REVIEWED',
  'CLOSED',
  'AMENDED',
  'REPLACED',
  'CANCELLED',
] as const
export type PlanState = (typeof planStates)[number]

/** The life of a plan (domain.md 2.2). AMENDED goes on like IN_PROGRESS: its amendment stands beside it. */
const nextStates: Record<PlanState, readonly PlanState[]> = {
  DRAFT: ['CONSULTING', 'SUBMITTED', 'CANCELLED'],
  CONSULTING: ['DRAFT', 'SUBMITTED', 'CANCELLED'],
  SUBMITTED: ['DRAFT', 'SIGNED', 'CANCELLED'],
  SIGNED: ['DRAFT', 'ISSUED', 'CANCELLED'],
  ISSUED: ['IN_PROGRESS', 'AMENDED', 'REPLACED', 'CANCELLED'],
  IN_PROGRESS: ['REVIEWED', 'AMENDED', 'REPLACED', 'CANCELLED'],
  AMENDED: ['AMENDED', 'REVIEWED', 'REPLACED', 'CANCELLED'],
  REVIEWED: ['CLOSED'],
  CLOSED: [],
  REPLACED: [],
  CANCELLED: [],
}

export function mayFollow(from: PlanState, to: PlanState): boolean {
  return nextStates[from].includes(to)
}

/** The straight way of a plan, as the stepper shows it. */
export const straightWay = [
  'DRAFT',
  'CONSULTING',
  'SUBMITTED',
  'SIGNED',
  'ISSUED',
  'IN_PROGRESS',
  'REVIEWED',
  'CLOSED',
] as const satisfies readonly PlanState[]

/** Is the text still open to change? */
export function isOpen(state: PlanState): boolean {
  return state === 'DRAFT' || state === 'CONSULTING'
}

export interface Plan {
  id: number
  provinceId: number
  programmeId: number
  kind: PlanKind
  state: PlanState
  /** The unit whose plan this is. */
  unitId: number
  year: number
  /** Last year of a period plan; else the year itself. */
  yearTo: number
  parentPlanId: number | null
  embeddedInPlanId: number | null
  campaignId: number | null
  amendsPlanId: number | null
  amendment: 'AMENDS' | 'REPLACES' | null
  copiedFromPlanId: number | null
  title: string
  /** As running text names the issuer: 'Chủ tịch Ủy ban nhân dân tỉnh …'. */
  issuer: string | null
  /** The head of the page: 'ỦY BAN NHÂN DÂN TỈNH …'. */
  issuingBody: string | null
  place: string | null
  number: string | null
  /** The part of the number after the stroke: 'KH-UBND'. */
  symbol: string | null
  issued: Day | null
  signer: string | null
  signerTitle: string | null
  authority: string | null
  annexTitle: string | null
  archiveLine: string | null
  consultationCloses: Day | null
  version: number
  issuedAt: Date | null
}

export const sectionKinds = [
  'PREAMBLE',
  'OBJECTIVES',
  'REQUIREMENTS',
  'CONTENT',
  'FUNDING',
  'ORGANISATION',
  'CLOSING',
  'OTHER',
] as const
export type SectionKind = (typeof sectionKinds)[number]

export interface PlanSection {
  kind: SectionKind
  heading: string | null
  body: string
}

export const agencyRoles = ['lead', 'coordinating', 'invited'] as const
export type AgencyRole = (typeof agencyRoles)[number]

/** A body named in a task. `unitId` or `groupId` is set once somebody (or the matcher) knows who is meant. */
export interface TaskAgency {
  role: AgencyRole
  asPrinted: string
  unitId: number | null
  groupId: number | null
}

export const scheduleKinds = [
  'FIXED_DATE',
  'RANGE',
  'QUARTER',
  'MONTHS',
  'ONGOING',
  'BY_INSPECTION_PLAN',
  'AFTER_ANNOUNCEMENT',
  'PREVIOUS_YEAR_Q4',
] as const
export type ScheduleKind = (typeof scheduleKinds)[number]
export const cadences = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] as const
export type Cadence = (typeof cadences)[number]

/**
 * One occurrence of a task in time. `due` is the last day in time, inclusive ("trước ngày 05" is due on the 4th);
 * null where the plan ties the task to something else (an inspection plan, an announcement).
 */
export interface Schedule {
  kind: ScheduleKind
  starts: Day | null
  ends: Day | null
  due: Day | null
  cadence: Cadence | null
  asPrinted: string
}

/** A promised figure: at least `minimum`, at most `maximum` of `unit`. */
export interface Target {
  metric: string
  minimum: number | null
  maximum: number | null
  unit: string | null
  asPrinted: string
}

export interface TaskGroup {
  id: number
  ordinal: string | null
  title: string
  place: 'TEXT' | 'ANNEX'
}

/** A task as lists name it. */
export type TaskName = Pick<Task, 'id' | 'ordinal' | 'content' | 'time'>

export interface Task {
  id: number
  planId: number
  groupId: number | null
  position: number
  ordinal: string | null
  content: string
  product: string | null
  /** The time exactly as printed; null where the plan prints none. */
  time: string | null
  carriesOutTaskId: number | null
  /** In an amendment: the task of the amended plan that this one restates. */
  amendsTaskId: number | null
  agencies: TaskAgency[]
  schedules: Schedule[]
  targets: Target[]
  themes: number[]
  forms: number[]
  audiences: number[]
}

export const reportPeriods = [...periodKinds, 'ad-hoc'] as const
export type ReportPeriod = (typeof reportPeriods)[number]

export interface ReportDuty {
  id: number
  period: ReportPeriod
  dueAsPrinted: string | null
  /** Null where the plan gives no date, or one that is not understood. */
  dueRule: DeadlineRule | null
  addresseeAsPrinted: string | null
  toUnitId: number | null
  viaUnitId: number | null
}

export interface Programme {
  id: number
  code: ProgrammeCode
  vi: string
  en: string
  /** Code of the function (organisations) whose holder leads it. */
  leadFunction: string
}

/** The lists of labels: what about, how, and for whom. */
export const catalogueLists = ['themes', 'forms', 'audiences'] as const
export type CatalogueList = (typeof catalogueLists)[number]

/** An entry of a code list. `online` only for forms. */
export interface Label {
  id: number
  code: string
  vi: string
  en: string
  active: boolean
  online?: boolean
}

/** A theme, or a part of one: a field of procedures is a part of 'procedures' (HN-08). */
export interface Theme extends Label {
  parentId: number | null
  /** Code of the theme that it is part of; a chooser shows it below. */
  under: string | null
  /** Needed by many: the portal leads to what is labelled with it. */
  priority: boolean
}

/** A step in the life of a plan, with its person and the reason where one was given. */
export interface StateChange {
  from: PlanState | null
  to: PlanState
  at: Date
  actorName: string
  note: string | null
}

export interface PlanComment {
  id: number
  taskId: number | null
  unitId: number
  actorName: string
  at: Date
  agrees: boolean
  body: string
  answer: string | null
  answeredBy: string | null
  answeredAt: Date | null
}

export function plansAddress(): string {
  return '/plans'
}
export function planAddress(id: number): string {
  return `/plans/${id}`
}
export function readingAddress(id: number): string {
  return `/plan-readings/${id}`
}

/**
 * A title as lists and headings show it, its number standing beside: 'KẾ HOẠCH TUYÊN TRUYỀN … NĂM 2023' is
 * 'Tuyên truyền … năm 2023'. The title itself stays as it was printed.
 */
export function shownTitle(title: string): string {
  const bare = title
    .trim()
    .replace(/^kế hoạch\s+(?:(?:số\s+)?\d+\/\S+\s+)?(?:về\s+(?:việc\s+)?)?(?=\p{L})/iu, '')
  return outOfCapitals(bare).replace(/^\p{Ll}/u, (c) => c.toLocaleUpperCase('vi'))
}
