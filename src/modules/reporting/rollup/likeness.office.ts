import { hasRole } from '../../../lib/actor.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import { periodTitle } from '../../../lib/calendar/period.ts'
import type { Fault } from '../../../lib/errors.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { compareReports } from '../reporting.jobs.ts'
import { clustersOf } from './clusters.ts'
import {
  type FoundLikeness,
  type LikenessSide,
  selectComparedPeriods,
  selectLikenesses,
} from './likeness.sql.ts'
import { texts } from './likeness.texts.ts'
import { judgeLikeness, likenessSeenBy } from './likenesses.ts'
import { LikenessListPage, LikenessPage, type Named, type NamedLikeness } from './pages/likeness-pages.tsx'
import { view } from './pages/view.tsx'

const readers = ['province_lead', 'agency_head', 'auditor'] as const
const most = 600

export const likenessRoutes: readonly Route[] = [
  { method: 'GET', path: '/reporting/likeness', who: readers, handle: list },
  { method: 'POST', path: '/reporting/likeness/comparison', who: ['province_lead'], handle: compare },
  { method: 'GET', path: '/reporting/likeness/:id{[0-9]+}', who: readers, handle: (c) => show(c) },
  {
    method: 'POST',
    path: '/reporting/likeness/:id{[0-9]+}/judgement',
    who: ['province_lead'],
    handle: judge,
  },
]

async function named(c: Request, found: readonly FoundLikeness[]): Promise<NamedLikeness[]> {
  const units = await unitsAsOf(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  const names = new Map(units.map((u) => [u.id, u.name]))
  const nameOf = (side: LikenessSide): Named => ({
    ...side,
    unit: names.get(side.unitId) ?? '',
    periodName: labelOf(c, side.period),
  })
  return found.map((l) => ({ ...l, a: nameOf(l.a), b: nameOf(l.b) }))
}

function labelOf(c: Request, code: string): string {
  return periodTitle(code)[c.get('locale')]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { period, show: shown } = c.req.query()
  const unitIds = actor.reach === 'province' ? null : [...actor.reach]
  const filter = { unitIds, open: shown === 'open', ...(period ? { period } : {}) }
  const found = await selectLikenesses(c.get('db'), actor.provinceId, filter, most)
  const periods = await selectComparedPeriods(c.get('db'), actor.provinceId)
  return officePage(
    c,
    { title: texts.title[c.get('locale')] },
    view(LikenessListPage, {
      clusters: clustersOf(await named(c, found)),
      shown: found.length === most ? most : null,
      values: c.req.query(),
      periods: periods.map((code) => ({ value: code, label: labelOf(c, code) })),
      mayCompare: hasRole(actor, 'province_lead'),
    }),
  )
}

async function show(c: Request, faults: readonly Fault[] = []): Promise<Response> {
  const actor = actorOf(c)
  const found = await likenessSeenBy(c.get('db'), actor, Number(c.req.param('id')))
  const [likeness] = await named(c, [found])
  const title = texts.title[c.get('locale')]
  const others = (await groupOf(c, found)).filter((l) => l.id !== found.id && l.judgement === null).length
  const mayJudge = hasRole(actor, 'province_lead')
  const props = { likeness: likeness as NamedLikeness, mayJudge, others, faults }
  return officePage(
    c,
    {
      title,
      crumbs: [
        { label: title, href: '/reporting/likeness' },
        { label: likeness?.a.unit ?? '', href: `/reporting/likeness/${found.id}` },
      ],
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(LikenessPage, props),
  )
}

/** The pairs that hang together with this one, itself among them. */
async function groupOf(c: Request, one: FoundLikeness): Promise<FoundLikeness[]> {
  const filter = { unitIds: null, open: false, period: one.a.period }
  const all = await selectLikenesses(c.get('db'), actorOf(c).provinceId, filter, most)
  return clustersOf(all).find((group) => group.pairs.some((l) => l.id === one.id))?.pairs ?? [one]
}

async function compare(c: Request): Promise<Response> {
  await c
    .get('db')
    .transaction()
    .execute((tx) => queueJob(tx, actorOf(c).provinceId, compareReports, {}))
  return redirect(c, '/reporting/likeness', { tone: 'info', ...texts.comparing })
}

async function judge(c: Request): Promise<Response> {
  const values = await readForm(c)
  const judgement = (['same_source', 'copied', 'chance'] as const).find((j) => j === values['judgement'])
  if (!judgement)
    return show(c, [{ field: 'judgement', vi: 'Chọn một kết luận.', en: 'Choose a judgement.' }])
  const input = { judgement, note: String(values['note'] ?? '').slice(0, 2000) || null }
  const id = Number(c.req.param('id'))
  const one = await likenessSeenBy(c.get('db'), actorOf(c), id)
  const rest = values['all'] === '1' ? await groupOf(c, one) : []
  const ids = [id, ...rest.filter((l) => l.id !== id && l.judgement === null).map((l) => l.id)]
  await c
    .get('db')
    .transaction()
    .execute(async (tx) => {
      for (const each of ids) await judgeLikeness(tx, actorOf(c), each, input, c.get('now'))
    })
  return redirect(c, `/reporting/likeness/${id}`, texts.saved)
}
