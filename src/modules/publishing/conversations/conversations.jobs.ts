import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** Every half hour: answers that will be refused for their channel's sake are told of in time. */
export const watchAnswers = jobKind('publishing.watch-answers', z.object({}).strict())
/** Every hour: words whose time to be answered is over are erased. */
export const forgetWords = jobKind('publishing.forget-words', z.object({}).strict())
