import { jobHandler } from '../../lib/jobs/handler.ts'
import { messageSent, published, reachSettled, withdrawn } from '../publishing/publishing.jobs.ts'
import { countMessage, countPublication } from './counting/counting.ts'
import { publishDue } from './editorial.jobs.ts'
import { publishScheduled } from './items/life.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

/** News of what is public becomes the one activity of its unit. */
const counted = [published, withdrawn].map((news) =>
  jobHandler(news, ({ db, now, config }, { publicationId }, provinceId) =>
    db
      .transaction()
      .execute((tx) => countPublication(tx, program(provinceId), publicationId, config.baseUrl, now)),
  ),
)

export const editorialWorker = [
  jobHandler(publishDue, ({ db, now }, { itemId, number }, provinceId) =>
    db.transaction().execute((tx) => publishScheduled(tx, program(provinceId), itemId, number, now)),
  ),
  ...counted,
  jobHandler(reachSettled, ({ db, now, config }, { publicationId }, provinceId) =>
    db
      .transaction()
      .execute((tx) => countPublication(tx, program(provinceId), publicationId, config.baseUrl, now)),
  ),
  jobHandler(messageSent, ({ db, now, config }, { messageId }, provinceId) =>
    db.transaction().execute((tx) => countMessage(tx, program(provinceId), messageId, config.baseUrl, now)),
  ),
]
