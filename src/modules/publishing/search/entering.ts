import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { type Entry, indexed } from './lexemes.ts'
import { addToLists, addWords, takeOrdinals } from './lists.sql.ts'
import { wordsToCount } from './search.jobs.ts'
import { deleteEntry, saveEntries } from './search.sql.ts'

/** Makes something findable, or findable as it now is, in the caller's transaction. */
export async function makeFindable(tx: Tx, provinceId: number, now: Date, entry: Entry): Promise<void> {
  await enter(tx, provinceId, [entry])
  const startAfter = new Date(now.getTime() + minutesToCount * 60_000)
  await queueJob(tx, provinceId, wordsToCount, {}, { key: 'words', startAfter })
}

/** Counts wait a little, so that a morning's publications are counted together. */
const minutesToCount = 5

/** Takes something out of the search, in the caller's transaction. */
export async function makeUnfindable(tx: Tx, provinceId: number, source: string): Promise<void> {
  await deleteEntry(tx, provinceId, source)
}

/** Indexes entries of different sources, each in place of what stood under its source; words are counted by whoever calls. */
export async function enter(tx: Tx, provinceId: number, entries: readonly Entry[]): Promise<void> {
  const first = await takeOrdinals(tx, provinceId, entries.length)
  const numbered = entries.map((entry, i) => ({ entry, index: indexed(entry), ordinal: first + i }))
  await saveEntries(tx, provinceId, numbered)
  await addToLists(tx, provinceId, numbered)
  await addWords(tx, provinceId, [...new Set(numbered.flatMap(({ index }) => index.syllables))])
}
