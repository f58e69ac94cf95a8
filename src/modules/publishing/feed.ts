import { printable } from '../../lib/text/printable.ts'

/** One thing in a feed; addresses are absolute. */
export interface FeedItem {
  /** Stays the same whatever becomes of title and address: a tag URI (RFC 4151). */
  id: string
  title: string
  url: string
  summary: string
  html: string
  author: string
  published: Date
  updated: Date
  language: string
  topics: readonly string[]
}

export interface Feed {
  title: string
  description: string
  /** The page that shows the same. */
  home: string
  /** Where this very feed is. */
  self: string
  language: string
  publisher: string
  updated: Date
  items: readonly FeedItem[]
}

function x(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** RSS 2.0 (RSS Advisory Board) with the elements that readers know: atom:link self, content:encoded, dc:creator. */
export function writeRss(feed: Feed): string {
  const items = feed.items.map(
    (i) => `<item>
<title>${x(i.title)}</title>
<link>${x(i.url)}</link>
<guid isPermaLink="false">${x(i.id)}</guid>
<pubDate>${i.published.toUTCString()}</pubDate>
<dc:creator>${x(i.author)}</dc:creator>
${i.topics.map((t) => `<category>${x(t)}</category>`).join('')}
<description>${x(i.summary || i.title)}</description>
<content:encoded>${x(i.html)}</content:encoded>
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${x(feed.title)}</title>
<link>${x(feed.home)}</link>
<description>${x(feed.description)}</description>
<language>${x(feed.language)}</language>
<lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
<generator>Chung Tay</generator>
<ttl>15</ttl>
<atom:link href="${x(feed.self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`
}

/** Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const entries = feed.items.map(
    (i) => `<entry xml:lang="${x(i.language)}">
<id>${x(i.id)}</id>
<title>${x(i.title)}</title>
<link rel="alternate" type="text/html" href="${x(i.url)}"/>
<published>${i.published.toISOString()}</published>
<updated>${i.updated.toISOString()}</updated>
<author><name>${x(i.author)}</name></author>
${i.topics.map((t) => `<category term="${x(t)}"/>`).join('')}
<summary>${x(i.summary || i.title)}</summary>
<content type="html">${x(i.html)}</content>
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${x(feed.language)}">
<id>${x(feed.self)}</id>
<title>${x(feed.title)}</title>
<subtitle>${x(feed.description)}</subtitle>
<updated>${feed.updated.toISOString()}</updated>
<author><name>${x(feed.publisher)}</name></author>
<link rel="self" type="application/atom+xml" href="${x(feed.self)}"/>
<link rel="alternate" type="text/html" href="${x(feed.home)}"/>
<generator>Chung Tay</generator>
${entries.join('\n')}
</feed>
`
}

/** JSON Feed 1.1 (jsonfeed.org). */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.items.map((i) => ({
      id: i.id,
      url: i.url,
      title: i.title,
      summary: i.summary || i.title,
      content_html: i.html || `<p>${x(i.summary || i.title)}</p>`,
      date_published: i.published.toISOString(),
      date_modified: i.updated.toISOString(),
      authors: [{ name: i.author }],
      language: i.language,
      tags: i.topics,
    })),
  })
}
