import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** News: a unit has posted, or its posting was returned: it counts as its activity, or no longer. */
export const postingMoved = jobKind('procedures.posting-moved', z.object({ postingId: z.number() }))
/** News for people of units: there is something to post, it was returned, or it has ended. */
export const postersTold = jobKind(
  'procedures.units-told',
  z.object({
    unitIds: z.array(z.number()),
    kind: z.string(),
    vi: z.string(),
    en: z.string(),
    href: z.string(),
  }),
)
/** Every morning: people hear of what their units have still to post, each once. */
export const remindOfPostings = jobKind('procedures.remind-of-postings', z.object({}).strict())
