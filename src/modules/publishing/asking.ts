import { notFound } from '../../lib/errors.ts'
import type { PortalSite, Request } from '../../lib/http/route.ts'
import { keeper } from '../../lib/kept.ts'
import { selectColumns, selectNeededFields, selectTopics } from './columns.sql.ts'
import type { Paging } from './pages/list-pages.tsx'
import {
  type Column,
  type NeededField,
  type PublicationKind,
  publicationKinds,
  type Topic,
} from './publication.ts'

/** The portal that is asked; a page of no portal does not exist. */
export function siteOf(c: Request): PortalSite {
  const site = c.get('site')
  if (!site) throw notFound()
  return site
}

const keptTopics = keeper<Topic[]>(80)
const keptColumns = keeper<Column[]>(80)

/** The topics of this portal; from memory while nothing public has changed, as every text names some. */
export function topicsOf(c: Request): Promise<Topic[]> {
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  return keptTopics(db, String(provinceId), revision, () => selectTopics(db, provinceId))
}

/** The columns of this portal, likewise. */
export function columnsOf(c: Request): Promise<Column[]> {
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  return keptColumns(db, String(provinceId), revision, () => selectColumns(db, provinceId))
}

const keptNeeded = keeper<NeededField[]>(80)

/** The fields of procedures that many need, likewise. */
export function neededFieldsOf(c: Request): Promise<NeededField[]> {
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  return keptNeeded(db, String(provinceId), revision, () => selectNeededFields(db, provinceId))
}

export const pageSize = 20
/** Nobody reads further; a robot that does would make the database count in vain. */
const lastPage = 1_000

export function pageOf(c: Request): number {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isInteger(page) && page > 0 && page <= lastPage ? page : 1
}

/** A page beyond the end of the list does not exist. */
export function pagingOf(c: Request, total: number, size = pageSize, words: readonly string[] = []): Paging {
  const page = pageOf(c)
  if (page > 1 && (page - 1) * size >= total) throw notFound()
  const kept = words.flatMap((name): [string, string][] => {
    const value = c.req.query(name)
    return value ? [[name, value]] : []
  })
  return {
    page,
    pageSize: size,
    total,
    href: (n) => {
      const query = new URLSearchParams([...kept, ...(n > 1 ? [['page', String(n)]] : [])])
      return query.size > 0 ? `${c.req.path}?${query}` : c.req.path
    },
  }
}

const kinds = Object.keys(publicationKinds) as PublicationKind[]
/** What is read like a newspaper: all that lives under /articles. */
export const articleKinds = kinds.filter((kind) => publicationKinds[kind].path === 'articles')

/** The three feeds of a list, for the head of its page. */
export function feedsOf(address: string, title: string) {
  return [
    { title: `${title} (RSS)`, href: `${address}.rss`, type: 'application/rss+xml' },
    { title: `${title} (Atom)`, href: `${address}.atom`, type: 'application/atom+xml' },
    { title: `${title} (JSON)`, href: `${address}.json`, type: 'application/feed+json' },
  ]
}
