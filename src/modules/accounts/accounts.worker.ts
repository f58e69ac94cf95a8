import { type JobHandler, jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { resetAsked, tracesToSweep } from './accounts.jobs.ts'
import { sendResetLetters } from './passwords.ts'
import { deleteExpiredSessions } from './sessions.sql.ts'
import { deleteOldTraces } from './sign-in.sql.ts'

const day = 86_400_000

export const accountsWorker: readonly JobHandler[] = [
  jobHandler(resetAsked, ({ db, config, now }, { email }) =>
    sendResetLetters(db, email, config.baseUrl, now),
  ),
  jobHandler(tracesToSweep, async ({ db, now }) => {
    await deleteExpiredSessions(db, now)
    await deleteOldTraces(db, new Date(now.getTime() - 366 * day), new Date(now.getTime() - 31 * day))
  }),
]

export const accountsSchedules: readonly Schedule[] = [
  { name: 'accounts.sweep', at: '15 3 * * *', kind: tracesToSweep },
]
