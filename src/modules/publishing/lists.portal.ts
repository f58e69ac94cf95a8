import type { ComponentChildren } from 'preact'
import { dayOf } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { keeper } from '../../lib/kept.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage } from '../../ui/answer.tsx'
import { selectMostAdopted } from './adopters.sql.ts'
import { articleListAddress, articleListOf, articleLists, neededAddress } from './article-lists.ts'
import {
  articleKinds,
  columnsOf,
  feedsOf,
  neededFieldsOf,
  pageSize,
  pagingOf,
  siteOf,
  topicsOf,
} from './asking.ts'
import { selectColumns, selectTopics } from './columns.sql.ts'
import { documentsRoute } from './documents.portal.ts'
import { breadcrumbs } from './linked-data.ts'
import { countByColumn, countByKind, selectEvents, selectIndexResults } from './lists.sql.ts'
import { mostAdopted } from './pages/adopters.tsx'
import { columnsPage, eventsPage, indicesPage, listPage, type Parts } from './pages/list-pages.tsx'
import { topicIntro, topicsPage } from './pages/topic-pages.tsx'
import { withPictures } from './pictures.ts'
import { texts } from './portal.texts.ts'
import { countLive, type ListQuery, selectNewest } from './reading.sql.ts'

export const listRoutes: readonly Route[] = [
  { method: 'GET', path: '/articles', who: 'public', kept: ['kind', 'page'], handle: articles },
  { method: 'GET', path: neededAddress, who: 'public', kept: ['field', 'page'], handle: needed },
  { method: 'GET', path: '/exemplars', who: 'public', kept: ['page'], handle: exemplars },
  { method: 'GET', path: '/columns', who: 'public', kept: [], handle: columns },
  { method: 'GET', path: '/columns/:slug', who: 'public', kept: ['page'], handle: column },
  { method: 'GET', path: '/topics', who: 'public', kept: [], handle: topics },
  { method: 'GET', path: '/topics/:code', who: 'public', kept: ['page'], handle: topic },
  documentsRoute,
  { method: 'GET', path: '/events', who: 'public', kept: ['page'], handle: events },
  { method: 'GET', path: '/index-results', who: 'public', kept: [], handle: indices },
]

interface ListFacts {
  title: string
  lead: string
  query: ListQuery
  /** Address of the feed of this list, without its kind. */
  feed?: string
  /** Of which topic or column somebody who follows it from here wants to hear: '?topic=…'. */
  follow?: string
  above?: readonly { href: string; label: string }[]
  look?: 'row' | 'card'
  /** Where the list is, if its path alone does not say it. */
  href?: string
  /** Parts of the list, or of the one it is part of. */
  parts?: Parts
  /** Between the heading and the list. */
  intro?: ComponentChildren
  /** What else there is to see of these things. */
  below?: ComponentChildren
}

const keptCounts = keeper<number>(400)

/** How long a list is; from memory while nothing public has changed, as counting looks at every line of it. */
function countOf(c: Request, query: ListQuery): Promise<number> {
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  const key = `${provinceId} ${JSON.stringify(query)}`
  return keptCounts(db, key, revision, () => countLive(db, provinceId, query))
}

async function list(c: Request, facts: ListFacts): Promise<Response> {
  const site = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const total = await countOf(c, facts.query)
  const paging = pagingOf(c, total, pageSize, facts.parts ? ['kind', 'field'] : [])
  const offset = (paging.page - 1) * pageSize
  const entries = await selectNewest(c.get('db'), site.provinceId, facts.query, pageSize, offset)
  const title = paging.page > 1 ? `${facts.title}, ${w.pageOf(paging.page)}` : facts.title
  const crumbs = [
    { href: '/portal', label: w.home },
    ...(facts.above ?? []),
    { href: facts.href ?? c.req.path, label: facts.title },
  ]
  return portalPage(
    c,
    {
      title,
      description: facts.lead,
      canonical: paging.href(paging.page),
      crumbs,
      data: [breadcrumbs(site, crumbs)],
      ...(facts.feed ? { feeds: feedsOf(facts.feed, facts.title) } : {}),
    },
    listPage({
      locale,
      title: facts.title,
      lead: facts.lead,
      entries: await withPictures(c, entries),
      paging,
      look: facts.look ?? 'row',
      ...(facts.parts ? { parts: facts.parts } : {}),
      intro: facts.intro,
      below: facts.below,
      ...(facts.feed ? { follow: `/subscriptions${facts.follow ?? ''}` } : {}),
    }),
  )
}

async function articles(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const code = c.req.query('kind')
  const parts = await articleParts(c, code)
  if (code === undefined) {
    const query = { kinds: articleKinds }
    return list(c, { title: w.articles, lead: w.articlesLead, query, feed: '/feeds/all', parts })
  }
  const one = articleListOf(code)
  if (!one) throw notFound()
  return list(c, {
    ...{ title: one[locale], lead: locale === 'vi' ? one.leadVi : one.leadEn, parts },
    ...{ href: articleListAddress(one.code), above: [{ href: '/articles', label: w.articles }] },
    query: { kinds: one.kinds },
    feed: `/feeds/kinds/${one.code}`,
  })
}

const keptKinds = keeper<Map<string, number>>(80)

