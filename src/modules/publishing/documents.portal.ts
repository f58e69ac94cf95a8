import { dayOf } from '../../lib/calendar/day.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage } from '../../ui/answer.tsx'
import { pageOf, pageSize, pagingOf, siteOf } from './asking.ts'
import { breadcrumbs } from './linked-data.ts'
import {
  countDocuments,
  type DocumentOrder,
  documentOrders,
  selectDocumentChoices,
  selectDocuments,
} from './lists.sql.ts'
import { documentsPage } from './pages/list-pages.tsx'
import { texts } from './portal.texts.ts'

const documentWords = ['words', 'issuer', 'kind', 'year'] as const
const orderWords = ['sort', 'direction'] as const

export const documentsRoute: Route = {
  method: 'GET',
  path: '/directing-documents',
  who: 'public',
  kept: [...documentWords, ...orderWords, 'page'],
  handle: documents,
}

async function documents(c: Request): Promise<Response> {
  const site = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const db = c.get('db')
  const values = Object.fromEntries(
    documentWords.flatMap((name) => {
      const value = c.req.query(name)?.normalize('NFC').trim().slice(0, 200)
      return value ? [[name, value]] : []
    }),
  )
  const order = orderOf(c)
  const query = { ...values, sort: order.key, isDescending: order.direction === 'descending' }
  const [entries, total] = await Promise.all([
    selectDocuments(db, site.provinceId, query, pageSize, (pageOf(c) - 1) * pageSize),
    countDocuments(db, site.provinceId, query),
  ])
  const paging = pagingOf(c, total, pageSize, [...documentWords, ...orderWords])
  const without = (name: string) => {
    const rest = Object.fromEntries(Object.entries(values).filter(([key]) => key !== name))
    return `/directing-documents?${new URLSearchParams(rest)}`
  }
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: '/directing-documents', label: w.documents },
  ]
  const isFiltered = Object.keys(values).length > 0 || c.req.query('sort') !== undefined
  return portalPage(
    c,
    {
      ...{ title: w.documents, description: w.documentsLead, crumbs },
      data: [breadcrumbs(site, crumbs)],
      canonical: isFiltered ? '/directing-documents' : paging.href(paging.page),
    },
    documentsPage({
      locale,
      entries,
      choices: await selectDocumentChoices(db, site.provinceId),
      values,
      sort: {
        ...order,
        href: (sort, direction) =>
          `/directing-documents?${new URLSearchParams({ ...values, sort, direction })}`,
      },
      active: Object.entries(values).map(([name, label]) => ({ label, without: without(name) })),
      paging,
      today: dayOf(c.get('now')),
    }),
  )
}

/** The order asked for; by day, the latest first, where nothing right was asked. */
function orderOf(c: Request): { key: DocumentOrder; direction: 'ascending' | 'descending' } {
  const key = documentOrders.find((one) => one === c.req.query('sort')) ?? 'day'
  const direction = c.req.query('direction')
  if (direction === 'ascending' || direction === 'descending') return { key, direction }
  return { key, direction: key === 'day' ? 'descending' : 'ascending' }
}
