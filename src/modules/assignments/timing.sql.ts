import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import { dueNowDays, dueSoonDays, type Timing } from './assignment.ts'

/**
 * The timing of a row of assignments.assignment (called `a`) on `today`, said in SQL so that boards can count
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
