import type { Locale } from '../../lib/actor.ts'
import { readCookie, writeCookie } from '../../lib/http/cookies.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { isInside, portalPage, redirect } from '../../ui/answer.tsx'
import { texts as portalTexts } from '../../ui/portal.texts.ts'
import { portalMenu } from '../../ui/portal-menu.ts'
import { articleListAddress, articleLists, neededAddress } from './article-lists.ts'
import { articleRoutes } from './articles.portal.ts'
import { neededFieldsOf, siteOf } from './asking.ts'
import { selectColumns, selectTopics } from './columns.sql.ts'
import { feedRoutes } from './feeds.portal.ts'
import { home } from './home.portal.ts'
import { organisation } from './linked-data.ts'
import { listRoutes } from './lists.portal.ts'
import { mediaRoutes } from './media.portal.ts'
import { nothingPage } from './pages/nothing-page.tsx'
import { accessibilityPage, contactPage, siteMapPage } from './pages/plain-pages.tsx'
import { pollRoutes } from './polls.portal.ts'
import { texts } from './portal.texts.ts'
import { materialsTexts } from './printed/materials.texts.ts'
import { materialRoutes } from './printed/publications.portal.ts'
import { robotRoutes } from './robots.portal.ts'

export const publishingRoutes: readonly Route[] = [
  ...mediaRoutes,
  { method: 'GET', path: '/portal', who: 'public', kept: [], handle: home },
  ...listRoutes,
  ...articleRoutes,
  ...feedRoutes,
  ...robotRoutes,
  ...pollRoutes,
  ...materialRoutes,
  { method: 'GET', path: '/contact', who: 'public', kept: [], handle: contact },
  { method: 'GET', path: '/site-map', who: 'public', kept: [], handle: siteMap },
  { method: 'GET', path: '/portal/accessibility', who: 'public', kept: [], handle: accessibility },
  { method: 'GET', path: '/display', who: 'public', handle: display },
]

const aYear = 365 * 86_400

/**
 * `?print=large|normal`, `?contrast=high|normal`, `?language=vi|en`, `?back=/…`: how this browser wants the portal to
 * look. A link and not a form, because pages kept for everybody hold no token; it changes nothing but one's own view.
 */
function display(c: Request): Response {
  const was = readCookie(c, 'view') ?? ''
  const { print, contrast, language, back = '/portal' } = c.req.query()
  const isLarge = print ? print === 'large' : was.includes('l')
  const isHigh = contrast ? contrast === 'high' : was.includes('h')
  writeCookie(c, 'view', `${isLarge ? 'l' : ''}${isHigh ? 'h' : ''}`, aYear)
  if (language === 'vi' || language === 'en') writeCookie(c, 'lang', language, aYear)
  return redirect(c, isInside(back) ? back : '/portal')
}

/** Nothing is at this address of the portal; or there is no portal at all. */
export function portalNotFound(c: Request): Response {
  const locale = c.get('locale')
  const w = words(texts, locale)
  if (!c.get('site')) return c.redirect('/sign-in', 303)
  return portalPage(
    c,
    { title: w.notFound, status: 404, isHidden: true },
    nothingPage({
      title: w.notFound,
      body: w.notFoundBody,
      home: { href: '/portal', label: w.toHome },
      // What the address says is often what was looked for: '/articles/mot-cua-gan-dan'.
      find: { href: `/find?${new URLSearchParams({ words: wordsIn(c.req.path) })}`, label: w.findLike },
      ways: portalMenu.map((item) => ({ href: item.href, label: item.label[locale] })),
    }),
  )
}

function wordsIn(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return safeDecoded(last)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 100)
}

function safeDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function contact(c: Request): Promise<Response> {
  const site = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const facts = { title: w.contact, description: w.contactLead, crumbs: crumbs(c, '/contact', w.contact) }
  return portalPage(c, { ...facts, data: [organisation(site)] }, contactPage({ locale, site }))
}

async function siteMap(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const topics = (await selectTopics(c.get('db'), provinceId)).filter((t) => t.isShown && !t.retired)
  const columns = await selectColumns(c.get('db'), provinceId)
  const sections = [
    { href: '/portal', label: w.home },
    ...portalMenu.flatMap((item) => [
      { href: item.href, label: item.label[locale] },
      ...(item.href === '/articles' ? articleDoors(locale) : []),
    ]),
    ...((await neededFieldsOf(c)).length > 0 ? [{ href: neededAddress, label: w.needed }] : []),
    { href: '/public-dialogues', label: portalTexts.publicDialogues[locale] },
    { href: '/feedback-results', label: portalTexts.feedbackResults[locale] },
    { href: '/materials', label: materialsTexts.materials[locale] },
    { href: '/identity', label: w.identity },
    { href: '/feeds', label: w.feeds },
    { href: '/poll', label: w.poll },
    { href: '/contact', label: w.contact },
    { href: '/portal/accessibility', label: w.accessibility },
  ]
  return portalPage(
    c,
    { title: w.siteMap, crumbs: crumbs(c, '/site-map', w.siteMap) },
    siteMapPage({ locale, sections, topics, columns }),
  )
}

function articleDoors(locale: Locale) {
  return articleLists.map((one) => ({ href: articleListAddress(one.code), label: one[locale] }))
}

function accessibility(c: Request): Response {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const facts = { title: w.accessibility, crumbs: crumbs(c, '/portal/accessibility', w.accessibility) }
  return portalPage(c, facts, accessibilityPage({ locale }))
}

function crumbs(c: Request, href: string, label: string) {
  return [
    { href: '/portal', label: texts.home[c.get('locale')] },
    { href, label },
  ]
}
