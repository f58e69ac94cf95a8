import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Notice, Request } from './route.ts'
import { seal, unseal } from './seal.ts'

const name = 'notice'

/** Keeps a notice for the page that follows a redirect: a signed cookie that lives a minute. */
export function keepNotice(c: Request, notice: Notice): void {
  setCookie(c, name, seal(c.get('config').secret, name, JSON.stringify(notice)), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.get('config').baseUrl.startsWith('https:'),
    maxAge: 60,
  })
}

/** The notice kept by the request before this one, once. */
export function takeNotice(c: Request): Notice | null {
  const kept = getCookie(c, name)
  if (!kept) return null
  deleteCookie(c, name, { path: '/' })
  const text = unseal(c.get('config').secret, name, kept)
  return text === null ? null : (JSON.parse(text) as Notice)
}
