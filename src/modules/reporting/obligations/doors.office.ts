import type { Route } from '../../../lib/http/route.ts'
import { calendarRoutes } from './calendar.office.ts'
import { chasingRoutes } from './chasing.office.ts'
import { cutoffRoutes } from './cutoffs.office.ts'
import { dutyRoutes } from './duties.office.ts'
import { feedRoutes } from './feeds.office.ts'
import { obligationRoutes } from './obligations.office.ts'
import { oneOffRoutes } from './one-off.office.ts'
import { rehearsalRoutes } from './rehearsal.office.ts'
import { remindingRoutes } from './reminding.office.ts'

/** Every door of the room's part that says what is owed. */
export const obligationDoors: readonly Route[] = [
  ...oneOffRoutes,
  ...dutyRoutes,
  ...remindingRoutes,
  ...cutoffRoutes,
  ...rehearsalRoutes,
  ...calendarRoutes,
  ...feedRoutes,
  ...chasingRoutes,
  ...obligationRoutes,
]
