import { addDays, dayOf } from '../../../lib/calendar/day.ts'
import { jobHandler, type Schedule } from '../../../lib/jobs/handler.ts'
import { settleNightly } from '../publishing.jobs.ts'
import { flushReach } from './counting.ts'
import { settleReach } from './reach-of.ts'

/** After midnight, when yesterday's counts have been written by every process (they wait seconds). */
export const reachSchedules: readonly Schedule[] = [
  { name: 'publishing.settle-reach', at: '10 0 * * *', kind: settleNightly },
]

export const reachWorker = [
  jobHandler(settleNightly, async ({ db, now }, _, provinceId) => {
    await flushReach(db)
    const yesterday = addDays(dayOf(now), -1)
    await db.transaction().execute((tx) => settleReach(tx, provinceId, yesterday, now))
  }),
]
