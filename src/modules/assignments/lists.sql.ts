import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { oneOf } from '../../lib/db/one-of.sql.ts'
import { holdsWords } from '../../lib/db/words.sql.ts'
import { shownTitle } from '../plans/plan.ts'
import type { AssignmentRole, AssignmentState, Timing } from './assignment.ts'
import { isGivenSql, isOpenSql, openUntil, timingSql } from './timing.sql.ts'

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
  const count = await countRows(db, provinceId, filter, today)
  if (count.total <= offset) return { rows: [], total: count.total }
  const rows = await pressingRows(db, provinceId, filter, today, limit, { offset, open: count.open })
  return { rows, total: count.total }
}

async function countRows(db: DbOrTx, provinceId: number, filter: RowFilter, today: Day) {
  const task = filter.groupId || filter.words ? taskJoin : sql``
  const { rows } = await sql<{ open: number; total: number }>`
    select count(*) filter (where ${isOpenSql}) as open, count(*) as total from assignments.assignment a ${task}
    where ${whereOf(provinceId, filter, today)}`.execute(db)
  return rows[0] ?? { open: 0, total: 0 }
}

/**
 * The most pressing rows without counting all: open work by due day, then what is reported or done. Each half is
 * read along an index by due day and stops after `limit` rows, instead of sorting all the work of a province.
 */
export async function pressingRows(
  db: DbOrTx,
  provinceId: number,
  filter: RowFilter,
  today: Day,
  limit: number,
  from: { offset: number; open: number } = { offset: 0, open: Number.POSITIVE_INFINITY },
): Promise<AssignmentRow[]> {
  const half = (which: RawBuilder<boolean>, offset: number, most: number) =>
    rowsOfHalf(
      db,
      provinceId,
      sql.join([whereOf(provinceId, filter, today), which], sql` and `),
      today,
      most,
      offset,
    )
  const open =
    from.offset < from.open && !isOnlyEnded(filter) ? await half(isOpenSql, from.offset, limit) : []
  const left = limit - open.length
  if (left === 0 || isOnlyOpen(filter)) return open
  return [...open, ...(await half(isEndedSql, Math.max(0, from.offset - from.open), left))]
}

const isEndedSql = sql<boolean>`a.state in ('verified', 'reported_done')`
const openStates: readonly AssignmentState[] = ['assigned', 'acknowledged', 'in_progress', 'returned']

function isOnlyOpen({ states, timings }: RowFilter): boolean {
  const never = (timings ?? []).every((t) => t !== 'done' && t !== 'done_late' && t !== 'awaiting_check')
  return (
    (states !== undefined && states.length > 0 && states.every((s) => openStates.includes(s))) ||
    (timings !== undefined && timings.length > 0 && never)
  )
}

function isOnlyEnded({ states }: RowFilter): boolean {
  return states !== undefined && states.length > 0 && !states.some((s) => openStates.includes(s))
}

async function rowsOfHalf(
  db: DbOrTx,
  provinceId: number,
  where: RawBuilder<unknown>,
  today: Day,
  limit: number,
  offset: number,
): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    select a.id, a.plan_id as "planId", plan.title as "planTitle", a.task_id as "taskId", task.ordinal, task.content,
      section.title as "groupTitle", task.time_as_printed as time, a.unit_id as "unitId", a.role, a.state,
      a.due_day as "dueDay", a.reported_day as "reportedDay", a.progress, a.result_note as "resultNote",
      ${timingSql(today)} as timing, ${nameOn(today)} as "unitName", ${servedCount} as activities
    from (
      select a.id, task.position from assignments.assignment a ${taskJoin} where ${where}
      order by a.due_day nulls last, task.position, a.id limit ${sql.lit(limit)} ${offset > 0 ? sql`offset ${offset}` : sql``}
    ) chosen
      join assignments.assignment a on a.province_id = ${provinceId} and a.id = chosen.id
      ${taskJoin}
      join plans.plan plan on plan.province_id = a.province_id and plan.id = a.plan_id
      left join plans.task_group section on section.province_id = task.province_id and section.id = task.group_id
    order by a.due_day nulls last, chosen.position, a.id`.execute(db)
  return rows.map((row) => ({ ...row, planTitle: shownTitle(row.planTitle) }))
}

const taskJoin = sql`join plans.task task on task.province_id = a.province_id and task.id = a.task_id`

/** Lists go as arrays, so that filters of one shape are one statement; states as words, which partial indexes know. */
function whereOf(provinceId: number, filter: RowFilter, today: Day): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`a.province_id = ${provinceId}`, isGivenSql]
  if (filter.planId) all.push(sql`a.plan_id = ${filter.planId}`)
  if (filter.taskId) all.push(sql`a.task_id = ${filter.taskId}`)
  if (filter.groupId) all.push(sql`task.group_id = ${filter.groupId}`)
  if (filter.unitIds) all.push(oneOf(sql`a.unit_id`, filter.unitIds))
  if (filter.states?.length) all.push(sql`a.state in (${sql.join(filter.states.map((s) => sql.lit(s)))})`)
  if (filter.roles?.length) all.push(sql`a.role = any(${[...filter.roles]}::text[])`)
  if (filter.timings?.length) {
    const follows = openUntil(filter.timings, today)
    if (follows) all.push(follows)
    all.push(sql`${timingSql(today)} = any(${[...filter.timings]}::text[])`)
  }
  if (filter.ledBy) all.push(ledBySql(filter.ledBy))
  if (filter.extension)
    all.push(sql`exists (select from assignments.extension x
      where x.province_id = a.province_id and x.assignment_id = a.id and x.decision is null)`)
  if (filter.words) all.push(holdsWords('task.content', filter.words))
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

const servedCount = sql<number>`(select count(*) from assignments.activity_assignment served
  where served.province_id = a.province_id and served.assignment_id = a.id)`

function ledBySql(unitIds: readonly number[]) {
  return sql<boolean>`exists (select from assignments.assignment l where l.province_id = a.province_id
    and l.task_id = a.task_id and l.role = 'lead' and l.via_group_id is null and l.state <> 'withdrawn'
    and ${oneOf(sql`l.unit_id`, unitIds)})`
}

/** The name of the row's unit on a day; its last name where it is closed by then. */
function nameOn(day: Day) {
  return sql<string>`(select v.name from organisations.unit_version v
    where v.province_id = a.province_id and v.unit_id = a.unit_id
    order by (v.valid_from <= ${day}::date) desc, v.valid_from desc limit 1)`
}
