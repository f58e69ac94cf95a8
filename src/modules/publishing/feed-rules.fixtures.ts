import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Node = Record<string, unknown>

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['item', 'entry', 'link', 'atom:link', 'category', 'author'].includes(name),
})

const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const tagUri = /^tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:\S+$/

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? String((value as Node)['#text'] ?? '') : ''
}

function list(value: unknown): Node[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Node[]
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** Are all values there, and no two alike? */
function areDistinct(values: readonly string[]): boolean {
  return values.every((v) => v !== '') && new Set(values).size === values.length
}

/** What a reader elsewhere cannot follow, and what must not be run: as the validator's SecurityRisk and relative URLs. */
function bodyFaults(html: string, where: string): string[] {
  const faults: string[] = []
  if (/<(script|iframe|object|embed|style|form|meta)\b/i.test(html)) faults.push(`${where}: SecurityRisk`)
  if (/\son\w+=|javascript:/i.test(html)) faults.push(`${where}: SecurityRiskAttr`)
  for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g))
    if (!/^(https?:|mailto:|tel:|#)/.test(address)) faults.push(`${where}: ContainsRelRef ${address}`)
  return faults
}

type Check = (holds: unknown, rule: string) => void

function collecting(): { faults: string[]; must: Check } {
  const faults: string[] = []
  return { faults, must: (holds, rule) => (holds ? undefined : faults.push(rule)) }
}

/**
 * What the W3C validator says of an RSS 2.0 document, of its documented rules (validator.w3.org/feed/docs/rss2.html,
 * …/docs/error, …/docs/warning) those that a feed such as ours could break. Empty: valid, with its recommendations.
 */
export function rssFaults(xml: string, self: string): string[] {
  const { faults, must } = collecting()
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) return [`SAXError: ${wellFormed.err.msg}`]
  const { rss } = parser.parse(xml) as { rss: Node }
  const channel = rss['channel'] as Node
  must(rss['@version'] === '2.0', 'InvalidRSSVersion')
  for (const name of ['title', 'description']) must(textOf(channel[name]), `MissingElement channel/${name}`)
  must(
    isAddress(textOf(Array.isArray(channel['link']) ? channel['link'][0] : channel['link'])),
    'InvalidLink',
  )
  must(languageTag.test(textOf(channel['language'])), 'InvalidLanguage')
  must(rfc822.test(textOf(channel['lastBuildDate'])), 'InvalidRFC2822Date lastBuildDate')
  must(/^\d+$/.test(textOf(channel['ttl'])), 'InvalidInteger ttl')
  const selves = list(channel['atom:link']).filter((l) => l['@rel'] === 'self')
  must(selves.length === 1 && selves[0]?.['@href'] === self, 'MissingSelf / SelfDoesntMatchLocation')
  const items = list(channel['item'])
  const guids = items.map((item) => textOf(item['guid']))
  must(areDistinct(guids), 'DuplicateValue guid')
  for (const [i, item] of items.entries()) {
    const guid = item['guid'] as Node
    must(textOf(item['title']) || textOf(item['description']), `item ${i}: MissingItemTitleOrDescription`)
    must(isAddress(textOf(list(item['link'])[0])), `item ${i}: InvalidFullLink`)
    must(rfc822.test(textOf(item['pubDate'])), `item ${i}: InvalidRFC2822Date`)
    must(guid['@isPermaLink'] === 'false' || isAddress(textOf(guid)), `item ${i}: InvalidPermalink`)
    must(!('author' in item), `item ${i}: author is an e-mail address in RSS; dc:creator is a name`)
    must(textOf(item['dc:creator']), `item ${i}: NotBlank dc:creator`)
    faults.push(...bodyFaults(textOf(item['content:encoded']), `item ${i}`))
  }
  return faults
}

