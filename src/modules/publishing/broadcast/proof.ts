import type { Day } from '../../../lib/calendar/day.ts'

/** What a commune shows to prove that a package was aired; `file`: a photo or a recording of it. */
export interface Proof {
  from: Day
  to: Day
  times: number
  listeners: number | null
  fileId: number | null
  note: string
}
