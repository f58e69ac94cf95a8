import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { subtreeIds, unitAsOf, unitsAsOf } from '../organisations/organisations.ts'
import { type Plan, shownTitle } from '../plans/plan.ts'
import { planById, planTitles, taskNames, tasksOfPlan } from '../plans/plans.ts'
import { giveTasks } from './assignments.giving.ts'
import { boardTexts } from './board.texts.ts'
import { type BoardLine, lineOf, sumOf, worstFirst } from './board.ts'
import { pressingRows } from './lists.sql.ts'
import { selectMadeKnown } from './made-known.sql.ts'
import { selectObstacles } from './obstacles.sql.ts'
import type { RowsAddress } from './pages/board-table.tsx'
import {
  type BoardView,
  boardViews,
  leaderView,
  linesOnPage,
  planBoardView,
  reasonsView,
  unitBoardView,
} from './pages/board-views.tsx'
import { type BoardFacts, type BoardSide, selectBoardFacts, type Tally, tally } from './tallies.sql.ts'
import { planTallies, provinceTallies } from './tallies.ts'
import { ganttRows } from './timeline.ts'

export const boardRoutes: readonly Route[] = [
  { method: 'GET', path: '/plans/:id/board', who: 'signedIn', handle: planBoard },
  { method: 'POST', path: '/plans/:id/assignments', who: ['province_lead'], handle: giveAgain },
  { method: 'GET', path: '/units/:id/board', who: 'signedIn', handle: unitBoard },
  { method: 'GET', path: '/leader', who: 'signedIn', handle: leader },
]

/** What the actor may count: everything, or the units in reach. */
function inReach(actor: Actor): readonly number[] | undefined {
  return actor.reach === 'province' ? undefined : [...actor.reach]
}

async function planBoard(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const plan = await planById(db, actor.provinceId, Number(c.req.param('id')) || 0)
  const asked = c.req.query('by') as BoardView
  const view = boardViews.includes(asked) ? asked : 'section'
  const side = view === 'timeline' ? 'task' : view
  const facts = await selectBoardFacts(db, actor.provinceId, plan.id)
  const counted = { planId: plan.id, unitIds: inReach(actor), label: facts.label }
  const tallies = await planTallies(db, actor.provinceId, side, counted, today)
  const t = words(boardTexts, c.get('locale'))
  const lines = await planLines(c, side, tallies, plan.id, facts.sections)
  const tasks = view === 'timeline' ? (await tasksOfPlan(db, actor.provinceId, plan.id)).tasks : []
  const props = {
    plan,
    view,
    lines,
    page: pageOf(c, lines.length),
    sum: sumOf(lines, t.all),
    gantt: ganttRows(tasks, lines, plan, c.get('locale')),
    today,
    unresolved: facts.unmatched,
    mayGive: hasRole(actor, 'province_lead') && plan.issuedAt !== null,
    href: rowsOf({ plan: plan.id }, side),
    madeKnown:
      view === 'section'
        ? await selectMadeKnown(db, actor.provinceId, plan.id, yearsOf(plan), inReach(actor))
        : [],
  }
  return officePage(c, { title: t.board, crumbs: [crumb(plan)] }, planBoardView(props))
}

function yearsOf(plan: Plan): { from: Day; to: Day } {
  return { from: `${plan.year}-01-01`, to: `${plan.yearTo}-12-31` }
}

/** The page asked for, from 1, among those there are. */
function pageOf(c: Request, lines: number): number {
  const last = Math.max(1, Math.ceil(lines / linesOnPage))
  return Math.min(last, Math.max(1, Math.floor(Number(c.req.query('page'))) || 1))
}

async function planLines(
  c: Request,
  side: BoardSide,
  tallies: readonly Tally[],
  planId: number,
  sections: BoardFacts['sections'],
): Promise<BoardLine[]> {
  const { provinceId } = actorOf(c)
  const t = words(boardTexts, c.get('locale'))
  const byKey = new Map(tallies.map((x) => [x.key, x]))
  if (side === 'unit') return worstFirst(await unitLines(c, tallies))
  if (side === 'task') {
    return (await taskNames(c.get('db'), provinceId, planId)).flatMap((task) => {
      const found = byKey.get(task.id)
      return found ? [lineOf(found, numbered(task.ordinal, task.content), task.time ?? undefined)] : []
    })
  }
  const rest = byKey.get(null)
  const lines = sections.flatMap((g) => {
    const found = byKey.get(g.id)
    return found ? [lineOf(found, numbered(g.ordinal, g.title))] : []
  })
  return rest ? [...lines, lineOf(rest, t.noSection)] : lines
}

