import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'

/** Packages that a commune has not taken, or has not aired though their last day is past. */
export function selectNotAired(db: DbOrTx, provinceId: number, today: Day) {
  return db
    .selectFrom('publishing.hand_over as h')
    .innerJoin('publishing.loudspeaker_package as p', (j) =>
      j.onRef('p.province_id', '=', 'h.province_id').onRef('p.id', '=', 'h.package_id'),
    )
    .where('h.province_id', '=', provinceId)
    .where('h.aired_from', 'is', null)
    .where((e) => e.or([e('h.taken_at', 'is', null), e('p.last_day', '<', today)]))
    .select([
      'p.id',
      'p.title',
      'h.unit_id as unitId',
      'h.handed_at as handedAt',
      sql<boolean>`h.taken_at is not null`.as('taken'),
    ])
    .orderBy('p.id', 'desc')
    .orderBy('h.unit_id')
    .limit(1000)
    .execute()
}

/** Hours of stations that are past and nobody confirmed, or that were aired and have no web address (YB-23). */
export function selectOpenSlots(db: DbOrTx, provinceId: number, today: Day) {
  return db
    .selectFrom('publishing.radio_slot as s')
    .innerJoin('publishing.radio_script as r', (j) =>
      j.onRef('r.province_id', '=', 's.province_id').onRef('r.id', '=', 's.script_id'),
    )
    .where('s.province_id', '=', provinceId)
    .where((e) =>
      e.or([
        e.and([e('s.aired_day', 'is', null), e('s.day', '<', today)]),
        e.and([
          e('s.aired_day', 'is not', null),
          e('s.web_address', 'is', null),
          e('s.no_address_why', 'is', null),
        ]),
      ]),
    )
    .select([
      's.script_id as scriptId',
      's.station',
      's.unit_id as unitId',
      's.day',
      'r.title',
      sql<boolean>`s.aired_day is not null`.as('aired'),
    ])
    .orderBy('s.day', 'desc')
    .limit(500)
    .execute()
}

/**
 * Copies that lie where they are: by product and unit (null: the printer's pile) how many are left and since when
 * nothing moved there, none moved since `before`.
 */
export async function selectLying(
  db: DbOrTx,
  provinceId: number,
  before: Day,
): Promise<{ id: number; title: string; unitId: number | null; copies: number; since: Day }[]> {
  const { rows } = await sql<{
    id: number
    title: string
    unitId: number | null
    copies: number
    since: Day
  }>`
    with moved as (
      select product_id, null::bigint as unit_id, copies, day from publishing.print_run
        where province_id = ${provinceId}
      union all
      select product_id, from_unit_id, -copies, day from publishing.distribution
        where province_id = ${provinceId} and struck_at is null
      union all
      select product_id, to_unit_id, copies, day from publishing.distribution
        where province_id = ${provinceId} and struck_at is null and to_unit_id is not null
    )
    select p.id, p.title, m.unit_id as "unitId", sum(m.copies)::int as copies, max(m.day) as since
    from moved m
    join publishing.print_product p on p.province_id = ${provinceId} and p.id = m.product_id
    group by p.id, p.title, m.unit_id
    having sum(m.copies) > 0 and max(m.day) < ${before}::date
    order by copies desc, p.id
    limit 500`.execute(db)
  return rows
}

/** Set for printing and never printed. */
export function selectNeverPrinted(db: DbOrTx, provinceId: number, before: Date) {
  return db
    .selectFrom('publishing.print_product as d')
    .where('d.province_id', '=', provinceId)
    .where('d.made_at', '<', before)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('publishing.print_run as r')
            .whereRef('r.province_id', '=', 'd.province_id')
            .whereRef('r.product_id', '=', 'd.id'),
        ),
      ),
    )
    .select(['d.id', 'd.title', 'd.kind', 'd.unit_id as unitId', 'd.made_at as madeAt'])
    .orderBy('d.id', 'desc')
    .limit(500)
    .execute()
}

/** Messages that were refused, given up, or of which nobody knows whether they left. */
export function selectStuck(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.message as m')
    .innerJoin('publishing.channel as c', (j) =>
      j.onRef('c.province_id', '=', 'm.province_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .leftJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'm.province_id').onRef('p.id', '=', 'm.publication_id'),
    )
    .where('m.province_id', '=', provinceId)
    .where('m.state', 'in', ['failed', 'dead', 'unsure'])
    .select(['m.id', 'm.state', 'm.due_at as dueAt', 'c.name as channel', 'c.unit_id as unitId', 'p.title'])
    .orderBy('m.due_at', 'desc')
    .limit(500)
    .execute()
}
