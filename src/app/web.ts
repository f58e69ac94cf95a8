import { Hono } from 'hono'
import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { Refusal } from '../lib/errors.ts'
import { mayEnter, type Request, type Route, type Variables } from '../lib/http/route.ts'
import { officeMenu, officeRoutes } from './office.ts'
import { portalRoutes } from './portal.ts'

export interface Web {
  config: Config
  db: Db
  /** The clock of the edge. Tests set it. */
  clock?: () => Date
}

/** The request from door to door, in order: a table of contents. */
export function webApp({ config, db, clock = () => new Date() }: Web): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>()
  app.use(async (c, next) => {
    c.set('config', config)
    c.set('db', db)
    c.set('now', clock())
    c.set('locale', 'vi')
    c.set('actor', null)
    c.set('csrf', '')
    c.set(
      'menu',
      officeMenu.filter((item) => mayEnter(item.who, c.get('actor'))),
    )
    await next()
  })
  for (const route of [...portalRoutes, ...officeRoutes]) {
    app.on(route.method, route.path, (c) => enter(c, route))
  }
  app.onError(refuse)
  return app
}

/** Deny by default: a route opens only to those it names. */
async function enter(c: Request, route: Route): Promise<Response> {
  const actor = c.get('actor')
  if (!mayEnter(route.who, actor)) {
    return actor ? c.text('403', 403) : c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)
  }
  return route.handle(c)
}

const statusOf = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422 } as const

function refuse(error: Error, c: Request): Response {
  if (error instanceof Refusal) return c.text(error.message, statusOf[error.kind])
  throw error
}
