import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { notFound } from '../../../lib/errors.ts'
import type { PortalSite, Request, Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { portalPage } from '../../../ui/answer.tsx'
import { listTopics } from '../../publishing/publishing.ts'
import { idOf, pageOf, unitsOf } from '../asking.ts'
import { view } from '../view.tsx'
import { PublicResultPage, PublicResultsPage, RetractedPage } from './pages/public-pages.tsx'
import { publicResultAddress, publicResultsAddress } from './result.ts'
import { countInTime, selectChoices, selectResults } from './results.sql.ts'
import { texts } from './results.texts.ts'

const filters = ['words', 'topic', 'unit', 'year'] as const

export const resultsPortalRoutes: readonly Route[] = [
  { method: 'GET', path: publicResultsAddress, who: 'public', kept: [...filters, 'page'], handle: list },
  { method: 'GET', path: `${publicResultsAddress}/:id{[0-9]+}`, who: 'public', kept: [], handle: show },
]

const pageSize = 20

function siteOf(c: Request): PortalSite {
  const site = c.get('site')
  if (!site) throw notFound()
  return site
}

function crumbs(c: Request, ...more: { href: string; label: string }[]) {
  const w = words(texts, c.get('locale'))
  return [{ href: '/portal', label: w.home }, { href: publicResultsAddress, label: w.publicTitle }, ...more]
}

async function list(c: Request): Promise<Response> {
  const { provinceId, feedback } = siteOf(c)
  const locale = c.get('locale')
  const db = c.get('db')
  const values = Object.fromEntries(
    filters.flatMap((name) => {
      const value = c.req.query(name)?.normalize('NFC').trim().slice(0, 200)
      return value ? [[name, value]] : []
    }),
  )
  const filter = {
    ...{ words: values['words'], topic: values['topic'], state: 'published' as const },
    ...{ unitId: Number(values['unit']) || undefined, year: Number(values['year']) || undefined },
  }
  const page = pageOf(c)
  const found = await selectResults(db, provinceId, filter, pageSize, (page - 1) * pageSize)
  if (page > 1 && found.results.length === 0) throw notFound()
  const { nameOf } = await unitsOf(c, provinceId)
  const choices = await selectChoices(db, provinceId, 'published')
  const topics = await listTopics(db, provinceId)
  const nameOfFilter = (name: string, value: string) =>
    name === 'unit'
      ? nameOf(Number(value))
      : name === 'topic'
        ? (topics.find((x) => x.code === value)?.[locale] ?? value)
        : value
  const address = (query: Record<string, string>) => {
    const asked = new URLSearchParams(query)
    return asked.size > 0 ? `${publicResultsAddress}?${asked}` : publicResultsAddress
  }
  const props = {
    ...{ ...found, page, pageSize, values, nameOf, system: feedback.link },
    pageAddress: (n: number) => address(n > 1 ? { ...values, page: String(n) } : values),
    active: Object.entries(values).map(([name, value]) => ({
      label: nameOfFilter(name, value),
      without: address(Object.fromEntries(Object.entries(values).filter(([key]) => key !== name))),
    })),
    shares: (await countInTime(db, provinceId, filter)).map((s) => ({ ...s, name: nameOf(s.unitId) })),
    choices: {
      years: choices.years,
      units: choices.unitIds
        .map((id) => ({ id, name: nameOf(id) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
      topics: topics.filter((x) => choices.topics.includes(x.code)),
    },
  }
  const w = words(texts, locale)
  const facts = { title: w.publicTitle, description: w.publicLead, crumbs: crumbs(c) }
  const isFiltered = Object.keys(values).length > 0
  const canonical = isFiltered ? publicResultsAddress : props.pageAddress(page)
  return portalPage(c, { ...facts, canonical }, view(PublicResultsPage, props))
}

async function show(c: Request): Promise<Response> {
  const { provinceId, feedback } = siteOf(c)
  const locale = c.get('locale')
  const db = c.get('db')
  const [result] = (await selectResults(db, provinceId, { id: idOf(c) }, 1)).results
  if (!result || result.state === 'waiting') throw notFound()
  const w = words(texts, locale)
  if (result.state === 'retracted') {
    const { at, why } = result.retracted ?? { at: c.get('now'), why: '' }
    const facts = { title: w.goneTitle, crumbs: crumbs(c), status: 410 as const, isHidden: true }
    return portalPage(c, facts, view(RetractedPage, { day: showDay(dayOf(at)), why }))
  }
  const topic = (await listTopics(db, provinceId)).find((x) => x.code === result.topic)
  const props = {
    ...{ result, system: feedback.link, topicName: topic?.[locale] ?? result.topic },
    unitName: (await unitsOf(c, provinceId)).nameOf(result.unitId),
  }
  const here = { href: publicResultAddress(result.id), label: result.code }
  const facts = { title: result.content, description: result.outcome, crumbs: crumbs(c, here) }
  return portalPage(c, facts, view(PublicResultPage, props))
}
