import type { ComponentChildren } from 'preact'
import type { PortalSite, PortalView } from '../lib/http/route.ts'
import { type Words, words } from '../lib/text/words.ts'
import { BrandMark } from './brand.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import type { Crumb, Flash } from './frame.ts'
import { Icon } from './icon.tsx'
import { Notices } from './notice.tsx'
import { texts } from './portal.texts.ts'
import { PortalDocument, type PortalHead } from './portal-document.tsx'
import { useRequest } from './request.ts'

export interface PortalFrame {
  locale: 'vi' | 'en'
  csrf: string
  path: string
  site: PortalSite
  view: PortalView
  menu: readonly { href: string; label: string; current: boolean }[]
  notices: readonly Flash[]
  crumbs: readonly Crumb[]
  /** The page draws its own first band below the head, over the whole width. */
  isWide?: boolean | undefined
}

/** The page of the public: light, calm, two weights of type; works without a script. */
export function PortalLayout({
  children,
  head,
  ...frame
}: PortalFrame & { head: PortalHead; children: ComponentChildren }) {
  const { locale, csrf, path, view, site, notices, crumbs } = frame
  const w = words(texts, locale)
  return (
    <PortalDocument {...head} locale={locale} csrf={csrf} path={path} view={view} look={site.look}>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      {site.isDemonstration && <DemonstrationRibbon />}
      <Tools view={view} />
      <PortalBar site={site} />
      <PortalMenu menu={frame.menu} />
      <main class={frame.isWide ? 'main main-wide' : 'main wrap'} id="main" tabIndex={-1}>
        {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
        <Notices notices={notices} />
        {children}
      </main>
      <PortalFoot {...frame} />
    </PortalDocument>
  )
}

/** Links and not buttons: a page kept for everybody holds no token, and to look differently changes nothing of others. */
function Tools({ view }: { view: PortalView }) {
  const { locale, path } = useRequest()
  const w = words(texts, locale)
  const to = (change: Record<string, string>) => `/display?${new URLSearchParams({ ...change, back: path })}`
  return (
    <nav class="tools no-print" aria-label={w.tools}>
      <ul class="wrap">
        <li>
          <a href={to({ print: view.isLarge ? 'normal' : 'large' })} rel="nofollow">
            <span class="tools-aa" aria-hidden="true">
              Aa
            </span>
            {view.isLarge ? w.normal : w.large}
          </a>
        </li>
        <li>
          <a href={to({ contrast: view.isHighContrast ? 'normal' : 'high' })} rel="nofollow">
            <Icon name="half" />
            {view.isHighContrast ? w.softer : w.contrast}
          </a>
        </li>
        <li>
          <a
            href={to({ language: locale === 'vi' ? 'en' : 'vi' })}
            rel="nofollow"
            hreflang={locale === 'vi' ? 'en' : 'vi'}
          >
            <Icon name="globe" />
            <span lang={locale === 'vi' ? 'en' : 'vi'}>{w.other}</span>
          </a>
        </li>
      </ul>
    </nav>
  )
}

function PortalBar({ site }: { site: PortalSite }) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  return (
    <header class="bar">
      <div class="wrap bar-in">
        <a class="brand" href="/portal">
          <BrandMark />
          <span>
            <BrandName site={site} />
            <small>{w.line}</small>
          </span>
        </a>
        <search class="bar-search no-print">
          <form action="/find" method="get">
            <label class="visually-hidden" for="portal-search">
              {w.search}
            </label>
            <input
              class="input"
              id="portal-search"
              name="words"
              type="search"
              placeholder={w.searchHint}
              autocomplete="off"
              enterkeyhint="search"
              data-suggest="/find/suggestions.json"
              data-suggest-label={w.suggested}
              data-suggest-some={w.suggestedSome}
              data-suggest-none={w.suggestedNone}
            />
            <button class="button" type="submit">
              <Icon name="search" />
              <span class="bar-word">{w.find}</span>
            </button>
          </form>
        </search>
      </div>
    </header>
  )
}

