import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { isLibrary } from '../printed/print-kind.ts'
import { selectStandingById } from '../printed/standing.sql.ts'
import { standingChanged } from '../publishing.jobs.ts'
import { keepInStep, placeOf } from './ledger-figures.ts'

/** Readers and visitors of what stands somewhere are reach of its text; its news goes to whoever counts deeds. */
export async function tellStanding(
  tx: Tx,
  by: { provinceId: number; name: string },
  id: number,
  now: Date,
): Promise<void> {
  const s = await selectStandingById(tx, by.provinceId, id)
  if (!s) return
  const day = s.takenDown ?? dayOf(now)
  const place = await placeOf(tx, by.provinceId, s.unitId, day, s.place)
  const channelKind = isLibrary(s.kind) ? 'library' : 'display'
  const figures =
    s.publicationId === null || !s.visitors
      ? []
      : [
          {
            ...{ publicationId: s.publicationId, day, channelKind, place, audience: 'citizens' },
            ...{ metric: 'audience', amount: s.visitors, note: s.place },
          },
        ]
  await keepInStep(tx, by, [{ line: `standing:${id}`, figures, fileId: s.photoId }], { day, now })
  await queueJob(tx, by.provinceId, standingChanged, { id })
}
