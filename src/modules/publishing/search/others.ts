import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { bumpRevision } from '../publishing.sql.ts'
import { makeFindable, makeUnfindable } from './entering.ts'
import { type OtherKind, otherKinds } from './other-kinds.ts'
import { selectAddressesOf } from './search.sql.ts'

/** Something public that is no publication: a page of its own, kept by a room above. */
export interface OtherEntry {
  kind: OtherKind
  id: number
  address: string
  title: string
  lead: string
  body: string
  /** The field of the reform, by the code of its topic; '' for none. */
  topic: string
  issuer: string | null
  day: Day
}

/** It can be found as it now reads, in the transaction that makes it public; pages kept ready are made anew. */
export async function showInSearch(tx: Tx, provinceId: number, entry: OtherEntry, now: Date): Promise<void> {
  const { kind, id, topic, ...told } = entry
  const topics = topic === '' ? [] : [topic]
  const own = { source: `${kind}:${id}`, kind, language: 'vi', number: null, columnId: null }
  await makeFindable(tx, provinceId, now, { ...told, ...own, topics })
  await bumpRevision(tx, provinceId)
}

/** It is found no more, in the transaction that takes it from the public. */
export async function hideFromSearch(tx: Tx, provinceId: number, kind: OtherKind, id: number): Promise<void> {
  await makeUnfindable(tx, provinceId, `${kind}:${id}`)
  await bumpRevision(tx, provinceId)
}

/** Addresses for robots, at most so many, the newest first. */
export function otherAddresses(db: DbOrTx, provinceId: number, limit: number) {
  return selectAddressesOf(db, provinceId, Object.keys(otherKinds), limit)
}
