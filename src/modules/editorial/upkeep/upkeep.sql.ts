import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { LinkOutcome } from './asking-out.ts'

/** Public items whose review day has come and of which nobody was reminded for that day. */
export async function selectToRemind(db: DbOrTx, provinceId: number, today: Day): Promise<number[]> {
  const rows = await db
    .selectFrom('editorial.item')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('published_version', 'is not', null)
    .where('state', 'not in', ['withdrawn', 'merged'])
    .where('review_by', '<=', today)
    .where((e) => e.or([e('reminded_for', 'is', null), e('reminded_for', '<>', e.ref('review_by'))]))
    .execute()
  return rows.map((r) => r.id)
}

export async function noteReminded(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .updateTable('editorial.item')
    .set((e) => ({ reminded_for: e.ref('review_by') }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Writes what an address answered; returns how often in a row it has failed. */
export async function writeCheck(
  tx: Tx,
  provinceId: number,
  itemId: number,
  address: string,
  { outcome, status }: LinkOutcome,
  now: Date,
): Promise<number> {
  const failed = outcome === 'broken' || outcome === 'silent'
  const row = await tx
    .insertInto('editorial.link_check')
    .values({
      province_id: provinceId,
      item_id: itemId,
      address,
      checked_at: now,
      outcome,
      status,
      failures: failed ? 1 : 0,
    })
    .onConflict((c) =>
      c.columns(['province_id', 'item_id', 'address']).doUpdateSet((e) => ({
        checked_at: now,
        outcome,
        status,
        failures: failed ? e('editorial.link_check.failures', '+', 1) : 0,
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  return row.failures
}
