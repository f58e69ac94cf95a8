import type { Actor } from '../../lib/actor.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import {
  type AssignmentRole,
  type AssignmentState,
  assignmentRoles,
  assignmentStates,
  type Timing,
  timings,
} from './assignment.ts'
import { canWork } from './assignments.policy.ts'
import { texts } from './assignments.texts.ts'
import { type Part, parts, timingsOf } from './board.ts'
import { type RowFilter, selectRows } from './lists.sql.ts'
import { markRead, noticesOf } from './notices.sql.ts'
import { assignmentsView, myWorkView } from './pages/work-views.tsx'
import { tally } from './tallies.sql.ts'

const pageSize = 25

export const workRoutes: readonly Route[] = [
  { method: 'GET', path: '/my-work', who: 'signedIn', handle: myWork },
  { method: 'POST', path: '/my-work/read-notices', who: 'signedIn', handle: readNotices },
  { method: 'GET', path: '/assignments', who: 'signedIn', handle: list },
]

const openStates = ['assigned', 'acknowledged', 'in_progress', 'returned'] as const

async function myWork(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const mine = await ownUnits(c)
  const counted = await tally(db, actor.provinceId, 'plan', { unitIds: mine }, today)
  const counts: Partial<Record<Timing, number>> = {}
  for (const t of counted) {
    for (const [timing, n] of Object.entries(t.timings)) {
      counts[timing as Timing] = (counts[timing as Timing] ?? 0) + n
    }
  }
  const rows = (filter: RowFilter, limit: number) => selectRows(db, actor.provinceId, filter, today, limit)
  const check = checking(actor)
  const view = {
    counts,
    toDo: await rows({ unitIds: mine, states: openStates }, 25),
    toCheck: check ? await rows({ ...check, states: ['reported_done'] }, 10) : none,
    extensions: check ? await rows({ ...check, extension: true }, 10) : none,
    notices: await noticesOf(db, actor.provinceId, actor.accountId, 10),
    also: c.get('alsoWaits') ?? [],
  }
  return officePage(c, { title: words(texts, c.get('locale')).myWork }, myWorkView(view))
}

const none = { rows: [], total: 0 }

/** What the actor checks: everything for the lead of the programme; else the coordinating units of led tasks. */
function checking(actor: Actor): RowFilter | null {
  if (actor.grants.some((g) => g.role === 'province_lead')) return {}
  const at = actor.grants.filter((g) => g.role === 'agency_head' || g.role === 'agency_officer')
  if (at.length === 0) return null
  return { ledBy: at.map((g) => g.unitId), roles: ['coordinating', 'invited'] }
}

async function readNotices(c: Request): Promise<Response> {
  const actor = actorOf(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => markRead(tx, actor.provinceId, actor.accountId, c.get('now')))
  return redirect(c, '/my-work')
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const filter = { ...(await scope(c)), ...filterOf(query) }
  const today = dayOf(c.get('now'))
  const offset = (page - 1) * pageSize
  const found = await selectRows(c.get('db'), actor.provinceId, filter, today, pageSize, offset)
  const title = words(texts, c.get('locale')).task
  const view = {
    title,
    action: '/assignments',
    values: query,
    rows: found.rows,
    total: found.total,
    page,
    pageSize,
    pageAddress: (n: number) => `/assignments?${new URLSearchParams({ ...query, page: String(n) })}`,
  }
  return officePage(c, { title }, assignmentsView(view))
}

/** The part of the province the list is about: own units, what waits for a check, or all that is in reach. */
async function scope(c: Request): Promise<RowFilter> {
  const actor = actorOf(c)
  const query = c.req.query()
  if (query['mine']) return { unitIds: await ownUnits(c) }
  if (query['check']) return { ...(checking(actor) ?? { unitIds: [] }), states: ['reported_done'] }
  if (query['extension']) return { ...(checking(actor) ?? { unitIds: [] }), extension: true }
  const asked = Number(query['unit']) || null
  if (actor.reach === 'province') return asked ? { unitIds: [asked] } : {}
  return { unitIds: asked ? [...actor.reach].filter((id) => id === asked) : [...actor.reach] }
}

function filterOf(query: Record<string, string>): RowFilter {
  const state = one(query['state'], assignmentStates) as AssignmentState | null
  const timing = one(query['timing'], timings) as Timing | null
  const part = one(query['part'], parts) as Part | null
  const role = one(query['role'], assignmentRoles) as AssignmentRole | null
  return {
    ...(state ? { states: [state] } : {}),
    ...(timing ? { timings: [timing] } : part ? { timings: timingsOf(part) } : {}),
    ...(role ? { roles: [role] } : {}),
    planId: Number(query['plan']) || undefined,
    taskId: Number(query['task']) || undefined,
    groupId: Number(query['section']) || undefined,
    words: query['words'] || undefined,
  }
}

function one(value: string | undefined, known: readonly string[]): string | null {
  return value !== undefined && known.includes(value) ? value : null
}

/** Units the actor works for. */
async function ownUnits(c: Request): Promise<number[]> {
  const actor = actorOf(c)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  return units.filter((u) => canWork(actor, { unitId: u.id })).map((u) => u.id)
}
