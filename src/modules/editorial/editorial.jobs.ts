import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** Publishes a scheduled version when its time has come; refuses where the text is not the approved one. */
export const publishDue = jobKind('editorial.publish', z.object({ itemId: z.number(), number: z.number() }))
