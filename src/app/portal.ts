import type { Route } from '../lib/http/route.ts'
import { brandPortalRoutes } from '../modules/brand/brand.portal.ts'
import { approvalRoutes } from '../modules/editorial/approvals/approvals.portal.ts'
import { dialoguesPortalRoutes } from '../modules/feedback/dialogues/dialogues.portal.ts'
import { resultsPortalRoutes } from '../modules/feedback/results/results.portal.ts'
import { initiativesPortalRoutes } from '../modules/initiatives/initiatives.portal.ts'
import { conversationsPortalRoutes } from '../modules/publishing/conversations/conversations.portal.ts'
import { publishingRoutes } from '../modules/publishing/portal.portal.ts'
import { pushPortalRoutes } from '../modules/publishing/push/push.portal.tsx'
import { reachPortalRoutes } from '../modules/publishing/reach/reach.portal.ts'
import { searchPortalRoutes } from '../modules/publishing/search/search.portal.tsx'
import { subscriptionsPortalRoutes } from '../modules/publishing/subscriptions/subscriptions.portal.tsx'

/** Every door of the portal, room by room. */
export const portalRoutes: readonly Route[] = [
  ...publishingRoutes,
  ...searchPortalRoutes,
  ...subscriptionsPortalRoutes,
  ...pushPortalRoutes,
  ...reachPortalRoutes,
  ...conversationsPortalRoutes,
  ...resultsPortalRoutes,
  ...dialoguesPortalRoutes,
  ...approvalRoutes,
  ...brandPortalRoutes,
  ...initiativesPortalRoutes,
]
