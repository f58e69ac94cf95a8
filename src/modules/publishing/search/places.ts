import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { selectColumns, selectTopics } from '../columns.sql.ts'
import { enter } from './entering.ts'
import { type Entry, placeKind } from './lexemes.ts'
import { pages } from './places.data.ts'
import { deleteEntry, selectPlaces } from './search.sql.ts'

/** Places are older than anything that was published in them: among equals, texts stand first. */
const day = '2020-01-01'

/**
 * Columns, topics and the standing pages of the portal can be found as they now are; retired ones no longer. Call it
 * where one of them changes. How many were entered.
 */
export async function findPlaces(tx: Tx, provinceId: number): Promise<number> {
  const known = new Map((await selectPlaces(tx, provinceId)).map((place) => [place.source, place]))
  const wanted = await placesOf(tx, provinceId)
  const changed = wanted.filter((place) => {
    const was = known.get(place.source)
    known.delete(place.source)
    return was?.title !== place.title || was.lead !== place.lead || was.address !== place.address
  })
  if (changed.length > 0) await enter(tx, provinceId, changed)
  for (const gone of known.keys()) await deleteEntry(tx, provinceId, gone)
  return changed.length
}

async function placesOf(db: DbOrTx, provinceId: number): Promise<Entry[]> {
  const columns = await selectColumns(db, provinceId)
  const topics = await selectTopics(db, provinceId)
  return [
    ...columns
      .filter((column) => !column.retired)
      .map((column) => placeOf(`/columns/${column.slug}`, column.vi, column.aboutVi)),
    ...topics
      .filter((topic) => !topic.retired)
      .map((topic) => placeOf(`/topics/${topic.code}`, topic.vi, topic.aboutVi)),
    ...pages.map(([address, title, lead]) => placeOf(address, title, lead)),
  ]
}

function placeOf(address: string, title: string, lead: string): Entry {
  return {
    source: `place:${address}`,
    address,
    kind: placeKind,
    language: 'vi',
    title: title.normalize('NFC'),
    lead: lead.normalize('NFC'),
    body: '',
    number: null,
    topics: [],
    columnId: null,
    issuer: null,
    day,
  }
}
