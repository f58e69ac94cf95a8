import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { claimToRemind } from './packages.sql.ts'

/** A package that waits at a unit: nobody fetched it, or nobody said that it was aired. */
export interface WaitingPackage {
  packageId: number
  unitId: number
  title: string
  lastDay: Day
  why: 'take' | 'prove'
}

/** Days after which a package that nobody acknowledged is asked for. */
const patience = 3
/** Days between two reminders of the same. */
const pause = 7
/** Of older packages nobody is reminded any more. */
const longest = 60

/** The packages to remind of this morning, each marked as reminded. */
export function packagesToRemind(tx: Tx, provinceId: number, today: Day): Promise<WaitingPackage[]> {
  return claimToRemind(tx, provinceId, {
    today,
    handedBefore: addDays(today, -patience),
    remindedBefore: addDays(today, -pause),
    endedAfter: addDays(today, -longest),
  })
}

/** What a notice says of a package; null where it is not there any more. */
export async function packageBrief(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<{ title: string; firstDay: Day; lastDay: Day; hours: string[] } | null> {
  const row = await db
    .selectFrom('publishing.loudspeaker_package')
    .select(['title', 'first_day as firstDay', 'last_day as lastDay', 'hours'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
