import { z } from 'zod'
import { notFound } from '../../lib/errors.ts'
import { type ApiCaller, type ApiRoute, apiRoute } from '../../lib/http/api-route.ts'
import { apiDay, apiId, cutPage, idParam, none, pageOf, pageQuery } from '../../lib/http/api-shapes.ts'
import { agencyRoles, type Plan, planKinds, planStates, type Task } from './plan.ts'
import { plansBeyond } from './plans.api.sql.ts'
import { planById, tasksOfPlan } from './plans.ts'

const plan = z.object({
  id: apiId,
  programme: z.string(),
  kind: z.enum(planKinds),
  state: z.enum(planStates),
  unit_id: apiId.meta({ description: 'The unit whose plan it is' }),
  year: z.int(),
  year_to: z.int(),
  title: z.string(),
  number: z.string().nullable(),
  issued: apiDay.nullable(),
})

const task = z.object({
  id: apiId,
  group: z.string().nullable(),
  ordinal: z.string().nullable(),
  content: z.string(),
  product: z.string().nullable(),
  time_as_printed: z.string().nullable(),
  agencies: z.array(
    z.object({
      name: z.string(),
      role: z.enum(agencyRoles),
      unit_id: apiId.nullable(),
      group_id: apiId.nullable(),
    }),
  ),
})

/** Issued plans only. The province's plans are for everybody in it; a unit's own plan is for its reach. */
export const plansApi: readonly ApiRoute[] = [
  apiRoute({
    path: '/api/v1/plans',
    tag: 'Plans',
    operation: 'listPlans',
    summary: { vi: 'Kế hoạch đã ban hành', en: 'Issued plans' },
    params: none,
    query: z.object({
      year: z.coerce.number().int().min(1990).max(2200).optional(),
      programme: z.string().max(60).optional(),
      ...pageQuery,
    }),
    answer: pageOf(plan),
    async handle({ db, caller, query }) {
      const { year, programme, limit, cursor } = query
      const filter = { year, programme, reach: caller.reach === 'province' ? undefined : [...caller.reach] }
      const rows = await plansBeyond(db, caller.provinceId, filter, cursor, limit + 1)
      const { page, next_cursor } = cutPage(rows, limit, (p) => p.id)
      return { data: page as z.input<typeof plan>[], next_cursor }
    },
  }),
  apiRoute({
    path: '/api/v1/plans/:id/tasks',
    tag: 'Plans',
    operation: 'listTasksOfPlan',
    summary: { vi: 'Nhiệm vụ của một kế hoạch', en: 'The tasks of a plan' },
    params: idParam,
    query: none,
    answer: z.object({ data: z.array(task) }),
    async handle({ db, caller, params }) {
      const found = await planById(db, caller.provinceId, params.id)
      if (found.issuedAt === null || !mayRead(caller, found)) throw notFound()
      const { tasks, groups } = await tasksOfPlan(db, caller.provinceId, params.id)
      const titles = new Map(groups.map((g) => [g.id, g.title]))
      return {
        data: tasks.map((t) => asTask(t, t.groupId === null ? null : (titles.get(t.groupId) ?? null))),
      }
    },
  }),
]

function mayRead({ reach }: ApiCaller, { kind, unitId }: Plan): boolean {
  return kind !== 'UNIT' || reach === 'province' || reach.has(unitId)
}

function asTask(t: Task, group: string | null): z.input<typeof task> {
  const agencies = t.agencies.map((a) => ({
    name: a.asPrinted,
    role: a.role,
    unit_id: a.unitId,
    group_id: a.groupId,
  }))
  const { id, ordinal, content, product, time } = t
  return { id, group, ordinal, content, product, time_as_printed: time, agencies }
}
