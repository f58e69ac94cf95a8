import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** Sends an issue to everybody it is for. */
export const newsletterToSend = jobKind('publishing.send-newsletter', z.object({ newsletterId: z.number() }))
/** A subscriber has to confirm: a letter with the link. */
export const confirmationToSend = jobKind(
  'publishing.send-confirmation',
  z.object({ subscriberId: z.number(), askedAt: z.number() }),
)
/** Gathers what was published since the last issue of a rhythm. */
export const weeklyIssue = jobKind('publishing.weekly-issue', z.object({}))
export const monthlyIssue = jobKind('publishing.monthly-issue', z.object({}))
export const hourlyIssue = jobKind('publishing.hourly-issue', z.object({}))
/** Forgets who never confirmed. */
export const subscribersToForget = jobKind('publishing.forget-subscribers', z.object({}))
