import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** News for those who look at ideas first, or for the people of a unit. */
export const initiativeNews = jobKind(
  'initiatives.news',
  z.object({
    /** Null: whoever leads the programme. */
    unitId: z.number().nullable(),
    kind: z.string(),
    /** Told again once it was read; else only once for a kind and an address. */
    isRepeated: z.boolean(),
    vi: z.string(),
    en: z.string(),
    href: z.string(),
  }),
)
/** In the morning: what waits too long, what is due. */
export const initiativesToRemind = jobKind('initiatives.remind', z.object({}))
/** At night: senders of what is long over. */
export const sendersToForget = jobKind('initiatives.forget', z.object({}))
