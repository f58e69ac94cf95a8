import { jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { selectRunning } from './campaigns.sql.ts'
import { computeSheets } from './scoring.compute.ts'
import { computeScores } from './scoring.jobs.ts'

/** After midnight, when the day has changed what is late; before anybody comes to work. */
export const scoringSchedules: readonly Schedule[] = [
  { name: 'scoring.compute', at: '40 0 * * *', kind: computeScores },
]

export const scoringWorker = [
  jobHandler(computeScores, async ({ db, now }, _, provinceId) => {
    for (const id of await selectRunning(db, provinceId))
      await db.transaction().execute((tx) => computeSheets(tx, provinceId, id, now))
  }),
]
