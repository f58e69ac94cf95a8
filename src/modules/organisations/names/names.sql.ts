import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Alias } from './name-index.ts'

export async function aliasesIn(db: DbOrTx, provinceId: number): Promise<Alias[]> {
  const rows = await db
    .selectFrom('organisations.alias')
    .selectAll()
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    text: r.text,
    unitId: r.unit_id,
    groupId: r.group_id,
    from: r.valid_from,
    to: r.valid_to,
  }))
}

export interface NewAlias extends Omit<Alias, 'id'> {
  key: string
}

export async function insertAliases(tx: Tx, provinceId: number, aliases: readonly NewAlias[]): Promise<void> {
  await tx
    .insertInto('organisations.alias')
    .values(
      aliases.map((a) => ({
        province_id: provinceId,
        text: a.text,
        key: a.key,
        unit_id: a.unitId,
        group_id: a.groupId,
        valid_from: a.from,
        valid_to: a.to,
      })),
    )
    .execute()
}

export async function deleteAlias(tx: Tx, provinceId: number, aliasId: number): Promise<Alias | null> {
  const [found] = (await aliasesIn(tx, provinceId)).filter((a) => a.id === aliasId)
  await tx
    .deleteFrom('organisations.alias')
    .where('province_id', '=', provinceId)
    .where('id', '=', aliasId)
    .execute()
  return found ?? null
}

export interface UnknownName {
  key: string
  text: string
  /** Where it was met last: the title of a plan. */
  source: string
  times: number
  lastSeen: Date
}

/** Names met in documents that lead nowhere, the most frequent first. */
export async function unknownNamesIn(db: DbOrTx, provinceId: number): Promise<UnknownName[]> {
  const rows = await db
    .selectFrom('organisations.unknown_name')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('dismissed', '=', false)
    .orderBy('times', 'desc')
    .orderBy('text')
    .limit(200)
    .execute()
  return rows.map((r) => ({
    key: r.key,
    text: r.text,
    source: r.source,
    times: r.times,
    lastSeen: r.last_seen,
  }))
}

/** Counts a name once more; one that was dismissed stays so. */
export async function countUnknownName(
  tx: Tx,
  provinceId: number,
  name: { key: string; text: string; source: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('organisations.unknown_name')
    .values({ province_id: provinceId, ...name, last_seen: now })
    .onConflict((c) =>
      c.columns(['province_id', 'key']).doUpdateSet({
        times: sql`organisations.unknown_name.times + 1`,
        source: name.source,
        last_seen: now,
      }),
    )
    .execute()
}

export async function dismissUnknownNames(
  tx: Tx,
  provinceId: number,
  keys: readonly string[],
): Promise<void> {
  await tx
    .updateTable('organisations.unknown_name')
    .set({ dismissed: true })
    .where('province_id', '=', provinceId)
    .where('key', 'in', keys)
    .execute()
}

export async function forgetUnknownName(tx: Tx, provinceId: number, key: string): Promise<void> {
  await tx
    .deleteFrom('organisations.unknown_name')
    .where('province_id', '=', provinceId)
    .where('key', '=', key)
    .execute()
}

/** Is there such a unit (on any day) or group in the province? */
export async function isTarget(
  tx: Tx,
  provinceId: number,
  target: { unitId: number | null; groupId: number | null },
): Promise<boolean> {
  const table = target.unitId === null ? 'organisations.unit_group' : 'organisations.unit'
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', target.unitId ?? target.groupId ?? 0)
    .executeTakeFirst()
  return row !== undefined
}
