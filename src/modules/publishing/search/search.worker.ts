import { type JobHandler, jobHandler, type Schedule } from '../../../lib/jobs/handler.ts'
import { indexEverything } from './indexing.ts'
import { countWords } from './lists.sql.ts'
import { everythingToIndex, wordsToCount } from './search.jobs.ts'

/** Beside the nightly look, a worker asks when it starts (app/worker.ts). */
export const searchSchedules: readonly Schedule[] = [
  { name: 'publishing.index-everything', at: '40 3 * * *', kind: everythingToIndex },
]

export const searchWorker: readonly JobHandler[] = [
  jobHandler(
    wordsToCount,
    ({ db }, _, provinceId) => db.transaction().execute((tx) => countWords(tx, provinceId)),
    { atOnce: 1 },
  ),
  jobHandler(
    everythingToIndex,
    async ({ db, signal, progress }, _, provinceId) => {
      await indexEverything(db, provinceId, signal, (done) => progress(done, done))
    },
    { atOnce: 1 },
  ),
]
