import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { subtreeIds, unitsAsOf } from '../organisations/organisations.ts'
import type { Plan } from '../plans/plan.ts'
import { planById, plansWhere, tasksOfPlan } from '../plans/plans.ts'
import { giveTasks } from './assignments.giving.ts'
import { boardTexts } from './board.texts.ts'
import { type BoardLine, lineOf, sumOf, worstFirst } from './board.ts'
import { type BoardSide, selectRows, type Tally, tally } from './lists.sql.ts'
import { selectObstacles } from './obstacles.sql.ts'
import type { RowsAddress } from './pages/board-table.tsx'
import {
  type BoardView,
  boardViews,
  leaderView,
  planBoardView,
  reasonsView,
  unitBoardView,
} from './pages/board-views.tsx'
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
  const tallies = await tally(db, actor.provinceId, side, { planId: plan.id, unitIds: inReach(actor) }, today)
  const { tasks, groups } = await tasksOfPlan(db, actor.provinceId, plan.id)
  const t = words(boardTexts, c.get('locale'))
  const lines = await planLines(c, side, tallies, tasks, groups, today)
  const props = {
    plan,
    view,
    lines,
    sum: sumOf(lines, t.all),
    gantt: view === 'timeline' ? ganttRows(tasks, lines, plan, c.get('locale')) : [],
    today,
    unresolved: tasks.flatMap((x) => x.agencies).filter((a) => a.unitId === null && a.groupId === null)
      .length,
    mayGive: hasRole(actor, 'province_lead') && plan.issuedAt !== null,
    href: rowsOf({ plan: plan.id }, side),
  }
  return officePage(c, { title: t.board, crumbs: [crumb(plan)] }, planBoardView(props))
}

async function planLines(
  c: Request,
  side: BoardSide,
  tallies: readonly Tally[],
  tasks: Awaited<ReturnType<typeof tasksOfPlan>>['tasks'],
  groups: Awaited<ReturnType<typeof tasksOfPlan>>['groups'],
  today: Day,
): Promise<BoardLine[]> {
  const t = words(boardTexts, c.get('locale'))
  const byKey = new Map(tallies.map((x) => [x.key, x]))
  if (side === 'unit') return worstFirst(await unitLines(c, tallies, today))
  if (side === 'task') {
    return tasks.flatMap((task) => {
      const found = byKey.get(task.id)
      return found ? [lineOf(found, numbered(task.ordinal, task.content), task.time ?? undefined)] : []
    })
  }
  const rest = byKey.get(null)
  const lines = groups.flatMap((g) => {
    const found = byKey.get(g.id)
    return found ? [lineOf(found, numbered(g.ordinal, g.title))] : []
  })
  return rest ? [...lines, lineOf(rest, t.noSection)] : lines
}

function numbered(ordinal: string | null, title: string): string {
  const short = title.length > 140 ? `${title.slice(0, 138).trimEnd()}…` : title
  return ordinal && !short.startsWith(ordinal) ? `${ordinal}. ${short}` : short
}

async function unitLines(c: Request, tallies: readonly Tally[], today: Day): Promise<BoardLine[]> {
  const units = await unitsAsOf(c.get('db'), actorOf(c).provinceId, today)
  const names = new Map(units.map((u) => [u.id, u.name]))
  return tallies.map((x) => lineOf(x, names.get(x.key ?? 0) ?? `#${x.key}`))
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
  const unit = (await unitsAsOf(db, actor.provinceId, today)).find((u) => u.id === id)
  if (!unit) throw notFound()
  const unitIds = [...(await subtreeIds(db, actor.provinceId, id, today))]
  const lines = await programmeLines(c, unitIds, today)
  const t = words(boardTexts, c.get('locale'))
  const late = await selectRows(db, actor.provinceId, { unitIds, timings: ['overdue', 'due_now'] }, today, 15)
  const href = rowsOf({ unit: id }, 'plan')
  const props = { unitName: unit.name, today, lines, sum: sumOf(lines, t.all), pressing: late.rows, href }
  return officePage(c, { title: unit.name }, unitBoardView(props))
}

async function programmeLines(
  c: Request,
  unitIds: readonly number[] | undefined,
  today: Day,
): Promise<BoardLine[]> {
  const actor = actorOf(c)
  const tallies = await tally(c.get('db'), actor.provinceId, 'plan', { unitIds }, today)
  const { plans } = await plansWhere(c.get('db'), actor.provinceId, {}, 500)
  const byId = new Map(plans.map((p) => [p.id, p]))
  return tallies.flatMap((x) => {
    const plan = byId.get(x.key ?? 0)
    return plan ? [lineOf(x, plan.title)] : []
  })
}

async function leader(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const unitIds = inReach(actor)
  const t = words(boardTexts, c.get('locale'))
  const programmes = await programmeLines(c, unitIds, today)
  const units = await unitLines(c, await tally(db, actor.provinceId, 'unit', { unitIds }, today), today)
  const late = worstFirst(units.filter((u) => u.parts.late > 0)).slice(0, 12)
  const { rows } = await selectRows(db, actor.provinceId, { unitIds, timings: ['overdue'] }, today, 10)
  const props = {
    today,
    programmes: worstFirst(programmes),
    sum: sumOf(programmes, t.all),
    late,
    rows,
    reasons: await reasonsOf(c, unitIds),
    href: rowsOf({}, 'plan'),
  }
  return officePage(c, { title: t.leader }, leaderView(props))
}

async function reasonsOf(c: Request, unitIds: readonly number[] | undefined) {
  const { provinceId } = actorOf(c)
  const open = await selectObstacles(c.get('db'), provinceId, { unitIds, open: true }, 8)
  const units = await unitsAsOf(c.get('db'), provinceId, dayOf(c.get('now')))
  return reasonsView(open, new Map(units.map((u) => [u.id, u.name])))
}

/** The rows behind a figure of a board: the same plan or unit, the line's own key, the part's timings. */
function rowsOf(base: Record<string, string | number>, side: BoardSide): RowsAddress {
  return (line, part) => {
    const query = new URLSearchParams(Object.entries(base).map(([k, v]) => [k, String(v)]))
    if (line.key !== null) query.set(side, String(line.key))
    if (part) query.set('part', part)
    return `/assignments?${query}`
  }
}

function crumb(plan: Plan) {
  return { href: `/plans/${plan.id}`, label: plan.title }
}
