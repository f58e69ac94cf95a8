import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** News: units have to do with something that was asked. Rooms above put it before their people. */
export const unitsTold = jobKind(
  'feedback.units-told',
  z.object({
    unitIds: z.array(z.number()),
    kind: z.string(),
    vi: z.string(),
    en: z.string(),
    href: z.string(),
  }),
)
/** Every morning: units hear of answers that are due or late. */
export const remindOfAnswers = jobKind('feedback.remind-of-answers', z.object({}).strict())
/** Every night: names and numbers whose time is over are deleted. */
export const forgetCallers = jobKind('feedback.forget-callers', z.object({}).strict())
