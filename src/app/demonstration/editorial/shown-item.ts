import type { Facts, PublicationKind } from '../../../modules/publishing/publication.ts'
import type { Scene } from './scenes.ts'

/** A text of the demonstration's desk. Everything in it is invented. `text`: as richTextFromPlain reads it. */
export interface ShownItem {
  kind: PublicationKind
  title: string
  lead: string
  text: string
  /** Code of the unit, and key of the person of the cast who writes. */
  unit: string
  by: string
  topics: readonly string[]
  column?: 'together' | 'answers' | 'radio'
  facts?: Facts
  picture?: readonly [scene: Scene, alt: string]
  /** Sound or film of our own, with its words in `facts.transcript`. */
  media?: 'film' | 'chime'
  /** How far it has come; `forced` went out without a second person. */
  state:
    | 'published'
    | 'draft'
    | 'submitted'
    | 'returned'
    | 'approved'
    | 'scheduled'
    | 'forced'
    | 'withdrawn'
    | 'merged'
    | 'dropped'
    | 'revised'
  daysAgo: number
  /** What the reviewer wrote, the reason, or the notice for readers. */
  note?: string
}
