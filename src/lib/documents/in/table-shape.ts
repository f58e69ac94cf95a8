import { type Cell, cell } from './blocks.ts'

/** Columns in which no row begins a cell come from uneven grids and say nothing. Short rows are filled up. */
export function dropEmptyColumns(rows: readonly Cell[][]): Cell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const kept = Array.from({ length: width }, (_, at) =>
    rows.some((row) => row[at] !== undefined && row[at].from !== 'left'),
  )
  return rows.map((row) => kept.flatMap((keep, at) => (keep ? [row[at] ?? cell('')] : [])))
}
