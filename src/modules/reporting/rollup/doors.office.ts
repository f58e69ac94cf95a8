import type { Route } from '../../../lib/http/route.ts'
import { checkRoutes } from './checks.office.ts'
import { consolidationRoutes } from './consolidation.office.ts'
import { figureRoutes } from './figures.office.ts'
import { likenessRoutes } from './likeness.office.ts'

/** Every page of rolling up, from the consolidated report down to files. */
export const rollUpDoors: readonly Route[] = [
  ...consolidationRoutes,
  ...figureRoutes,
  ...checkRoutes,
  ...likenessRoutes,
]
