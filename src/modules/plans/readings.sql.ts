import type { DbOrTx } from '../../lib/db/db.ts'

/** The open blocking flags of the reading a plan was made from. */
export async function selectBlockingOfPlan(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<{ vi: string; en: string }[]> {
  return db
    .selectFrom('plans.flag as f')
    .innerJoin('plans.reading as r', (j) =>
      j.onRef('r.province_id', '=', 'f.province_id').onRef('r.id', '=', 'f.reading_id'),
    )
    .select(['f.detail_vi as vi', 'f.detail_en as en'])
    .where('f.province_id', '=', provinceId)
    .where('r.plan_id', '=', planId)
    .where('f.blocking', '=', true)
    .where('f.resolved_at', 'is', null)
    .orderBy('f.id')
    .execute()
}
