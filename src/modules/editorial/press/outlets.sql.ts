import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Orientation, OrientationOutlet, Outlet, OutletKind, WebCheck } from '../outlet.ts'

export async function insertOutlet(
  tx: Tx,
  provinceId: number,
  outlet: Omit<Outlet, 'id' | 'retired'>,
): Promise<number | null> {
  const row = await tx
    .insertInto('editorial.outlet')
    .values({
      province_id: provinceId,
      kind: outlet.kind,
      name: outlet.name,
      unit_id: outlet.unitId,
      email: outlet.email,
      web_address: outlet.webAddress,
      editions: outlet.editions,
    })
    .onConflict((c) => c.columns(['province_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function selectOutlets(db: DbOrTx, provinceId: number): Promise<Outlet[]> {
  const rows = await db
    .selectFrom('editorial.outlet')
    .select([
      'id',
      'kind',
      'name',
      'unit_id as unitId',
      'email',
      'web_address as webAddress',
      'editions',
      'retired',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('name')
    .execute()
  return rows.map((r) => ({ ...r, kind: r.kind as OutletKind }))
}

export async function insertOrientation(
  tx: Tx,
  provinceId: number,
  o: Omit<Orientation, 'id' | 'withdrawnAt'>,
  outletIds: readonly number[],
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.orientation')
    .values({
      province_id: provinceId,
      title: o.title,
      body: o.body,
      from_day: o.fromDay,
      to_day: o.toDay,
      task_id: o.taskId,
      made_at: o.madeAt,
      made_by_name: o.madeByName,
      sent_at: o.sentAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAddressees(tx, provinceId, id, outletIds)
  return id
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

/** Other words or days; whoever had seen the older ones is asked again. */
export async function updateOrientation(
  tx: Tx,
  provinceId: number,
  id: number,
  o: Pick<Orientation, 'title' | 'body' | 'fromDay' | 'toDay'>,
): Promise<void> {
  await tx
    .updateTable('editorial.orientation')
    .set({ title: o.title, body: o.body, from_day: o.fromDay, to_day: o.toDay })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
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

/** The outlet for a change, held so that two people change it one after the other. */
export async function lockOutlet(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('editorial.outlet')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function updateOutlet(
  tx: Tx,
  provinceId: number,
  id: number,
  o: Omit<Outlet, 'id'>,
): Promise<void> {
  const { kind, name, email, editions, retired } = o
  await tx
    .updateTable('editorial.outlet')
    .set({ kind, name, email, editions, retired, unit_id: o.unitId, web_address: o.webAddress })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** All of them, the newest first, with how often each was changed. */
export async function selectOrientations(
  db: DbOrTx,
  provinceId: number,
): Promise<(Orientation & { corrected: number })[]> {
  return db
    .selectFrom('editorial.orientation as o')
    .select(
      sql<number>`(select count(*)::int from editorial.correction c
        where c.province_id = o.province_id and c.orientation_id = o.id)`.as('corrected'),
    )
    .select([
      'id',
      'title',
      'body',
      'from_day as fromDay',
      'to_day as toDay',
      'task_id as taskId',
      'made_at as madeAt',
      'made_by_name as madeByName',
      'sent_at as sentAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
    .execute()
}

export async function selectAddressees(
  db: DbOrTx,
  provinceId: number,
  orientationIds: readonly number[],
): Promise<(OrientationOutlet & { orientationId: number })[]> {
  if (orientationIds.length === 0) return []
  return db
    .selectFrom('editorial.orientation_outlet as a')
    .innerJoin('editorial.outlet as o', (j) =>
      j.onRef('o.province_id', '=', 'a.province_id').onRef('o.id', '=', 'a.outlet_id'),
    )
    .select([
      'a.orientation_id as orientationId',
      'a.outlet_id as outletId',
      'o.name as outletName',
      'a.acknowledged_at as acknowledgedAt',
      'a.acknowledged_by_name as acknowledgedByName',
    ])
    .where('a.province_id', '=', provinceId)
    .where('a.orientation_id', 'in', orientationIds)
    .orderBy('o.name')
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

export async function insertWebCheck(tx: Tx, provinceId: number, check: WebCheck): Promise<void> {
  await tx
    .insertInto('editorial.web_check')
    .values({
      province_id: provinceId,
      unit_id: check.unitId,
      day: check.day,
      address: check.address,
      has_column: check.hasColumn,
      newest_day: check.newestDay,
      note: check.note,
      by_name: check.byName,
    })
    .execute()
}

/** The newest check of each unit. */
export async function selectWebChecks(db: DbOrTx, provinceId: number): Promise<Map<number, WebCheck>> {
  const { rows } = await sql<WebCheck>`
    select distinct on (unit_id) unit_id as "unitId", day::text as day, address, has_column as "hasColumn",
      newest_day::text as "newestDay", note, by_name as "byName"
    from editorial.web_check where province_id = ${provinceId}
    order by unit_id, day desc, id desc`.execute(db)
  return new Map(rows.map((r) => [r.unitId, r]))
}
