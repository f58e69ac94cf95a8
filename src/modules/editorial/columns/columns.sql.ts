import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { broadcastKinds } from '../coverage/event.ts'
import type { Cadence, ColumnPlan, Episode, Kept } from './column.ts'

export async function insertPlan(tx: Tx, provinceId: number, plan: ColumnPlan): Promise<void> {
  await tx
    .insertInto('editorial.column_plan')
    .values({
      province_id: provinceId,
      column_id: plan.columnId,
      unit_id: plan.unitId,
      outlet_id: plan.outletId,
      cadence: plan.cadence,
      on_day: plan.onDay,
      starts: plan.starts,
      ends: plan.ends,
    })
    .execute()
}

export async function updatePlan(
  tx: Tx,
  provinceId: number,
  columnId: number,
  plan: Pick<ColumnPlan, 'unitId' | 'outletId' | 'cadence' | 'onDay' | 'ends'>,
): Promise<void> {
  await tx
    .updateTable('editorial.column_plan')
    .set({
      unit_id: plan.unitId,
      outlet_id: plan.outletId,
      cadence: plan.cadence,
      on_day: plan.onDay,
      ends: plan.ends,
    })
    .where('province_id', '=', provinceId)
    .where('column_id', '=', columnId)
    .execute()
}

/** Takes out what is planned from a day on and of which nobody has written anything yet. */
export async function dropEmptyEpisodes(
  tx: Tx,
  provinceId: number,
  columnId: number,
  from: Day,
): Promise<void> {
  await tx
    .deleteFrom('editorial.episode')
    .where('province_id', '=', provinceId)
    .where('column_id', '=', columnId)
    .where('day', '>=', from)
    .where('topic', '=', '')
    .where('item_id', 'is', null)
    .where('address', 'is', null)
    .where('excuse', 'is', null)
    .execute()
}

export async function selectPlans(db: DbOrTx, provinceId: number): Promise<ColumnPlan[]> {
  const rows = await db
    .selectFrom('editorial.column_plan')
    .select([
      'column_id as columnId',
      'unit_id as unitId',
      'outlet_id as outletId',
      'cadence',
      'on_day as onDay',
      'starts',
      'ends',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('column_id')
    .execute()
  return rows.map((r) => ({ ...r, cadence: r.cadence as Cadence }))
}

/** Days that have an episode already stay as they are. */
export async function insertEpisodes(
  tx: Tx,
  provinceId: number,
  columnId: number,
  days: readonly Day[],
): Promise<void> {
  if (days.length === 0) return
  await tx
    .insertInto('editorial.episode')
    .values(days.map((day) => ({ province_id: provinceId, column_id: columnId, day })))
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function selectEpisodes(
  db: DbOrTx,
  provinceId: number,
  filter: { columnId?: number; id?: number; from: Day; to: Day },
): Promise<Episode[]> {
  const { rows } = await sql<Episode>`
    select e.id, e.column_id as "columnId", e.day::text as day, e.topic, e.item_id as "itemId",
      i.title as "itemTitle", i.state as "itemState", e.address, e.excuse,
      coalesce(i.published_version is not null and i.state not in ('withdrawn', 'merged'), false) as "isPublished",
      coalesce(i.kind = any(${broadcastKinds as string[]}::text[]), false) as "isBroadcast",
      case when p.step is null then null
        else json_build_object('address', p.address, 'noAddressWhy', p.no_address_why) end as aired
    from editorial.episode e
      left join editorial.item i on i.province_id = e.province_id and i.id = e.item_id
      left join editorial.production p
        on p.province_id = i.province_id and p.item_id = i.id and p.step = 'aired'
    where e.province_id = ${provinceId} and e.day between ${filter.from} and ${filter.to}
      and (${filter.columnId ?? null}::bigint is null or e.column_id = ${filter.columnId ?? null})
      and (${filter.id ?? null}::bigint is null or e.id = ${filter.id ?? null})
    order by e.day, e.column_id, e.id`.execute(db)
  return rows
}

/** How each column kept its rhythm from a day to another, both included; as `episodeState` tells of one episode. */
export async function countEpisodes(
  db: DbOrTx,
  provinceId: number,
  { from, to }: { from: Day; to: Day },
  today: Day,
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    with told as (
      select e.column_id, e.address, e.excuse, p.outlet_id, e.day < ${today} as past,
        e.address is not null or coalesce(
          i.published_version is not null and i.state not in ('withdrawn', 'merged'), false) as is_out
      from editorial.episode e
        join editorial.column_plan p on p.province_id = e.province_id and p.column_id = e.column_id
        left join editorial.item i on i.province_id = e.province_id and i.id = e.item_id
      where e.province_id = ${provinceId} and e.day between ${from} and ${to})
    select column_id as "columnId", count(*) filter (where is_out or past)::int as due,
      count(*) filter (where is_out)::int as out,
      count(*) filter (where not is_out and past and excuse is null)::int as missed,
      count(*) filter (where not is_out and past and excuse is not null)::int as excused,
      count(*) filter (where is_out and address is null and outlet_id is not null)::int as unaddressed
    from told group by column_id order by column_id`.execute(db)
  return rows
}

export async function updateEpisode(
  tx: Tx,
  provinceId: number,
  id: number,
  set: { topic: string; itemId: number | null; address: string | null; excuse: string | null },
): Promise<void> {
  await tx
    .updateTable('editorial.episode')
    .set({ topic: set.topic, item_id: set.itemId, address: set.address, excuse: set.excuse })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}
