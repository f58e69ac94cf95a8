import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** Counts the words of everything that can be found anew. */
export const wordsToCount = jobKind('publishing.count-search-words', z.object({}))
