import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** Every night: bring the computed scores of open sheets up to date. */
export const computeScores = jobKind('scoring.compute', z.object({}))
