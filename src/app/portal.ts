import type { Route } from '../lib/http/route.ts'
import { reachPortalRoutes } from '../modules/publishing/reach/reach.portal.ts'

/** Every door of the portal, room by room. */
export const portalRoutes: readonly Route[] = [...reachPortalRoutes]
