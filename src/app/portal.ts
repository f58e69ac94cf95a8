import type { Route } from '../lib/http/route.ts'

/** Every door of the portal, room by room. */
export const portalRoutes: readonly Route[] = []
