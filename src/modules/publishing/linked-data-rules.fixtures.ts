type Thing = Record<string, unknown>
type Rule = (value: unknown) => boolean

const isText: Rule = (v) => typeof v === 'string' && v.trim() !== ''
const isAddress: Rule = (v) => typeof v === 'string' && /^https?:\/\/\S+$/.test(v) && URL.canParse(v)
const isMoment: Rule = (v) =>
  typeof v === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(v)
const isDay: Rule = (v) => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v)
const isLanguage: Rule = (v) => typeof v === 'string' && /^[a-z]{2,3}$/.test(v)
const isSome =
  (...types: string[]): Rule =>
  (v) =>
    typeof v === 'object' && v !== null && types.includes(String((v as Thing)['@type']))
const each =
  (rule: Rule): Rule =>
  (v) =>
    Array.isArray(v) ? v.length > 0 && v.every(rule) : rule(v)

const work = { headline: isText, url: isAddress, image: each(isAddress), inLanguage: isLanguage }
const article = {
  ...work,
  datePublished: isMoment,
  dateModified: isMoment,
  author: isSome('Person', 'GovernmentOrganization', 'Organization'),
  publisher: isSome('GovernmentOrganization'),
  mainEntityOfPage: isAddress,
  expires: (v: unknown) => v === undefined || isDay(v),
}

const media = {
  name: isText,
  description: isText,
  uploadDate: isMoment,
  contentUrl: isAddress,
  encodingFormat: (v: unknown) => /^(audio|video)\/[a-z0-9]+$/.test(String(v)),
  transcript: isText,
}

/**
 * What each type of thing must say and how: domains and ranges of schema.org, and the properties that searchers name
 * as required or recommended for it (Article, Event, Breadcrumb, Organization, FAQ).
 */
const rules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  NewsArticle: article,
  Article: article,
  FAQPage: { ...article, mainEntity: each(isSome('Question')) },
  Question: { name: isText, acceptedAnswer: isSome('Answer') },
  Answer: { text: isText },
  Event: {
    name: isText,
    startDate: isMoment,
    location: each(isSome('Place', 'VirtualLocation')),
    description: isText,
    image: each(isAddress),
    organizer: isSome('Organization'),
    eventStatus: (v) => v === 'https://schema.org/EventScheduled',
    eventAttendanceMode: (v) =>
      /^https:\/\/schema\.org\/(Offline|Mixed|Online)EventAttendanceMode$/.test(String(v)),
  },
  VideoObject: { ...media, thumbnailUrl: each(isAddress) },
  AudioObject: media,
  Place: { name: isText, address: isText },
  VirtualLocation: { url: isAddress },
  Legislation: {
    name: isText,
    legislationIdentifier: isText,
    legislationDate: isDay,
    legislationPassedBy: isSome('GovernmentOrganization'),
  },
  BreadcrumbList: { itemListElement: each(isSome('ListItem')) },
  ListItem: { position: (v) => Number.isInteger(v), name: isText, item: isAddress },
  GovernmentOrganization: { name: isText },
  Organization: { name: isText },
  Person: { name: isText },
  WebSite: { name: isText, url: isAddress, inLanguage: isLanguage, potentialAction: isSome('SearchAction') },
  SearchAction: { target: isSome('EntryPoint'), 'query-input': isText },
  EntryPoint: { urlTemplate: isText },
  ContactPoint: { telephone: isText, contactType: isText },
}

/** The linked data of a page, one thing each. */
export function linkedThings(html: string): Thing[] {
  const scripts = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)
  return [...scripts].map(([, json = '']) => JSON.parse(json) as Thing)
}

/** What is wrong with a thing and all it holds: '' nothing said, unknown types, crumbs out of order. */
export function linkedDataFaults(thing: Thing): string[] {
  const type = String(thing['@type'] ?? '')
  // A reference to what another block describes.
  if (type === '' && isAddress(thing['@id']) && Object.keys(thing).length === 1) return []
  const own = rules[type]
  if (!own) return [`unknown type ${type}`]
  const faults = Object.entries(own)
    .filter(([name, holds]) => !holds(thing[name]))
    .map(([name]) => `${type}.${name}: ${JSON.stringify(thing[name])}`)
  if (type === 'BreadcrumbList')
    (thing['itemListElement'] as Thing[]).forEach((item, i) => {
      if (item['position'] !== i + 1) faults.push(`position ${String(item['position'])} is not ${i + 1}`)
    })
  if (String(thing['headline'] ?? '').length > 110) faults.push(`${type}.headline is longer than 110`)
  if (isMoment(thing['endDate']) && String(thing['endDate']) < String(thing['startDate']))
    faults.push('endDate')
  const inner = Object.values(thing)
    .flat()
    .filter((v): v is Thing => typeof v === 'object' && v !== null)
  return [...faults, ...inner.flatMap(linkedDataFaults)]
}
