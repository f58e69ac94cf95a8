import { dayOf } from '../../lib/calendar/day.ts'
import { jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { messageSent, published, reachSettled, withdrawn } from '../publishing/publishing.jobs.ts'
import { planEpisodes } from './columns/columns.ts'
import { countMessage, countPublication } from './counting/counting.ts'
import { checkTheLinks, planTheEpisodes, publishDue, remindReviews } from './editorial.jobs.ts'
import { publishScheduled } from './items/life.ts'
import { checkLinks, remindOfReviews } from './upkeep/upkeep.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

/** News of what is public becomes the one activity of its unit. */
const counted = [published, withdrawn].map((news) =>
  jobHandler(news, ({ db, now, config }, { publicationId }, provinceId) =>
    db
      .transaction()
      .execute((tx) => countPublication(tx, program(provinceId), publicationId, config.baseUrl, now)),
  ),
)

export const editorialSchedules: readonly Schedule[] = [
  { name: 'editorial.plan-episodes', at: '20 0 * * *', kind: planTheEpisodes },
  { name: 'editorial.check-links', at: '30 2 * * *', kind: checkTheLinks },
  { name: 'editorial.remind-reviews', at: '10 7 * * *', kind: remindReviews },
]

export const editorialWorker = [
  jobHandler(remindReviews, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindOfReviews(tx, provinceId, now)
    }),
  ),
  jobHandler(checkTheLinks, async ({ db, now }, _, provinceId) => {
    await checkLinks(db, provinceId, now)
  }),
  jobHandler(planTheEpisodes, ({ db, now }, _, provinceId) =>
    db.transaction().execute((tx) => planEpisodes(tx, provinceId, dayOf(now))),
  ),
  jobHandler(publishDue, ({ db, now, config }, { itemId, number }, provinceId) =>
    db
      .transaction()
      .execute((tx) => publishScheduled(tx, program(provinceId), itemId, number, config.baseUrl, now)),
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