/** The lists that hold something, and the one that is asked for. */
async function articleParts(c: Request, code: string | undefined): Promise<Parts> {
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  const locale = c.get('locale')
  const amounts = await keptKinds(db, String(provinceId), revision, () => countByKind(db, provinceId))
  const filled = articleLists.filter(
    (one) => one.code === code || one.kinds.some((kind) => amounts.has(kind)),
  )
  const label = words(texts, locale).byForm
  return {
    label,
    links: [
      { href: '/articles', label: words(texts, locale).any, isCurrent: code === undefined },
      ...filled.map((one) => ({
        ...{ href: articleListAddress(one.code), label: one[locale], isCurrent: one.code === code },
      })),
    ],
  }
}

/** Guidance on what many need (HN-08): all of it, or `?field=` one field; 404 when the province marks none. */
async function needed(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const fields = await neededFieldsOf(c)
  const code = c.req.query('field')
  const one = fields.find((f) => f.code === code)
  if (fields.length === 0 || (code !== undefined && !one)) throw notFound()
  const links = [
    { href: neededAddress, label: w.any, isCurrent: !one },
    ...fields.map((f) => ({
      ...{ href: `${neededAddress}?field=${f.code}`, label: f[locale], isCurrent: f === one },
    })),
  ]
  return list(c, {
    ...{ title: one ? one[locale] : w.needed, lead: w.neededLead },
    ...(one ? { above: [{ href: neededAddress, label: w.needed }] } : {}),
    ...(one ? { href: `${neededAddress}?field=${one.code}` } : {}),
    query: { kinds: articleKinds, themes: (one ? [one] : fields).map((f) => f.vi) },
    parts: { label: w.neededFields, links },
  })
}

async function exemplars(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const models = await selectMostAdopted(c.get('db'), siteOf(c).provinceId, 5)
  const query = { kinds: ['exemplar'] } as const
  const below = models.length > 0 ? mostAdopted({ locale, models }) : null
  return list(c, { title: w.exemplars, lead: w.exemplarsLead, query, look: 'card', below })
}

async function columns(c: Request): Promise<Response> {
  const site = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const amounts = await countByColumn(c.get('db'), site.provinceId)
  const all = await selectColumns(c.get('db'), site.provinceId)
  const shown = all
    .filter((one) => !one.retired || amounts.has(one.id))
    .map((one) => ({ column: one, amount: amounts.get(one.id) ?? 0 }))
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: '/columns', label: w.columns },
  ]
  return portalPage(
    c,
    { title: w.columns, description: w.columnsLead, crumbs, data: [breadcrumbs(site, crumbs)] },
    columnsPage({ locale, columns: shown }),
  )
}

async function column(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const all = await columnsOf(c)
  const one = all.find((each) => each.slug === c.req.param('slug'))
  if (!one) throw notFound()
  const lead = locale === 'vi' ? one.aboutVi : one.aboutEn || one.aboutVi
  const above = [{ href: '/columns', label: words(texts, locale).columns }]
  return list(c, {
    ...{ title: one[locale], lead, above },
    query: { columnId: one.id },
    feed: `/feeds/columns/${one.slug}`,
    follow: `?column=${one.id}`,
  })
}

async function topics(c: Request): Promise<Response> {
  const site = siteOf(c)
  const w = words(texts, c.get('locale'))
  const all = await selectTopics(c.get('db'), site.provinceId)
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: '/topics', label: w.topics },
  ]
  return portalPage(
    c,
    { title: w.topics, description: w.topicsLead, crumbs, data: [breadcrumbs(site, crumbs)] },
    topicsPage({ locale: c.get('locale'), topics: all.filter((t) => t.isShown && !t.retired) }),
  )
}

async function topic(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const all = await topicsOf(c)
  const one = all.find((each) => each.code === c.req.param('code'))
  if (!one) throw notFound()
  const lead = locale === 'vi' ? one.aboutVi : one.aboutEn || one.aboutVi
  const above = [{ href: '/topics', label: words(texts, locale).topics }]
  return list(c, {
    ...{ title: one[locale], lead, above },
    query: { topic: one.code },
    ...(one.retired ? {} : { feed: `/feeds/topics/${one.code}`, follow: `?topic=${one.code}` }),
    intro: topicIntro({ locale, topic: one, successor: all.find((t) => t.code === one.successor) ?? null }),
  })
}

async function events(c: Request): Promise<Response> {
  const site = siteOf(c)
  const w = words(texts, c.get('locale'))
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const upcoming = await selectEvents(db, site.provinceId, { from: today }, 50)
  const total = (await countOf(c, { kinds: ['event'] })) - upcoming.length
  const paging = pagingOf(c, total)
  const past = await selectEvents(
    db,
    site.provinceId,
    { before: today },
    pageSize,
    (paging.page - 1) * pageSize,
  )
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: '/events', label: w.events },
  ]
  return portalPage(
    c,
    { title: w.events, description: w.eventsLead, crumbs, data: [breadcrumbs(site, crumbs)] },
    eventsPage({ locale: c.get('locale'), upcoming, past, paging }),
  )
}

async function indices(c: Request): Promise<Response> {
  const site = siteOf(c)
  const w = words(texts, c.get('locale'))
  const entries = await selectIndexResults(c.get('db'), site.provinceId, 60)
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: '/index-results', label: w.indices },
  ]
  return portalPage(
    c,
    { title: w.indices, description: w.indicesLead, crumbs, data: [breadcrumbs(site, crumbs)] },
    indicesPage({ locale: c.get('locale'), entries }),
  )
}
