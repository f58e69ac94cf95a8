import { dayOf } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { keeper } from '../../lib/kept.ts'
import type { SafeHtml } from '../../lib/richtext/html.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage } from '../../ui/answer.tsx'
import { successorsOf, unitAsOf } from '../organisations/organisations.ts'
import { selectAdopters } from './adopters.sql.ts'
import { columnsOf, siteOf, topicsOf } from './asking.ts'
import { renderBody } from './body.ts'
import { breadcrumbs, cardAddress, thingOf } from './linked-data.ts'
import { type ArticleFacts, articlePage } from './pages/article-page.tsx'
import { textOf } from './pages/event-date.tsx'
import { gonePage } from './pages/gone-page.tsx'
import { picturesOf, type ShownEntry, withPictures, withSizes } from './pictures.ts'
import { texts } from './portal.texts.ts'
import { publicationAddress, publicationKinds } from './publication.ts'
import {
  type Article,
  type Reading,
  selectArticle,
  selectEntry,
  selectNewest,
  selectVersion,
  selectVersions,
} from './reading.sql.ts'
import { beginsOn, endedFrom, isMended } from './validity.ts'

const paths = [...new Set(Object.values(publicationKinds).map((kind) => kind.path))]

export const articleRoutes: readonly Route[] = paths.flatMap((path): Route[] => [
  { method: 'GET', path: `/${path}/:slug`, who: 'public', kept: [], handle: show },
  {
    method: 'GET',
    path: `/${path}/:slug/versions/:number{[0-9]+}`,
    who: 'public',
    kept: [],
    handle: showVersion,
  },
])

async function show(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const reading = await articleOf(c)
  if (reading.state === 'merged') {
    const into = await selectEntry(c.get('db'), provinceId, reading.mergedInto ?? 0)
    if (!into) throw notFound()
    return c.redirect(publicationAddress(into), 301)
  }
  if (reading.state !== 'live') return gone(c, reading)
  const address = publicationAddress(reading)
  if (c.req.path !== address) return c.redirect(address, 301)
  c.set('viewOf', reading.id)
  return page(c, reading, null)
}

/** What was public before: as it was, marked as old, and not for robots. */
async function showVersion(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const reading = await articleOf(c)
  const number = Number(c.req.param('number'))
  if (reading.state !== 'live') return gone(c, reading)
  if (number === reading.version) return c.redirect(publicationAddress(reading), 301)
  const version = await selectVersion(c.get('db'), provinceId, reading.id, number)
  if (!version) throw notFound()
  const { snapshot, at } = version
  const old = {
    ...reading,
    ...{ title: snapshot.title, lead: snapshot.lead, byline: snapshot.byline, facts: snapshot.facts },
    imageId: snapshot.image?.fileId ?? null,
    imageAlt: snapshot.image?.alt ?? '',
    html: renderBody(snapshot.body).html,
  }
  return page(c, old, { number, at })
}

async function articleOf(c: Request): Promise<Article> {
  const slug = c.req.param('slug') ?? ''
  const reading = await selectArticle(c.get('db'), siteOf(c).provinceId, slug, dayOf(c.get('now')))
  if (!reading) throw notFound()
  return reading
}

function gone(c: Request, reading: Reading): Response {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const title = reading.state === 'in_error' ? w.inError : w.gone
  return portalPage(c, { title, status: 410, isHidden: true }, gonePage({ locale, reading }))
}

async function page(c: Request, reading: Article, old: ArticleFacts['old']): Promise<Response> {
  const site = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const facts = await factsOf(c, reading, old)
  const path = publicationKinds[reading.kind].path
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: `/${path}`, label: sectionName(reading, w) },
    { href: publicationAddress(reading), label: reading.title },
  ]
  const original =
    facts.translations.length > 0 ? [{ lang: reading.language, href: publicationAddress(reading) }] : []
  return portalPage(
    c,
    {
      title: reading.title,
      description: reading.lead || reading.text.slice(0, 200),
      canonical: publicationAddress(reading),
      type: 'article',
      crumbs,
      picture: cardAddress(reading.id, reading.version),
      alternates: [...original, ...facts.translations.map((t) => ({ lang: t.language, href: t.href }))],
      isHidden: old !== null,
      data: old ? [] : [thingOf(site, reading, facts.picture, facts.files), breadcrumbs(site, crumbs)],
    },
    articlePage(facts),
  )
}

