import type { ApiRoute } from '../lib/http/api-route.ts'
import { assignmentsApi } from '../modules/assignments/assignments.api.ts'
import { organisationsApi } from '../modules/organisations/organisations.api.ts'
import { plansApi } from '../modules/plans/plans.api.ts'
import { reportingApi } from '../modules/reporting/reporting.api.ts'

/** Every door for other programs, room by room. */
export const apiRoutes: readonly ApiRoute[] = [
  ...organisationsApi,
  ...plansApi,
  ...assignmentsApi,
  ...reportingApi,
]
