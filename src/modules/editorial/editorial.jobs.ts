import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** Publishes a scheduled version when its time has come; refuses where the text is not the approved one. */
export const publishDue = jobKind('editorial.publish', z.object({ itemId: z.number(), number: z.number() }))

/** Reminds of texts whose review day has come. */
export const remindReviews = jobKind('editorial.remind-reviews', z.object({}))
/** Forgets collaborators whose consent has ended, and warns of those that will. */
export const forgetCollaborators = jobKind('editorial.forget-collaborators', z.object({}))
/** Reminds communes of packages that wait. */
export const remindPackages = jobKind('editorial.remind-packages', z.object({}))
/** Reminds units of coverage and follow-ups that are due. */
export const remindOfDesk = jobKind('editorial.remind-desk', z.object({}))
/** Reminds units of shortcomings and calls for replication that are due or late. */
export const remindRegisters = jobKind('editorial.remind-registers', z.object({}))
/** Asks the addresses that published texts lead to. */
export const checkTheLinks = jobKind('editorial.check-links', z.object({}))
/** Asks the addresses of one text again, because somebody wants to know now. */
export const checkItemLinks = jobKind('editorial.check-item-links', z.object({ itemId: z.number() }))
/** Plans the episodes of columns two months ahead. */
export const planTheEpisodes = jobKind('editorial.plan-episodes', z.object({}))
