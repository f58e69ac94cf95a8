import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { keeper } from '../../lib/kept.ts'
import type { UnitRow } from './organisation.ts'
import { treeRevision, unitRowsOn } from './organisations.sql.ts'

/** The tree of a province on a day. Many requests share one: nothing in it may be changed. */
export interface Tree {
  /** Parents before children. */
  rows: readonly UnitRow[]
  /** Where a unit stands in `rows`. */
  at: ReadonlyMap<number, number>
}

/** Of one process: a nation's provinces today, and some other days. */
const kept = keeper<Tree>(80)

/**
 * The tree of units on a day, from memory while its revision is the database's. `known`: the revision that the
 * caller has just read (the session's statement brings it); without it one small question asks. Every process is
 * right at once, because each compares with the database before it trusts its memory.
 *
 * Inside a transaction nothing is remembered: it may see a change of its own that never comes to be.
 */
export async function treeOn(db: DbOrTx, provinceId: number, day: Day, known?: number): Promise<Tree> {
  if (db.isTransaction) return grow(db, provinceId, day)
  const revision = known ?? (await treeRevision(db, provinceId))
  return kept(db, `${provinceId} ${day}`, String(revision), () => grow(db, provinceId, day))
}

async function grow(db: DbOrTx, provinceId: number, day: Day): Promise<Tree> {
  const rows = await unitRowsOn(db, provinceId, day)
  return { rows, at: new Map(rows.map((row, place) => [row.id, place])) }
}

export function unitIn({ rows, at }: Tree, unitId: number): UnitRow | null {
  return rows[at.get(unitId) ?? -1] ?? null
}

/** The unit and all below it, in the tree's order; empty when it is not there. */
export function subtreeIn({ rows, at }: Tree, unitId: number): readonly UnitRow[] {
  const from = at.get(unitId)
  const top = rows[from ?? -1]
  if (from === undefined || !top) return []
  let to = from + 1
  while ((rows[to]?.depth ?? -1) > top.depth) to++
  return rows.slice(from, to)
}

/** From the unit's parent up to the root. */
export function ancestorsIn(tree: Tree, unitId: number): UnitRow[] {
  const out: UnitRow[] = []
  for (let row = unitIn(tree, unitId); row && row.parentId !== null; ) {
    row = unitIn(tree, row.parentId)
    if (row) out.push(row)
  }
  return out
}
