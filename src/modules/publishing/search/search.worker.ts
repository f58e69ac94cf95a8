import { type JobHandler, jobHandler } from '../../../lib/jobs/handler.ts'
import { wordsToCount } from './search.jobs.ts'
import { countWords } from './search.sql.ts'

export const searchWorker: readonly JobHandler[] = [
  jobHandler(
    wordsToCount,
    ({ db }, _, provinceId) => db.transaction().execute((tx) => countWords(tx, provinceId)),
    { atOnce: 1 },
  ),
]
