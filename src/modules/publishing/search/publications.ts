import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { publicationAddress, type Snapshot } from '../publication.ts'
import { makeFindable, makeUnfindable } from './search.ts'

/** Names the entry of a publication in the search. */
function sourceOf(publicationId: number): string {
  return `publication:${publicationId}`
}

/** Days and moments are no words to be found by. */
const moment = /^\d{4}-\d{2}-\d{2}/

/** A published snapshot can be found, in the transaction that publishes it. `bodyText`: what readers get of its body. */
export async function findPublication(
  tx: Tx,
  provinceId: number,
  published: { id: number; slug: string; bodyText: string; unitName: string },
  snapshot: Snapshot,
  now: Date,
): Promise<void> {
  const { facts } = snapshot
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  const told = Object.values(facts).flatMap((fact) => {
    if (Array.isArray(fact)) return fact.map((row) => row.label)
    return typeof fact === 'string' && !moment.test(fact) ? [fact] : []
  })
  await makeFindable(tx, provinceId, now, {
    source: sourceOf(published.id),
    address: publicationAddress({ kind: snapshot.kind, slug: published.slug }),
    kind: snapshot.kind,
    language: snapshot.language,
    title: snapshot.title,
    lead: snapshot.lead,
    body: [published.bodyText, told.join('. '), snapshot.byline].filter((part) => part !== '').join('\n'),
    number: text('number'),
    topics: snapshot.topics,
    columnId: snapshot.columnId,
    issuer: text('issuer') ?? published.unitName,
    day: text('day') ?? dayOf(now),
  })
}

/** A publication that is no longer shown is no longer found. */
export async function forgetPublication(tx: Tx, provinceId: number, publicationId: number): Promise<void> {
  await makeUnfindable(tx, provinceId, sourceOf(publicationId))
}
