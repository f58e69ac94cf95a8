import { margins, paper, sizes } from './nd30.ts'
import type { Span } from './official-document.ts'
import type { PrintedTable } from './printed.ts'
import { countLines, textWidth } from './text-width.ts'

/** Millimetres of a column that text cannot use: the paddings at both sides. */
const paddingWidth = 3.2
/** A row of at most so many lines is kept on one page; a longer one may break rather than leave half a page blank. */
const keptLines = 14

/** Width of the text between the margins, in millimetres. */
export function measureOf(landscape: boolean): number {
  return (landscape ? paper.height : paper.width) - margins.left - margins.right
}

/** Widths of the columns in millimetres; none is narrower than the longest word of its heading. */
export function columnWidths(table: PrintedTable, width: number): number[] {
  const least = table.columns.map((c) => {
    const words = c.title.split(/\s+/).map((word) => textWidth(word, sizes.table, true))
    return Math.max(...words) + paddingWidth + 1
  })
  const whole = table.columns.reduce((sum, c) => sum + c.share, 0)
  const asked = table.columns.map((c, i) => Math.max((c.share / whole) * width, least[i] ?? 0))
  // What the narrow columns were given is taken from the others, each by what it has to spare.
  const excess = asked.reduce((a, b) => a + b, 0) - width
  const spare = asked.map((w, i) => w - (least[i] ?? 0))
  const allSpare = spare.reduce((a, b) => a + b, 0)
  return asked.map((w, i) => w - (allSpare > 0 ? (excess * (spare[i] ?? 0)) / allSpare : 0))
}

/** Is the row short enough to stand on one page undivided? */
export function isShort(cells: Span[][][], widths: number[]): boolean {
  const heights = cells.map((lines, i) =>
    lines.reduce((n, spans) => {
      const text = spans.map((s) => s.text).join('')
      return n + countLines(text, sizes.table, (widths[i] ?? 20) - paddingWidth)
    }, 0),
  )
  return Math.max(1, ...heights) <= keptLines
}
