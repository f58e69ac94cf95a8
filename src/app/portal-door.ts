import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dayOf } from '../lib/calendar/day.ts'
import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { Refusal } from '../lib/errors.ts'
import { addressOf } from '../lib/http/address.ts'
import { isBot } from '../lib/http/bots.ts'
import { contentPolicy, standingHeaders } from '../lib/http/headers.ts'
import type { Limits } from '../lib/http/limits.ts'
import { bodiesOf, type KeptPage, openPageStore, type PageStore } from '../lib/http/page-store.ts'
import type { Request, Route } from '../lib/http/route.ts'
import { portalNotFound } from '../modules/publishing/portal.portal.ts'
import { countReach } from '../modules/publishing/reach/counting.ts'
import { type FoundSite, openSites, type Sites } from '../modules/publishing/sites.ts'
import {
  answer,
  type CookieNames,
  canonicalOf,
  cookieNames,
  finish,
  setView,
  variantOf,
  write,
} from './kept-answers.ts'
import { openReaders, type Readers } from './readers.ts'

export interface PortalDoor {
  /** Writes the answer at once where it is in memory and known to be fresh; false: nothing was written. */
  answerKept(req: IncomingMessage, res: ServerResponse): boolean
  /** Answers a kept route from memory, or makes its page for all who wait for it. */
  enter(c: Request, route: Route): Promise<Response>
  /** Puts the portal of this host on the request. */
  setSite(c: Request): Promise<FoundSite | null>
}

interface Door {
  config: Config
  db: Db
  clock: () => Date
  limits: Limits
  /** How old the knowledge of what is public may be, in milliseconds. */
  freshMs: number
}

const mostAliases = 20_000

/**
 * The public side: pages without session, token or person, the same for everybody, kept in memory under the revision
 * of what is public (decision 72). A reader's own choices (language, letters, contrast) are in the key.
 */
export function openPortalDoor(door: Door): PortalDoor {
  const { config, db, clock, freshMs } = door
  const memory: Memory = {
    store: openPageStore(config.portalMemoryMb * 1024 * 1024),
    sites: openSites(db, config, freshMs),
    readers: openReaders(),
    aliases: new Map(),
    steady: { ...standingHeaders(config), 'content-security-policy': contentPolicy },
    cookies: cookieNames(config),
    labelOf: ({ revision }) => `${revision} ${dayOf(clock())}`,
  }
  return {
    answerKept: (req, res) => answerKept(door, memory, req, res),
    enter: (c, route) => enter(door, memory, c, route),
    async setSite(c) {
      const found = await memory.sites.look(c.req.header('host') ?? '')
      c.set('site', found?.site ?? null)
      setView(c, variantOf(c.req.header('cookie') ?? '', memory.cookies))
      return found
    },
  }
}

interface Memory {
  store: PageStore
  sites: Sites
  readers: Readers
  /** Addresses with a query → the same with only the words that matter, in order. */
  aliases: Map<string, string>
  /** Headers that every kept page has. */
  steady: Record<string, string>
  cookies: CookieNames
  labelOf: (found: FoundSite) => string
}

function keyOf({ site }: FoundSite, variant: string, address: string): string {
  return `${site.provinceId} ${variant} ${address}`
}

function answerKept(door: Door, memory: Memory, req: IncomingMessage, res: ServerResponse): boolean {
  const { url = '', method, headers } = req
  if (method !== 'GET' && method !== 'HEAD') return false
  const cookie = headers.cookie ?? ''
  if (url === '/' && cookie.includes(memory.cookies.session)) return false
  const found = memory.sites.known(headers.host ?? '')
  const address = url.includes('?') ? memory.aliases.get(url) : url
  if (!found || address === undefined) return false
  const page = memory.store.get(
    keyOf(found, variantOf(cookie, memory.cookies), address),
    memory.labelOf(found),
  )
  if (!page) return false
  write(page, req, res)
  if (method === 'GET') {
    const header = (name: string) => headers[name] as string | undefined
    count(door, memory, page, header, req.socket.remoteAddress ?? '')
  }
  return true
}

async function enter(door: Door, memory: Memory, c: Request, route: Route): Promise<Response> {
  const url = new URL(c.req.url)
  const address = canonicalOf(url, route.kept ?? [])
  if (url.search && memory.aliases.size < mostAliases) memory.aliases.set(url.pathname + url.search, address)
  const variant = variantOf(c.req.header('cookie') ?? '', memory.cookies)
  setNobody(c, door)
  setView(c, variant)
  const found = await memory.sites.look(c.req.header('host') ?? '')
  c.set('site', found?.site ?? null)
  if (!found) return finish(portalNotFound(c), memory.steady)
  const label = memory.labelOf(found)
  const key = keyOf(found, variant, address)
  const kept = memory.store.get(key, label)
  const wait = kept ? null : await door.limits.visitor.take(addressOf(c))
  if (wait !== null) return new Response(null, { status: 429, headers: { 'retry-after': String(wait) } })
  try {
    const page = kept ?? (await memory.store.make(key, label, () => make(memory, c, route, found)))
    if (c.req.method === 'GET') count(door, memory, page, (name) => c.req.header(name), addressOf(c))
    return answer(c, page)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'not_found') throw error
    return finish(portalNotFound(c), memory.steady)
  }
}

async function make(memory: Memory, c: Request, route: Route, found: FoundSite): Promise<KeptPage> {
  c.set('isKept', true)
  const label = memory.labelOf(found)
  const response = await route.handle(c)
  const body = Buffer.from(await response.arrayBuffer())
  const headers: Record<string, string> = { ...memory.steady }
  for (const [name, value] of response.headers) headers[name] = value
  // A cache between us and readers may be this late; where we are down, it goes on with what it has.
  headers['cache-control'] ??= 'public, max-age=0, s-maxage=2, stale-while-revalidate=3, stale-if-error=86400'
  headers['vary'] = 'accept-encoding, cookie'
  return {
    label,
    status: response.status,
    headers,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    bodies: bodiesOf(headers['content-type'] ?? '', body),
    viewOf: c.get('viewOf') ?? null,
    provinceId: found.site.provinceId,
  }
}

function count(
  { db, clock }: Door,
  { readers }: Memory,
  page: KeptPage,
  header: (name: string) => string | undefined,
  address: string,
): void {
  if (page.viewOf === null || page.status !== 200 || isBot(header) || !readers.reads(address)) return
  const what = { publicationId: page.viewOf, channelKind: 'portal', place: '', metric: 'view' } as const
  countReach(db, { provinceId: page.provinceId, day: dayOf(clock()), ...what })
}

/** A request of nobody in particular: what is made for it may be shown to everybody. */
function setNobody(c: Request, { config, db, clock, limits }: Door): void {
  c.set('requestId', randomUUID())
  c.set('config', config)
  c.set('db', db)
  c.set('now', clock())
  c.set('limits', limits)
  c.set('csrfChecked', false)
  c.set('csrf', '')
  c.set('csrfBinding', '')
  c.set('actor', null)
  c.set('sessionToken', null)
  c.set('menu', [])
  c.set('shell', null)
}
