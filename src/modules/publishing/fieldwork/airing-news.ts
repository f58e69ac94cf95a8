import type { Day } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { keepInStep } from './ledger-figures.ts'

interface Aired {
  day: Day
  listeners: number | null
  channelKind: string
  place: string
  note: string | null
  times: number
}

/**
 * Reach at once where something was aired: how often, and how many heard it where somebody could tell. Without an
 * estimate it still was aired, and its commune is not among those that nothing reached.
 */
export async function tellAired(
  tx: Tx,
  by: { provinceId: number; name: string },
  line: string,
  publicationIds: readonly number[],
  { day, listeners, channelKind, place, note, times }: Aired,
  fileId: number | null,
  now: Date,
): Promise<void> {
  const rest = { day, channelKind, place, note, audience: 'citizens' }
  const figures = publicationIds.flatMap((publicationId) => [
    { ...rest, publicationId, metric: 'airing', amount: times },
    ...(listeners === null ? [] : [{ ...rest, publicationId, metric: 'audience', amount: listeners }]),
  ])
  await keepInStep(tx, by, [{ line, figures, fileId }], { day, now })
}
