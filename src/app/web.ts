import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { addressOf } from '../lib/http/address.ts'
import { cookieName, writeCookie } from '../lib/http/cookies.ts'
import { csrfFits, isForeign } from '../lib/http/csrf.ts'
import { csrfField } from '../lib/http/forms.ts'
import { secureHeaders } from '../lib/http/headers.ts'
import { openLimits } from '../lib/http/limits.ts'
import { mayEnter, type Request, type Route, type Variables } from '../lib/http/route.ts'
import { type Log, openLog } from '../lib/log.ts'
import { portalNotFound } from '../modules/publishing/portal.portal.ts'
import { isApi, openApiDoors } from './api-door.ts'
import { setAsking } from './asking.ts'
import { officeRoutes } from './office.ts'
import { portalRoutes } from './portal.ts'
import { openPortalDoor, type PortalDoor } from './portal-door.ts'
import {
  foreignForm,
  notAllowed,
  refuse,
  signInFirst,
  tooLarge,
  tooMany,
  unknownAddress,
} from './refusals.tsx'
import { portalHome } from './start-page.ts'

export interface Web {
  config: Config
  db: Db
  /** The clock of the edge. Tests set it. */
  clock?: () => Date
  log?: Log
  /** How old the knowledge of what is public may be, in milliseconds; tests that publish and look at once say 0. */
  portalFreshMs?: number
}

/** The program behind its doors. */
export interface WebApp {
  app: Hono<{ Variables: Variables }>
  portal: PortalDoor
}

const silent = openLog({ logLevel: 'silent' })
/** The longest form that is no upload: a plan of 200 pages as text is half of it. */
const longestForm = 2 * 1024 * 1024

/** The request from door to door, in order: a table of contents. */
export function webApp({
  config,
  db,
  clock = () => new Date(),
  log = silent,
  portalFreshMs = 1_000,
}: Web): WebApp {
  const app = new Hono<{ Variables: Variables }>()
  const limits = openLimits(config)
  const portal = openPortalDoor({ config, db, clock, limits, freshMs: portalFreshMs })
  const session = `${cookieName(config, 'session')}=`
  // Whoever has signed in is led to their work; the bare address is the portal's for everybody else.
  app.get('/', (c, next) =>
    c.req.header('cookie')?.includes(session) ? next() : portal.enter(c, portalHome),
  )
  for (const route of portalRoutes)
    if (route.kept) app.on(route.method, route.path, (c) => portal.enter(c, route))
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('config', config)
    c.set('db', db)
    c.set('now', clock())
    c.set('limits', limits)
    c.set('csrfChecked', false)
    if (isApi(c)) {
      await next()
      return secureHeaders(c)
    }
    const found = await setAsking(c)
    const wait = await pace(c)
    if (wait !== null) c.res = tooMany(c, wait)
    else if (found.kind === 'actor' && found.mustSetUpSecondStep && !isSettingUp(c))
      c.res = c.redirect('/profile/second-step', 303)
    else await next()
    rememberVisitor(c)
    secureHeaders(c)
  })
  for (const route of [...portalRoutes, ...officeRoutes]) {
    if (!route.kept) app.on(route.method, route.path, (c) => enter(c, route, portal))
  }
  openApiDoors(app, log)
  app.notFound(async (c) => {
    const isVisitor = c.get('actor') === null && c.req.method === 'GET'
    return isVisitor && (await portal.setSite(c)) ? portalNotFound(c) : unknownAddress(c)
  })
  app.onError((error, c) => refuse(error, c, log))
  return { app, portal }
}

/** Deny by default: a route opens only to those it names, and a form only with its token. */
async function enter(c: Request, route: Route, portal: PortalDoor): Promise<Response> {
  const actor = c.get('actor')
  const isForm = route.method === 'POST'
  if (isForm && !route.upload && isTooLong(c)) return tooLarge(c)
  const isOwn = !isForm || route.keyed === true || (await isOwnForm(c, route))
  if (!mayEnter(route.who, actor))
    return actor ? notAllowed(c, route.who) : signInFirst(c, isForm && !route.upload && isOwn)
  if (!isOwn) return foreignForm(c)
  const wait = route.upload ? await c.get('limits').upload.take(c.get('sessionToken') ?? addressOf(c)) : null
  if (wait !== null) return tooMany(c, wait)
  if (route.who === 'public') await portal.setSite(c)
  const response = await route.handle(c)
  if (isForm && !route.keyed && !c.get('csrfChecked')) {
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
  const token = (await c.req.parseBody({ all: true }))[csrfField]
  const typed = typeof token === 'string' ? token : undefined
  const fits = csrfFits(c.get('config').secret, c.get('csrfBinding'), typed)
  c.set('csrfChecked', fits)
  return fits
}

/** A form must say how long it is; one that does not, or lies, is cut off by the server of Node. */
function isTooLong(c: Request): boolean {
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  const chunked = Number.isNaN(length) && c.req.header('transfer-encoding') !== undefined
  return chunked || length > longestForm
}

async function pace(c: Request): Promise<number | null> {
  const { visitor, person } = c.get('limits')
  return c.get('actor') ? person.take(c.get('sessionToken') ?? '') : visitor.take(addressOf(c))
}

/** What a person may do who must first set up the second step: just that, or leave. */
function isSettingUp(c: Request): boolean {
  return c.req.path.startsWith('/profile/') || ['/sign-out', '/language'].includes(c.req.path)
}

/** Before signing in, a form is bound to a cookie, written together with the page that holds it. */
function rememberVisitor(c: Request): void {
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html')
  if (isPage && !c.get('sessionToken')) writeCookie(c, 'visit', c.get('csrfBinding'))
}
