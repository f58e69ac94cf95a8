import { type DeadlineRule, deadlineRuleSchema } from '../../../lib/calendar/deadline-rule.ts'
import type { PeriodKind } from '../../../lib/calendar/period.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** From which to which day the figures of a kind of period run. `part`: the month or quarter; 0: all of the kind. */
export interface CutoffRule {
  setId: number
  periodKind: PeriodKind
  part: number
  fromRule: DeadlineRule
  cutoffRule: DeadlineRule
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
  return rows.map((r) => ({
    ...r,
    periodKind: r.periodKind as PeriodKind,
    fromRule: deadlineRuleSchema.parse(r.fromRule),
    cutoffRule: deadlineRuleSchema.parse(r.cutoffRule),
  }))
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

/** The new set's id; null where the province has one of this code. */
export async function insertCutoffSet(
  tx: Tx,
  provinceId: number,
  set: Omit<CutoffSet, 'id'>,
): Promise<number | null> {
  const row = await tx
    .insertInto('reporting.cutoff_set')
    .values({
      province_id: provinceId,
      code: set.code,
      name_vi: set.name.vi,
      name_en: set.name.en,
      source: set.source,
      unverified: set.unverified,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateCutoffSet(tx: Tx, provinceId: number, set: CutoffSet): Promise<void> {
  await tx
    .updateTable('reporting.cutoff_set')
    .set({ name_vi: set.name.vi, name_en: set.name.en, source: set.source, unverified: set.unverified })
    .where('province_id', '=', provinceId)
    .where('id', '=', set.id)
    .execute()
}

export async function replaceCutoffRules(
  tx: Tx,
  provinceId: number,
  setId: number,
  rules: readonly Omit<CutoffRule, 'setId'>[],
): Promise<void> {
  await tx
    .deleteFrom('reporting.cutoff_rule')
    .where('province_id', '=', provinceId)
    .where('set_id', '=', setId)
    .execute()
  if (rules.length === 0) return
  await tx
    .insertInto('reporting.cutoff_rule')
    .values(
      rules.map((r) => ({
        province_id: provinceId,
        set_id: setId,
        period_kind: r.periodKind,
        part: r.part,
        from_rule: JSON.stringify(r.fromRule),
        cutoff_rule: JSON.stringify(r.cutoffRule),
      })),
    )
    .execute()
}
