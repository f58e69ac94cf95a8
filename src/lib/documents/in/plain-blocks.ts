import { type Block, cell, line, type Table } from './blocks.ts'
import { isLayoutTable, layoutLines } from './layout-table.ts'

interface OpenTable {
  table: Table
  columns: number
}

function close(open: OpenTable | null, blocks: Block[]): void {
  if (!open) return
  const width = Math.max(...open.table.rows.map((row) => row.length))
  for (const row of open.table.rows) while (row.length < width) row.push(cell(''))
  blocks.push(...(isLayoutTable(open.table.rows, undefined) ? layoutLines(open.table) : [open.table]))
}

function tabs(text: string): number {
  return text.split('\t').length - 1
}

/**
 * Where a row begins among the lines since the last row. Its first cell may hold several paragraphs, which look just
 * like paragraphs before the table; they are taken in when few, short, and the row then has the table's width.
 */
function rowStart(lines: readonly string[], from: number, end: number, columns: number | null): number {
  let first = from
  while (first < end && tabs(lines[first] ?? '') === 0) first++
  const before = lines.slice(from, first)
  const few = before.length <= 3 && before.join('').length <= 200
  const head =
    from === 0 && /^\s*(?:[uủ][yỷ]\s+ban|ubnd|sở|bộ|hội đồng|ban|tỉnh|thành phố)/i.test(before[0] ?? '')
  const same = columns === null ? head : tabs(lines.slice(from, end + 1).join('')) === columns
  return few && same ? from : first
}

/** Lines in which every table cell is followed by a tab and every row by a line end ("a\tb\tc\t\n"), as blocks. */
export function plainBlocks(text: string): Block[] {
  const lines = text.split(/\r\n?|\n/)
  const blocks: Block[] = []
  let open: OpenTable | null = null
  let from = 0
  for (let end = 0; end < lines.length; end++) {
    const last = lines[end] ?? ''
    if (!last.endsWith('\t')) continue
    const start = rowStart(lines, from, end, open?.columns ?? null)
    const cells = lines
      .slice(start, end + 1)
      .join('\n')
      .slice(0, -1)
      .split('\t')
    if (open === null || start > from) {
      close(open, blocks)
      for (const one of lines.slice(from, start)) blocks.push(line(one))
      open = { table: { kind: 'table', rows: [], remarks: [] }, columns: cells.length }
    }
    open.columns = Math.max(open.columns, cells.length)
    open.table.rows.push(cells.map((one) => cell(one)))
    from = end + 1
  }
  close(open, blocks)
  for (const one of lines.slice(from)) blocks.push(line(one))
  return blocks
}
