import { type JobHandler, jobHandler, type Schedule } from '../../../lib/jobs/handler.ts'
import { messageById } from '../channels/messages.ts'
import { houseMessageDue } from '../publishing.jobs.ts'
import { issueOfMessage, makeIssue } from './newsletters.ts'
import { sendConfirmation, sendIssue } from './sending-letters.ts'
import {
  confirmationToSend,
  hourlyIssue,
  monthlyIssue,
  newsletterToSend,
  subscribersToForget,
  weeklyIssue,
} from './subscriptions.jobs.ts'
import { forgetUnconfirmed } from './subscriptions.ts'

const clock = () => new Date()

export const subscriptionsSchedules: readonly Schedule[] = [
  { name: 'publishing.weekly-issue', at: '0 6 * * 1', kind: weeklyIssue },
  { name: 'publishing.monthly-issue', at: '0 6 1 * *', kind: monthlyIssue },
  { name: 'publishing.hourly-issue', at: '5 * * * *', kind: hourlyIssue },
  { name: 'publishing.forget-subscribers', at: '30 2 * * *', kind: subscribersToForget },
]

const issues = [
  [weeklyIssue, 'weekly'],
  [monthlyIssue, 'monthly'],
  [hourlyIssue, 'at_once'],
] as const

export const subscriptionsWorker: readonly JobHandler[] = [
  ...issues.map(([kind, rhythm]) =>
    jobHandler(kind, async ({ db, now }, _, provinceId) => {
      await db.transaction().execute((tx) => makeIssue(tx, provinceId, rhythm, now))
    }),
  ),
  jobHandler(
    newsletterToSend,
    ({ db, config, signal }, { newsletterId }, provinceId) =>
      sendIssue({ db, config, clock, signal }, provinceId, newsletterId),
    { atOnce: 1, promised: true },
  ),
  jobHandler(confirmationToSend, ({ db, config }, asked, provinceId) =>
    sendConfirmation({ db, config, clock }, provinceId, asked),
  ),
  jobHandler(subscribersToForget, ({ db, now }, _, provinceId) => forgetUnconfirmed(db, provinceId, now)),
  jobHandler(
    houseMessageDue,
    async ({ db, now }, { messageId }, provinceId) => {
      const message = await messageById(db, provinceId, messageId)
      if (message?.state !== 'sending' || message.channelKind !== 'newsletter') return
      const { title, text } = message.variant
      const { publicationId } = message
      await db
        .transaction()
        .execute((tx) => issueOfMessage(tx, provinceId, { id: messageId, publicationId, title, text }, now))
    },
    { promised: true },
  ),
]
