import type { Edit } from './edits.ts'
import type { Found, FoundFlag } from './found.ts'

export type ReadingState = 'WAITING' | 'READING' | 'READ' | 'FAILED' | 'USED'

/** A dropped file or pasted text, and what was found in it. `found` and `text` are there from READ on. */
export interface Reading {
  id: number
  fileId: number | null
  name: string
  unitId: number
  programmeId: number
  state: ReadingState
  progress: number
  failure: { vi: string; en: string } | null
  kind: string | null
  text: string | null
  notes: { code: string; start: number; end: number; detail: string }[]
  found: Found | null
  version: number
  planId: number | null
  actorName: string
  createdAt: Date
}

export type ReadingRow = Pick<
  Reading,
  'id' | 'name' | 'unitId' | 'state' | 'planId' | 'actorName' | 'createdAt'
> & {
  open: number
}

export interface Correction {
  id: number
  path: string
  action: Edit['action'] | 'text' | 'accept'
  was: unknown
  becomes: unknown
  actorName: string
  at: Date
}

export type Resolution = 'accepted' | 'corrected' | 'reread' | 'removed'

export interface Flag extends FoundFlag {
  id: number
  resolution: Resolution | null
  resolverName: string | null
}
