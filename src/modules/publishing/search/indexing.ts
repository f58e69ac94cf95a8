import type { Db } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { enter } from './entering.ts'
import {
  beginAnew,
  endAnew,
  type Making,
  selectMaking,
  selectStale,
  selectUnfindable,
} from './indexing.sql.ts'
import { lexemesVersion } from './lexemes.ts'
import { countWords } from './lists.sql.ts'
import { findPlaces } from './places.ts'
import { findForgotten } from './publications.ts'
import { everythingToIndex } from './search.jobs.ts'

const atOnce = 200

/**
 * Makes everything public of a province findable: publications of before there was a search, places of the portal, and
 * all entries anew where the way of indexing has changed or lists hold mostly what is no more. Each step is a
 * transaction of its own, what is findable stays so meanwhile, and a run that was cut off is taken up where it ended.
 * Where nothing is missing, nothing is done. How many entries were indexed.
 */
export async function indexEverything(
  db: Db,
  provinceId: number,
  signal: AbortSignal,
  progress: (done: number) => Promise<void> = async () => {},
): Promise<number> {
  const renewBelow = await db.transaction().execute(async (tx) => {
    const making = await selectMaking(tx, provinceId, true)
    if (!isAnew(making)) return making?.renewBelow ?? 0
    await beginAnew(tx, provinceId, lexemesVersion)
    return (await selectMaking(tx, provinceId))?.renewBelow ?? 0
  })
  let done = 0
  for (let more = true; more; ) {
    signal.throwIfAborted()
    const step = await db.transaction().execute(async (tx) => {
      const stale = await selectStale(tx, provinceId, renewBelow, atOnce)
      if (stale.length > 0) await enter(tx, provinceId, stale)
      return stale.length > 0 ? stale.length : findForgotten(tx, provinceId, atOnce)
    })
    done += step
    more = step > 0
    await progress(done)
  }
  await db.transaction().execute(async (tx) => {
    done += await findPlaces(tx, provinceId)
    const making = await selectMaking(tx, provinceId, true)
    if (making && making.firstOrdinal < renewBelow) await endAnew(tx, provinceId)
    if (done > 0) await countWords(tx, provinceId)
  })
  return done
}

/** Queues {@link indexEverything} for those provinces where something is missing. */
export async function queueIndexing(db: Db, provinceIds: readonly number[]): Promise<void> {
  for (const provinceId of provinceIds) {
    const making = await selectMaking(db, provinceId)
    const isReady = making && !isAnew(making) && making.firstOrdinal >= making.renewBelow
    if (isReady && (await selectUnfindable(db, provinceId, 1)).length === 0) continue
    await db
      .transaction()
      .execute((tx) => queueJob(tx, provinceId, everythingToIndex, {}, { key: 'everything' }))
  }
}

const fewDead = 2_000

/** Are the lists of another version, or mostly of entries that are no more? */
function isAnew(making: Making | null): boolean {
  if (making?.version !== lexemesVersion) return true
  const isRunning = making.firstOrdinal < making.renewBelow
  return !isRunning && making.nextOrdinal - making.firstOrdinal > 2 * making.entries + fewDead
}
