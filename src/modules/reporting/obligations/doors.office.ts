import type { Route } from '../../../lib/http/route.ts'
import { dutyRoutes } from './duties.office.ts'
import { obligationRoutes } from './obligations.office.ts'

/** Every door of the room's part that says what is owed. */
export const obligationDoors: readonly Route[] = [...dutyRoutes, ...obligationRoutes]
