import { type JobHandler, jobHandler } from '../jobs/handler.ts'
import { deliver, mailToSend } from './mail.ts'

export const mailWorker: readonly JobHandler[] = [
  jobHandler(mailToSend, ({ db, config, now }, { letterId }, provinceId) =>
    deliver(db, config, provinceId, letterId, now),
  ),
]