function numbered(ordinal: string | null, title: string): string {
  const short = title.length > 140 ? `${title.slice(0, 138).trimEnd()}…` : title
  return ordinal && !short.startsWith(ordinal) ? `${ordinal}. ${short}` : short
}

async function unitLines(c: Request, tallies: readonly Tally[]): Promise<BoardLine[]> {
  const names = await unitNames(c)
  return tallies.map((x) => lineOf(x, names.get(x.key ?? 0) ?? `#${x.key}`))
}

async function unitNames(c: Request): Promise<ReadonlyMap<number, string>> {
  const { provinceId, treeRevision } = actorOf(c)
  const units = await unitsAsOf(c.get('db'), provinceId, dayOf(c.get('now')), treeRevision)
  return new Map(units.map((u) => [u.id, u.name]))
}

async function giveAgain(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const id = Number(c.req.param('id')) || 0
  await c
    .get('db')
    .transaction()
    .execute(async (tx) => {
      const plan = await planById(tx, actor.provinceId, id)
      if (plan.issuedAt === null) throw notFound()
      await giveTasks(tx, actor, id, c.get('now'))
    })
  return redirect(c, `/plans/${id}/board`, { tone: 'good', ...boardTexts.gaveAgain })
}

async function unitBoard(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const id = Number(c.req.param('id')) || 0
  if (!reaches(actor, id)) throw notFound()
  const unit = await unitAsOf(db, actor.provinceId, id, today, actor.treeRevision)
  if (!unit) throw notFound()
  const unitIds = [...(await subtreeIds(db, actor.provinceId, id, today, actor.treeRevision))]
  const lines = await programmeLines(c, await tally(db, actor.provinceId, 'plan', { unitIds }, today))
  const t = words(boardTexts, c.get('locale'))
  const pressing = { unitIds, timings: ['overdue', 'due_now'] } as const
  const props = {
    unitName: unit.name,
    today,
    lines,
    sum: sumOf(lines, t.all),
    pressing: await pressingRows(db, actor.provinceId, pressing, today, 15),
    href: rowsOf({ unit: id }, 'plan'),
  }
  return officePage(c, { title: unit.name }, unitBoardView(props))
}

async function programmeLines(c: Request, tallies: readonly Tally[]): Promise<BoardLine[]> {
  const ids = tallies.flatMap((x) => x.key ?? [])
  const titles = await planTitles(c.get('db'), actorOf(c).provinceId, ids)
  // The newest plan first, as in the list of plans.
  return [...tallies]
    .sort((a, b) => (b.key ?? 0) - (a.key ?? 0))
    .map((x) => lineOf(x, shownTitle(titles.get(x.key ?? 0) ?? `#${x.key}`)))
}

async function leader(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const unitIds = inReach(actor)
  const t = words(boardTexts, c.get('locale'))
  const counted = await provinceTallies(db, actor.provinceId, unitIds, today)
  const programmes = await programmeLines(c, counted.plans)
  const units = await unitLines(c, counted.units)
  const late = worstFirst(units.filter((u) => u.parts.late > 0)).slice(0, 12)
  const props = {
    today,
    programmes: worstFirst(programmes),
    sum: sumOf(programmes, t.all),
    late,
    rows: await pressingRows(db, actor.provinceId, { unitIds, timings: ['overdue'] }, today, 10),
    reasons: await reasonsOf(c, unitIds),
    href: rowsOf({}, 'plan'),
  }
  return officePage(c, { title: t.leader }, leaderView(props))
}

async function reasonsOf(c: Request, unitIds: readonly number[] | undefined) {
  const open = await selectObstacles(c.get('db'), actorOf(c).provinceId, { unitIds, open: true }, 8)
  return reasonsView(open, open.length > 0 ? await unitNames(c) : new Map())
}

/** The rows behind a figure of a board: the same plan or unit, the line's own key, the part's timings. */
function rowsOf(base: { plan?: number; unit?: number }, side: BoardSide): RowsAddress {
  // Numbers and names of ours need no encoding, and a board has hundreds of addresses.
  const within = Object.entries(base).map(([name, id]) => `${name}=${id}`)
  return (line, part) => {
    const query = [...within]
    if (line.key !== null) query.push(`${side}=${line.key}`)
    if (part) query.push(`part=${part}`)
    return `/assignments?${query.join('&')}`
  }
}

function crumb(plan: Plan) {
  return { href: `/plans/${plan.id}`, label: shownTitle(plan.title) }
}
