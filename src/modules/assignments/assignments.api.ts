import { z } from 'zod'
import { type ApiCaller, type ApiRoute, apiRoute } from '../../lib/http/api-route.ts'
import {
  apiDay,
  apiId,
  cutPage,
  dayQuery,
  idQuery,
  none,
  pageOf,
  pageQuery,
} from '../../lib/http/api-shapes.ts'
import { metrics } from './activity.ts'
import { assignmentRoles, assignmentStates, timings } from './assignment.ts'
import { activitiesBeyond, assignmentsBeyond } from './assignments.api.sql.ts'

const assignment = z.object({
  id: apiId,
  plan_id: apiId,
  task_id: apiId,
  unit_id: apiId,
  role: z.enum(assignmentRoles),
  state: z.enum(assignmentStates),
  timing: z.enum(timings).meta({ description: 'How it stands today against its due day' }),
  due_day: apiDay.nullable(),
  reported_day: apiDay.nullable(),
  progress: z.int().meta({ description: '0 to 100' }),
})

const activity = z.object({
  id: apiId,
  unit_id: apiId,
  what: z.string(),
  from_day: apiDay,
  to_day: apiDay,
  place: z.string().nullable(),
  form: z.string(),
  themes: z.array(z.string()),
  audiences: z.array(z.string()),
  figures: z.partialRecord(z.enum(metrics), z.number()),
  assignment_ids: z.array(apiId),
  evidence: z.int().meta({ description: 'Pieces of evidence' }),
  withdrawn: z.boolean().meta({ description: 'Recorded by mistake; counts nowhere' }),
})

export const assignmentsApi: readonly ApiRoute[] = [
  apiRoute({
    path: '/api/v1/assignments',
    tag: 'Work',
    operation: 'listAssignments',
    summary: { vi: 'Việc đã giao cho các đơn vị và tình hình', en: 'Work given to units and how it stands' },
    params: none,
    query: z.object({
      plan: idQuery,
      unit: idQuery,
      state: z.enum(assignmentStates).optional(),
      ...pageQuery,
    }),
    answer: pageOf(assignment),
    async handle({ db, caller, query, today }) {
      const { limit, cursor, ...asked } = query
      const filter = { ...asked, reach: reachOf(caller) }
      const rows = await assignmentsBeyond(db, caller.provinceId, filter, today, cursor, limit + 1)
      const { page, next_cursor } = cutPage(rows, limit, (a) => a.id)
      return { data: page as z.input<typeof assignment>[], next_cursor }
    },
  }),
  apiRoute({
    path: '/api/v1/activities',
    tag: 'Work',
    operation: 'listActivities',
    summary: { vi: 'Hoạt động đã làm', en: 'What was done, on which days, in which form, for whom' },
    params: none,
    query: z.object({
      unit: idQuery,
      form: z.string().max(60).optional(),
      from: dayQuery.optional().meta({ format: 'date', description: 'Begun on this day or later' }),
      to: dayQuery.optional().meta({ format: 'date', description: 'Begun on this day or earlier' }),
      ...pageQuery,
    }),
    answer: pageOf(activity),
    async handle({ db, caller, query }) {
      const { limit, cursor, ...asked } = query
      const filter = { ...asked, reach: reachOf(caller) }
      const rows = await activitiesBeyond(db, caller.provinceId, filter, cursor, limit + 1)
      const { page, next_cursor } = cutPage(rows, limit, (a) => a.id)
      return { data: page, next_cursor }
    },
  }),
]

function reachOf({ reach }: ApiCaller): readonly number[] | undefined {
  return reach === 'province' ? undefined : [...reach]
}
