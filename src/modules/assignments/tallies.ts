import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { keeper } from '../../lib/kept.ts'
import { type BoardSide, selectLabel, type Tally, talliesByPlanAndUnit, tally } from './tallies.sql.ts'

/** A nation's plans by their three sides, and its leaders' pages. */
const keptTallies = keeper<readonly Tally[]>(600)
const keptSums = keeper<{ plans: readonly Tally[]; units: readonly Tally[] }>(80)

/**
 * A whole plan's counts, from memory while no work of the plan has changed since: `label` is what {@link selectLabel}
 * says of the plan now. Who reaches only a part of the province gets a count of that part, made anew.
 */
export async function planTallies(
  db: DbOrTx,
  provinceId: number,
  side: BoardSide,
  { planId, unitIds, label }: { planId: number; unitIds: readonly number[] | undefined; label: string },
  today: Day,
): Promise<readonly Tally[]> {
  const make = () => tally(db, provinceId, side, { planId, unitIds }, today)
  if (unitIds !== undefined || db.isTransaction) return make()
  return keptTallies(db, `${provinceId} ${planId} ${side}`, `${label} ${today}`, make)
}

/** The same for all plans of a province together, by plan and by unit. */
export async function provinceTallies(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | undefined,
  today: Day,
): Promise<{ plans: readonly Tally[]; units: readonly Tally[] }> {
  const make = () => talliesByPlanAndUnit(db, provinceId, { unitIds }, today)
  if (unitIds !== undefined || db.isTransaction) return make()
  const label = await selectLabel(db, provinceId)
  return keptSums(db, String(provinceId), `${label} ${today}`, make)
}
