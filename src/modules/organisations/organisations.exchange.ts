import type { Actor } from '../../lib/actor.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { type Fault, invalid } from '../../lib/errors.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { type Consequence, consequencesOf } from './consequences.ts'
import { estateOf } from './estate.sql.ts'
import { type Estate, estateFaults, withChange } from './estate.ts'
import {
  type LineFault,
  planImport,
  readUnits,
  type SheetUnit,
  sheetRowsOf,
  unitColumns,
} from './exchange.ts'
import type { Basis, UnitRow } from './organisation.ts'
import { carryOut, type Proposal } from './organisations.changes.ts'

/** The tree of a day as a spreadsheet that comes back in unchanged. */
export function exportUnits(rows: readonly UnitRow[], format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  return writeSheet({
    format,
    sheets: [{ name: 'Cơ quan, đơn vị', columns: unitColumns, rows: sheetRowsOf(rows) }],
  })
}

export interface ReadTree {
  units: SheetUnit[]
  faults: LineFault[]
}

/** Reads a file of units: rows understood, and what is wrong with which line. */
export async function readTree(bytes: Uint8Array, name: string): Promise<ReadTree> {
  const read = await readSheet(bytes, { name, limits: { rows: 20_000 } })
  if (!read.ok) return { units: [], faults: [{ line: 0, ...read.fault }] }
  const matched = matchColumns(read.sheet, unitColumns)
  if (!matched.ok) return { units: [], faults: [{ line: 0, ...matched.fault }] }
  const titles = new Set(
    read.sheet.rows
      .flatMap((r) => r.cells)
      .map((c) =>
        String(c ?? '')
          .trim()
          .toLowerCase(),
      ),
  )
  const present = new Set(unitColumns.filter((c) => titles.has(c.title.toLowerCase())).map((c) => c.key))
  const { units, faults } = readUnits(matched.rows, present)
  return { units, faults: [...matched.faults, ...faults] }
}

export interface ImportOrder {
  day: Day
  basis: Basis
  /** Units that the file leaves out end on the day. */
  endAbsent: boolean
}

export interface ImportPreview {
  consequences: Consequence[]
  faults: LineFault[]
}

/** What a file would change, and what is wrong with it, without changing anything. */
export async function foreseeImport(
  db: DbOrTx,
  provinceId: number,
  tree: ReadTree,
  order: ImportOrder,
): Promise<ImportPreview> {
  const before = await estateOf(db, provinceId)
  if (tree.faults.length > 0) return { consequences: [], faults: tree.faults }
  const { after, faults } = planned(before, tree, order)
  return { consequences: consequencesOf(before, after, order.day), faults }
}

function planned(before: Estate, tree: ReadTree, order: ImportOrder): { after: Estate; faults: LineFault[] } {
  const [begun, change] = withChange(before, 'import', order.day, order.basis)
  const { estate, faults } = planImport(begun, change, tree.units, order.endAbsent)
  const broken = estateFaults(estate, order.day).map((f: Fault) => ({ line: 0, vi: f.vi, en: f.en }))
  return { after: estate, faults: [...faults, ...broken] }
}

/** Makes all the changes of a file, or none. */
export async function importUnits(
  tx: Tx,
  actor: Actor,
  tree: ReadTree,
  order: ImportOrder,
  now: Date,
): Promise<void> {
  const { day, basis } = order
  const proposal: Proposal = {
    kind: 'import',
    about: 'unit',
    day,
    basis,
    subject: null,
    plan: (estate, change) => {
      const { estate: after, faults } = planImport(estate, change, tree.units, order.endAbsent)
      const all = [...tree.faults, ...faults]
      if (all.length > 0) throw invalid(all.map((f) => ({ field: 'file', vi: f.vi, en: f.en })))
      return [after, after.history.units.keys().next().value ?? 0]
    },
  }
  await carryOut(tx, actor, proposal, now)
}
