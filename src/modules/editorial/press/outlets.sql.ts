import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Outlet, OutletKind, WebCheck } from '../outlet.ts'

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
