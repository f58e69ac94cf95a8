import { dayOf } from '../../../lib/calendar/day.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { keeper } from '../../../lib/kept.ts'
import { words } from '../../../lib/text/words.ts'
import { portalPage } from '../../../ui/answer.tsx'
import { portalMenu } from '../../../ui/portal-menu.ts'
import type { Option } from '../../../ui/select.tsx'
import { pageOf, pagingOf, siteOf } from '../asking.ts'
import { selectColumns, selectTopics } from '../columns.sql.ts'
import { publicationKinds } from '../publication.ts'
import { selectChoices } from './choices.sql.ts'
import { placeKind } from './lexemes.ts'
import { otherKinds } from './other-kinds.ts'
import { FindPage } from './pages/find-page.tsx'
import type { Facets } from './query-plan.ts'
import { texts } from './search.texts.ts'
import { type Found, find, pageSize } from './search.ts'
import { suggestionsFor } from './suggesting.ts'

const filters = ['kind', 'topic', 'column', 'year', 'issuer'] as const

/** `q` is what others write into their search boxes; our own says `words`. */
export const searchPortalRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/find',
    who: 'public',
    kept: ['words', 'q', ...filters, 'exactly', 'page'],
    handle: findPage,
  },
  { method: 'GET', path: '/find/suggestions.json', who: 'public', kept: ['words'], handle: suggest },
]

async function findPage(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const asked = wordsOf(c)
  const choices = await choicesFor(c)
  const facets = facetsOf(c, choices)
  const exactly = c.req.query('exactly') === 'yes'
  const isAsked = asked !== '' || Object.keys(facets).length > 0
  const found: Found | null = isAsked
    ? await find(c.get('db'), provinceId, dayOf(c.get('now')), {
        words: asked,
        facets,
        page: pageOf(c),
        exactly,
      })
    : null
  const kept = ['words', 'q', ...filters, 'exactly']
  const title = asked ? w.titleFor(asked) : w.title
  return portalPage(
    c,
    {
      title,
      isHidden: true,
      crumbs: [
        { href: '/portal', label: w.home },
        { href: '/find', label: w.title },
      ],
    },
    <FindPage
      locale={locale}
      asked={asked}
      values={{ words: asked, ...facets }}
      active={activeOf(c, facets, choices)}
      choices={choices}
      found={found}
      exactly={`/find?${new URLSearchParams({ words: asked, ...facets, exactly: 'yes' })}`}
      paging={pagingOf(c, found?.total ?? 0, pageSize, kept)}
      doors={portalMenu.map((item) => ({ href: item.href, label: item.label[locale] }))}
    />,
  )
}

async function suggest(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const suggestions = await suggestionsFor(c.get('db'), provinceId, dayOf(c.get('now')), wordsOf(c))
  return c.json({ suggestions })
}

const longestAsked = 200

function wordsOf(c: Request): string {
  return (c.req.query('words') ?? c.req.query('q') ?? '').normalize('NFC').trim().slice(0, longestAsked)
}

type Choices = Record<(typeof filters)[number], readonly Option[]>

const kept = keeper<{ years: string[]; issuers: string[] }>(40)

/** What can be filtered by. Years and issuers may be a minute old. */
async function choicesFor(c: Request): Promise<Choices> {
  const { provinceId } = siteOf(c)
  const db = c.get('db')
  const locale = c.get('locale')
  const minute = String(Math.floor(c.get('now').getTime() / 60_000))
  const { years, issuers } = await kept(db, String(provinceId), minute, () => selectChoices(db, provinceId))
  const topics = (await selectTopics(db, provinceId)).filter((t) => !t.retired)
  const columns = (await selectColumns(db, provinceId)).filter((col) => !col.retired)
  const same = (value: string): Option => ({ value, label: value })
  return {
    kind: [
      ...Object.entries({ ...publicationKinds, ...otherKinds }).map(([value, name]) => ({
        value,
        label: name[locale],
      })),
      { value: placeKind, label: words(texts, locale).place },
    ],
    topic: topics.map((t) => ({ value: t.code, label: t[locale] })),
    column: columns.map((col) => ({ value: String(col.id), label: col[locale] })),
    year: years.map(same),
    issuer: issuers.map(same),
  }
}

/** Only what is offered: anything else typed into the address is no filter. */
function facetsOf(c: Request, choices: Choices): Facets {
  return Object.fromEntries(
    filters.flatMap((name) => {
      const value = c.req.query(name)?.normalize('NFC')
      return value && choices[name].some((choice) => choice.value === value) ? [[name, value]] : []
    }),
  )
}

function activeOf(c: Request, facets: Facets, choices: Choices) {
  const asked = wordsOf(c)
  return filters.flatMap((name) => {
    const value = facets[name]
    if (!value) return []
    const { [name]: _, ...others } = facets
    const label = choices[name].find((choice) => choice.value === value)?.label ?? value
    return [{ label, without: `/find?${new URLSearchParams({ words: asked, ...others })}` }]
  })
}
