import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** News: the tasks of a plan have been given; `unresolved` agencies of the plan are known to nobody. */
export const tasksGiven = jobKind(
  'assignments.given',
  z.object({ planId: z.number(), given: z.number(), unresolved: z.number() }),
)
/** News: a unit reported work done, and somebody has to check it. */
export const workReported = jobKind('assignments.reported', z.object({ assignmentId: z.number() }))
/** News: work was returned with reasons. */
export const workReturned = jobKind('assignments.returned', z.object({ assignmentId: z.number() }))
/** News: a unit asks for more time. */
export const extensionAsked = jobKind('assignments.extension-asked', z.object({ assignmentId: z.number() }))
/** Every morning: climb the ladder of reminders. */
export const climbTheLadder = jobKind('assignments.climb-ladder', z.object({}))
/** News: a unit raised an obstacle, or passed one on, or got an answer. */
export const obstacleMoved = jobKind('assignments.obstacle-moved', z.object({ obstacleId: z.number() }))
/** Work: read a sheet that came in and say what it would change. */
export const readBulk = jobKind('assignments.read-bulk', z.object({ bulkId: z.number() }))
/** Work: apply a sheet whose preview was confirmed. */
export const applyBulk = jobKind('assignments.apply-bulk', z.object({ bulkId: z.number() }))
/** News: a sheet has been applied, many pieces of work at once. */
export const bulkApplied = jobKind('assignments.bulk-applied', z.object({ bulkId: z.number() }))
/** Every night: hand the open work of units that are gone to their heirs. */
export const followTheHeirs = jobKind('assignments.follow-heirs', z.object({}))
