import type { Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { printKinds } from '../printed/print-kind.ts'
import type { HandOut, Product } from '../printed/printed.sql.ts'
import { distributed } from '../publishing.jobs.ts'
import { keepInStep, placeOf } from './ledger-figures.ts'

/**
 * Copies that came into people's hands are reach of their text where the unit works, and the news of it goes to whoever
 * counts the unit's deeds. Copies sent to a unit reached nobody yet. A struck line takes its figures with it.
 */
export async function tellHandedOut(
  tx: Tx,
  by: { provinceId: number; name: string },
  product: Product,
  rows: readonly Omit<HandOut, 'productId' | 'byName'>[],
  now: Date,
): Promise<void> {
  const units = new Set<number>()
  for (const row of rows) {
    if (row.toUnitId !== null || product.publicationId === null) continue
    const unitId = row.fromUnitId ?? product.unitId
    units.add(unitId)
    const figure = {
      publicationId: product.publicationId,
      day: row.day,
      channelKind: printKinds[product.kind].channel,
      place: await placeOf(tx, by.provinceId, unitId, row.day, row.place),
      ...{ audience: 'citizens', metric: 'circulation', amount: row.copies, note: row.place || null },
    }
    const line = { line: `distribution:${row.id}`, figures: row.struck ? [] : [figure], fileId: row.photoId }
    await keepInStep(tx, by, [line], { day: row.day, now })
  }
  for (const unitId of units)
    await queueJob(tx, by.provinceId, distributed, { productId: product.id, unitId })
}
