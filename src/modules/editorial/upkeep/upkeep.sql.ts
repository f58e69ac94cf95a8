import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Item } from '../item.ts'
import { asItem, itemColumns } from '../items/items.sql.ts'
import type { LinkOutcome } from './asking-out.ts'

/** Public items whose review day has come and of which nobody was reminded for that day. */
export async function selectToRemind(db: DbOrTx, provinceId: number, today: Day): Promise<number[]> {
  const rows = await db
    .selectFrom('editorial.item')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('published_version', 'is not', null)
    .where('review_by', '<=', today)
    .where((e) => e.or([e('reminded_for', 'is', null), e('reminded_for', '<>', e.ref('review_by'))]))
    .execute()
  return rows.map((r) => r.id)
}

/** Public items whose last valid day comes within some days, and for which nobody was told of that day. */
export async function selectToEnd(
  db: DbOrTx,
  provinceId: number,
  from: Day,
  to: Day,
): Promise<{ id: number; lastDay: Day }[]> {
  const last = sql<Day>`v.facts ->> 'validTo'`
  return db
    .selectFrom('editorial.item as i')
    .innerJoin('editorial.item_version as v', (j) =>
      j
        .onRef('v.province_id', '=', 'i.province_id')
        .onRef('v.item_id', '=', 'i.id')
        .onRef('v.number', '=', 'i.published_version'),
    )
    .select(['i.id', last.as('lastDay')])
    .where('i.province_id', '=', provinceId)
    .where(last, '>=', from)
    .where(last, '<=', to)
    .where(sql<SqlBool>`i.ending_told_for is distinct from (v.facts ->> 'validTo')::date`)
    .execute()
}

