import type { PeriodKind } from '../../../lib/calendar/period.ts'
import type { Flag } from './flags.ts'
import type { Span } from './strand.ts'

/**
 * What the reader found in a plan, every value with its places in `text` (UTF-16 offsets, `end` exclusive).
 * Strings are as printed (typos kept), white space folded, NFC; `issuer` alone is written out in full.
 */
export interface PlanReading {
  readonly text: string
  /** 'decision': put in force by a decision that is in the text; 'digest': a news item about a plan. */
  readonly kind: 'plan' | 'decision' | 'digest'
  readonly title: Field<string | null>
  readonly number: Field<string | null>
  /** Day as 'YYYY-MM-DD'. */
  readonly issued: Field<string | null>
  readonly issuer: Field<string | null>
  readonly year: Field<number | null>
  readonly signer: Field<string | null>
  readonly signerTitle: Field<string | null>
  readonly legalBasis: readonly LegalBasis[]
  readonly recipients: readonly Field<string>[]
  readonly sections: readonly Section[]
  readonly objectives: readonly Objective[]
  readonly tasks: readonly Task[]
  readonly reportDuties: readonly ReportDuty[]
  readonly flags: readonly Flag[]
}

/** `doubtful` when a flag of weight (error or warning) is about this field. */
export interface Field<T> {
  readonly value: T
  readonly spans: readonly Span[]
  readonly confidence: 'sure' | 'doubtful'
}

export interface LegalBasis {
  readonly type: string
  /** null for a law cited by its name. */
  readonly number: string | null
  readonly name: string | null
  readonly issued: string | null
  readonly issuer: string | null
  readonly spans: readonly Span[]
}

/** A heading. `parent` is an index into `sections`. */
export interface Section {
  readonly ordinal: string | null
  readonly title: string
  readonly kind: 'purpose' | 'organising' | 'budget' | 'content'
  readonly parent: number | null
  readonly spans: readonly Span[]
}

export interface Objective {
  readonly kind: 'purpose' | 'requirement'
  readonly text: string
  readonly spans: readonly Span[]
}

export interface Task {
  /** The nearest heading, number kept: "II.2. Hình thức tuyên truyền". */
  readonly section: string | null
  readonly ordinal: string | null
  readonly origin: 'text' | 'annex' | 'prose'
  /** The whole content, without the body that heads the sentence. */
  readonly content: Field<string>
  readonly lead: readonly Field<string>[]
  readonly coordinating: readonly Field<string>[]
  /** The bodies in `lead` are asked ("đề nghị"), not ordered. */
  readonly invited: boolean
  readonly time: Field<string | null>
  readonly targets: readonly Target[]
  readonly products: readonly Field<string>[]
}

/** A quantity as printed. `max` null: no upper bound; both equal: exactly so many. */
export interface Target {
  readonly min: number | null
  readonly max: number | null
  readonly unit: string
  readonly metric: string | null
  readonly text: string
  readonly spans: readonly Span[]
}

/** `period` null: a day is printed for a report but no period. `via`: "qua Sở …". */
export interface ReportDuty {
  readonly period: PeriodKind | null
  readonly due: string | null
  readonly to: string | null
  readonly via: string | null
  /** Index of the task the duty is printed in. */
  readonly task: number | null
  readonly spans: readonly Span[]
}