/** The whole name where there is room for it, and always to those who listen. */
function BrandName({ site }: { site: PortalSite }) {
  const { locale } = useRequest()
  const [whole, short] = [site.name[locale], site.shortName[locale]]
  if (short === whole) return <b>{whole}</b>
  return (
    <b>
      <span class="brand-whole">{whole}</span>
      <span class="brand-short" aria-hidden="true">
        {short}
      </span>
    </b>
  )
}

function PortalMenu({ menu }: { menu: PortalFrame['menu'] }) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  return (
    <nav class="portal-nav no-print" aria-label={w.mainMenu}>
      <ul class="wrap">
        {menu.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What people said and what came of it. */
const voices = [
  ['/feedback-results', 'feedbackResults'],
  ['/public-dialogues', 'publicDialogues'],
] as const

function PortalFoot({ site, menu, locale }: PortalFrame) {
  const w = words(texts, locale)
  return (
    <footer class="foot">
      <div class="wrap foot-in">
        <section class="foot-owner">
          <p class="foot-name">{site.name[locale]}</p>
          {site.ownerLines
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          {site.licence
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          {site.hotline && (
            <p>
              {w.hotline}: <a href={`tel:${site.hotline.replace(/[^\d+]/g, '')}`}>{site.hotline}</a>
            </p>
          )}
          {site.email && (
            <p>
              <a href={`mailto:${site.email}`}>{site.email}</a>
            </p>
          )}
          <FeedbackPoints feedback={site.feedback} label={w.feedback} />
          <Services services={site.services} />
        </section>
        <nav class="no-print" aria-labelledby="foot-explore">
          <h2 id="foot-explore">{w.explore}</h2>
          <ul class="foot-links">
            {menu.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Help w={w} />
      </div>
      <p class="wrap foot-source">{w.source}</p>
    </footer>
  )
}

function Help({ w }: { w: Words<typeof texts> }) {
  return (
    <nav class="no-print" aria-labelledby="foot-help">
      <h2 id="foot-help">{w.help}</h2>
      <ul class="foot-links">
        <li>
          <a href="/contact">{w.contact}</a>
        </li>
        {voices.map(([href, key]) => (
          <li key={href}>
            <a href={href}>{w[key]}</a>
          </li>
        ))}
        <li>
          <a href="/subscriptions">{w.follow}</a>
        </li>
        <li>
          <a href="/subscriptions/new">{w.newsletter}</a>
        </li>
        <li>
          <a href="/portal/accessibility">{w.accessibility}</a>
        </li>
        <li>
          <a href="/site-map">{w.siteMap}</a>
        </li>
        <li>
          <a href="/sign-in">{w.signIn}</a>
        </li>
      </ul>
    </nav>
  )
}

/** Where procedures are filed, on every page (QNG-20). */
function Services({ services }: { services: PortalSite['services'] }) {
  const w = words(texts, useRequest().locale)
  const links = [
    { label: w.serviceApp, href: services.app },
    { label: w.serviceNational, href: services.national },
    { label: w.serviceSystem, href: services.system },
  ].filter((one) => one.href !== '')
  if (links.length === 0) return null
  return (
    <p>
      {w.services}:{' '}
      {links.map((one, n) => (
        <span key={one.label}>
          {n > 0 && ' · '}
          <a href={one.href}>{one.label}</a>
        </span>
      ))}
    </p>
  )
}

/** Where feedback on rules and procedures is taken in, on every page (QNG-14). */
function FeedbackPoints({ feedback, label }: { feedback: PortalSite['feedback']; label: string }) {
  const { address, phone, link } = feedback
  if (!address && !phone && !link) return null
  return (
    <p>
      {label}: {address}
      {address && (phone || link) && ', '}
      {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
      {phone && link && ', '}
      {link && <a href={link}>{new URL(link).host}</a>}
    </p>
  )
}
