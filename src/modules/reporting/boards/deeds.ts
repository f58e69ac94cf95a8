import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { keeperOfMany } from '../../../lib/kept.ts'
import { type Deeds, type DeedsAsked, everyMonth, selectDeeds, selectMonthLabels } from './deeds.sql.ts'

/** A nation's provinces with the months of three years. */
const kept = keeperOfMany<readonly Deeds[]>(34 * 12 * 3)

/**
 * What was done in a year by form and month. Of a whole province each month comes from memory while no activity of it
 * changes: an activity that is recorded costs the counting of one month, not of the year.
 */
export async function deedsOf(
  db: DbOrTx,
  provinceId: number,
  asked: Omit<DeedsAsked, 'months'>,
  today: Day,
): Promise<readonly Deeds[]> {
  if (asked.reach || asked.programme || db.isTransaction) return selectDeeds(db, provinceId, asked)
  const { year } = asked
  const marks = await selectMonthLabels(db, provinceId, year)
  // Marks are cleared away at night: a label holds for its day.
  const labels = new Map(
    everyMonth.map((m) => [`${provinceId} ${year} ${m}`, `${marks.get(m) ?? ''} ${today}`]),
  )
  const months = await kept(db, labels, async (keys) => {
    const asked = keys.map((key) => Number(key.split(' ')[2]))
    const found = Map.groupBy(await selectDeeds(db, provinceId, { year, months: asked }), (d) => d.month)
    return new Map(keys.map((key, i) => [key, found.get(asked[i] ?? 0) ?? []]))
  })
  return [...months.values()].flat().sort(byFormAndMonth)
}

function byFormAndMonth(a: Deeds, b: Deeds): number {
  return a.form < b.form ? -1 : a.form > b.form ? 1 : a.month - b.month
}