/** The same for Atom (RFC 4287; validator.w3.org/feed/docs/atom.html). */
export function atomFaults(xml: string, self: string): string[] {
  const { faults, must } = collecting()
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) return [`SAXError: ${wellFormed.err.msg}`]
  const { feed } = parser.parse(xml) as { feed: Node }
  must(feed['@xmlns'] === 'http://www.w3.org/2005/Atom', 'UndefinedElement: namespace')
  must(isAddress(textOf(feed['id'])) || tagUri.test(textOf(feed['id'])), 'InvalidFullLink id')
  must(textOf(feed['title']), 'MissingElement title')
  must(rfc3339.test(textOf(feed['updated'])), 'InvalidRFC3339Date')
  must(textOf(list(feed['author'])[0]?.['name']), 'MissingElement author')
  must(languageTag.test(String(feed['@xml:lang'])), 'InvalidLanguage')
  const links = list(feed['link'])
  must(links.find((l) => l['@rel'] === 'self')?.['@href'] === self, 'MissingSelf / SelfDoesntMatchLocation')
  const entries = list(feed['entry'])
  must(areDistinct(entries.map((e) => textOf(e['id']))), 'DuplicateEntries')
  must(areDistinct(entries.map((e) => textOf(e['updated']))), 'DuplicateUpdated')
  for (const [i, entry] of entries.entries()) {
    must(tagUri.test(textOf(entry['id'])), `entry ${i}: InvalidTAG`)
    must(textOf(entry['title']), `entry ${i}: MissingElement title`)
    must(rfc3339.test(textOf(entry['updated'])), `entry ${i}: InvalidRFC3339Date updated`)
    must(rfc3339.test(textOf(entry['published'])), `entry ${i}: InvalidRFC3339Date published`)
    must(textOf(list(entry['author'])[0]?.['name']), `entry ${i}: MissingElement author`)
    const alternates = list(entry['link']).filter((l) => l['@rel'] === 'alternate')
    must(
      alternates.length === 1 && isAddress(String(alternates[0]?.['@href'])),
      `entry ${i}: MissingAlternate`,
    )
    must(textOf(entry['summary']) && !/<\w/.test(textOf(entry['summary'])), `entry ${i}: NotText summary`)
    must((entry['content'] as Node)['@type'] === 'html', `entry ${i}: InvalidType content`)
    faults.push(...bodyFaults(textOf(entry['content']), `entry ${i}`))
  }
  return faults
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): which the W3C validator does not know. */
export function jsonFeedFaults(json: string, self: string): string[] {
  const { faults, must } = collecting()
  const feed = JSON.parse(json) as Node
  const known =
    'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items'
  must(feed['version'] === 'https://jsonfeed.org/version/1.1', 'version')
  must(
    Object.keys(feed).every((key) => known.split(' ').includes(key)),
    'a key that is not in the specification',
  )
  must(typeof feed['title'] === 'string' && feed['title'] !== '', 'title')
  must(isAddress(String(feed['home_page_url'])), 'home_page_url')
  must(feed['feed_url'] === self, 'feed_url')
  must(languageTag.test(String(feed['language'])), 'language')
  const items = list(feed['items'])
  must(areDistinct(items.map((i) => String(i['id'] ?? ''))), 'ids are strings, each its own')
  for (const [i, item] of items.entries()) {
    must(typeof item['id'] === 'string', `item ${i}: id is a string`)
    must(item['content_html'] || item['content_text'], `item ${i}: content_html or content_text`)
    must(isAddress(String(item['url'])), `item ${i}: url`)
    for (const date of ['date_published', 'date_modified'])
      must(rfc3339.test(String(item[date])), `item ${i}: ${date}`)
    must(
      list(item['authors']).every((a) => a['name'] || a['url']),
      `item ${i}: authors`,
    )
    must(
      list(item['tags']).every((t) => typeof t === 'string'),
      `item ${i}: tags`,
    )
    faults.push(...bodyFaults(String(item['content_html']), `item ${i}`))
  }
  return faults
}
