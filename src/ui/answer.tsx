import type { ComponentChildren, VNode } from 'preact'
import { keepNotice, takeNotice } from '../lib/http/flash.ts'
import { packed } from '../lib/http/pack.ts'
import type { MenuItem as MenuEntry, Notice, Request } from '../lib/http/route.ts'
import type { Crumb, Flash, Frame, MenuItem } from './frame.ts'
import { isIconName } from './icon.tsx'
import { OfficeLayout } from './office-layout.tsx'
import { PlainLayout } from './plain-layout.tsx'
import { PortalLayout } from './portal-layout.tsx'
import { renderPage } from './render.ts'

/** What a page says of itself. `title` is in the reader's language; `notices` stand above the body. */
export interface PageFacts {
  title: string
  /** From the start page down to this page; the page itself may be left out. */
  crumbs?: readonly Crumb[]
  notices?: readonly Notice[]
  /** Words searched for, to stay in the box at the head. */
  search?: string
  /** HTTP status, 200 unless given: 422 for a form that comes back with faults. */
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
}

/** A page of the office: bar, side navigation, notices, body. */
export function officePage(c: Request, { title, ...facts }: PageFacts, body: VNode): Response {
  const frame = frameOf(c, facts)
  return send(
    c,
    facts,
    <OfficeLayout
      {...frame}
      title={title}
      crumbs={downToHere(c, facts.crumbs ?? [], title)}
      search={facts.search}
      faulty={facts.status === 422}
    >
      {body}
    </OfficeLayout>,
  )
}

/** The last crumb is this page and no link: where a room names only what lies above, the page itself is added. */
function downToHere(c: Request, crumbs: readonly Crumb[], title: string): readonly Crumb[] {
  const last = crumbs.at(-1)
  const isHere = !last || last.href.replace(/[?#].*$/, '') === c.req.path || title.startsWith(last.label)
  return isHere ? crumbs : [...crumbs, { label: title, href: c.req.path }]
}

/** A page for the public. `description` is for search engines. */
export function portalPage(
  c: Request,
  { title, description, ...facts }: PageFacts & { description?: string },
  body: VNode,
): Response {
  const frame = frameOf(c, facts)
  return send(
    c,
    facts,
    <PortalLayout
      {...frame}
      title={title}
      description={description ?? title}
      crumbs={facts.crumbs ?? []}
      faulty={facts.status === 422}
    >
      {body}
    </PortalLayout>,
  )
}

/** A page without navigation: sign-in, errors, the first steps of an account. `beside`: what this place is. */
export function plainPage(
  c: Request,
  { title, beside, ...facts }: PageFacts & { beside?: ComponentChildren },
  body: VNode,
): Response {
  const { locale, csrf, path, notices, demonstration } = frameOf(c, facts)
  const request = { locale, csrf, path, notices, demonstration }
  return send(
    c,
    facts,
    <PlainLayout {...request} title={title} faulty={facts.status === 422} beside={beside}>
      {body}
    </PlainLayout>,
  )
}

/**
 * Sends the browser to a page of this program after a change (303), with a notice that the next page shows.
 * Only an address inside the program is followed: '/...' but never '//host'.
 */
export function redirect(c: Request, to: string, notice?: Notice): Response {
  if (notice) keepNotice(c, notice)
  return c.redirect(isInside(to) ? to : '/', 303)
}

/** Is this an address inside the program? Browsers read '/\host' as '//host' and drop tabs and line ends. */
export function isInside(to: string): boolean {
  return /^\/(?![/\\])[^\p{Cc}]*$/u.test(to)
}

function send(c: Request, facts: Pick<PageFacts, 'status'>, page: VNode): Response {
  const html = renderPage(page)
  const status = facts.status ?? 200
  c.header('vary', 'accept-encoding')
  const pack = packed(html, c.req.header('accept-encoding'))
  if (!pack) return c.html(html, status)
  c.header('content-encoding', pack.encoding)
  c.header('content-type', 'text/html; charset=UTF-8')
  return c.body(pack.body, status)
}

function frameOf(c: Request, facts: Pick<PageFacts, 'notices'>): Frame {
  const locale = c.get('locale')
  const shell = c.get('shell')
  const kept = takeNotice(c)
  const { pathname, search } = new URL(c.req.url)
  return {
    locale,
    csrf: c.get('csrf'),
    path: c.req.method === 'GET' ? pathname + search : pathname,
    province: shell?.province ?? '',
    demonstration: shell?.demonstration ?? c.get('config').mode === 'demonstration',
    menu: menuOf(c.get('menu'), pathname, locale),
    user: shell && {
      name: c.get('actor')?.name ?? '',
      detail: shell.post,
      links: shell.links.map((l) => ({ ...l, icon: isIconName(l.icon) ? l.icon : 'circle' })),
    },
    notices: [...(kept ? [kept] : []), ...(facts.notices ?? [])].map(
      (n): Flash => ({ tone: n.tone ?? 'good', text: n[locale] }),
    ),
  }
}

/** The current entry is the one whose address is the longest beginning of this page's. */
function menuOf(entries: readonly MenuEntry[], path: string, locale: 'vi' | 'en'): MenuItem[] {
  const around = entries.filter((e) => path === e.href || path.startsWith(`${e.href}/`))
  const current = around.sort((a, b) => b.href.length - a.href.length)[0]
  return entries.map((e) => ({
    href: e.href,
    label: e.label[locale],
    icon: isIconName(e.icon) ? e.icon : 'circle',
    current: e === current,
    ...(e.group ? { group: e.group[locale] } : {}),
    ...(e.key ? { key: e.key } : {}),
    ...(e.count ? { count: e.count } : {}),
  }))
}
