import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { catalogueOf } from '../../plans/plans.ts'
import type { FigureValue } from '../report.ts'
import { selectBelow } from '../rollup/below.sql.ts'
import type { TemplateDefinition } from '../template.ts'
import { cellOf, computeFigures } from './computing.ts'
import { deleteFigures, selectFigures, writeComputed } from './content.sql.ts'
import { selectFacts, unitsOfObligation, type Window } from './facts.sql.ts'
import type { ReportFile } from './reports.sql.ts'

/** Where the sources of a report lie: units, days up to the cut-off, programme. */
export async function windowOf(db: DbOrTx, provinceId: number, file: ReportFile): Promise<Window> {
  const { obligation, duty } = file
  return {
    unitIds: await unitsOfObligation(db, provinceId, obligation.id),
    from: obligation.fromDay,
    cutoff: obligation.cutoffDay,
    programmeCode: duty.programmeCode,
  }
}

/**
 * Computes every figure of a version anew from the activities of its window, and from the reports of the units
 * below that it takes in, and writes what changed. Values that
 * people put in place of computed ones stay, and formulas count with them. Returns all figures as they stand.
 */
export async function fillFigures(
  tx: Tx,
  provinceId: number,
  versionId: number,
  definition: TemplateDefinition,
  window: Window,
): Promise<FigureValue[]> {
  const lists = await catalogueOf(tx, provinceId)
  const facts = await selectFacts(tx, provinceId, window)
  const before = await selectFigures(tx, provinceId, versionId)
  const manual = before.filter((f) => f.manual !== null)
  const below = new Map((await selectBelow(tx, provinceId, versionId)).map((b) => [cellOf(b), b]))
  const computed = computeFigures(definition, lists, facts, manual, below)
  const key = (f: Pick<FigureValue, 'figureCode' | 'rowCode'>) => `${f.figureCode} ${f.rowCode}`
  const was = new Map(before.map((f) => [key(f), f]))
  const now = new Set(computed.map(key))
  const changed = computed.filter((f) => {
    const old = was.get(key(f))
    return !old || old.computed !== f.computed
  })
  await writeComputed(tx, provinceId, versionId, changed)
  const gone = before.filter((f) => !now.has(key(f)))
  await deleteFigures(tx, provinceId, versionId, gone)
  return changed.length + gone.length === 0 ? before : selectFigures(tx, provinceId, versionId)
}
