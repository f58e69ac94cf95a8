import type { Request } from '../lib/http/route.ts'
import { redirect } from '../ui/answer.tsx'

/** The bare address leads an official to the first entry of their menu, a visitor to the sign-in page. */
export function startPage(c: Request): Response {
  if (!c.get('actor')) return redirect(c, '/sign-in')
  return redirect(c, c.get('menu')[0]?.href ?? '/profile')
}
