import type { MenuItem, Route } from '../lib/http/route.ts'

/** Every door of the office, room by room. */
export const officeRoutes: readonly Route[] = []

/** The side navigation, top to bottom. An entry is shown only to those who may enter its page. */
export const officeMenu: readonly MenuItem[] = []
