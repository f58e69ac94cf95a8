import type { Locale } from '../../../lib/actor.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { keeper } from '../../../lib/kept.ts'
import type { UnitRow } from '../../organisations/organisation.ts'
import { levelNames } from '../../organisations/organisations.texts.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { texts } from './boards.texts.ts'
import { type BoardRow, type Measure, received, type Scope } from './measure.ts'
import { measuresBy } from './measures.sql.ts'
import { byEnd } from './period-label.ts'
import { boardRows, type FoundRows, type RowsAsked } from './rows.sql.ts'
import { mapDayOf } from './standing.sql.ts'

export interface HeatGroup {
  key: string
  label: string
  /** The unit above, whose board this group's is; null: no unit of the map. */
  parentId: number | null
  units: HeatUnit[]
}

export interface HeatUnit {
  id: number
  name: string
  sum: Measure
  byPeriod: ReadonlyMap<string, Measure>
}

export interface Board {
  sum: Measure
  periods: readonly Measure[]
  units: readonly Measure[]
  groups: readonly HeatGroup[]
  names: ReadonlyMap<number, string>
  /** What is overdue, longest first. */
  overdue: readonly BoardRow[]
}

/** A nation's provinces, each with a few filters. */
const kept = keeper<Board>(60)

export interface BoardAsked {
  locale: Locale
  /** As selectBoardLabel says it now. */
  label: string
  /** How many of the overdue. */
  overdue: number
}

/**
 * Everything a board shows. That of a whole province comes from memory while its label holds: many share it, and nothing
 * in it may be changed. Who reaches a part of the province gets a board of that part, made anew.
 */
export function boardOf(db: DbOrTx, scope: Scope, asked: BoardAsked): Promise<Board> {
  const { locale, label, overdue } = asked
  if (scope.reach || db.isTransaction) return makeBoard(db, scope, asked)
  return kept(db, JSON.stringify([scope, locale, overdue]), label, () => makeBoard(db, scope, asked))
}

/** Pages of rows that are looked at again: the first of a list, mostly. */
const keptRows = keeper<FoundRows>(200)

/** The obligations behind a figure; those of a whole province from memory, as its board. */
export function rowsOf(db: DbOrTx, scope: Scope, asked: RowsAsked, label: string): Promise<FoundRows> {
  if (scope.reach || db.isTransaction) return boardRows(db, scope, asked)
  return keptRows(db, JSON.stringify([scope, asked]), label, () => boardRows(db, scope, asked))
}

/** In three statements: the measures, the map of units, the overdue. */
export async function makeBoard(
  db: DbOrTx,
  scope: Scope,
  { locale, overdue }: Pick<BoardAsked, 'locale' | 'overdue'>,
): Promise<Board> {
  const [[sum], units, periods, cells] = await measuresBy(db, scope, [
    [],
    ['unit'],
    ['period'],
    ['unit', 'period'],
  ])
  const tree = await unitsAsOf(db, scope.provinceId, mapDayOf(scope))
  const worst = overdue > 0 ? await boardRows(db, scope, { part: 'overdue', limit: overdue }) : { rows: [] }
  if (!sum) throw new Error('everything together is always one measure')
  periods.sort((a, b) => byEnd(String(a.keys.period), String(b.keys.period)))
  const gone = new Map(worst.rows.map((r) => [r.unitId, r.ownUnitName]))
  const names = new Map([...gone, ...tree.map((u): [number, string] => [u.id, u.name])])
  return {
    sum,
    periods,
    units,
    groups: groupsOf(tree, units, cells, names, locale),
    names,
    overdue: worst.rows,
  }
}

/** Units in the order of the tree, under the unit above them and their level. */
function groupsOf(
  tree: readonly UnitRow[],
  sums: readonly Measure[],
  cells: readonly Measure[],
  names: ReadonlyMap<number, string>,
  locale: Locale,
): HeatGroup[] {
  const cellsOf = Map.groupBy(cells, (m) => Number(m.keys.unit))
  const sumOf = new Map(sums.map((m) => [Number(m.keys.unit), m]))
  const groups = new Map<string, HeatGroup>()
  const put = (key: string, label: string, parentId: number | null, sum: Measure, id: number) => {
    const group = groups.get(key) ?? { key, label, parentId, units: [] }
    const byPeriod = new Map((cellsOf.get(id) ?? []).map((m) => [String(m.keys.period), m]))
    group.units.push({ id, name: names.get(id) ?? `#${id}`, sum, byPeriod })
    groups.set(key, group)
  }
  for (const unit of tree) {
    const sum = sumOf.get(unit.id)
    if (!sum) continue
    sumOf.delete(unit.id)
    const above = unit.parentId === null ? '' : (names.get(unit.parentId) ?? '')
    const label = [above, levelNames[unit.level][locale]].filter(Boolean).join(' · ')
    put(`${unit.parentId}:${unit.level}`, label, unit.parentId, sum, unit.id)
  }
  for (const [id, sum] of sumOf) put('rest', texts.rest[locale], null, sum, id)
  return [...groups.values()]
}

/** Periods of which something has come due. */
export function duePeriods(periods: readonly Measure[]): Measure[] {
  return periods.filter((m) => m.due > 0)
}

export function receivedShare(measure: Measure): number | null {
  return measure.due === 0 ? null : Math.min(1, received(measure) / measure.due)
}
