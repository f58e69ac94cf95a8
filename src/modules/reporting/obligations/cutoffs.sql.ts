import type { DbOrTx } from '../../../lib/db/db.ts'
import type { PeriodKind } from '../obligation.ts'

/** From which to which day the figures of a kind of period run. `part`: the month or quarter; 0: all of the kind. */
export interface CutoffRule {
  setId: number
  periodKind: PeriodKind
  part: number
  fromRule: unknown
  cutoffRule: unknown
}

export async function selectCutoffRules(db: DbOrTx, provinceId: number): Promise<CutoffRule[]> {
  const rows = await db
    .selectFrom('reporting.cutoff_rule')
    .select([
      'set_id as setId',
      'period_kind as periodKind',
      'part',
      'from_rule as fromRule',
      'cutoff_rule as cutoffRule',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('set_id')
    .orderBy('period_kind')
    .orderBy('part')
    .execute()
  return rows.map((r) => ({ ...r, periodKind: r.periodKind as PeriodKind }))
}

/** A set of cut-offs with its source; `unverified` is shown as "chưa xác minh". */
export interface CutoffSet {
  id: number
  code: string
  name: { vi: string; en: string }
  source: string
  unverified: boolean
}

export async function selectCutoffSets(db: DbOrTx, provinceId: number): Promise<CutoffSet[]> {
  const rows = await db
    .selectFrom('reporting.cutoff_set')
    .select(['id', 'code', 'name_vi', 'name_en', 'source', 'unverified'])
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  return rows.map(({ name_vi, name_en, ...r }) => ({ ...r, name: { vi: name_vi, en: name_en } }))
}
