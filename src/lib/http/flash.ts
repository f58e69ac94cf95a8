import { dropCookie, readCookie, writeCookie } from './cookies.ts'
import type { Notice, Request } from './route.ts'
import { seal, unseal } from './seal.ts'

/** Keeps a notice for the page that follows a redirect: a signed cookie that lives a minute. */
export function keepNotice(c: Request, notice: Notice): void {
  writeCookie(c, 'notice', seal(c.get('config').secret, 'notice', JSON.stringify(notice)), 60)
}

/** The notice kept by the request before this one, once. */
export function takeNotice(c: Request): Notice | null {
  const kept = readCookie(c, 'notice')
  if (!kept) return null
  dropCookie(c, 'notice')
  const text = unseal(c.get('config').secret, 'notice', kept)
  return text === null ? null : (JSON.parse(text) as Notice)
}
