import type { Day } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import type { Script } from '../broadcast.sql.ts'
import type { HandOver, Package } from '../packages.sql.ts'

export type Row = HandOver & { unitName: string; isOwn: boolean }
export type PackageProps = {
  found: Package
  /** How far the texts in it are. */
  texts: readonly Script[]
  rows: readonly Row[]
  /** Of the reader's own commune. */
  mine: Row | null
  communes: readonly { id: number; short: string }[]
  mayHand: boolean
  today: Day
  values: FormValues
  faults: readonly Fault[]
}
