import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { keepNotice, takeNotice } from '../lib/http/flash.ts'
import type { Notice, Request } from '../lib/http/route.ts'

export interface Crumb {
  label: string
  href: string
}

/** What a page says of itself. `title` is in the reader's language; `notices` stand above the body. */
export interface PageFacts {
  title: string
  crumbs?: readonly Crumb[]
  notices?: readonly Notice[]
  /** HTTP status, 200 unless given: 422 for a form that comes back with faults. */
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
}

/** A page of the office: side navigation, who is signed in, the notices, the body. */
export function officePage(c: Request, facts: PageFacts, body: VNode): Response {
  return answer(c, facts, body)
}

/** A page for the public. */
export function portalPage(c: Request, facts: PageFacts, body: VNode): Response {
  return answer(c, facts, body)
}

/** A page without navigation: sign-in, errors, printouts. */
export function plainPage(c: Request, facts: PageFacts, body: VNode): Response {
  return answer(c, facts, body)
}

/**
 * Sends the browser to a page of this program after a change (303), with a notice that the next page shows.
 * Only an address inside the program is followed: '/...' but never '//host'.
 */
export function redirect(c: Request, to: string, notice?: Notice): Response {
  if (notice) keepNotice(c, notice)
  return c.redirect(isInside(to) ? to : '/', 303)
}

/** Is this an address inside the program? Browsers read '/\host' as '//host'. */
export function isInside(to: string): boolean {
  return /^\/(?![/\\])/.test(to)
}

function answer(c: Request, facts: PageFacts, body: VNode): Response {
  const locale = c.get('locale')
  const kept = takeNotice(c)
  const notices = [...(kept ? [kept] : []), ...(facts.notices ?? [])]
  const page = (
    <Plain title={facts.title} lang={locale}>
      {facts.crumbs?.map((crumb) => (
        <a href={crumb.href}>{crumb.label}</a>
      ))}
      {notices.map((notice) => (
        <p role="status">{notice[locale]}</p>
      ))}
      {body}
    </Plain>
  )
  return c.html(`<!doctype html>${renderToString(page)}`, facts.status ?? 200)
}

function Plain({ title, lang, children }: { title: string; lang: string; children: ComponentChildren }) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Chung Tay`}</title>
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}
