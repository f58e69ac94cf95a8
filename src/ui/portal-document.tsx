import type { ComponentChildren } from 'preact'
import type { PortalView } from '../lib/http/route.ts'
import { asset } from './assets.ts'
import { RequestContext } from './request.ts'

/** What a public page tells browsers, robots and messengers of itself. Addresses are absolute. */
export interface PortalHead {
  /** Name of the page; the portal's name is added. */
  title: string
  description: string
  canonical: string
  site: string
  type?: 'website' | 'article'
  /** For messengers; 1200 × 630. */
  picture?: string | undefined
  /** The same in other languages; 'x-default' among them. */
  alternates?: readonly { lang: string; href: string }[]
  feeds?: readonly { title: string; href: string; type: string }[]
  /** Robots are asked not to list it. */
  isHidden?: boolean | undefined
}

type Props = PortalHead & {
  locale: 'vi' | 'en'
  path: string
  csrf: string
  view: PortalView
  /** Which colours: a class of css/looks.css. */
  look: string
  children: ComponentChildren
}

/** Where the linked data of the page is put in: written by `renderPortalPage`, as a script cannot be a component. */
export const dataPlace = '<meta name="linked-data"/>'

/** What a phone paints around the page: the bar's colour of each look. */
export const themeColours: Readonly<Record<string, string>> = {
  lotus: '#0f4348',
  red: '#7a1719',
  blue: '#123c69',
  green: '#1a4a2b',
}

const faces = ['latin-400', 'vietnamese-400', 'latin-600', 'vietnamese-600']

/** The whole `<html>` of a public page. */
export function PortalDocument({ children, locale, csrf, path, view, look, ...head }: Props) {
  const coloured = look === 'lotus' ? false : `look-${look}`
  const looks = [coloured, view.isLarge && 'large-print', view.isHighContrast && 'high-contrast'].filter(
    Boolean,
  )
  return (
    <RequestContext.Provider value={{ locale, csrf, path }}>
      <html lang={locale} class={looks.length > 0 ? looks.join(' ') : undefined}>
        <Head {...head} locale={locale} look={look} />
        <body>{children}</body>
      </html>
    </RequestContext.Provider>
  )
}

function Head(head: PortalHead & { locale: 'vi' | 'en'; look: string }) {
  const { title, site } = head
  const whole = title === site ? title : `${title} – ${site}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{whole}</title>
      <meta name="description" content={head.description} />
      {head.isHidden ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={head.canonical} />
      )}
      {head.alternates?.map((a) => (
        <link rel="alternate" hreflang={a.lang} href={a.href} key={a.lang} />
      ))}
      {head.feeds?.map((f) => (
        <link rel="alternate" type={f.type} title={f.title} href={f.href} key={f.href} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:type" content={head.type ?? 'website'} />
      <meta property="og:url" content={head.canonical} />
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content={head.locale === 'vi' ? 'vi_VN' : 'en_GB'} />
      {head.picture && (
        <>
          <meta property="og:image" content={head.picture} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      <meta name="theme-color" content={themeColours[head.look] ?? themeColours['lotus']} />
      {faces.map((face) => (
        <link
          rel="preload"
          href={`/fonts/be-vietnam-pro-${face}-normal.woff2`}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          key={face}
        />
      ))}
      <link rel="stylesheet" href={asset('/css/core.css')} />
      {head.look !== 'lotus' && <link rel="stylesheet" href={asset('/css/looks.css')} />}
      <link rel="stylesheet" href={asset('/css/portal.css')} />
      <link rel="icon" href={asset('/icons/mark.svg')} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={asset('/icons/mark-180.png')} />
      <link rel="manifest" href="/portal.webmanifest" />
      <meta name="linked-data" />
      <script type="module" src={asset('/js/start.js')} />
    </head>
  )
}
