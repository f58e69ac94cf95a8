import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { filtered, type ObligationFilter } from './lists.sql.ts'

/** One report of one period that several units owe on one day: what a calendar shows as one line. */
export interface DueGroup {
  dueDay: Day
  dutyId: number
  dutyName: string
  period: string
  units: number
  /** How many of them have not handed it in, or got it back. */
  open: number
  /** Of a single unit: its obligation and name. */
  onlyId: number
  onlyName: string
}

export async function selectDueGroups(
  db: DbOrTx,
  provinceId: number,
  filter: ObligationFilter,
): Promise<DueGroup[]> {
  const rows = await filtered(db, provinceId, filter)
    .select([
      'o.due_day as dueDay',
      'o.duty_id as dutyId',
      'd.name as dutyName',
      'o.period',
      sql<number>`count(*)`.as('units'),
      sql<number>`count(*) filter (where r.submitted_at is null or r.state = 'returned')`.as('open'),
      sql<number>`min(o.id)`.as('onlyId'),
      sql<string>`(select v.name from organisations.unit_version v
        where v.province_id = ${provinceId} and v.unit_id = min(o.unit_id)
        order by v.valid_from desc limit 1)`.as('onlyName'),
    ])
    .groupBy(['o.due_day', 'o.duty_id', 'd.name', 'o.period'])
    .orderBy('o.due_day')
    .orderBy('o.duty_id')
    .execute()
  return rows.map((r) => ({ ...r, units: Number(r.units), open: Number(r.open), onlyId: Number(r.onlyId) }))
}
