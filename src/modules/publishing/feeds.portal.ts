import { type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import { playedAs } from '../../lib/files/kinds.ts'
import type { PortalSite, Request, Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage } from '../../ui/answer.tsx'
import { allArticleLists, articleListAddress, articleListOf } from './article-lists.ts'
import { siteOf } from './asking.ts'
import { selectColumns, selectTopics } from './columns.sql.ts'
import { type Feed, type FeedItem, writeAtom, writeJsonFeed, writeRss } from './feed.ts'
import { type FeedRow, selectFeed } from './feeds.sql.ts'
import { feedsPage } from './pages/plain-pages.tsx'
import { texts } from './portal.texts.ts'
import { publicationAddress } from './publication.ts'

const types = {
  rss: { write: writeRss, type: 'application/rss+xml; charset=utf-8' },
  atom: { write: writeAtom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: writeJsonFeed, type: 'application/feed+json; charset=utf-8' },
} as const
const file = '{[a-z0-9_-]+\\.(?:rss|atom|json)}'
const most = 30

export const feedRoutes: readonly Route[] = [
  { method: 'GET', path: '/feeds', who: 'public', kept: [], handle: feeds },
  { method: 'GET', path: `/feeds/:file${file}`, who: 'public', kept: [], handle: everything },
  { method: 'GET', path: `/feeds/kinds/:file${file}`, who: 'public', kept: [], handle: ofKind },
  { method: 'GET', path: `/feeds/topics/:file${file}`, who: 'public', kept: [], handle: ofTopic },
  { method: 'GET', path: `/feeds/columns/:file${file}`, who: 'public', kept: [], handle: ofColumn },
]

async function feeds(c: Request): Promise<Response> {
  const { provinceId, origin } = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const topics = (await selectTopics(c.get('db'), provinceId)).filter((t) => !t.retired)
  const columns = (await selectColumns(c.get('db'), provinceId)).filter((one) => !one.retired)
  const lists = [
    { name: w.everything, address: '/feeds/all' },
    ...allArticleLists.map((one) => ({ name: one[locale], address: `/feeds/kinds/${one.code}` })),
    ...topics.map((t) => ({ name: t[locale], address: `/feeds/topics/${t.code}` })),
    ...columns.map((one) => ({ name: one[locale], address: `/feeds/columns/${one.slug}` })),
  ]
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: '/feeds', label: w.feeds },
  ]
  return portalPage(
    c,
    { title: w.feeds, description: w.feedsLead, crumbs },
    feedsPage({ locale, origin, lists }),
  )
}

function asked(c: Request): { name: string; kind: keyof typeof types } {
  const [name = '', kind = ''] = (c.req.param('file') ?? '').split('.')
  return { name, kind: kind as keyof typeof types }
}

function everything(c: Request): Promise<Response> {
  if (asked(c).name !== 'all') throw notFound()
  const site = siteOf(c)
  const about = words(texts, 'vi').homeAbout(site.name.vi)
  return answer(c, { title: site.name.vi, description: about, home: '/portal' }, {})
}

function ofKind(c: Request): Promise<Response> {
  const list = articleListOf(asked(c).name)
  if (!list) throw notFound()
  const title = `${list.vi} – ${siteOf(c).name.vi}`
  const facts = { title, description: list.leadVi, home: articleListAddress(list.code) }
  return answer(c, facts, { kinds: list.kinds })
}

async function ofTopic(c: Request): Promise<Response> {
  const site = siteOf(c)
  const topic = (await selectTopics(c.get('db'), site.provinceId)).find((t) => t.code === asked(c).name)
  if (!topic) throw notFound()
  const title = `${topic.vi} – ${site.name.vi}`
  const home = `/topics/${topic.code}`
  return answer(c, { title, description: topic.aboutVi || title, home }, { topic: topic.code })
}

async function ofColumn(c: Request): Promise<Response> {
  const site = siteOf(c)
  const column = (await selectColumns(c.get('db'), site.provinceId)).find((one) => one.slug === asked(c).name)
  if (!column) throw notFound()
  const title = `${column.vi} – ${site.name.vi}`
  const home = `/columns/${column.slug}`
  return answer(c, { title, description: column.aboutVi || title, home }, { columnId: column.id })
}

async function answer(
  c: Request,
  facts: Pick<Feed, 'title' | 'description' | 'home'>,
  of: Parameters<typeof selectFeed>[2],
): Promise<Response> {
  const site = siteOf(c)
  const { kind } = asked(c)
  const today = dayOf(c.get('now'))
  const rows = await selectFeed(c.get('db'), site.provinceId, of, most)
  const names = new Map((await selectTopics(c.get('db'), site.provinceId)).map((t) => [t.code, t.vi]))
  const changed = rows.map((r) => toldApart(r, today).getTime())
  const feed: Feed = {
    ...facts,
    home: site.origin + facts.home,
    self: site.origin + c.req.path,
    language: 'vi',
    publisher: site.name.vi,
    // The same feed until something changes: of nothing yet, the day's beginning.
    updated: new Date(changed.length > 0 ? Math.max(...changed) : `${today}T00:00:00+07:00`),
    items: rows.map((row) => itemOf(site, row, names, today)),
  }
  return new Response(types[kind].write(feed), {
    headers: { 'content-type': types[kind].type, 'access-control-allow-origin': '*' },
  })
}

function itemOf(site: PortalSite, row: FeedRow, topics: ReadonlyMap<string, string>, today: Day): FeedItem {
  const endedFrom = endOfRow(row, today)
  const ended = endedFrom && texts.endedSince.vi(showDay(endedFrom))
  const url = site.origin + publicationAddress(row)
  return {
    id: `tag:${new URL(site.origin).hostname},${dayOf(row.at)}:publication/${row.id}`,
    title: row.title,
    url,
    // Whoever reads the feed elsewhere sees no page of ours that would tell.
    summary: [ended && `${ended}.`, row.lead].filter(Boolean).join(' '),
    html: (ended ? `<p><strong>${ended}.</strong></p>\n` : '') + absolute(row.html, site.origin),
    author: row.byline || row.unitName,
    published: row.at,
    updated: toldApart(row, today),
    language: row.language,
    topics: [...(ended ? [ended] : []), ...row.topics.flatMap((code) => topics.get(code) ?? [])],
    media: row.files
      .filter((f) => playedAs(f.mime) !== null)
      .map((f) => ({ ...f, url: `${site.origin}/media/${f.fileId}/file` })),
  }
}

/** What was published in one moment differs by its number: readers sort by this, and the W3C validator asks for it. */
function toldApart(row: FeedRow, today: Day): Date {
  const endedFrom = endOfRow(row, today)
  // That it has ended is news to whoever has it already.
  const ended = endedFrom ? Date.parse(`${endedFrom}T00:00:00+07:00`) : 0
  const changed = Math.max(row.changedAt.getTime(), ended)
  return new Date(Math.floor(changed / 1_000) * 1_000 + (row.id % 1_000))
}

/** The day since which it holds no more; null: it does. */
function endOfRow({ endedFrom }: FeedRow, today: Day): Day | null {
  return endedFrom !== null && endedFrom <= today ? endedFrom : null
}

/** Readers show the text elsewhere: what begins at our root begins at our host; what leads within the page, to it. */
function absolute(html: string, origin: string): string {
  return html.replace(/ (src|href)="\//g, ` $1="${origin}/`)
}
