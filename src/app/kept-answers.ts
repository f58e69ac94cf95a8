import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../lib/config.ts'
import { cookieName } from '../lib/http/cookies.ts'
import { bodyFor, type KeptPage } from '../lib/http/page-store.ts'
import type { PortalView, Request } from '../lib/http/route.ts'

export interface CookieNames {
  lang: string
  view: string
  session: string
}

/** As they stand in a cookie header, the '=' with them. */
export function cookieNames(config: Pick<Config, 'baseUrl'>): CookieNames {
  return {
    lang: `${cookieName(config, 'lang')}=`,
    view: `${cookieName(config, 'view')}=`,
    session: `${cookieName(config, 'session')}=`,
  }
}

/** 'vi', 'en-l', 'vi-lh': language, large letters, high contrast, as the reader's cookies say. */
export function variantOf(cookie: string, names: CookieNames): string {
  if (cookie === '') return 'vi'
  const language = valueIn(cookie, names.lang) === 'en' ? 'en' : 'vi'
  const view = valueIn(cookie, names.view)
  return view === 'l' || view === 'h' || view === 'lh' ? `${language}-${view}` : language
}

function valueIn(cookie: string, name: string): string {
  const at = cookie.startsWith(name) ? 0 : cookie.indexOf(` ${name}`) + 1
  if (at === 0 && !cookie.startsWith(name)) return ''
  const end = cookie.indexOf(';', at)
  return cookie.slice(at + name.length, end < 0 ? undefined : end)
}

export function setView(c: Request, variant: string): void {
  const [language, view = ''] = variant.split('-')
  c.set('locale', language === 'en' ? 'en' : 'vi')
  const wanted: PortalView = { isLarge: view.includes('l'), isHighContrast: view.includes('h') }
  c.set('view', wanted)
}

/** The path with the words of the query that matter, in the order of the route. */
export function canonicalOf(url: URL, known: readonly string[]): string {
  const query = new URLSearchParams()
  for (const name of known) {
    const value = url.searchParams.get(name)?.normalize('NFC').trim().slice(0, 200)
    if (value) query.set(name, value)
  }
  return query.size > 0 ? `${url.pathname}?${query}` : url.pathname
}

function isHeld(tags: string | undefined, etag: string): boolean {
  return tags?.includes(etag) ?? false
}

export function write(page: KeptPage, req: IncomingMessage, res: ServerResponse): void {
  if (isHeld(req.headers['if-none-match'], page.etag)) {
    res.writeHead(304, { ...page.headers, etag: page.etag }).end()
    return
  }
  const accepted = req.headers['accept-encoding']
  const { packing, body } = bodyFor(page, typeof accepted === 'string' ? accepted : '')
  res.writeHead(page.status, {
    ...page.headers,
    etag: page.etag,
    'content-length': body.length,
    ...(packing === 'identity' ? {} : { 'content-encoding': packing }),
  })
  if (req.method === 'HEAD') res.end()
  else res.end(body)
}

export function answer(c: Request, page: KeptPage): Response {
  const headers = new Headers({ ...page.headers, etag: page.etag })
  if (isHeld(c.req.header('if-none-match'), page.etag)) return new Response(null, { status: 304, headers })
  const { packing, body } = bodyFor(page, c.req.header('accept-encoding') ?? '')
  headers.set('content-length', String(body.length))
  if (packing !== 'identity') headers.set('content-encoding', packing)
  return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), { status: page.status, headers })
}

export function finish(response: Response, steady: Record<string, string>): Response {
  for (const [name, value] of Object.entries(steady)) response.headers.set(name, value)
  response.headers.set('cache-control', 'no-store')
  return response
}
