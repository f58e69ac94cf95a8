import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import type { Request } from './route.ts'

type Name = 'session' | 'visit' | 'lang' | 'notice' | 'view' | 'poll' | 'idea'

/** Under https the '__Host-' prefix binds a cookie to this very host: no neighbouring site can set it. */
export function cookieName(config: Pick<Config, 'baseUrl'>, name: Name): string {
  return isSecure(config) ? `__Host-${name}` : name
}

export function isSecure(config: Pick<Config, 'baseUrl'>): boolean {
  return config.baseUrl.startsWith('https:')
}

export function readCookie(c: Request, name: Name): string | undefined {
  return getCookie(c, cookieName(c.get('config'), name))
}

/** Sets a cookie no script can read. Without `maxAge` (seconds) it ends with the browser. */
export function writeCookie(c: Request, name: Name, value: string, maxAge?: number): void {
  const config = c.get('config')
  setCookie(c, cookieName(config, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(config),
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

export function dropCookie(c: Request, name: Name): void {
  const config = c.get('config')
  deleteCookie(c, cookieName(config, name), { path: '/', secure: isSecure(config) })
}
