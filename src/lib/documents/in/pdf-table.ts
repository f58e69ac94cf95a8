import { type Cell, cell } from './blocks.ts'
import type { Grid } from './pdf-grid.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfPage } from './pdf-page.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'
import type { Span } from './pdf-text.ts'
import { dropEmptyColumns } from './table-shape.ts'

/** The part of a table that one page shows. `xs` are the column edges, to find its other parts. */
export interface TablePart {
  kind: 'table'
  page: number
  xs: number[]
  rows: Cell[][]
  y0: number
  y1: number
}

function cellIndex(grid: Grid, span: Span): number {
  const x = (span.x0 + span.x1) / 2
  const y = span.y - span.size * 0.3
  const column = grid.xs.findLastIndex((edge) => edge <= x)
  const row = grid.ys.findLastIndex((edge) => edge <= y)
  return grid.owner[Math.min(row, grid.owner.length - 1)]?.[Math.min(column, grid.xs.length - 2)] ?? -1
}

/** True when the text stands inside the grid's frame. */
export function isInside(grid: Grid, span: Span): boolean {
  const x = (span.x0 + span.x1) / 2
  const y = span.y - span.size * 0.3
  return x >= grid.x0 && x <= grid.x1 && y >= grid.y0 && y <= grid.y1
}

function cellText(spans: readonly Span[], left: number, right: number, page: number): string {
  const lines = linesOf(spans, page)
  if (lines.length === 0) return ''
  const start = Math.min(...lines.map((line) => line.x0))
  const end = Math.max(...lines.map((line) => line.x1))
  // A cell's padding is the same on both sides; the smaller visible one is the better guess.
  const padding = Math.max(0, Math.min(start - left, right - end, 9))
  const column = { left: Math.min(start, left + padding), right: right - padding }
  return paragraphsOf(lines, () => column)
    .map((paragraph) => paragraph.text)
    .join('\n')
}

/** Words and walls of one ruled table as rows of cells. */
export function tableFrom(grid: Grid, page: PdfPage): TablePart {
  const held = new Map<number, Span[]>()
  for (const span of page.spans) {
    if (!isInside(grid, span)) continue
    const index = cellIndex(grid, span)
    const spans = held.get(index) ?? []
    held.set(index, spans)
    spans.push(span)
  }
  const seen = new Map<number, number>()
  const rows = grid.owner.map((owners) => {
    const here = new Set<number>()
    return owners.map((owner, column) => {
      if (here.has(owner)) return cell('', 'left')
      here.add(owner)
      if (seen.has(owner)) return cell('', seen.get(owner) === column ? 'above' : 'left')
      seen.set(owner, column)
      const box = grid.cells[owner]
      return cell(box ? cellText(held.get(owner) ?? [], box.x0, box.x1, page.index) : '')
    })
  })
  const real = rows.filter((row) => row.some((one) => one.from === 'here'))
  return { kind: 'table', page: page.index, xs: grid.xs, rows: real, y0: grid.y0, y1: grid.y1 }
}

const close = 7

function sameEdges(one: TablePart, two: TablePart): boolean {
  const [a = 0, b = 0] = [one.xs[0], one.xs.at(-1)]
  const [c = 0, d = 0] = [two.xs[0], two.xs.at(-1)]
  return Math.abs(b - a - (d - c)) < close * 2 && Math.abs(a - c) < close * 3
}

/** Puts the cells of a part into the columns of another that has more of them. Null when the edges disagree. */
function spreadTo(xs: readonly number[], part: TablePart): Cell[][] | null {
  const shift = (xs[0] ?? 0) - (part.xs[0] ?? 0)
  const places = part.xs.map((x) => xs.findIndex((edge) => Math.abs(edge - x - shift) < close))
  if (places.includes(-1)) return null
  return part.rows.map((row) => {
    const spread: Cell[] = Array.from({ length: xs.length - 1 }, () => cell('', 'left'))
    for (const [index, one] of row.entries()) spread[places[index] ?? 0] = one
    return spread
  })
}

function textOf(row: readonly Cell[]): string {
  return row.map((one) => one.text.replace(/\s+/g, ' ').trim()).join('|')
}

function isBlank(row: readonly Cell[]): boolean {
  return row.every((one) => one.text.trim() === '' && one.from !== 'above')
}

function repeatedRows(first: readonly Cell[][], next: readonly Cell[][]): number {
  let count = 0
  while (count < 3 && count < next.length - 1) {
    const [above, below] = [textOf(first[count] ?? []), textOf(next[count] ?? [])]
    if (above !== below || above.replaceAll('|', '') === '') break
    count++
  }
  return count
}

const splitDetail = 'Ô bị ngắt bởi trang và đã được nối lại; hãy kiểm tra chỗ nối.'

function isCut(last: readonly Cell[], first: readonly Cell[]): boolean {
  const [number] = first
  if (number?.text.trim() !== '' || number.from === 'left') return false
  const filled = first.filter((one) => one.text.trim() !== '')
  if (filled.length === 0) return false
  const goesOn = first.some((one, index) => {
    const above = last[index]?.text.trim() ?? ''
    return (
      one.text.trim() !== '' &&
      above !== '' &&
      !/[.;:]$/.test(above) &&
      /^[\p{Ll}\d(,]/u.test(one.text.trim())
    )
  })
  return goesOn || filled.length < Math.max(2, first.length - 1) || (last[0]?.text.trim() ?? '') !== ''
}

function joinCells(above: Cell, below: Cell): void {
  const [one, two] = [above.text.trimEnd(), below.text.trim()]
  if (two === '') return
  if (above.from !== 'here') above.from = 'here'
  const runsOn = one !== '' && !/[.;:]$/.test(one) && !/^(?:[-–+•]|\d+[.)])\s/.test(two)
  above.text = one === '' ? two : one + (runsOn ? ' ' : '\n') + two
  above.remarks.push({ code: 'cell-split-by-page', detail: splitDetail })
}

/** Adds the part of a table on the next page to the part before; false when they are two tables. */
export function joinParts(before: TablePart, after: TablePart): boolean {
  if (!sameEdges(before, after)) return false
  const wider = after.xs.length > before.xs.length ? after : before
  const rowsBefore = spreadTo(wider.xs, before)
  const rowsAfter = spreadTo(wider.xs, after)
  if (!rowsBefore || !rowsAfter) return false
  const rest = rowsAfter.slice(repeatedRows(rowsBefore, rowsAfter))
  // A page's edge closes cells that span rows with a wall of its own and leaves rows without a word.
  while (rest[0] && isBlank(rest[0])) rest.shift()
  while (rowsBefore.length > 1 && isBlank(rowsBefore.at(-1) ?? [])) rowsBefore.pop()
  const [first] = rest
  const last = rowsBefore.at(-1)
  if (first && last && isCut(last, first)) {
    for (const [index, one] of first.entries()) {
      const above = last[index]
      if (above && one.from !== 'left') joinCells(above, one)
    }
    rest.shift()
  }
  before.rows = [...rowsBefore, ...rest]
  before.xs = wider.xs
  before.page = after.page
  before.y1 = after.y1
  return true
}

export function finishRows(part: TablePart): Cell[][] {
  return dropEmptyColumns(part.rows)
}
