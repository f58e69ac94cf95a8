import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Medium } from './event.ts'

/** An assignment whose day has come, or is near, and of which readers have nothing yet. */
export interface DueCoverage {
  id: number
  eventId: number
  eventTitle: string
  medium: Medium
  personName: string
  unitId: number
  dueDay: Day
}

/** Coverages due until a day without a public item, of events that are held; the longest due first. */
export async function selectDueCoverages(
  db: DbOrTx,
  provinceId: number,
  filter: { until: Day; unitIds: readonly number[] | undefined },
): Promise<DueCoverage[]> {
  let query = db
    .selectFrom('editorial.coverage as c')
    .innerJoin('editorial.event as e', (j) =>
      j.onRef('e.province_id', '=', 'c.province_id').onRef('e.id', '=', 'c.event_id'),
    )
    .leftJoin('editorial.item as i', (j) =>
      j.onRef('i.province_id', '=', 'c.province_id').onRef('i.id', '=', 'c.item_id'),
    )
    .select([
      'c.id',
      'c.event_id as eventId',
      'e.title as eventTitle',
      'c.medium',
      'c.person_name as personName',
      'c.unit_id as unitId',
      'c.due_day as dueDay',
    ])
    .where('c.province_id', '=', provinceId)
    .where('c.due_day', '<=', filter.until)
    .where('c.dropped', '=', false)
    .where('e.state', '<>', 'dropped')
    .where((w) =>
      w.or([
        w('c.item_id', 'is', null),
        // What was published once, and taken back since, was covered.
        w.and([w('i.published_version', 'is', null), w('i.state', 'not in', ['withdrawn', 'merged'])]),
      ]),
    )
  if (filter.unitIds) query = query.where('c.unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  const rows = await query.orderBy('c.due_day').orderBy('c.id').limit(500).execute()
  return rows.map((r) => ({ ...r, medium: r.medium as Medium }))
}

/** A follow-up of what the press found, that nobody has reported as done. */
export interface DueFollowUp {
  entryId: number
  title: string
  unitId: number
  dueDay: Day
}

/** Open follow-ups due until a day, the longest due first. */
export async function selectDueFollowUps(db: DbOrTx, provinceId: number, until: Day): Promise<DueFollowUp[]> {
  return db
    .selectFrom('editorial.follow_up as f')
    .innerJoin('editorial.press_entry as p', (j) =>
      j.onRef('p.province_id', '=', 'f.province_id').onRef('p.id', '=', 'f.entry_id'),
    )
    .select(['f.entry_id as entryId', 'p.title', 'f.unit_id as unitId', 'f.due_day as dueDay'])
    .where('f.province_id', '=', provinceId)
    .where('f.done_day', 'is', null)
    .where('f.due_day', '<=', until)
    .where('p.withdrawn_at', 'is', null)
    .orderBy('f.due_day')
    .orderBy('f.entry_id')
    .execute()
}

/** How many open follow-ups of these units (undefined: of all) are past their day. */
export async function countLateFollowUps(
  db: DbOrTx,
  provinceId: number,
  today: Day,
  unitIds: readonly number[] | undefined,
): Promise<number> {
  const { n } = await db
    .selectFrom('editorial.follow_up as f')
    .innerJoin('editorial.press_entry as p', (j) =>
      j.onRef('p.province_id', '=', 'f.province_id').onRef('p.id', '=', 'f.entry_id'),
    )
    .select(sql<number>`count(*)::int`.as('n'))
    .where('f.province_id', '=', provinceId)
    .where('f.done_day', 'is', null)
    .where('f.due_day', '<', today)
    .where('p.withdrawn_at', 'is', null)
    .$if(unitIds !== undefined, (q) => q.where('f.unit_id', 'in', unitIds?.length ? unitIds : [-1]))
    .executeTakeFirstOrThrow()
  return n
}
