import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

const planOnly = z.object({ planId: z.number() })

/** News: the plan has number and date. Rooms above give its tasks to the units. */
export const planIssued = jobKind('plans.issued', planOnly)
/** News: work on an issued plan ends before its time (cancelled, or replaced by another plan). */
export const planWithdrawn = jobKind('plans.withdrawn', planOnly)
/** News: units are asked for their opinion on a draft; `again`: they were asked before and have not answered. */
export const opinionWanted = jobKind(
  'plans.opinion-wanted',
  z.object({ planId: z.number(), unitIds: z.array(z.number()), again: z.boolean() }),
)
/** Every morning: remind units that have not answered of consultations about to close. */
export const remindTheConsulted = jobKind('plans.remind-consulted', z.object({}))
/** Work of this room: turn a dropped file into a reading. */
export const readPlanFile = jobKind('plans.read-file', z.object({ readingId: z.number() }))
