import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Goal, Indicator, Rate } from './rate.ts'
import type { RatesRead } from './rates-sheet.ts'

/** Figures of units (null: of all), by month. */
export async function selectRates(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | null,
): Promise<Rate[]> {
  let query = db
    .selectFrom('procedures.rate')
    .select(['indicator', 'unit_id as unitId', 'month', 'part', 'whole', 'source', 'source_day as sourceDay'])
    .where('province_id', '=', provinceId)
  if (unitIds) query = query.where((e) => e('unit_id', '=', e.fn.any(e.val([...unitIds]))))
  const rows = await query.orderBy('month').orderBy('unit_id').execute()
  return rows.map((r) => ({ ...r, indicator: r.indicator as Indicator }))
}

/** Writes figures in one statement; those of the same unit and month are replaced. */
export async function upsertRates(tx: Tx, actor: Actor, rates: readonly Rate[], now: Date): Promise<void> {
  if (rates.length === 0) return
  await tx
    .insertInto('procedures.rate')
    .values(
      rates.map((r) => ({
        ...{ province_id: actor.provinceId, indicator: r.indicator, unit_id: r.unitId, month: r.month },
        ...{ part: r.part, whole: r.whole, source: r.source, source_day: r.sourceDay },
        ...{ entered_at: now, entered_by: actor.name },
      })),
    )
    .onConflict((c) =>
      c.columns(['province_id', 'indicator', 'unit_id', 'month']).doUpdateSet((e) => ({
        part: e.ref('excluded.part'),
        whole: e.ref('excluded.whole'),
        source: e.ref('excluded.source'),
        source_day: e.ref('excluded.source_day'),
        entered_at: e.ref('excluded.entered_at'),
        entered_by: e.ref('excluded.entered_by'),
      })),
    )
    .execute()
}

export async function selectGoals(db: DbOrTx, provinceId: number): Promise<Goal[]> {
  const rows = await db
    .selectFrom('procedures.rate_goal')
    .select(['indicator', 'baseline_from as from', 'baseline_to as to', 'target'])
    .where('province_id', '=', provinceId)
    .execute()
  return rows.map((r) => ({ ...r, indicator: r.indicator as Indicator, target: Number(r.target) }))
}

export async function saveGoal(tx: Tx, provinceId: number, g: Goal): Promise<void> {
  const set = { baseline_from: g.from, baseline_to: g.to, target: String(g.target) }
  await tx
    .insertInto('procedures.rate_goal')
    .values({ province_id: provinceId, indicator: g.indicator, ...set })
    .onConflict((c) => c.columns(['province_id', 'indicator']).doUpdateSet(set))
    .execute()
}

/** Keeps what a sheet held until its sender has looked at it. */
export async function insertHeldRates(
  tx: Tx,
  actor: Actor,
  fileName: string,
  read: RatesRead,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('procedures.rate_import')
    .values({
      ...{ province_id: actor.provinceId, file_name: fileName, content: JSON.stringify(read) },
      ...{ by_account: actor.accountId, at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What one has sent oneself. */
export async function selectHeldRates(db: DbOrTx, actor: Actor, id: number) {
  const row = await db
    .selectFrom('procedures.rate_import')
    .select(['id', 'file_name as fileName', 'content'])
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, fileName: row.fileName, read: row.content as RatesRead }
}

/** False where it was taken already: twice confirmed is once written. */
export async function deleteHeldRates(tx: Tx, actor: Actor, id: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('procedures.rate_import')
    .where('province_id', '=', actor.provinceId)
    .where('by_account', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
