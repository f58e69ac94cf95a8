import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { type CriteriaTable, itemsOf } from './criteria.ts'
import type { PlanFacts } from './facts.ts'
import { type Proof, selectKept, selectProofs } from './proofs.sql.ts'
import { isUnlocked, type Sheet } from './score.ts'
import { belongingsOf, campaignWithTable, countingDay, proofsFor } from './scoring.compute.ts'

export interface SheetProofs {
  /** By code of the line: the pieces that show it, found and chosen. */
  byItem: ReadonlyMap<string, readonly (Proof & { found: boolean })[]>
  /** Everything that the unit has uploaded this year, to choose from; empty once the sheet is locked. */
  all: readonly Proof[]
}

/** What shows each line of a sheet: while it is open, as things stand; once locked, what was kept. */
export async function proofsOfSheet(
  db: DbOrTx,
  provinceId: number,
  sheet: Sheet,
  today: Day,
): Promise<SheetProofs> {
  const kept = await selectKept(db, provinceId, sheet.id)
  if (!isUnlocked(sheet.state)) return { byItem: Map.groupBy(kept, (k) => k.itemCode), all: [] }
  const { campaign, version } = await campaignWithTable(db, provinceId, sheet.campaignId)
  const belongings = await belongingsOf(db, provinceId, [sheet.unitId], countingDay(campaign, today))
  const { programmeCode, year } = campaign
  const all = await selectProofs(db, provinceId, { programmeCode, year, belongings })
  const byItem = new Map(
    itemsOf(version.table).map((item) => {
      const found = proofsFor(item, all)
      const ids = new Set(found.map((p) => p.id))
      const chosen = kept.filter((k) => k.itemCode === item.code && !ids.has(k.id))
      return [item.code, [...found.map((p) => ({ ...p, found: true })), ...chosen]] as const
    }),
  )
  return { byItem, all }
}

/** How much shows each line; the unit's own plan is its own proof. */
export function countProofs(
  table: Pick<CriteriaTable, 'rows'>,
  { byItem }: Pick<SheetProofs, 'byItem'>,
  plan: PlanFacts | null,
): ReadonlyMap<string, number> {
  return new Map(
    itemsOf(table).map((item) => {
      const own = item.rule.kind === 'plan' && plan?.issued ? 1 : 0
      return [item.code, (byItem.get(item.code)?.length ?? 0) + own] as const
    }),
  )
}
