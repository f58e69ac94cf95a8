import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** What is known of a document of the register has changed: its days, what replaced it. */
export const described = jobKind('legal.described', z.object({ documentId: z.number().int().positive() }))
