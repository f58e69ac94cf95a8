import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** Counts the words of everything that can be found anew. */
export const wordsToCount = jobKind('publishing.count-search-words', z.object({}))

/** Makes everything public findable that is not yet, or no longer well. Does nothing where nothing is missing. */
export const everythingToIndex = jobKind('publishing.index-everything', z.object({}))
