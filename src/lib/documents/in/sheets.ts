import { type Block, line } from './blocks.ts'
import { isLayoutTable, layoutLines } from './layout-table.ts'
import { type Budget, checkTime, spend } from './limits.ts'
import { findBorderless } from './pdf-borderless.ts'
import { type Piece, splitColumns } from './pdf-columns.ts'
import { dropFurniture } from './pdf-furniture.ts'
import { findGrids, type Grid } from './pdf-grid.ts'
import { linesOf, type PrintedLine } from './pdf-lines.ts'
import type { PdfPage } from './pdf-page.ts'
import { type Column, columnsOf, paragraphsOf } from './pdf-paragraphs.ts'
import { finishRows, isInside, joinParts, type TablePart, tableFrom } from './pdf-table.ts'

interface Passage extends Piece {
  kind: 'passage'
}

interface Ready {
  kind: 'ready'
  block: Block
}

type Flow = Passage | TablePart | Ready

/** A page taken apart: its ruled tables, and the lines outside them. */
export interface Sheet {
  page: PdfPage
  grids: Grid[]
  height: number
  lines: PrintedLine[]
}

export function sheetOf(page: PdfPage): Sheet {
  const grids = findGrids(page.rules)
  const free = page.spans.filter((span) => !grids.some((grid) => isInside(grid, span)))
  return { page, grids, height: page.height, lines: linesOf(free, page.index) }
}

function addLines(flow: Flow[], lines: readonly PrintedLine[]): void {
  const table = findBorderless(lines)
  if (!table) {
    for (const piece of splitColumns(lines)) {
      const last = flow.at(-1)
      const runsOn = last?.kind === 'passage' && last.column === 'none' && piece.column === 'none'
      if (runsOn) last.lines.push(...piece.lines)
      else flow.push({ kind: 'passage', ...piece })
    }
    return
  }
  const detail = 'Bảng không có đường kẻ, cột được đoán theo vị trí chữ; hãy kiểm tra từng ô.'
  if (table.from > 0) addLines(flow, lines.slice(0, table.from))
  const remarks = [{ code: 'borderless-table', detail }]
  flow.push({ kind: 'ready', block: { kind: 'table', rows: table.rows, remarks } })
  if (table.to < lines.length) addLines(flow, lines.slice(table.to))
}

/** Tables and the lines between them, top to bottom; a table that goes on from the page before is joined to it. */
function addSheet(flow: Flow[], sheet: Sheet, lines: readonly PrintedLine[]): void {
  let from = 0
  for (const grid of sheet.grids) {
    const to = lines.findIndex((one, index) => index >= from && one.y > grid.y0)
    const above = lines.slice(from, to === -1 ? lines.length : to)
    if (above.length > 0) addLines(flow, above)
    from += above.length
    const part = tableFrom(grid, sheet.page)
    const last = flow.at(-1)
    const follows = last?.kind === 'table' && last.page === part.page - 1
    if (!(follows && joinParts(last, part))) flow.push(part)
  }
  if (from < lines.length) addLines(flow, lines.slice(from))
}

function passageBlocks(passage: Passage, columnFor: (page: number) => Column): Block[] {
  if (passage.column === 'kept') return [line(''), ...passage.lines.map((one) => line(one.text)), line('')]
  const blocks: Block[] = []
  let last: PrintedLine | undefined
  for (const paragraph of paragraphsOf(passage.lines, columnFor)) {
    const [first] = paragraph.lines
    if (last && first && last.page === first.page && first.y - last.y > first.size * 3) blocks.push(line(''))
    blocks.push(line(paragraph.text))
    last = paragraph.lines.at(-1)
  }
  return passage.column === 'joined' ? [line(''), ...blocks, line('')] : blocks
}

/** Where text stands on each page; a page with little text outside its tables takes their edges for its own. */
function bodyColumns(sheets: readonly Sheet[], kept: readonly PrintedLine[][]): (page: number) => Column {
  const text = columnsOf(kept.flat())
  return (page) => {
    const [width = 0, height = 0] = [sheets[page]?.page.width, sheets[page]?.height]
    const column = { ...text(page), sideways: width > height }
    const grids = sheets[page]?.grids ?? []
    if (grids.length === 0 || (kept[page]?.length ?? 0) > 8) return column
    const left = Math.min(column.left, ...grids.map((grid) => grid.x0))
    return { ...column, left, right: Math.max(column.right, ...grids.map((grid) => grid.x1)) }
  }
}

function tableBlocks(part: TablePart, budget: Budget): Block[] {
  const rows = finishRows(part)
  if (!spend(budget, 'cells', rows.length * (rows[0]?.length ?? 0))) return []
  const table = { kind: 'table' as const, rows, remarks: [] }
  return isLayoutTable(rows, true) ? layoutLines(table) : [table]
}

function blocksOf(flow: readonly Flow[], columnFor: (page: number) => Column, budget: Budget): Block[] {
  const blocks: Block[] = []
  for (const part of flow) {
    checkTime(budget)
    if (part.kind === 'ready') blocks.push(part.block)
    else if (part.kind === 'table') blocks.push(...tableBlocks(part, budget))
    else blocks.push(...passageBlocks(part, part.column === 'none' ? columnFor : columnsOf(part.lines)))
  }
  return blocks
}

/**
 * The pages of a document as blocks in reading order, whether their words came from a text layer or were recognised:
 * paragraphs rebuilt from lines, tables joined over pages, page numbers and running heads left out.
 */
export function blocksOfSheets(sheets: readonly Sheet[], budget: Budget): Block[] {
  const flow: Flow[] = []
  const kept = dropFurniture(sheets)
  for (const [index, sheet] of sheets.entries()) addSheet(flow, sheet, kept[index] ?? [])
  return blocksOf(flow, bodyColumns(sheets, kept), budget)
}
