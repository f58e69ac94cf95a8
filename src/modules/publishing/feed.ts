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
  /** Sound and film to be played; absolute addresses. */
  media: readonly { url: string; mime: string; bytes: number; name: string }[]
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

/** Text inside an element or attribute of XML, without what XML cannot hold. */
export function xmlText(text: string): string {
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
<title>${xmlText(i.title)}</title>
<link>${xmlText(i.url)}</link>
<guid isPermaLink="false">${xmlText(i.id)}</guid>
<pubDate>${i.published.toUTCString()}</pubDate>
<dc:creator>${xmlText(i.author)}</dc:creator>
${i.topics.map((t) => `<category>${xmlText(t)}</category>`).join('')}
<description>${xmlText(i.summary || i.title)}</description>
${rssMedia(i)}<content:encoded>${xmlText(i.html)}</content:encoded>
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${xmlText(feed.title)}</title>
<link>${xmlText(feed.home)}</link>
<description>${xmlText(feed.description)}</description>
<language>${xmlText(feed.language)}</language>
<lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
<generator>Chung Tay</generator>
<ttl>15</ttl>
<atom:link href="${xmlText(feed.self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`
}

/** Readers of podcasts take one enclosure of an item: the first. */
function rssMedia({ media: [first] }: FeedItem): string {
  if (!first) return ''
  return `<enclosure url="${xmlText(first.url)}" length="${first.bytes}" type="${first.mime}"/>\n`
}

/** Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const entries = feed.items.map(
    (i) => `<entry xml:lang="${xmlText(i.language)}">
<id>${xmlText(i.id)}</id>
<title>${xmlText(i.title)}</title>
<link rel="alternate" type="text/html" href="${xmlText(i.url)}"/>
${i.media.map((m) => `<link rel="enclosure" type="${m.mime}" length="${m.bytes}" title="${xmlText(m.name)}" href="${xmlText(m.url)}"/>\n`).join('')}<published>${i.published.toISOString()}</published>
<updated>${i.updated.toISOString()}</updated>
<author><name>${xmlText(i.author)}</name></author>
${i.topics.map((t) => `<category term="${xmlText(t)}"/>`).join('')}
<summary>${xmlText(i.summary || i.title)}</summary>
<content type="html">${xmlText(i.html)}</content>
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">
<id>${xmlText(feed.self)}</id>
<title>${xmlText(feed.title)}</title>
<subtitle>${xmlText(feed.description)}</subtitle>
<updated>${feed.updated.toISOString()}</updated>
<author><name>${xmlText(feed.publisher)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(feed.home)}"/>
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
      content_html: i.html || `<p>${xmlText(i.summary || i.title)}</p>`,
      date_published: i.published.toISOString(),
      date_modified: i.updated.toISOString(),
      authors: [{ name: i.author }],
      language: i.language,
      tags: i.topics,
      ...(i.media.length > 0
        ? {
            attachments: i.media.map((m) => ({
              url: m.url,
              mime_type: m.mime,
              title: m.name,
              size_in_bytes: m.bytes,
            })),
          }
        : {}),
    })),
  })
}
