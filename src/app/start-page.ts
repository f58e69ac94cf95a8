import type { Request, Route } from '../lib/http/route.ts'
import { home } from '../modules/publishing/home.portal.ts'
import { redirect } from '../ui/answer.tsx'

/** The bare address of somebody with a session: the first entry of their menu; the portal where it has ended. */
export function startPage(c: Request): Response {
  if (!c.get('actor')) return redirect(c, '/portal')
  return redirect(c, c.get('menu')[0]?.href ?? '/profile')
}

/** The bare address of everybody else. */
export const portalHome: Route = { method: 'GET', path: '/', who: 'public', kept: [], handle: home }
