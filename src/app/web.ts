import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { writeCookie } from '../lib/http/cookies.ts'
import { csrfFits, isForeign } from '../lib/http/csrf.ts'
import { csrfField } from '../lib/http/forms.ts'
import { mayEnter, type Request, type Route, type Variables } from '../lib/http/route.ts'
import { type Log, openLog } from '../lib/log.ts'
import { setAsking } from './asking.ts'
import { officeRoutes } from './office.ts'
import { portalRoutes } from './portal.ts'
import { foreignForm, notAllowed, refuse, signInFirst, unknownAddress } from './refusals.tsx'

export interface Web {
  config: Config
  db: Db
  /** The clock of the edge. Tests set it. */
  clock?: () => Date
  log?: Log
}

const silent = openLog({ logLevel: 'silent' })

/** The request from door to door, in order: a table of contents. */
export function webApp({
  config,
  db,
  clock = () => new Date(),
  log = silent,
}: Web): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('config', config)
    c.set('db', db)
    c.set('now', clock())
    c.set('csrfChecked', false)
    await setAsking(c)
    await next()
    rememberVisitor(c)
  })
  for (const route of [...portalRoutes, ...officeRoutes]) {
    app.on(route.method, route.path, (c) => enter(c, route))
  }
  app.notFound(unknownAddress)
  app.onError((error, c) => refuse(error, c, log))
  return app
}

/** Deny by default: a route opens only to those it names, and a form only with its token. */
async function enter(c: Request, route: Route): Promise<Response> {
  const actor = c.get('actor')
  if (!mayEnter(route.who, actor)) return actor ? notAllowed(c, route.who) : signInFirst(c)
  if (route.method === 'POST' && !(await isOwnForm(c, route))) return foreignForm(c)
  const response = await route.handle(c)
  if (route.method === 'POST' && !c.get('csrfChecked')) {
    throw new Error(
      `${route.path} takes uploads but did not read them with receiveUpload, which checks the token`,
    )
  }
  return response
}

/** A streamed form is checked by the one who reads it: its first field is the token. */
async function isOwnForm(c: Request, route: Route): Promise<boolean> {
  if (isForeign(c.req.raw.headers, c.req.header('host'))) return false
  if (route.upload) return true
  const form = await c.req.parseBody({ all: true })
  const token = form[csrfField]
  const fits = csrfFits(
    c.get('config').secret,
    c.get('csrfBinding'),
    typeof token === 'string' ? token : undefined,
  )
  c.set('csrfChecked', fits)
  return fits
}

/** Before signing in, a form is bound to a cookie, written together with the first page that holds one. */
function rememberVisitor(c: Request): void {
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html')
  if (isPage && !c.get('sessionToken')) writeCookie(c, 'visit', c.get('csrfBinding'))
}
