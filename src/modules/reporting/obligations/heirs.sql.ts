import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** What a unit that is gone still owes: its report was never handed in, or given back. */
export interface Stranded {
  id: number
  unitId: number
  dutyId: number
  /** First day without the unit. */
  closed: Day
}

export async function selectStranded(db: DbOrTx, provinceId: number, today: Day): Promise<Stranded[]> {
  const { rows } = await sql<Stranded>`
    select b.id, b.unit_id as "unitId", b.duty_id as "dutyId", u.valid_to as closed
    from reporting.obligation b
      join organisations.unit u on u.province_id = b.province_id and u.id = b.unit_id
      left join reporting.report r on r.province_id = b.province_id and r.obligation_id = b.id
    where b.province_id = ${provinceId} and b.state = 'owed' and u.valid_to <= ${today}::date
      and (r.submitted_at is null or r.state = 'returned')
    order by b.id`.execute(db)
  return rows
}

export interface HandedOn {
  originId: number
  heirId: number
  invited: boolean
  /** The heir takes the data of the period as well: the only one, or the one that took more than half. */
  main: boolean
}

/** Gives each heir the obligation of its origin, where it has none of its own, and keeps where it came from. */
export async function handOn(
  tx: Tx,
  provinceId: number,
  lines: readonly HandedOn[],
  now: Date,
): Promise<number> {
  const given = sql`
    line as materialized (
      select * from unnest(${lines.map((l) => l.originId)}::bigint[], ${lines.map((l) => l.heirId)}::bigint[],
        ${lines.map((l) => l.invited)}::boolean[], ${lines.map((l) => l.main)}::boolean[])
        as l(origin_id, heir_id, invited, main)
    )`
  const { numAffectedRows } = await sql`
    with ${given}
    insert into reporting.obligation as b (province_id, duty_id, unit_id, period, year, from_day, to_day, cutoff_day,
      due_day, first_due_day, why_vi, why_en, invited, inherited, made_at)
    select distinct on (o.duty_id, o.period, l.heir_id) o.province_id, o.duty_id, l.heir_id, o.period, o.year,
      o.from_day, o.to_day, o.cutoff_day, o.due_day, o.first_due_day, o.why_vi, o.why_en, l.invited, true, ${now}
    from line l join reporting.obligation o on o.province_id = ${provinceId} and o.id = l.origin_id
    order by o.duty_id, o.period, l.heir_id, o.due_day desc, o.id
    on conflict (province_id, duty_id, period, unit_id) do update
      set state = 'owed', end_kind = null, state_reason = null, state_at = null, inherited = true where b.end_kind = 'scope'`.execute(
    tx,
  )
  await sql`
    with ${given}
    insert into reporting.obligation_origin (province_id, obligation_id, origin_id)
    select ${provinceId}, h.id, o.id
    from line l join reporting.obligation o on o.province_id = ${provinceId} and o.id = l.origin_id
      join reporting.obligation h on h.province_id = ${provinceId} and h.duty_id = o.duty_id and h.period = o.period
        and h.unit_id = l.heir_id
    where l.main and h.id <> o.id
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Ends what units that are gone owed, each with its reason. */
export async function endStranded(
  tx: Tx,
  provinceId: number,
  lines: readonly { id: number; reason: string }[],
  now: Date,
): Promise<void> {
  await sql`
    update reporting.obligation b set state = 'ended', end_kind = 'unit', state_reason = l.reason, state_at = ${now}
    from unnest(${lines.map((l) => l.id)}::bigint[], ${lines.map((l) => l.reason)}::text[]) as l(id, reason)
    where b.province_id = ${provinceId} and b.id = l.id`.execute(tx)
}
