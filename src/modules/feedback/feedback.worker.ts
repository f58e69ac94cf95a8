import { type JobHandler, jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { forget, remindUnits } from './contacts/contacts.ts'
import { remindOfDialogues } from './dialogues/dialogues.ts'
import { forgetCallers, remindOfAnswers } from './feedback.jobs.ts'

export const feedbackWorker: readonly JobHandler[] = [
  jobHandler(remindOfAnswers, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindUnits(tx, provinceId, now)
      await remindOfDialogues(tx, provinceId, now)
    }),
  ),
  jobHandler(forgetCallers, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await forget(tx, { provinceId, accountId: null, name: 'Chung Tay' }, now)
    }),
  ),
]

export const feedbackSchedules: readonly Schedule[] = [
  { name: 'feedback.remind-of-answers', at: '20 7 * * *', kind: remindOfAnswers },
  { name: 'feedback.forget-callers', at: '40 3 * * *', kind: forgetCallers },
]
