import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { isLibrary } from '../printed/print-kind.ts'
import { standingChanged } from '../publishing.jobs.ts'
import { type Standing, selectStandingById } from '../standing/standing.sql.ts'
import { keepInStep, placeOf } from './ledger-figures.ts'

/**
 * Readers and visitors of what stands somewhere are reach of its text; its news goes to whoever counts deeds. A struck
 * line takes both with it.
 */
export async function tellStanding(
  tx: Tx,
  by: { provinceId: number; name: string },
  id: number,
  now: Date,
): Promise<void> {
  const s = await selectStandingById(tx, by.provinceId, id)
  const day = s?.takenDown ?? dayOf(now)
  const line = { line: `standing:${id}`, fileId: s?.photoId ?? null }
  const figures = s?.visitors && s.publicationId !== null ? [await figureOf(tx, by.provinceId, s, day)] : []
  await keepInStep(tx, by, [{ ...line, figures }], { day, now })
  await queueJob(tx, by.provinceId, standingChanged, { id })
}

async function figureOf(tx: Tx, provinceId: number, s: Standing, day: Day) {
  return {
    ...{ publicationId: s.publicationId ?? 0, day, audience: 'citizens', metric: 'audience' },
    channelKind: isLibrary(s.kind) ? 'library' : 'display',
    place: await placeOf(tx, provinceId, s.placeUnitId ?? s.unitId, day, s.place),
    ...{ amount: s.visitors ?? 0, note: s.place },
  }
}
