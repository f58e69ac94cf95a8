import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** News: units were created, closed, merged, split or changed, from some day on. */
export const unitsChanged = jobKind('organisations.units-changed', z.object({}))
