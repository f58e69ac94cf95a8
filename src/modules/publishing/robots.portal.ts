import { notFound } from '../../lib/errors.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { themeColours } from '../../ui/portal-document.tsx'
import { articleKinds, siteOf } from './asking.ts'
import { selectColumns, selectTopics } from './columns.sql.ts'
import { xmlText } from './feed.ts'
import { selectAddresses, selectAddressParts, selectNews } from './lists.sql.ts'
import { publicationAddress } from './publication.ts'
import { otherAddresses } from './search/others.ts'

/** A site map holds at most 50,000 addresses (sitemaps.org); less keeps each answer light. */
const part = 10_000
const fixed = [
  '/portal',
  '/articles',
  '/columns',
  '/topics',
  '/directing-documents',
  '/events',
  '/index-results',
  '/exemplars',
  '/materials',
  '/initiatives',
  '/feedback-results',
  '/public-dialogues',
  '/identity',
]

export const robotRoutes: readonly Route[] = [
  { method: 'GET', path: '/robots.txt', who: 'public', kept: [], handle: robots },
  { method: 'GET', path: '/sitemap.xml', who: 'public', kept: [], handle: siteMapIndex },
  { method: 'GET', path: '/sitemaps/:part{[0-9]+\\.xml}', who: 'public', kept: [], handle: siteMap },
  { method: 'GET', path: '/sitemaps/news.xml', who: 'public', kept: [], handle: newsMap },
  { method: 'GET', path: '/portal.webmanifest', who: 'public', kept: [], handle: manifest },
]

/** Robots read what is public; the office, forms and choices of display are nothing for them. */
function robots(c: Request): Response {
  const { origin } = siteOf(c)
  const closed = ['/display', '/find', '/poll', '/sign-in', '/api', '/*/versions/']
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

async function siteMapIndex(c: Request): Promise<Response> {
  const { provinceId, origin } = siteOf(c)
  const parts = await selectAddressParts(c.get('db'), provinceId, part)
  const lines = parts.length > 0 ? parts : [null]
  const maps = lines.map(
    (at, n) =>
      `<sitemap><loc>${origin}/sitemaps/${n}.xml</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</sitemap>`,
  )
  maps.push(`<sitemap><loc>${origin}/sitemaps/news.xml</loc></sitemap>`)
  return xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('\n')}</sitemapindex>`,
  )
}

/** News of the last two days, as searchers of news read them (schemas/sitemap-news/0.9). */
async function newsMap(c: Request): Promise<Response> {
  const { provinceId, origin, name } = siteOf(c)
  const since = new Date(c.get('now').getTime() - 48 * 3_600_000)
  const rows = await selectNews(c.get('db'), provinceId, articleKinds, since)
  const urls = rows.map((row) =>
    [
      `<url><loc>${origin}${publicationAddress(row)}</loc><news:news>`,
      `<news:publication><news:name>${xmlText(name.vi)}</news:name><news:language>${row.language}</news:language></news:publication>`,
      `<news:publication_date>${row.at.toISOString()}</news:publication_date>`,
      `<news:title>${xmlText(row.title)}</news:title></news:news></url>`,
    ].join(''),
  )
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join('\n')}</urlset>`,
  )
}

async function siteMap(c: Request): Promise<Response> {
  const { provinceId, origin } = siteOf(c)
  const db = c.get('db')
  const n = Number.parseInt(c.req.param('part') ?? '0', 10)
  const rows = await selectAddresses(db, provinceId, part, n * part)
  if (n > 0 && rows.length === 0) throw notFound()
  const lists =
    n > 0
      ? []
      : [
          ...fixed,
          ...(await selectTopics(db, provinceId)).map((t) => `/topics/${t.code}`),
          ...(await selectColumns(db, provinceId)).map((one) => `/columns/${one.slug}`),
        ]
  const others = n > 0 ? [] : await otherAddresses(db, provinceId, part)
  const urls = [
    ...lists.map((path) => `<url><loc>${origin}${path}</loc></url>`),
    ...others.map((one) => `<url><loc>${origin}${one.address}</loc><lastmod>${one.day}</lastmod></url>`),
    ...rows.map(
      (row) =>
        `<url><loc>${origin}${publicationAddress(row)}</loc><lastmod>${row.changedAt.toISOString()}</lastmod></url>`,
    ),
  ]
  return xml(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>`)
}

function xml(body: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}

function manifest(c: Request): Response {
  const { name, shortName, look } = siteOf(c)
  const icon = (size: number, purpose: string) => ({
    src: `/icons/mark-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const body = {
    name: name[c.get('locale')],
    short_name: shortName[c.get('locale')].replace(/^(Tỉnh|Thành phố) /, ''),
    start_url: '/portal',
    scope: '/',
    // iPhones hand on notifications only to a portal that opens like a program.
    display: 'standalone',
    lang: c.get('locale'),
    theme_color: themeColours[look] ?? '#0f4348',
    background_color: '#f3f5f0',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/manifest+json' } })
}