export async function noteEndingTold(tx: Tx, provinceId: number, id: number, lastDay: Day): Promise<void> {
  await tx
    .updateTable('editorial.item')
    .set({ ending_told_for: lastDay })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function noteReminded(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .updateTable('editorial.item')
    .set((e) => ({ reminded_for: e.ref('review_by') }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Public items to be read again until a day, the longest due first. */
export async function selectDue(
  db: DbOrTx,
  provinceId: number,
  until: Day,
  unitIds: readonly number[] | undefined,
): Promise<(Item & { reviewedDay: Day | null })[]> {
  let query = db
    .selectFrom('editorial.item as i')
    .select([...itemColumns, 'i.reviewed_day as reviewedDay'])
    .where('i.province_id', '=', provinceId)
    .where('i.published_version', 'is not', null)
    .where('i.review_by', '<=', until)
  if (unitIds) query = query.where('i.unit_id', 'in', unitIds.length ? unitIds : [-1])
  const rows = await query.orderBy('i.review_by').orderBy('i.id').limit(200).execute()
  return rows.map(({ reviewedDay, ...row }) => ({ ...asItem(row), reviewedDay }))
}

/** Public items, those whose links were asked longest ago (or never) first. */
export async function selectToCheck(db: DbOrTx, provinceId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('editorial.item as i')
    .leftJoin('editorial.link_check as c', (j) =>
      j.onRef('c.province_id', '=', 'i.province_id').onRef('c.item_id', '=', 'i.id'),
    )
    .select('i.id')
    .where('i.province_id', '=', provinceId)
    .where('i.published_version', 'is not', null)
    .groupBy('i.id')
    .orderBy(sql`min(c.checked_at) nulls first`)
    .orderBy('i.id')
    .execute()
  return rows.map((r) => r.id)
}

/** Writes what an address answered; returns how often in a row it has failed, 0 where somebody has settled it. */
export async function writeCheck(
  tx: Tx,
  provinceId: number,
  itemId: number,
  address: string,
  { outcome, status, movedTo = null }: LinkOutcome,
  now: Date,
): Promise<number> {
  const failed = outcome === 'broken' || outcome === 'silent'
  const said = { checked_at: now, outcome, status, moved_to: movedTo }
  const row = await tx
    .insertInto('editorial.link_check')
    .values({
      ...{ province_id: provinceId, item_id: itemId, address, ...said },
      ...{ failures: failed ? 1 : 0, failing_since: failed ? now : null },
    })
    .onConflict((c) =>
      c.columns(['province_id', 'item_id', 'address']).doUpdateSet((e) => ({
        ...said,
        failures: failed ? e('editorial.link_check.failures', '+', 1) : 0,
        failing_since: failed ? e.fn.coalesce('editorial.link_check.failing_since', e.val(now)) : null,
        // What works again needs nobody's decision any more.
        ...(failed ? {} : { settled: null, settled_reason: null, settled_by_name: null, settled_at: null }),
      })),
    )
    .returning(['failures', 'settled'])
    .executeTakeFirstOrThrow()
  return row.settled === null ? row.failures : 0
}

/** Forgets addresses that the text does not lead to any more. */
export async function forgetOthers(
  tx: Tx,
  provinceId: number,
  itemId: number,
  addresses: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('editorial.link_check')
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('address', 'not in', addresses.length ? addresses : [''])
    .execute()
}

export const settlings = ['archived', 'ignored'] as const
export type Settling = (typeof settlings)[number]

/** An address of a public text that does not answer as it should. */
export interface BadLink {
  itemId: number
  title: string
  unitId: number
  address: string
  outcome: 'broken' | 'silent'
  status: number | null
  failures: number
  since: Date
  checkedAt: Date
  settled: Settling | null
  reason: string | null
  settledByName: string | null
  settledAt: Date | null
}

/** Links of public items that fail, by item; settled ones too. */
export async function selectBadLinks(
  db: DbOrTx,
  provinceId: number,
  filter: { unitIds?: readonly number[] | undefined; itemId?: number },
): Promise<BadLink[]> {
  let query = db
    .selectFrom('editorial.link_check as c')
    .innerJoin('editorial.item as i', (j) =>
      j.onRef('i.province_id', '=', 'c.province_id').onRef('i.id', '=', 'c.item_id'),
    )
    .select([
      'c.item_id as itemId',
      'i.title',
      'i.unit_id as unitId',
      'c.address',
      'c.outcome',
      'c.status',
      'c.failures',
      'c.failing_since as since',
      'c.checked_at as checkedAt',
      'c.settled',
      'c.settled_reason as reason',
      'c.settled_by_name as settledByName',
      'c.settled_at as settledAt',
    ])
    .where('c.province_id', '=', provinceId)
    .where('c.outcome', 'in', ['broken', 'silent'])
    .where('i.published_version', 'is not', null)
  if (filter.unitIds) query = query.where('i.unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  if (filter.itemId !== undefined) query = query.where('c.item_id', '=', filter.itemId)
  const rows = await query
    .orderBy('c.failing_since')
    .orderBy('c.item_id')
    .orderBy('c.address')
    .limit(500)
    .execute()
  return rows.map((r) => ({
    ...r,
    outcome: r.outcome as BadLink['outcome'],
    settled: r.settled as Settling | null,
    since: r.since ?? r.checkedAt,
  }))
}

/** Settles a failing address, or opens it again (null). False where it does not fail. */
export async function writeSettling(
  tx: Tx,
  provinceId: number,
  itemId: number,
  address: string,
  settling: { as: Settling; reason: string; byName: string; at: Date } | null,
): Promise<boolean> {
  const rows = await tx
    .updateTable('editorial.link_check')
    .set({
      settled: settling?.as ?? null,
      settled_reason: settling?.reason ?? null,
      settled_by_name: settling?.byName ?? null,
      settled_at: settling?.at ?? null,
    })
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('address', '=', address)
    .where('outcome', 'in', ['broken', 'silent'])
    .returning('address')
    .execute()
  return rows.length > 0
}

/** When links of this province were asked last; null: never. */
export async function lastChecked(db: DbOrTx, provinceId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('editorial.link_check')
    .select((e) => e.fn.max('checked_at').as('at'))
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row?.at ?? null
}
