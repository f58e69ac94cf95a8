import type { Strand } from './strand.ts'

/** One mention of a legal document. `number` is null for a law cited by its name. */
export interface Citation {
  readonly type: string
  readonly number: string | null
  readonly name: string | null
  readonly issued: string | null
  readonly issuer: string | null
  readonly strand: Strand
  readonly start: number
  readonly end: number
  readonly issuedAt: readonly [number, number] | null
  readonly repaired: readonly ('number' | 'date')[]
}