function sectionName(
  reading: Reading,
  w: Record<'articles' | 'documents' | 'events' | 'indices' | 'exemplars', string>,
) {
  const names = {
    articles: w.articles,
    'directing-documents': w.documents,
    events: w.events,
    'index-results': w.indices,
    exemplars: w.exemplars,
  }
  return names[publicationKinds[reading.kind].path]
}

async function factsOf(c: Request, reading: Article, old: ArticleFacts['old']): Promise<ArticleFacts> {
  const db = c.get('db')
  const { provinceId } = siteOf(c)
  const today = dayOf(c.get('now'))
  const { files, translations, views } = reading
  const [topics, columns, versions, heirs, related, adopters] = await Promise.all([
    topicsOf(c),
    columnsOf(c),
    reading.version > 1 ? selectVersions(db, provinceId, reading.id) : [],
    heirsOf(c, reading),
    relatedTo(c, reading),
    reading.kind === 'exemplar' && !old ? selectAdopters(db, provinceId, reading.id) : [],
  ])
  const images = files.filter((f) => f.mime.startsWith('image/')).map(({ fileId, alt }) => ({ fileId, alt }))
  const pictures = await picturesOf(c, provinceId, images)
  return {
    locale: c.get('locale'),
    reading,
    html: withSizes(reading.html, pictures) as SafeHtml,
    picture: pictures.get(reading.imageId ?? 0) ?? null,
    topics: topics.filter((t) => reading.topics.includes(t.code)),
    column: columns.find((one) => one.id === reading.columnId) ?? null,
    translations: translations.map((t) => ({
      language: t.language,
      href: publicationAddress(t),
      title: t.title,
    })),
    versions,
    adopters,
    files: files
      .filter((f) => f.name !== '')
      .map((f) => ({ href: `/media/${f.fileId}/file`, name: f.name, bytes: f.bytes, mime: f.mime })),
    related,
    views,
    heirs,
    old,
    endedFrom: endedFrom(reading.facts, today),
    beginsOn: beginsOn(reading.facts, today),
    isMended: isMended(reading.facts, today),
    today,
    isReviewPast: reading.reviewBy !== null && reading.reviewBy < today,
    isOver:
      reading.kind === 'event' && (textOf(reading.facts, 'ends') || textOf(reading.facts, 'starts')) < today,
  }
}

/** Null while the unit is there; else who does its work today, by name. */
async function heirsOf(c: Request, reading: Reading): Promise<string | null> {
  const db = c.get('db')
  const { provinceId, treeRevision } = siteOf(c)
  const today = dayOf(c.get('now'))
  if (await unitAsOf(db, provinceId, reading.unitId, today, treeRevision)) return null
  const heirs = await successorsOf(db, provinceId, reading.unitId, dayOf(reading.at), today)
  const units = await Promise.all(heirs.map((h) => unitAsOf(db, provinceId, h.unitId, today, treeRevision)))
  return [...new Set(units.flatMap((u) => (u ? [u.name] : [])))].join(', ')
}

const keptRelated = keeper<ShownEntry[]>(400)

/**
 * Of the same column, else of the same first topic; nothing beside a document or an index. The newest of a column are
 * the same beside all its texts, and stay in memory while nothing public has changed.
 */
async function relatedTo(c: Request, { id, columnId, topics }: Reading): Promise<ShownEntry[]> {
  const [topic] = topics
  if (columnId === null && topic === undefined) return []
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  // What holds no more is told beside its title from its day on.
  const label = `${revision} ${dayOf(c.get('now'))}`
  const query = columnId === null ? { topic: topic ?? '' } : { columnId }
  const newest = await keptRelated(db, `${provinceId} ${columnId ?? topic}`, label, async () =>
    withPictures(c, await selectNewest(db, provinceId, query, 4)),
  )
  return newest.filter((entry) => entry.id !== id).slice(0, 3)
}
