import { hasRole } from '../../../lib/actor.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import { periodTitle } from '../../../lib/calendar/period.ts'
import { notFound, Refusal } from '../../../lib/errors.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { wordDiff } from '../../../lib/text/word-diff.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitAsOf } from '../../organisations/organisations.ts'
import { reportAddress } from '../report.ts'
import { selectNarratives } from '../writing/content.sql.ts'
import type { ReportFile } from '../writing/reports.sql.ts'
import { texts } from './consolidation.texts.ts'
import { consolidationOf, figureStates } from './consolidation.ts'
import { gatherReports, passagesOf, takePassages } from './gathering.ts'
import { movedIn, moves, ordered, type Passage, saysNothing } from './merging.ts'
import { ConsolidationPage } from './pages/consolidation-page.tsx'
import type { PartLine } from './pages/part-table.tsx'
import { type PassageLine, PassagesPage } from './pages/passages-page.tsx'
import { view } from './pages/view.tsx'
import { isChanged, partStanding } from './part-standing.ts'

const writers = ['agency_officer', 'agency_head', 'province_lead'] as const

export const consolidationRoutes: readonly Route[] = [
  { method: 'GET', path: '/reports/:id{[0-9]+}/consolidation', who: 'signedIn', handle: show },
  { method: 'POST', path: '/reports/:id{[0-9]+}/consolidation', who: writers, handle: gather },
  {
    method: 'GET',
    path: '/reports/:id{[0-9]+}/consolidation/:section',
    who: 'signedIn',
    handle: (c) => section(c),
  },
  { method: 'POST', path: '/reports/:id{[0-9]+}/consolidation/:section', who: writers, handle: take },
]

function idOf(c: Request): number {
  return Number(c.req.param('id'))
}

/** 'UBND xã Bình Minh – Quý II năm 2026' */
export async function kickerOf(c: Request, { provinceId, obligation }: ReportFile): Promise<string> {
  const unit = await unitAsOf(c.get('db'), provinceId, obligation.unitId, obligation.cutoffDay)
  return [unit?.name, periodTitle(obligation.period)[c.get('locale')]].filter(Boolean).join(' – ')
}

async function show(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const found = await consolidationOf(c.get('db'), actorOf(c), idOf(c), locale, c.get('now'))
  const { file } = found
  const number = (value: number | null, unit = '') =>
    value === null ? '–' : `${value.toLocaleString('vi-VN')}${unit === '%' ? '%' : ''}`
  const labels = new Map(
    found.content.sections.flatMap((s) =>
      [...s.definition.figures, ...(s.definition.table?.columns ?? [])].map((f) => [f.code, f.label[locale]]),
    ),
  )
  const today = dayOf(c.get('now'))
  const parts = found.parts.map((p): PartLine => {
    const single = p.moved.filter((m) => m.rowCode === '').slice(0, 3)
    return {
      ...{ key: p.obligationId, unit: p.unit, invited: p.invited, reportId: p.reportId },
      standing: partStanding(p, today),
      completeness: p.completeness === null ? '–' : `${Math.round(p.completeness * 100)}%`,
      takenNumber: p.takenNumber,
      newerNumber: isChanged(p) ? p.currentNumber : null,
      moved: single.map((m) => `${labels.get(m.figureCode) ?? ''}: ${number(m.before)} → ${number(m.now)}`),
    }
  })
  const address = reportAddress(file.report.id)
  const crumbs = [
    { label: file.duty.name, href: address },
    { label: texts.title[locale], href: `${address}/consolidation` },
  ]
  return officePage(
    c,
    { title: texts.title[locale], crumbs },
    view(ConsolidationPage, {
      ...{ reportId: file.report.id, kicker: await kickerOf(c, file), coverage: found.coverage },
      ...{ basis: found.basis, mayWrite: found.mayWrite, parts, sections: found.sections },
      likenessHref: hasRole(actorOf(c), 'province_lead', 'agency_head', 'auditor')
        ? `/reporting/likeness?period=${file.obligation.period}`
        : null,
      figures: figureStates(found, locale).map((f) => ({
        ...{ code: f.code, label: f.label, total: number(f.total, f.unit) },
        ...{ ofUnits: number(f.ofUnits), own: number(f.own) },
      })),
    }),
  )
}

