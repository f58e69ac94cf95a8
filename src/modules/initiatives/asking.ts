import type { Tx } from '../../lib/db/db.ts'
import { notFound, Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import type { Notice, PortalSite, Request } from '../../lib/http/route.ts'
import { redirect } from '../../ui/answer.tsx'
import type { Ground } from './telling.ts'

/** The portal that is asked; a page of no portal does not exist. */
export function siteOf(c: Request): PortalSite {
  const site = c.get('site')
  if (!site) throw notFound()
  return site
}

export function groundOf(c: Request): Ground {
  const { secret, baseUrl } = c.get('config')
  return { now: c.get('now'), secret, baseUrl }
}

export function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

export function idOf(c: Request): number {
  return Number(c.req.param('id')) || 0
}

export function one(values: FormValues, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

export function pageOf(c: Request): number {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isInteger(page) && page > 0 && page <= 1_000 ? page : 1
}

/** Addresses of the pages of a list, its filters kept. */
export function pagesAt(address: string, query: Record<string, string>): (page: number) => string {
  return (page) => {
    const { page: _, ...kept } = query
    const words = new URLSearchParams({ ...kept, ...(page > 1 ? { page: String(page) } : {}) })
    return words.size > 0 ? `${address}?${words}` : address
  }
}

/** Does it and goes there; faults of the form bring the page back with what was typed. */
export async function orBack(
  c: Request,
  to: string,
  said: Notice,
  body: (tx: Tx) => Promise<unknown>,
  back: (refusal: Refusal) => Promise<Response>,
): Promise<Response> {
  try {
    await inTransaction(c, body)
    return redirect(c, to, { tone: 'good', vi: said.vi, en: said.en })
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return back(refusal)
    throw refusal
  }
}
