import { Refusal } from '../lib/errors.ts'
import type { Request, Who } from '../lib/http/route.ts'
import { plainPage, redirect } from '../ui/answer.tsx'

const statusOf = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422 } as const

/** Refusals and errors become pages here, and only here. What is unknown is logged, never shown. */
export function refuse(error: Error, c: Request): Response {
  if (!(error instanceof Refusal)) throw error
  const words = error.faults.map((f) => f[c.get('locale')])
  return plainPage(
    c,
    { title: words[0] ?? error.kind, status: statusOf[error.kind] },
    <h1>{words.join(' ')}</h1>,
  )
}

export function unknownAddress(c: Request): Response {
  return plainPage(c, { title: '404', status: 404 }, <h1>404</h1>)
}

export function notAllowed(c: Request, _who: Who): Response {
  return plainPage(c, { title: '403', status: 403 }, <h1>403</h1>)
}

export function foreignForm(c: Request): Response {
  return plainPage(c, { title: '403', status: 403 }, <h1>403</h1>)
}

export function signInFirst(c: Request): Response {
  const next = c.req.method === 'GET' ? new URL(c.req.url).pathname + new URL(c.req.url).search : '/'
  return redirect(c, `/sign-in?next=${encodeURIComponent(next)}`)
}
