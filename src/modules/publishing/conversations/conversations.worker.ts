import { jobHandler, type Schedule } from '../../../lib/jobs/handler.ts'
import { warnOfAnswers } from './at-risk.ts'
import { forgetWords, watchAnswers } from './conversations.jobs.ts'
import { forgetOldWords } from './conversations.ts'

export const conversationsSchedules: readonly Schedule[] = [
  { name: 'publishing.watch-answers', at: '5,35 * * * *', kind: watchAnswers },
  { name: 'publishing.forget-words', at: '25 * * * *', kind: forgetWords },
]

export const conversationsWorker = [
  jobHandler(watchAnswers, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await warnOfAnswers(tx, provinceId, now)
    }),
  ),
  jobHandler(forgetWords, ({ db, now }, _, provinceId) =>
    db.transaction().execute((tx) => forgetOldWords(tx, provinceId, now)),
  ),
]
