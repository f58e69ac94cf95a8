import { jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { initiativesToRemind, sendersToForget } from './initiatives.jobs.ts'
import { remindOfInitiatives } from './initiatives.ts'
import { forgetSenders } from './receiving.ts'

export const initiativesSchedules: readonly Schedule[] = [
  { name: 'initiatives.remind', at: '25 7 * * 1-5', kind: initiativesToRemind },
  { name: 'initiatives.forget', at: '40 2 * * *', kind: sendersToForget },
]

export const initiativesWorker = [
  jobHandler(initiativesToRemind, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindOfInitiatives(tx, provinceId, now)
    }),
  ),
  jobHandler(sendersToForget, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await forgetSenders(tx, provinceId, now)
    }),
  ),
]
