import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Window } from './facts.sql.ts'

export interface IssuedPlan {
  kind: string
  number: string | null
  symbol: string | null
  title: string
  issued: Day | null
}

/** Plans that these units issued within the window, oldest first. */
export async function selectIssuedPlans(db: DbOrTx, provinceId: number, w: Window): Promise<IssuedPlan[]> {
  return db
    .selectFrom('plans.plan')
    .select(['kind', 'number', 'symbol', 'title', 'issued'])
    .where('province_id', '=', provinceId)
    .where((e) => e('unit_id', '=', e.fn.any(e.val([...w.unitIds]))))
    .where('issued_at', 'is not', null)
    .where('issued', '>=', w.from)
    .where('issued', '<=', w.cutoff)
    .orderBy('issued')
    .orderBy('id')
    .limit(10)
    .execute()
}

export interface DueWork {
  content: string
  dueDay: Day
  /** The day it was reported done; null while it is not. */
  reportedDay: Day | null
}

/** Work of the programme that falls due between two days, by due day. Bodies that are only asked have none late. */
export async function selectDueWork(
  db: DbOrTx,
  provinceId: number,
  w: Pick<Window, 'unitIds' | 'programmeCode'>,
  from: Day,
  to: Day,
): Promise<DueWork[]> {
  const found = await sql<DueWork>`
    select t.content, a.due_day as "dueDay",
      case when a.state in ('reported_done', 'verified') then a.reported_day end as "reportedDay"
    from assignments.assignment a
      join plans.plan p on p.province_id = ${provinceId} and p.id = a.plan_id
      join plans.programme g on g.province_id = ${provinceId} and g.id = p.programme_id
        and g.code = ${w.programmeCode}
      join plans.task t on t.province_id = ${provinceId} and t.id = a.task_id
    where a.province_id = ${provinceId} and a.unit_id = any(${[...w.unitIds]}::bigint[])
      and a.state <> 'withdrawn' and a.role <> 'invited' and a.due_day between ${from} and ${to}
    order by a.due_day, a.id limit 200`.execute(db)
  return found.rows
}

export interface RaisedObstacle {
  text: string
  wish: string | null
  answered: boolean
}

/** Difficulties that these units raised within the window and nobody has closed, oldest first. */
export async function selectRaised(db: DbOrTx, provinceId: number, w: Window): Promise<RaisedObstacle[]> {
  const found = await sql<RaisedObstacle>`
    select text, wish, answered_at is not null as answered from assignments.obstacle
    where province_id = ${provinceId} and unit_id = any(${[...w.unitIds]}::bigint[]) and state <> 'closed'
      and (raised_at at time zone 'Asia/Ho_Chi_Minh')::date between ${w.from} and ${w.cutoff}
    order by id limit 10`.execute(db)
  return found.rows
}
