import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../ui/form.tsx'
import type { Extension, Relative } from '../extensions.sql.ts'
import type { ObligationRow } from '../lists.sql.ts'
import type { Happened } from '../obligation-history.ts'

export interface ObligationPageProps {
  obligation: ObligationRow
  periodName: { vi: string; en: string }
  toName: string | null
  viaName: string | null
  parent: ObligationRow | null
  children: number
  origins: readonly Relative[]
  heirs: readonly Relative[]
  history: readonly Happened[]
  /** The request for more time that waits. */
  waiting: Extension | null
  may: { write: boolean; ask: boolean; decide: boolean; waive: boolean; reinstate: boolean }
  today: string
  kept?: { form: string; values: FormValues; faults: readonly Fault[] } | undefined
}
