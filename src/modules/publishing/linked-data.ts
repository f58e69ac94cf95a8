import { playedAs } from '../../lib/files/kinds.ts'
import type { PortalSite } from '../../lib/http/route.ts'
import type { Picture } from './pictures.ts'
import { type Facts, publicationAddress } from './publication.ts'
import type { Reading } from './reading.sql.ts'

type Thing = Record<string, unknown>

const articles = new Set([
  'news',
  'article',
  'reportage',
  'video',
  'audio',
  'infographic',
  'exemplar',
  'shortcoming',
])

function said(facts: Facts, name: string): string | undefined {
  const value = facts[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Who publishes: the portal of the province. */
export function organisation(site: PortalSite): Thing {
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${site.origin}/portal#organisation`,
    name: site.name.vi,
    url: `${site.origin}/portal`,
    logo: `${site.origin}/icons/mark-512.png`,
    ...(site.email ? { email: site.email } : {}),
    ...(site.hotline
      ? {
          contactPoint: { '@type': 'ContactPoint', telephone: site.hotline, contactType: 'customer service' },
        }
      : {}),
  }
}

export function website(site: PortalSite): Thing {
  return {
    '@type': 'WebSite',
    '@id': `${site.origin}/portal#website`,
    name: site.name.vi,
    url: `${site.origin}/portal`,
    inLanguage: 'vi',
    publisher: { '@id': `${site.origin}/portal#organisation` },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.origin}/find?words={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

export function breadcrumbs(site: PortalSite, crumbs: readonly { href: string; label: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.label,
      item: site.origin + crumb.href,
    })),
  }
}

/** A file of a publication, by an address from the root. */
export interface LinkedFile {
  href: string
  name: string
  mime: string
  bytes: number
}

/** A publication for machines, by its kind (schema.org). */
export function thingOf(
  site: PortalSite,
  r: Reading,
  picture: Picture | null,
  files: readonly LinkedFile[],
): Thing {
  const url = site.origin + publicationAddress(r)
  const base = {
    '@id': `${url}#this`,
    url,
    mainEntityOfPage: url,
    inLanguage: r.language,
    image: [site.origin + (picture ? picture.src : cardAddress(r.id, r.version))],
  }
  if (r.kind === 'event') return eventOf(base, site, r)
  if (r.kind === 'directing_document') return legislationOf(base, r)
  const article = {
    ...base,
    headline: r.title.slice(0, 110),
    description: r.lead || undefined,
    datePublished: r.at.toISOString(),
    dateModified: r.changedAt.toISOString(),
    expires: said(r.facts, 'validTo'),
    author: { '@type': r.byline ? 'Person' : 'GovernmentOrganization', name: r.byline || r.unitName },
    publisher: organisation(site),
  }
  if (r.kind === 'question_answer') return questionOf(article, r)
  const media = mediaOf(base.image, site, r, files)
  return { '@type': articles.has(r.kind) ? 'NewsArticle' : 'Article', ...article, ...media }
}

/** Our own films and sounds, of which searchers show the length and the picture. */
function mediaOf(image: string[], site: PortalSite, r: Reading, files: readonly LinkedFile[]): Thing {
  const minutes = r.facts['minutes']
  const of = (kind: 'audio' | 'video', type: string) =>
    files
      .filter((f) => playedAs(f.mime) === kind)
      .map((f) => ({
        '@type': type,
        name: r.title,
        description: r.lead || r.title,
        thumbnailUrl: image,
        uploadDate: r.at.toISOString(),
        contentUrl: site.origin + f.href,
        encodingFormat: f.mime,
        contentSize: String(f.bytes),
        inLanguage: r.language,
        transcript: said(r.facts, 'transcript'),
        ...(typeof minutes === 'number' ? { duration: `PT${Math.round(minutes * 60)}S` } : {}),
      }))
  const [video, audio] = [of('video', 'VideoObject'), of('audio', 'AudioObject')]
  return { ...(video.length > 0 ? { video } : {}), ...(audio.length > 0 ? { audio } : {}) }
}

/** Of the version, so that messengers which keep pictures for ever see a new title. */
export function cardAddress(id: number, version: number): string {
  return `/cards/${id}-${version}.png`
}

function eventOf(base: Thing, site: PortalSite, r: Reading): Thing {
  const moment = (name: string) => {
    const value = said(r.facts, name)
    return value && `${value}:00+07:00`
  }
  const online = said(r.facts, 'address')
  const place = {
    '@type': 'Place',
    name: said(r.facts, 'place'),
    address: `${said(r.facts, 'place')}, ${site.name.vi}`,
  }
  return {
    '@type': 'Event',
    ...base,
    name: r.title,
    description: r.lead || r.title,
    startDate: moment('starts'),
    endDate: moment('ends'),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${online ? 'Mixed' : 'Offline'}EventAttendanceMode`,
    location: online ? [place, { '@type': 'VirtualLocation', url: online }] : place,
    organizer: { '@type': 'Organization', name: said(r.facts, 'organiser') ?? r.unitName, url: site.origin },
  }
}

function legislationOf(base: Thing, r: Reading): Thing {
  return {
    '@type': 'Legislation',
    ...base,
    name: r.title,
    legislationIdentifier: said(r.facts, 'number'),
    legislationDate: said(r.facts, 'day'),
    legislationDateVersion: said(r.facts, 'effective'),
    legislationType: said(r.facts, 'documentKind'),
    legislationPassedBy: { '@type': 'GovernmentOrganization', name: said(r.facts, 'issuer') },
  }
}

/** The title asks, the text answers. */
function questionOf(article: Thing, r: Reading): Thing {
  return {
    '@type': 'FAQPage',
    ...article,
    mainEntity: [
      {
        '@type': 'Question',
        name: r.title,
        text: r.lead || r.title,
        acceptedAnswer: { '@type': 'Answer', text: r.text },
      },
    ],
  }
}
