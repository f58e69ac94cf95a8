import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { AssignmentRole, AssignmentState } from './assignment.ts'
import type { Rung } from './ladder.ts'

/** Open work with a due day near or past, and the rungs already climbed for that day. */
export interface DueWork {
  id: number
  planId: number
  planUnitId: number
  planTitle: string
  unitId: number
  role: AssignmentRole
  state: AssignmentState
  dueDay: Day
  content: string
  time: string | null
  progress: number
  climbed: Rung[]
}

export async function selectDueWork(db: DbOrTx, provinceId: number, until: Day): Promise<DueWork[]> {
  const rows = await db
    .selectFrom('assignments.assignment as a')
    .innerJoin('plans.plan as plan', (j) =>
      j.onRef('plan.province_id', '=', 'a.province_id').onRef('plan.id', '=', 'a.plan_id'),
    )
    .innerJoin('plans.task as task', (j) =>
      j.onRef('task.province_id', '=', 'a.province_id').onRef('task.id', '=', 'a.task_id'),
    )
    .where('a.province_id', '=', provinceId)
    .where('a.state', 'in', ['assigned', 'acknowledged', 'in_progress', 'returned'])
    .where('plan.state', 'in', ['ISSUED', 'IN_PROGRESS', 'AMENDED'])
    .where('a.due_day', '<=', until)
    .select([
      'a.id',
      'a.plan_id as planId',
      'plan.unit_id as planUnitId',
      'plan.title as planTitle',
      'a.unit_id as unitId',
      'a.role',
      'a.state',
      'a.due_day as dueDay',
      'task.content',
      'task.time_as_printed as time',
      'a.progress',
      sql<string[] | null>`(select array_agg(distinct r.rung) from assignments.reminder r
        where r.province_id = a.province_id and r.assignment_id = a.id and r.for_due_day = a.due_day
          and r.rung <> 'by_hand')`.as('climbed'),
    ])
    .orderBy('a.unit_id')
    .orderBy('a.due_day')
    .orderBy('a.id')
    .execute()
  return rows.map((r) => ({
    ...r,
    role: r.role as AssignmentRole,
    state: r.state as AssignmentState,
    dueDay: r.dueDay ?? '',
    climbed: (r.climbed ?? []) as Rung[],
  }))
}

export interface NewReminder {
  assignmentId: number
  unitId: number
  rung: Rung | 'by_hand'
  forDueDay: Day | null
  channel: 'in_app' | 'email' | 'letter'
  toAccountId: number | null
  toAddress: string | null
  letterId?: number | null
  note?: string | null
}

/** Logs reminders; one that was logged before changes nothing. */
export async function insertReminders(
  tx: Tx,
  provinceId: number,
  byName: string,
  reminders: readonly NewReminder[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < reminders.length; from += 1000) {
    await tx
      .insertInto('assignments.reminder')
      .values(
        reminders.slice(from, from + 1000).map((r) => ({
          province_id: provinceId,
          assignment_id: r.assignmentId,
          unit_id: r.unitId,
          rung: r.rung,
          for_due_day: r.forDueDay,
          channel: r.channel,
          to_account_id: r.toAccountId,
          to_address: r.toAddress,
          sent_at: now,
          by_name: byName,
          letter_id: r.letterId ?? null,
          note: r.note ?? null,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

export interface SentReminder {
  id: number
  rung: Rung | 'by_hand'
  channel: 'in_app' | 'email' | 'letter'
  toAddress: string | null
  toName: string | null
  sentAt: Date
  byName: string
  letterId: number | null
  note: string | null
}

export async function remindersOf(
  db: DbOrTx,
  provinceId: number,
  assignmentId: number,
): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom('assignments.reminder as r')
    .leftJoin('accounts.account as account', (j) =>
      j.onRef('account.province_id', '=', 'r.province_id').onRef('account.id', '=', 'r.to_account_id'),
    )
    .select([
      'r.id',
      'r.rung',
      'r.channel',
      'r.to_address as toAddress',
      'account.name as toName',
      'r.sent_at as sentAt',
      'r.by_name as byName',
      'r.letter_id as letterId',
      'r.note',
    ])
    .where('r.province_id', '=', provinceId)
    .where('r.assignment_id', '=', assignmentId)
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((r) => ({
    ...r,
    rung: r.rung as SentReminder['rung'],
    channel: r.channel as SentReminder['channel'],
  }))
}
