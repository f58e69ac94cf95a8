import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** Every hour: words whose time to be answered is over are erased. */
export const forgetWords = jobKind('publishing.forget-words', z.object({}).strict())
