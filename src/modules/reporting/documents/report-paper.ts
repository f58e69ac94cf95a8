import type { Day } from '../../../lib/calendar/day.ts'
import type { UnitType } from '../../organisations/organisation.ts'
import type { VersionContent } from '../writing/content.ts'
import type { ReportFile } from '../writing/reports.sql.ts'

/** A unit as the head and the foot of its document name it. */
export interface PaperUnit {
  name: string
  shortName: string | null
  type: UnitType
  headTitle: string | null
  headName: string | null
  /** The body above it, printed over the issuing body. */
  above: string | null
}

/** What one unit below gave to a consolidated report. */
export interface PaperPart {
  unit: string
  /** 'Đúng hạn', 'Chưa gửi' … */
  standing: string
  number: number | null
  submittedDay: Day | null
  digest: string | null
  /** Values by figure code; single figures only. */
  values: ReadonlyMap<string, number>
}

/** An activity behind the figures, with what shows it. */
export interface PaperSource {
  what: string
  fromDay: Day
  toDay: Day
  unit: string
  form: string
  /** '120 lượt người; 300 bản' */
  figures: string
  /** Codes of the single figures that count it. */
  counts: readonly string[]
  evidence: readonly { caption: string; address: string }[]
}

/** Everything that a report needs to become a document; pure data, so that the same report gives the same bytes. */
export interface ReportPaper {
  file: ReportFile
  content: VersionContent
  /** The version that this one corrects: then its words and figures are marked as taken out. */
  before: VersionContent | null
  unit: PaperUnit
  place: string
  /** 'quý II năm 2026' */
  period: string
  receivers: readonly string[]
  /** Of a consolidated report; empty of any other. */
  parts: readonly PaperPart[]
  /** The annex of sources; null: not wanted. */
  sources: readonly PaperSource[] | null
}
