import type { FlagCode } from './flags.ts'
import type { Strand } from './strand.ts'

export type TaskField = 'content' | 'lead' | 'coordinating' | 'time' | 'products' | 'section'

/** Something a reader could not be sure of, with the words it is about. */
export interface Doubt {
  readonly code: FlagCode
  readonly field: TaskField
  readonly at: Strand
}

/** A task as strands, before it is written down as fields with places. */
export interface RawTask {
  section: string | null
  ordinal: string | null
  readonly origin: 'text' | 'annex' | 'prose'
  content: Strand
  lead: Strand[]
  coordinating: Strand[]
  time: Strand | null
  products: Strand[]
  invited: boolean
  readonly doubts: Doubt[]
}

export function rawTask(origin: RawTask['origin'], content: Strand): RawTask {
  return {
    section: null,
    ordinal: null,
    origin,
    content,
    lead: [],
    coordinating: [],
    time: null,
    products: [],
    invited: false,
    doubts: [],
  }
}
