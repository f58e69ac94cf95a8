import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { holdsWords } from '../../lib/db/words.sql.ts'
import type { AssignmentRole, AssignmentState, Timing } from './assignment.ts'
import { timingSql } from './timing.sql.ts'

/** An assignment as lists show it: with its task, plan and unit in words. */
export interface AssignmentRow {
  id: number
  planId: number
  planTitle: string
  taskId: number
  ordinal: string | null
  content: string
  groupTitle: string | null
  time: string | null
  unitId: number
  unitName: string
  role: AssignmentRole
  state: AssignmentState
  dueDay: Day | null
  reportedDay: Day | null
  progress: number
  timing: Timing
  resultNote: string | null
  activities: number
}

export interface RowFilter {
  planId?: number | undefined
  taskId?: number | undefined
  groupId?: number | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  states?: readonly AssignmentState[] | undefined
  timings?: readonly Timing[] | undefined
  roles?: readonly AssignmentRole[] | undefined
  words?: string | undefined
  /** Only work of tasks that one of these units leads. */
  ledBy?: readonly number[] | undefined
  /** Only work for which a request for more time waits. */
  extension?: boolean | undefined
}

/** Assignments that pass the filter, the most pressing first, with the number of all that pass. */
export async function selectRows(
  db: DbOrTx,
  provinceId: number,
  filter: RowFilter,
  today: Day,
  limit = 50,
  offset = 0,
): Promise<{ rows: AssignmentRow[]; total: number }> {
  const timing = timingSql(today)
  let query = db
    .selectFrom('assignments.assignment as a')
    .innerJoin('plans.task as task', (j) =>
      j.onRef('task.province_id', '=', 'a.province_id').onRef('task.id', '=', 'a.task_id'),
    )
    .where('a.province_id', '=', provinceId)
    .where('a.state', '<>', 'withdrawn')
  if (filter.planId) query = query.where('a.plan_id', '=', filter.planId)
  if (filter.taskId) query = query.where('a.task_id', '=', filter.taskId)
  if (filter.groupId) query = query.where('task.group_id', '=', filter.groupId)
  if (filter.unitIds) query = query.where('a.unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  if (filter.states?.length) query = query.where('a.state', 'in', filter.states)
  if (filter.roles?.length) query = query.where('a.role', 'in', filter.roles)
  if (filter.timings?.length) query = query.where(timing, 'in', filter.timings)
  if (filter.ledBy) query = query.where(ledBySql(filter.ledBy))
  if (filter.extension)
    query = query.where(sql<boolean>`exists (select from assignments.extension x
    where x.province_id = a.province_id and x.assignment_id = a.id and x.decision is null)`)
  if (filter.words) query = query.where(holdsWords('task.content', filter.words))
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .innerJoin('plans.plan as plan', (j) =>
      j.onRef('plan.province_id', '=', 'a.province_id').onRef('plan.id', '=', 'a.plan_id'),
    )
    .leftJoin('plans.task_group as section', (j) =>
      j.onRef('section.province_id', '=', 'task.province_id').onRef('section.id', '=', 'task.group_id'),
    )
    .select([
      'a.id',
      'a.plan_id as planId',
      'plan.title as planTitle',
      'a.task_id as taskId',
      'task.ordinal',
      'task.content',
      'section.title as groupTitle',
      'task.time_as_printed as time',
      'a.unit_id as unitId',
      'a.role',
      'a.state',
      'a.due_day as dueDay',
      'a.reported_day as reportedDay',
      'a.progress',
      'a.result_note as resultNote',
      timing.as('timing'),
      nameOn(today).as('unitName'),
      servedCount.as('activities'),
    ])
    .orderBy(sql`case when a.state in ('verified', 'reported_done') then 1 else 0 end`)
    .orderBy('a.due_day', (o) => o.asc().nullsLast())
    .orderBy('task.position')
    .orderBy('a.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: rows.map(asRow), total: Number(total) }
}

const servedCount = sql<number>`(select count(*) from assignments.activity_assignment served
  where served.province_id = a.province_id and served.assignment_id = a.id)`

type Raw = Omit<AssignmentRow, 'role' | 'state' | 'activities'> & {
  role: string
  state: string
  activities: number | null
}

function asRow(row: Raw): AssignmentRow {
  return {
    ...row,
    role: row.role as AssignmentRole,
    state: row.state as AssignmentState,
    activities: Number(row.activities ?? 0),
  }
}

function ledBySql(unitIds: readonly number[]) {
  return sql<boolean>`exists (select from assignments.assignment l where l.province_id = a.province_id
    and l.task_id = a.task_id and l.role = 'lead' and l.via_group_id is null and l.state <> 'withdrawn'
    and l.unit_id = any(${unitIds}::bigint[]))`
}

/** The name of the row's unit on a day; its last name where it is closed by then. */
function nameOn(day: Day) {
  return sql<string>`(select v.name from organisations.unit_version v
    where v.province_id = a.province_id and v.unit_id = a.unit_id
    order by (v.valid_from <= ${day}::date) desc, v.valid_from desc limit 1)`
}

/** How many assignments stand how, by one side of the board. */
export interface Tally {
  key: number | null
  timings: Partial<Record<Timing, number>>
  total: number
}

export type BoardSide = 'task' | 'unit' | 'section' | 'plan'

const sideColumns = {
  task: sql<number | null>`a.task_id`,
  unit: sql<number | null>`a.unit_id`,
  section: sql<number | null>`task.group_id`,
  plan: sql<number | null>`a.plan_id`,
}

/** Counts of a plan's (or of all plans') assignments by task, unit, section or plan, and by timing. */
export async function tally(
  db: DbOrTx,
  provinceId: number,
  side: BoardSide,
  filter: Pick<RowFilter, 'planId' | 'unitIds'> & { planIds?: readonly number[] },
  today: Day,
): Promise<Tally[]> {
  const key = sideColumns[side]
  const timing = timingSql(today)
  let query = db
    .selectFrom('assignments.assignment as a')
    .where('a.province_id', '=', provinceId)
    .where('a.state', '<>', 'withdrawn')
    .$if(side === 'section', (q) =>
      q.innerJoin('plans.task as task', (j) =>
        j.onRef('task.province_id', '=', 'a.province_id').onRef('task.id', '=', 'a.task_id'),
      ),
    )
  if (filter.planId) query = query.where('a.plan_id', '=', filter.planId)
  if (filter.planIds) query = query.where('a.plan_id', 'in', filter.planIds.length ? filter.planIds : [-1])
  if (filter.unitIds) query = query.where('a.unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  const rows = await query
    .select((e) => [key.as('key'), timing.as('timing'), e.fn.countAll<number>().as('n')])
    // By place: the same CASE with its days as new parameters would be another expression to PostgreSQL.
    .groupBy([sql`1`, sql`2`])
    .execute()
  const tallies = new Map<number | null, Tally>()
  for (const row of rows) {
    const t = tallies.get(row.key) ?? { key: row.key, timings: {}, total: 0 }
    t.timings[row.timing] = Number(row.n)
    t.total += Number(row.n)
    tallies.set(row.key, t)
  }
  return [...tallies.values()]
}
