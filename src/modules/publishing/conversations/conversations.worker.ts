import { jobHandler, type Schedule } from '../../../lib/jobs/handler.ts'
import { forgetWords } from './conversations.jobs.ts'
import { forgetOldWords } from './conversations.ts'

export const conversationsSchedules: readonly Schedule[] = [
  { name: 'publishing.forget-words', at: '25 * * * *', kind: forgetWords },
]

export const conversationsWorker = [
  jobHandler(forgetWords, ({ db, now }, _, provinceId) =>
    db.transaction().execute((tx) => forgetOldWords(tx, provinceId, now)),
  ),
]
