import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** A publication may be pushed now: some minutes, or the night, have passed since it became public. */
export const pushDue = jobKind('publishing.push-due', z.object({ publicationId: z.number() }))
/** Sends a push to every browser it is still for. */
export const pushToSend = jobKind('publishing.send-push', z.object({ pushId: z.number() }))
