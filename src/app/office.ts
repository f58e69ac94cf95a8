import type { Route } from '../lib/http/route.ts'

/** Every door of the office, room by room. */
export const officeRoutes: readonly Route[] = []
