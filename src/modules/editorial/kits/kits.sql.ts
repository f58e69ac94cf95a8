import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PressEntry } from '../outlet.ts'
import { selectEntries } from '../press/press.sql.ts'
import type { Handover, HandoverFacts, Way } from './kit.ts'

export async function insertHandover(
  tx: Tx,
  provinceId: number,
  itemId: number,
  facts: HandoverFacts,
  by: { name: string; at: Date },
): Promise<number> {
  const { recipient, day, way, note } = facts
  const { id } = await tx
    .insertInto('editorial.handover')
    .values({
      ...{ province_id: provinceId, item_id: itemId, outlet_id: facts.outletId, recipient, day, way, note },
      ...{ noted_at: by.at, noted_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Strikes a line that stands; false: there is none. */
export async function strikeRow(
  tx: Tx,
  provinceId: number,
  itemId: number,
  id: number,
  by: { name: string; at: Date },
): Promise<boolean> {
  const done = await tx
    .updateTable('editorial.handover')
    .set({ struck_at: by.at, struck_by_name: by.name })
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('id', '=', id)
    .where('struck_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Who got a press kit, the newest first; struck lines too. */
async function selectHandovers(db: DbOrTx, provinceId: number, itemId: number): Promise<Handover[]> {
  const rows = await db
    .selectFrom('editorial.handover as h')
    .leftJoin('editorial.outlet as o', (j) =>
      j.onRef('o.province_id', '=', 'h.province_id').onRef('o.id', '=', 'h.outlet_id'),
    )
    .select(['h.id', 'h.item_id as itemId', 'h.outlet_id as outletId', 'o.name as outletName'])
    .select(['h.recipient', 'h.day', 'h.way', 'h.note', 'h.noted_by_name as notedByName'])
    .select(sql<boolean>`h.struck_at is not null`.as('struck'))
    .where('h.province_id', '=', provinceId)
    .where('h.item_id', '=', itemId)
    .orderBy('h.day', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
  return rows.map((r) => ({ ...r, way: r.way as Way }))
}

/** A press kit with how often it was handed over, when last, and what the press wrote of it. */
export interface KitRow {
  id: number
  title: string
  unitId: number
  handovers: number
  lastDay: string | null
  entries: number
}

/** Press kits of these units (undefined: of the province), those handed over last first. */
export async function selectKits(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | undefined,
): Promise<KitRow[]> {
  const { rows } = await sql<KitRow>`
    select i.id, i.title, i.unit_id as "unitId",
      (select count(*)::int from editorial.handover h where h.province_id = i.province_id and h.item_id = i.id
        and h.struck_at is null) as handovers,
      (select max(h.day)::text from editorial.handover h where h.province_id = i.province_id and h.item_id = i.id
        and h.struck_at is null) as "lastDay",
      (select count(*)::int from editorial.press_entry e where e.province_id = i.province_id and e.item_id = i.id
        and e.withdrawn_at is null) as entries
    from editorial.item i
    where i.province_id = ${provinceId} and i.kind = 'press_kit' and i.state <> 'dropped'
      and i.translation_of is null and ${unitIds ? sql`i.unit_id = any(${[...unitIds]}::bigint[])` : sql`true`}
    order by "lastDay" desc nulls last, i.id desc limit 300`.execute(db)
  return rows
}

/** Who got a press kit, and what the press wrote of it. */
export interface KitLog {
  handovers: Handover[]
  entries: PressEntry[]
}

export async function selectKitLog(db: DbOrTx, provinceId: number, itemId: number): Promise<KitLog> {
  const { entries } = await selectEntries(db, provinceId, { itemId }, 50)
  return { handovers: await selectHandovers(db, provinceId, itemId), entries }
}
