import { isOrdinal } from './columns.ts'
import { type Grid, textGrid } from './grid.ts'
import { join, type Strand, trim } from './strand.ts'
import { columnRole } from './vocabulary.ts'

/** The lines of a text by number; a strand is cut only when a line is looked at. */
export interface Lines {
  readonly count: number
  readonly isEmpty: (line: number) => boolean
  readonly text: (line: number) => string
  readonly strand: (line: number) => Strand
}

interface BarCell {
  readonly strand: Strand
  readonly next: number
}

/**
 * A table as some law portals leave it: every cell on lines of its own, closed by a line with one bar. The
 * header begins with "STT" or "TT"; a new row begins with its number.
 */
export function barTable(lines: Lines, from: number): { grid: Grid; next: number } | undefined {
  if (columnRole(lines.text(from).trim().toLowerCase()) !== 'ordinal' || lines.text(from + 1).trim() !== '|')
    return undefined
  const header: Strand[] = []
  let at = from
  for (let cell = cellAt(lines, at); cell !== null && header.length < 14; cell = cellAt(lines, at)) {
    if (header.length >= 3 && isOrdinal(cell.strand)) break
    header.push(cell.strand)
    at = cell.next
  }
  const rows: Strand[][] = [header]
  for (let cell = cellAt(lines, at); cell !== null; cell = cellAt(lines, at)) {
    const row = rows.at(-1) as Strand[]
    const starts = isOrdinal(cell.strand) && (rows.length === 1 || row.length >= 2)
    if (starts) rows.push([cell.strand])
    else if (rows.length === 1 || row.length >= header.length) break
    else row.push(cell.strand)
    at = cell.next
  }
  return rows.length < 2 ? undefined : { grid: textGrid(rows), next: at }
}

/** The lines up to the next lone bar; null when none is near. */
function cellAt(lines: Lines, from: number): BarCell | null {
  const parts: Strand[] = []
  for (let i = from; i < lines.count && i < from + 40; i++) {
    if (lines.text(i).trim() === '|') return { strand: join(parts, '\n'), next: i + 1 }
    const line = trim(lines.strand(i))
    if (line.text !== '') parts.push(line)
    if (parts.length > 14) return null
  }
  return null
}
