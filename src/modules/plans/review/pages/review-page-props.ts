import type { Fault } from '../../../../lib/errors.ts'
import type { Option } from '../../../../ui/select.tsx'
import type { Found } from '../found.ts'
import type { Flag, Reading } from '../review.ts'

/** What the page of a review shows; its parts take it together with the reading. */
export interface ReviewPageProps {
  reading: Reading
  flags: readonly Flag[]
  unit: string
  /** Everything a name may stand for: 'unit:12', 'group:3'. */
  targets: { units: readonly Option[]; groups: readonly Option[] }
  plans: readonly Option[]
  corrections: number
  mayRemember: boolean
  faults: readonly Fault[]
}

export type ReadProps = ReviewPageProps & { found: Found; text: string; at: string }
