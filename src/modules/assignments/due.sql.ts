import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { AssignmentState } from './assignment.ts'

/** Work with its due day, for calendars. */
export interface DueOn {
  id: number
  dueDay: Day
  unitId: number
  unitName: string
  content: string
  planTitle: string
  state: AssignmentState
  givenAt: Date
}

/** Work that falls due between two days, both included, by day. `unitIds` undefined: of every unit. */
export async function selectDueBetween(
  db: DbOrTx,
  provinceId: number,
  asked: { unitIds?: readonly number[] | undefined; from: Day; to: Day },
  limit: number,
): Promise<DueOn[]> {
  let query = db
    .selectFrom('assignments.assignment as a')
    .innerJoin('plans.task as task', (j) =>
      j.onRef('task.province_id', '=', 'a.province_id').onRef('task.id', '=', 'a.task_id'),
    )
    .innerJoin('plans.plan as plan', (j) =>
      j.onRef('plan.province_id', '=', 'a.province_id').onRef('plan.id', '=', 'a.plan_id'),
    )
    .where('a.province_id', '=', provinceId)
    .where('a.state', '<>', 'withdrawn')
    .where('a.due_day', '>=', asked.from)
    .where('a.due_day', '<=', asked.to)
  if (asked.unitIds) query = query.where('a.unit_id', 'in', asked.unitIds.length ? asked.unitIds : [-1])
  const rows = await query
    .select([
      'a.id',
      'a.due_day as dueDay',
      'a.unit_id as unitId',
      'task.content',
      'plan.title as planTitle',
      'a.state',
      'a.assigned_at as givenAt',
      sql<string>`(select v.name from organisations.unit_version v
        where v.province_id = a.province_id and v.unit_id = a.unit_id
        order by v.valid_from desc limit 1)`.as('unitName'),
    ])
    .orderBy('a.due_day')
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, dueDay: r.dueDay ?? asked.to, state: r.state as AssignmentState }))
}
