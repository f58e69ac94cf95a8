import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Orientation, OrientationOutlet } from '../outlet.ts'

/** What whoever writes an orientation says in it. */
export type Said = Pick<Orientation, 'title' | 'body' | 'fromDay' | 'toDay' | 'taskIds' | 'silentDays'>

export async function insertOrientation(
  tx: Tx,
  provinceId: number,
  o: Omit<Orientation, 'id' | 'withdrawnAt'>,
  outletIds: readonly number[],
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.orientation')
    .values({
      ...{ province_id: provinceId, ...columnsOf(o), unit_id: o.unitId, made_by: o.madeBy },
      ...{ made_at: o.madeAt, made_by_name: o.madeByName, sent_at: o.sentAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await replaceTasks(tx, provinceId, id, o.taskIds)
  await insertAddressees(tx, provinceId, id, outletIds)
  return id
}

function columnsOf(o: Said) {
  const { title, body } = o
  return { title, body, from_day: o.fromDay, to_day: o.toDay, silent_days: o.silentDays }
}

async function replaceTasks(
  tx: Tx,
  provinceId: number,
  orientationId: number,
  taskIds: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('editorial.orientation_task')
    .where('province_id', '=', provinceId)
    .where('orientation_id', '=', orientationId)
    .execute()
  if (taskIds.length === 0) return
  await tx
    .insertInto('editorial.orientation_task')
    .values(
      taskIds.map((taskId) => ({
        province_id: provinceId,
        orientation_id: orientationId,
        task_id: taskId,
      })),
    )
    .execute()
}

/** Further outlets that an orientation goes to. */
export async function insertAddressees(
  tx: Tx,
  provinceId: number,
  orientationId: number,
  outletIds: readonly number[],
): Promise<void> {
  if (outletIds.length === 0) return
  await tx
    .insertInto('editorial.orientation_outlet')
    .values(
      outletIds.map((outletId) => ({
        province_id: provinceId,
        orientation_id: orientationId,
        outlet_id: outletId,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Other words, days or tasks; whoever had seen the older ones is asked again. */
export async function updateOrientation(tx: Tx, provinceId: number, id: number, o: Said): Promise<void> {
  await tx
    .updateTable('editorial.orientation')
    .set(columnsOf(o))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
  await replaceTasks(tx, provinceId, id, o.taskIds)
  await tx
    .updateTable('editorial.orientation_outlet')
    .set({ acknowledged_at: null, acknowledged_by_name: null })
    .where('province_id', '=', provinceId)
    .where('orientation_id', '=', id)
    .execute()
}

export async function withdrawOrientationRow(
  tx: Tx,
  provinceId: number,
  id: number,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('editorial.orientation')
    .set({ withdrawn_at: at })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function lockOrientation(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('editorial.orientation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** All of them, the newest first, with how often each was changed and how many pieces of the press follow it. */
export async function selectOrientations(
  db: DbOrTx,
  provinceId: number,
): Promise<(Orientation & { corrected: number; pieces: number })[]> {
  return db
    .selectFrom('editorial.orientation as o')
    .select([
      sql<number>`(select count(*)::int from editorial.correction c
        where c.province_id = o.province_id and c.orientation_id = o.id)`.as('corrected'),
      sql<number>`(select count(*)::int from editorial.press_entry e
        where e.province_id = o.province_id and e.orientation_id = o.id and e.withdrawn_at is null)`.as(
        'pieces',
      ),
      sql<
        number[]
      >`(select coalesce(json_agg(t.task_id order by t.task_id), '[]') from editorial.orientation_task t
        where t.province_id = o.province_id and t.orientation_id = o.id)`.as('taskIds'),
    ])
    .select(['id', 'title', 'body', 'from_day as fromDay', 'to_day as toDay', 'silent_days as silentDays'])
    .select(['made_at as madeAt', 'made_by as madeBy', 'made_by_name as madeByName', 'unit_id as unitId'])
    .select(['sent_at as sentAt', 'withdrawn_at as withdrawnAt'])
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
    .execute()
}

/** What an outlet `t` has published of an orientation `a`: pieces of the register, and texts of its unit at the desk. */
const published = sql<number>`(select count(*)::int from editorial.press_entry e
    where e.province_id = a.province_id and e.orientation_id = a.orientation_id and e.outlet_id = a.outlet_id
      and e.withdrawn_at is null)
  + (select count(*)::int from editorial.item i
    where i.province_id = a.province_id and i.orientation_id = a.orientation_id and i.unit_id = t.unit_id
      and i.published_version is not null and i.state not in ('withdrawn', 'merged'))`

export async function selectAddressees(
  db: DbOrTx,
  provinceId: number,
  orientationIds: readonly number[],
): Promise<(OrientationOutlet & { orientationId: number })[]> {
  if (orientationIds.length === 0) return []
  return db
    .selectFrom('editorial.orientation_outlet as a')
    .innerJoin('editorial.outlet as t', (j) =>
      j.onRef('t.province_id', '=', 'a.province_id').onRef('t.id', '=', 'a.outlet_id'),
    )
    .select(['a.orientation_id as orientationId', 'a.outlet_id as outletId', 't.name as outletName'])
    .select(['a.acknowledged_at as acknowledgedAt', 'a.acknowledged_by_name as acknowledgedByName'])
    .select(['a.reminded_at as remindedAt', published.as('published')])
    .where('a.province_id', '=', provinceId)
    .where('a.orientation_id', 'in', orientationIds)
    .orderBy('t.name')
    .execute()
}

export async function acknowledgeRow(
  tx: Tx,
  provinceId: number,
  orientationId: number,
  outletId: number,
  by: { name: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('editorial.orientation_outlet')
    .set({ acknowledged_at: by.at, acknowledged_by_name: by.name })
    .where('province_id', '=', provinceId)
    .where('orientation_id', '=', orientationId)
    .where('outlet_id', '=', outletId)
    .where('acknowledged_at', 'is', null)
    .execute()
}

/** An outlet that has published nothing of an orientation. */
export interface Silent {
  orientationId: number
  title: string
  silentDays: number
  madeBy: number | null
  outletId: number
  outletName: string
  /** Where it is a unit of the province. */
  unitId: number | null
  email: string | null
}

/** Outlets in use that have published nothing of an orientation that holds, after its days, and were not reminded. */
export async function selectSilent(db: DbOrTx, provinceId: number, today: Day): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select o.id as "orientationId", o.title, o.silent_days as "silentDays", o.made_by as "madeBy",
      a.outlet_id as "outletId", t.name as "outletName", t.unit_id as "unitId", t.email
    from editorial.orientation_outlet a
      join editorial.orientation o on o.province_id = a.province_id and o.id = a.orientation_id
      join editorial.outlet t on t.province_id = a.province_id and t.id = a.outlet_id
    where a.province_id = ${provinceId} and a.reminded_at is null and not t.retired
      and o.withdrawn_at is null and (o.to_day is null or o.to_day >= ${today})
      and greatest(o.from_day, (o.made_at at time zone 'Asia/Ho_Chi_Minh')::date) + o.silent_days <= ${today}::date
      and ${published} = 0
    order by o.id, a.outlet_id`.execute(db)
  return rows
}

export async function noteReminded(
  tx: Tx,
  provinceId: number,
  { orientationId, outletId }: Pick<Silent, 'orientationId' | 'outletId'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('editorial.orientation_outlet')
    .set({ reminded_at: now })
    .where('province_id', '=', provinceId)
    .where('orientation_id', '=', orientationId)
    .where('outlet_id', '=', outletId)
    .execute()
}
