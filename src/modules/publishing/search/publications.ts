import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type DocumentValidity, publicationAddress, type Snapshot } from '../publication.ts'
import { endOf } from '../validity.ts'
import { enter, makeFindable, makeUnfindable } from './entering.ts'
import { selectUnfindable, selectValidity } from './indexing.sql.ts'
import type { Entry } from './lexemes.ts'
import type { PublicText } from './public-text.ts'
import { updateEnd } from './search.sql.ts'

/** Names the entry of a publication in the search. */
const sourceOf = (publicationId: number) => `publication:${publicationId}`

/** A published snapshot can be found, in the transaction that publishes it. `bodyText`: what readers get of its body. */
export async function findPublication(
  tx: Tx,
  provinceId: number,
  published: { id: number; slug: string; bodyText: string; unitName: string },
  snapshot: Snapshot,
  now: Date,
): Promise<void> {
  const files = snapshot.files.map((file) => file.name)
  const { kind, language, title, lead, facts, byline, topics, columnId } = snapshot
  const validity = kind === 'directing_document' ? await selectValidity(tx, provinceId, published.id) : null
  const text = {
    validity,
    kind,
    language,
    title,
    lead,
    facts,
    byline,
    topics,
    columnId,
    files,
    publishedOn: dayOf(now),
  }
  await makeFindable(tx, provinceId, now, entryOf({ ...published, ...text }))
}

/** The register says otherwise how long a document holds: so does the search. */
export async function noteEnd(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  validity: DocumentValidity,
): Promise<void> {
  await updateEnd(tx, provinceId, sourceOf(publicationId), validity.to)
}

/** A publication that is no longer shown is no longer found. */
export async function forgetPublication(tx: Tx, provinceId: number, publicationId: number): Promise<void> {
  await makeUnfindable(tx, provinceId, sourceOf(publicationId))
}

/** Makes publications findable that are not, at most so many: those of before there was a search. How many they were. */
export async function findForgotten(tx: Tx, provinceId: number, most: number): Promise<number> {
  const texts = await selectUnfindable(tx, provinceId, most)
  if (texts.length > 0) await enter(tx, provinceId, texts.map(entryOf))
  return texts.length
}

/** Days and moments are no words to be found by. */
const moment = /^\d{4}-\d{2}-\d{2}/

function entryOf(text: PublicText): Entry {
  const { facts } = text
  const fact = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  const told = Object.values(facts).flatMap((one) => {
    if (Array.isArray(one)) return one.map((row) => row.label)
    return typeof one === 'string' && !moment.test(one) ? [one] : []
  })
  const body = [text.bodyText, told.join('. '), text.byline, text.files.join('\n')]
  return {
    source: sourceOf(text.id),
    address: publicationAddress(text),
    kind: text.kind,
    language: text.language,
    title: text.title,
    lead: text.lead,
    body: body.filter((part) => part !== '').join('\n'),
    number: fact('number'),
    topics: text.topics,
    columnId: text.columnId,
    issuer: fact('issuer') ?? text.unitName,
    day: fact('day') ?? text.publishedOn,
    endedFrom: endOf(facts, text.validity),
  }
}
