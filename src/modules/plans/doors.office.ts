import type { Route } from '../../lib/http/route.ts'
import { campaignRoutes } from './campaigns.office.ts'
import { catalogueRoutes } from './catalogue.office.ts'
import { coverageRoutes } from './coverage.office.ts'
import { documentRoutes } from './document.office.ts'
import { editorRoutes } from './editor.office.ts'
import { groupRoutes } from './groups.office.ts'
import { layoutRoutes } from './layout.office.ts'
import { planRoutes } from './plans.office.ts'
import { dropRoutes } from './review/drop.office.ts'
import { reviewRoutes } from './review/review.office.ts'
import { taskRoutes } from './tasks.office.ts'

/** Every office door of this room. */
export const plansDoors: readonly Route[] = [
  ...planRoutes,
  ...editorRoutes,
  ...groupRoutes,
  ...taskRoutes,
  ...coverageRoutes,
  ...documentRoutes,
  ...dropRoutes,
  ...reviewRoutes,
  ...campaignRoutes,
  ...catalogueRoutes,
  ...layoutRoutes,
]
