import { reaches } from '../lib/actor.ts'
import { dayOf, showDay } from '../lib/calendar/day.ts'
import { actorOf, type Request, type Route } from '../lib/http/route.ts'
import { bare } from '../lib/text/bare.ts'
import { words } from '../lib/text/words.ts'
import { activityAddress } from '../modules/assignments/activity.ts'
import { assignmentAddress } from '../modules/assignments/assignment.ts'
import { searchWork } from '../modules/assignments/assignments.ts'
import { unitAddress } from '../modules/organisations/organisation.ts'
import { unitsAsOf } from '../modules/organisations/organisations.ts'
import { planAddress, shownTitle } from '../modules/plans/plan.ts'
import { plansWhere } from '../modules/plans/plans.ts'
import { officePage } from '../ui/answer.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Panel } from '../ui/panel.tsx'
import { searchTexts } from './search.texts.ts'

interface Hits {
  title: string
  total: number
  all: string | null
  found: { href: string; label: string; detail: string }[]
}

const mostOfAKind = 8

/** The box at the head of every page: plans, tasks, activities and units in the reader's reach. */
export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: '/search', who: 'signedIn', handle: search },
]

async function search(c: Request): Promise<Response> {
  const t = words(searchTexts, c.get('locale'))
  const asked = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, 200)
  const hits = asked === '' ? [] : (await hitsFor(c, asked)).filter((h) => h.found.length > 0)
  const empty = asked === '' ? t.ask : t.nothing
  return officePage(
    c,
    { title: t.search, search: asked },
    <>
      <PageHead title={t.search} {...(asked === '' ? {} : { lead: t.lead(asked) })} />
      {hits.length === 0 && (
        <EmptyState scene="search" title={empty}>
          {t.nothingWhy}
        </EmptyState>
      )}
      {hits.map((kind) => (
        <Panel
          key={kind.title}
          title={`${kind.title} (${kind.total})`}
          actions={
            kind.all && kind.total > kind.found.length ? (
              <a href={kind.all}>{t.seeAll(kind.total)}</a>
            ) : undefined
          }
        >
          <ul class="records">
            {kind.found.map((hit) => (
              <li key={hit.href}>
                <a class="record-title" href={hit.href}>
                  {hit.label}
                </a>
                <div class="small soft">{hit.detail}</div>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </>,
  )
}

async function hitsFor(c: Request, asked: string): Promise<Hits[]> {
  const actor = actorOf(c)
  const db = c.get('db')
  const t = words(searchTexts, c.get('locale'))
  const today = dayOf(c.get('now'))
  const plans = await plansWhere(db, actor.provinceId, { words: asked }, mostOfAKind)
  const { work, activities } = await searchWork(db, actor, asked, today, mostOfAKind)
  const units = (await unitsAsOf(db, actor.provinceId, today)).filter((u) => named(u.name, asked))
  const query = new URLSearchParams({ words: asked })
  return [
    {
      title: t.plans,
      total: plans.total,
      all: `/plans?${query}`,
      found: plans.plans.map((p) => ({
        href: planAddress(p.id),
        label: shownTitle(p.title),
        detail: [p.number, String(p.year)].filter(Boolean).join(' · '),
      })),
    },
    {
      title: t.work,
      total: work.total,
      all: `/assignments?${query}`,
      found: work.rows.map((r) => ({
        href: assignmentAddress(r.id),
        label: short(r.content),
        detail: [r.unitName, r.dueDay ? showDay(r.dueDay) : r.time].filter(Boolean).join(' · '),
      })),
    },
    {
      title: t.activities,
      total: activities.total,
      all: `/activities?${query}`,
      found: activities.activities.map((a) => ({
        href: activityAddress(a.id),
        label: short(a.what),
        detail: showDay(a.fromDay),
      })),
    },
    {
      title: t.units,
      total: units.length,
      all: null,
      found: units.slice(0, mostOfAKind).map((u) => ({
        href: reaches(actor, u.id) ? `/units/${u.id}/board` : unitAddress(u.id),
        label: u.name,
        detail: u.headName ?? '',
      })),
    },
  ]
}

/** Every word asked for stands in the name; diacritics count where they are typed. */
function named(name: string, asked: string): boolean {
  const lower = name.toLocaleLowerCase('vi')
  return asked
    .toLocaleLowerCase('vi')
    .split(/\s+/)
    .every((word) => (bare(word) === word ? bare(name) : lower).includes(word))
}

function short(text: string): string {
  return text.length > 180 ? `${text.slice(0, 178).trimEnd()}…` : text
}
