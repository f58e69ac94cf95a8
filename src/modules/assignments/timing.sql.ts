import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import { dueNowDays, dueSoonDays, type Timing } from './assignment.ts'

/**
 * The timing of a row of assignments.assignment (called `a`) on `today`, said in SQL so that lists can filter by
 * it. The same rule as timingOf; a test holds the two together.
 */
export function timingSql(today: Day): RawBuilder<Timing> {
  return sql<Timing>`case
    when a.state in ('verified', 'reported_done') then case
      when a.role <> 'invited' and a.due_day is not null and a.reported_day > a.due_day then 'done_late'
      when a.state = 'verified' then 'done' else 'awaiting_check' end
    when a.due_day is null or a.state = 'withdrawn' then 'no_due'
    when a.due_day < ${today}::date then case when a.role = 'invited' then 'no_due' else 'overdue' end
    when a.due_day <= ${addDays(today, dueNowDays)}::date then 'due_now'
    when a.due_day <= ${addDays(today, dueSoonDays)}::date then 'due_soon'
    else 'later' end`
}

/** Timings by the number that {@link timingNumber} gives them. */
export const numbered: readonly Timing[] = [
  'no_due',
  'later',
  'due_soon',
  'due_now',
  'overdue',
  'done',
  'awaiting_check',
  'done_late',
]

/** The same as a number from 0 to 7, from what the index of boards holds: counting thousands of rows wants it small. */
export function timingNumber(today: Day): RawBuilder<number> {
  return sql<number>`case
    when a.standing not in (1, 2) then a.standing
    when a.due_day > ${addDays(today, dueSoonDays)}::date then 1
    when a.due_day > ${addDays(today, dueNowDays)}::date then 2
    when a.due_day >= ${today}::date then 3
    when a.standing = 2 then 0 else 4 end`
}

const openTimings: readonly Timing[] = ['overdue', 'due_now', 'due_soon', 'later']

/**
 * What follows from a filter by timings and can be found by an index: work is open and its due day no later than.
 * Null: nothing follows.
 */
export function openUntil(timings: readonly Timing[], today: Day): RawBuilder<boolean> | null {
  if (timings.length === 0 || !timings.every((t) => openTimings.includes(t))) return null
  if (timings.includes('later')) return isOpenSql
  const days = timings.includes('due_soon') ? dueSoonDays : timings.includes('due_now') ? dueNowDays : -1
  return sql<boolean>`${isOpenSql} and a.due_day <= ${addDays(today, days)}::date`
}

/** As the partial index on open work says it. */
export const isOpenSql = sql<boolean>`a.state in ('assigned', 'acknowledged', 'in_progress', 'returned')`
/** As the partial index of boards says it. */
export const isGivenSql = sql<boolean>`a.state <> 'withdrawn'`
