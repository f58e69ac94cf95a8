import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import type { UnitRow } from '../../organisations/organisation.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { reachSettled } from '../publishing.jobs.ts'
import { communeName } from '../reach/commune-name.ts'
import { deleteOfLines, insertFigures, type TypedFigure } from '../reach/figures.sql.ts'

interface Line {
  /** 'distribution:7'. */
  line: string
  figures: readonly TypedFigure[]
  fileId: number | null
}

/** Reach as lines of a ledger have it now: what they told before is taken away, what they tell today is written. */
export async function keepInStep(
  tx: Tx,
  by: { provinceId: number; name: string },
  lines: readonly Line[],
  { day, now }: { day: Day; now: Date },
): Promise<void> {
  const touched = new Set(
    await deleteOfLines(
      tx,
      by.provinceId,
      lines.map((l) => l.line),
    ),
  )
  for (const { line, figures, fileId } of lines) {
    await insertFigures(tx, by.provinceId, figures, { origin: 'ledger', line, fileId, byName: by.name, now })
    for (const f of figures) touched.add(f.publicationId)
  }
  for (const publicationId of touched) await queueJob(tx, by.provinceId, reachSettled, { publicationId, day })
}

/** Where a unit works, as places are named: its commune ('xã Bình Minh'), else what was typed. */
export async function placeOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
  typed: string,
): Promise<string> {
  const commune = communeOver(await unitsAsOf(db, provinceId, day), unitId)
  return commune ? communeName(commune.name) : typed
}

/** The committee of the commune that a unit is or stands under. */
export function communeOver(units: readonly UnitRow[], unitId: number): UnitRow | undefined {
  const byId = new Map(units.map((u) => [u.id, u]))
  let unit = byId.get(unitId)
  while (unit && !(unit.level === 'commune' && unit.type === 'people_committee'))
    unit = unit.parentId === null ? undefined : byId.get(unit.parentId)
  return unit
}
