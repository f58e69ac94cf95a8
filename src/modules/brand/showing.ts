import { type Day, showDay } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { documentAddress, documentName } from '../legal/document.ts'
import { documentsById } from '../legal/legal.ts'
import { type Adoption, type AdoptionState, adoptionStates, type Kit, stateOf } from './kit.ts'

export interface KitDocument {
  /** '' where none is known. */
  name: string
  href: string | null
}

/** The deciding document of each kit: as the legal register names it, else as it was typed. */
export async function documentsOfKits(
  db: DbOrTx,
  provinceId: number,
  kits: readonly Kit[],
): Promise<Map<number, KitDocument>> {
  const ids = kits.flatMap((k) => (k.documentId === null ? [] : [k.documentId]))
  const known = ids.length > 0 ? await documentsById(db, provinceId, ids) : new Map()
  return new Map(
    kits.map((k) => {
      const document = k.documentId === null ? undefined : known.get(k.documentId)
      const words = document ? documentName(document) : k.documentWords
      const day: Day | null = document ? document.issued : k.documentDay
      const name = day && words ? `${words} ngày ${showDay(day)}` : words
      return [k.id, { name, href: document ? documentAddress(document.id) : null }]
    }),
  )
}

/** How many are in each state. */
export function countStates(rows: readonly Adoption[], today: Day): Record<AdoptionState, number> {
  const counts = { late: 0, waiting: 0, bare: 0, applied: 0 }
  for (const row of rows) counts[stateOf(row, today)] += 1
  return counts
}

/** Late ones first, then those that are waited for, those without a photo, and those that have it. */
export function inOrder<T extends { state: AdoptionState; unitName: string }>(rows: readonly T[]): T[] {
  const rank = (row: T) => adoptionStates.indexOf(row.state)
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.unitName.localeCompare(b.unitName, 'vi'))
}