async function gather(c: Request): Promise<Response> {
  const values = await readForm(c)
  const basis = values['basis'] === 'submitted' ? 'submitted' : 'accepted'
  const taken = await c
    .get('db')
    .transaction()
    .execute((tx) => gatherReports(tx, actorOf(c), idOf(c), basis, c.get('now')))
  const { gathered } = texts
  return redirect(c, `${reportAddress(idOf(c))}/consolidation`, {
    vi: gathered.vi(taken),
    en: gathered.en(taken),
  })
}

function lineOf(p: Passage): PassageLine {
  const state = p.taken === null ? 'fresh' : p.taken === p.text ? 'taken' : 'edited'
  const spans = state === 'edited' ? wordDiff(p.taken ?? '', p.text) : [{ text: p.text }]
  return { id: p.childVersionId, unit: p.unit, spans, state }
}

async function section(
  c: Request,
  asked: {
    chosen?: readonly string[]
    order?: readonly number[]
    how?: string
    revision?: number
    /** The button that moved a passage, which keeps the focus. */
    pressed?: string
    refusal?: Refusal
  } = {},
): Promise<Response> {
  const db = c.get('db')
  const locale = c.get('locale')
  const actor = actorOf(c)
  const code = c.req.param('section') ?? ''
  const found = await consolidationOf(db, actor, idOf(c), locale, c.get('now'))
  const { file, content } = found
  const definition = content.definition.sections.find((s) => s.code === code)
  if (!definition) throw notFound()
  const passages = await passagesOf(db, file, content.version.id, code)
  const told = passages.filter((p) => !saysNothing(p.text)).map(lineOf)
  const telling = asked.order ? ordered(told, asked.order) : told
  const silent = passages
    .filter((p) => saysNothing(p.text))
    .map((p) => ({ id: p.childVersionId, unit: p.unit }))
  const narratives = await selectNarratives(db, actor.provinceId, content.version.id)
  const words = narratives.find((n) => n.sectionCode === code)
  const address = reportAddress(file.report.id)
  const wanted = telling.filter((p) => p.state !== 'taken').map((p) => String(p.id))
  return officePage(
    c,
    {
      title: definition.heading[locale],
      crumbs: [
        { label: file.duty.name, href: address },
        { label: texts.title[locale], href: `${address}/consolidation` },
        { label: definition.heading[locale], href: `${address}/consolidation/${code}` },
      ],
      ...(asked.refusal ? { status: 422 as const } : {}),
    },
    view(PassagesPage, {
      ...{ reportId: file.report.id, sectionCode: code, heading: definition.heading[locale] },
      ...{ kicker: await kickerOf(c, file), text: words?.text ?? '' },
      // Whoever only orders passages still means the words that were on the page when it began.
      revision: asked.revision ?? words?.revision ?? 0,
      ...(asked.how ? { how: asked.how } : {}),
      ...(asked.pressed ? { pressed: asked.pressed } : {}),
      ...{ mayWrite: found.mayWrite, telling, silent, chosen: asked.chosen ?? wanted },
      ...(asked.refusal ? { faults: asked.refusal.faults } : {}),
    }),
  )
}

async function take(c: Request): Promise<Response> {
  const values = await readForm(c)
  const chosen = [values['take'] ?? []].flat()
  const order = [values['order'] ?? []].flat().map(Number)
  const pressed = String(values['move'] ?? '')
  const [verb, moving] = pressed.split(':')
  const move = moves.find((m) => m === verb)
  const kept = { chosen, how: String(values['how'] ?? ''), revision: Number(values['revision']) || 0 }
  if (move) return section(c, { ...kept, order: movedIn(order, Number(moving), move), pressed })
  const input = {
    sectionCode: c.req.param('section') ?? '',
    childVersionIds: chosen.flatMap((ids) => ids.split(',')).map(Number),
    how: values['how'] === 'anew' ? ('anew' as const) : ('add' as const),
    revision: Number(values['revision']) || 0,
  }
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => takePassages(tx, actorOf(c), idOf(c), input, c.get('now')))
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return section(c, { chosen, order, refusal })
  }
  return redirect(c, `${reportAddress(idOf(c))}/consolidation/${input.sectionCode}`, texts.took)
}
