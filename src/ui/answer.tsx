import type { ComponentChildren, VNode } from 'preact'
import { keepNotice, takeNotice } from '../lib/http/flash.ts'
import { packed } from '../lib/http/pack.ts'
import type { MenuItem as MenuEntry, Notice, PortalSite, Request } from '../lib/http/route.ts'
import type { Crumb, Flash, Frame, MenuItem } from './frame.ts'
import { isIconName } from './icon.tsx'
import { OfficeLayout } from './office-layout.tsx'
import { PlainLayout } from './plain-layout.tsx'
import { dataPlace } from './portal-document.tsx'
import { PortalLayout } from './portal-layout.tsx'
import { portalMenu } from './portal-menu.ts'
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
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
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

/** What a public page says of itself beside its title; addresses from the root of the portal. */
export interface PortalFacts extends PageFacts {
  description?: string | undefined
  /** Its one address, where several lead to it. Default: the path without its query. */
  canonical?: string
  type?: 'website' | 'article'
  /** The picture that messengers show, 1200 × 630. */
  picture?: string | undefined
  alternates?: readonly { lang: string; href: string }[]
  feeds?: readonly { title: string; href: string; type: string }[]
  /** Linked data (schema.org), one thing each. */
  data?: readonly object[]
  isHidden?: boolean
  isWide?: boolean
}

/**
 * A page of the portal. Nothing in it depends on who asks, unless the route is not a kept one: then forms in it get
 * their token and what was just done is said above the body.
 */
export function portalPage(c: Request, facts: PortalFacts, body: VNode): Response {
  const site = c.get('site') ?? nobodysSite(c)
  const locale = c.get('locale')
  const whole = (path: string) => (path.startsWith('/') ? site.origin + path : path)
  const kept = c.get('isKept') ? null : takeNotice(c)
  const { pathname, search } = new URL(c.req.url)
  const head = {
    title: facts.title,
    description: (facts.description || facts.title).slice(0, 300),
    canonical: whole(facts.canonical ?? pathname),
    site: site.name[locale],
    type: facts.type ?? 'website',
    picture: facts.picture && whole(facts.picture),
    alternates: (facts.alternates ?? []).map((a) => ({ ...a, href: whole(a.href) })),
    feeds: facts.feeds ?? [],
    isHidden: facts.isHidden,
  } as const
  const page = (
    <PortalLayout
      locale={locale}
      csrf={c.get('csrf')}
      path={c.req.method === 'GET' ? pathname + search : pathname}
      site={site}
      view={c.get('view') ?? { isLarge: false, isHighContrast: false }}
      menu={menuOf(portalMenu, pathname, locale).map((m) => ({ ...m, current: m.current ?? false }))}
      crumbs={facts.crumbs ?? []}
      notices={[...(kept ? [kept] : []), ...(facts.notices ?? [])].map(
        (n): Flash => ({ tone: n.tone ?? 'good', text: n[locale] }),
      )}
      isWide={facts.isWide}
      head={head}
    >
      {body}
    </PortalLayout>
  )
  return sendHtml(c, facts.status ?? 200, renderPage(page).replace(dataPlace, linkedData(facts.data ?? [])))
}

/** Some public pages are there before any province has opened its portal. */
function nobodysSite(c: Request): PortalSite {
  const name = { vi: 'Chung Tay', en: 'Chung Tay' }
  const origin = c.get('config').baseUrl.replace(/\/+$/, '')
  const feedback = { address: '', phone: '', link: '' }
  const nobody = {
    provinceId: 0,
    ownerLines: '',
    licence: '',
    hotline: null,
    email: null,
    banner: null,
    feedback,
    services: { app: '', national: '', system: '' },
  }
  const looks = { name, shortName: name, look: 'lotus', isDemonstration: false }
  return { ...nobody, ...looks, origin, revision: '', treeRevision: 0 }
}

/** No end of a script can be written inside it, whatever a title says. */
function linkedData(things: readonly object[]): string {
  return things
    .map((thing) => {
      const json = JSON.stringify({ '@context': 'https://schema.org', ...thing }).replace(/</g, '\\u003c')
      return `<script type="application/ld+json">${json}</script>`
    })
    .join('')
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
  return sendHtml(c, facts.status ?? 200, renderPage(page))
}

type Status = NonNullable<PageFacts['status']>

function sendHtml(c: Request, status: Status, html: string): Response {
  // What is kept is packed once, for all.
  if (c.get('isKept')) return c.html(html, status)
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
