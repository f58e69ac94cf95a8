import type { Citation } from './citation.ts'
import type { FoundDeadline } from './deadlines.ts'
import type { Parts } from './document.ts'
import type { Identity } from './identity.ts'
import type { Node } from './outline.ts'
import type { RawTask } from './raw-task.ts'
import type { Strand } from './strand.ts'

/** What was found, still as strands; `write-reading.ts` turns it into values with places. */
export interface Findings {
  readonly parts: Parts
  readonly identity: Identity
  readonly citations: readonly Citation[]
  readonly nodes: readonly Node[]
  readonly tasks: readonly RawTask[]
  readonly deadlines: readonly { readonly found: FoundDeadline; readonly task: RawTask | null }[]
  readonly unreadTables: readonly Strand[]
}
