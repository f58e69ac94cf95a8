import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** Somebody asked for a new password. Looked up by a job, so that the page answers as fast for unknown e-mails. */
export const resetAsked = jobKind('accounts.reset_asked', z.object({ email: z.string() }))

/** Sweeps away ended sessions and old traces. */
export const tracesToSweep = jobKind('accounts.sweep', z.object({}))

/** News: the work of one account has been handed to another. Rooms with open work of a person move it. */
export const accountHandedOver = jobKind(
  'accounts.handed_over',
  z.object({ fromAccountId: z.number(), toAccountId: z.number() }),
)
