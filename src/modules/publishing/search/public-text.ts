import type { Day } from '../../../lib/calendar/day.ts'
import type { DocumentValidity, Facts, PublicationKind } from '../publication.ts'

/** What readers get of a publication, in words. */
export interface PublicText {
  id: number
  slug: string
  kind: PublicationKind
  language: string
  title: string
  lead: string
  bodyText: string
  facts: Facts
  /** Of a directing document: what the register says. */
  validity: DocumentValidity | null
  byline: string
  unitName: string
  topics: readonly string[]
  columnId: number | null
  /** Names of what can be downloaded with it. */
  files: readonly string[]
  publishedOn: Day
}
