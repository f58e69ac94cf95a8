import type { Day } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../ui/form.tsx'
import type { LegalDocument } from '../../legal/document.ts'
import type {
  Plan,
  PlanComment,
  PlanSection,
  PlanState,
  ReportDuty,
  StateChange,
  Task,
  TaskGroup,
} from '../plan.ts'
import type { CitationRow } from '../plan-draft.ts'

/** What the page of a plan shows; its parts take the same. */
export interface PlanLines {
  label: 'above' | 'below' | 'amends' | 'amendedBy' | 'embeddedIn' | 'copiedFrom'
  plans: readonly Plan[]
}

export interface PlanPageProps {
  plan: Plan
  programme: string
  unit: string
  sections: readonly PlanSection[]
  groups: readonly TaskGroup[]
  tasks: readonly Task[]
  duties: readonly ReportDuty[]
  citations: readonly (CitationRow & { document: LegalDocument })[]
  recipients: readonly string[]
  history: readonly StateChange[]
  comments: readonly PlanComment[]
  consulted: readonly number[]
  /** When silent units were last reminded. */
  reminded: Day | null
  lines: readonly PlanLines[]
  unitName: (unitId: number) => string
  units: readonly { value: string; label: string }[]
  steps: readonly PlanState[]
  may: { edit: boolean; comment: boolean; amend: boolean; copy: boolean; answer: boolean }
  reading: { id: number; open: number } | null
  prefill: FormValues
  form: string | null
  values: FormValues
  faults: readonly Fault[]
}
