import type { Day } from '../../../lib/calendar/day.ts'
import type { ReportPeriod, SectionKind, Target } from '../plan.ts'
import type { CitationRole } from '../plan-draft.ts'

/** A stretch of the canonical text, UTF-16 offsets, end exclusive. */
export interface Place {
  start: number
  end: number
}

export const headFields = ['title', 'number', 'issued', 'issuer', 'year', 'signer', 'signerTitle'] as const
export type HeadField = (typeof headFields)[number]

/** One value of the head of the document; `at` is empty for what a person entered. */
export interface FoundValue {
  value: string | null
  at: Place[]
}

export const taskTexts = ['section', 'ordinal', 'content', 'time', 'product'] as const
export type TaskText = (typeof taskTexts)[number]
export const taskLists = ['lead', 'coordinating'] as const
export type TaskList = (typeof taskLists)[number]

export interface FoundTask {
  /** Stays the same through all corrections: 't7'. */
  id: string
  place: 'TEXT' | 'ANNEX'
  section: string | null
  ordinal: string | null
  content: string
  /** Names as printed. */
  lead: string[]
  coordinating: string[]
  /** "Đề nghị …": asked, not ordered. */
  invited: boolean
  time: string | null
  product: string | null
  targets: Target[]
  at: Partial<Record<TaskText | TaskList, Place[]>>
}

export interface FoundCitation {
  id: string
  type: string
  number: string | null
  name: string | null
  issued: Day | null
  issuer: string | null
  role: CitationRole
  at: Place[]
}

export interface FoundLine {
  id: string
  text: string
  at: Place[]
}

export interface FoundDuty {
  id: string
  period: ReportPeriod
  due: string | null
  to: string | null
  via: string | null
  at: Place[]
}

export interface FoundSection {
  kind: SectionKind
  heading: string | null
  body: string
}

/** What a printed name stands for. 'kept': a person said that it stays as printed, without a unit. */
export interface NameChoice {
  status: 'matched' | 'ambiguous' | 'unknown' | 'chosen' | 'kept'
  targets: { kind: 'unit' | 'group'; id: number }[]
  candidates: { kind: 'unit' | 'group'; id: number; name: string }[]
}

/** A reading as the review screen shows and mends it. Paths: 'title', 'tasks.t3.lead', 'names.Sở Nội vụ'. */
export interface Found {
  head: Record<HeadField, FoundValue>
  tasks: FoundTask[]
  citations: FoundCitation[]
  recipients: FoundLine[]
  duties: FoundDuty[]
  sections: FoundSection[]
  names: Record<string, NameChoice>
  /** Number for the next id. */
  next: number
}

/** A doubt to be shown and, where it blocks, settled before issue. */
export interface FoundFlag {
  code: string
  path: string
  blocking: boolean
  at: Place | null
  vi: string
  en: string
}

/** Every name of an agency in the tasks, each once, with the tasks that bear it. */
export function namesOf(found: Pick<Found, 'tasks'>): Map<string, FoundTask[]> {
  const names = new Map<string, FoundTask[]>()
  for (const task of found.tasks) {
    for (const name of new Set([...task.lead, ...task.coordinating])) {
      names.set(name, [...(names.get(name) ?? []), task])
    }
  }
  return names
}
