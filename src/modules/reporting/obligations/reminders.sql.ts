import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Rung } from './ladder.ts'

export interface SentReminder {
  id: number
  rung: 'before' | 'due' | 'after' | 'head' | 'letter' | 'by_hand'
  channel: 'in_app' | 'email' | 'letter'
  toName: string | null
  toAddress: string | null
  sentAt: Date
  byName: string
  note: string | null
}

/** The reminders that one obligation got, newest first. */
export async function remindersOf(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom('reporting.reminder as r')
    .leftJoin('accounts.account as account', (j) =>
      j.onRef('account.province_id', '=', 'r.province_id').onRef('account.id', '=', 'r.to_account_id'),
    )
    .select([
      'r.id',
      'r.rung',
      'r.channel',
      'account.name as toName',
      'r.to_address as toAddress',
      'r.sent_at as sentAt',
      'r.by_name as byName',
      'r.note',
    ])
    .where('r.province_id', '=', provinceId)
    .where('r.obligation_id', '=', obligationId)
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((r) => ({
    ...r,
    rung: r.rung as SentReminder['rung'],
    channel: r.channel as SentReminder['channel'],
  }))
}

/** A report that is still to come, near its due day or past it, with the rungs already climbed for that day. */
export interface DueReport {
  id: number
  dutyId: number
  dutyName: string
  period: string
  source: string
  programmeCode: string
  toUnitId: number | null
  viaUnitId: number | null
  unitId: number
  unitName: string
  dueDay: Day
  invited: boolean
  reportState: 'draft' | 'returned' | null
  climbed: Rung[]
}

export async function selectDueReports(
  db: DbOrTx,
  provinceId: number,
  from: Day,
  until: Day,
): Promise<DueReport[]> {
  const { rows } = await sql<DueReport>`
    select o.id, o.duty_id as "dutyId", d.name as "dutyName", o.period, d.source, d.programme_code as "programmeCode",
      d.to_unit_id as "toUnitId", d.via_unit_id as "viaUnitId", o.unit_id as "unitId", v.name as "unitName",
      o.due_day as "dueDay", o.invited, r.state as "reportState",
      coalesce((select array_agg(distinct m.rung) from reporting.reminder m where m.province_id = o.province_id
        and m.obligation_id = o.id and m.for_due_day = o.due_day and m.rung <> 'by_hand'), '{}') as climbed
    from reporting.obligation o
      join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      cross join lateral (select name from organisations.unit_version v where v.province_id = o.province_id
        and v.unit_id = o.unit_id order by v.valid_from desc limit 1) v
    where o.province_id = ${provinceId} and o.state = 'owed' and o.due_day between ${from}::date and ${until}::date
      and (r.submitted_at is null or r.state = 'returned')
    order by o.due_day, o.duty_id, v.name, o.id`.execute(db)
  return rows
}

export interface NewReminder {
  obligationId: number
  rung: Rung | 'by_hand'
  forDueDay: Day
  channel: SentReminder['channel']
  toAccountId: number | null
  toAddress: string | null
  note?: string | null
}

/** Logs reminders in one statement; one that was logged before changes nothing. */
export async function insertReminders(
  tx: Tx,
  provinceId: number,
  byName: string,
  reminders: readonly NewReminder[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < reminders.length; from += 1000) {
    await tx
      .insertInto('reporting.reminder')
      .values(
        reminders.slice(from, from + 1000).map((r) => ({
          province_id: provinceId,
          obligation_id: r.obligationId,
          rung: r.rung,
          for_due_day: r.forDueDay,
          channel: r.channel,
          to_account_id: r.toAccountId,
          to_address: r.toAddress,
          sent_at: now,
          by_name: byName,
          note: r.note ?? null,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

/** When a report was last reminded of: in any way, and by hand. */
export type LastReminders = ReadonlyMap<number, { any: Date; byHand: Date | null }>

export async function selectLastReminders(
  db: DbOrTx,
  provinceId: number,
  obligationIds: readonly number[],
): Promise<LastReminders> {
  if (obligationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reporting.reminder')
    .select((e) => [
      'obligation_id as id',
      e.fn.max('sent_at').as('any'),
      e.fn.max('sent_at').filterWhere('rung', '=', 'by_hand').as('byHand'),
    ])
    .where('province_id', '=', provinceId)
    .where('obligation_id', 'in', [...obligationIds])
    .groupBy('obligation_id')
    .execute()
  return new Map(rows.map((r) => [r.id, { any: r.any, byHand: r.byHand }]))
}
