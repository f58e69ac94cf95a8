import { plain } from './clean.ts'
import { cut, EMPTY, join, type Strand, split, trim } from './strand.ts'

/** A table cell; `spanned` when its text stands in the row above and reaches down (rowspan, `^^`). */
export interface Cell {
  readonly strand: Strand
  readonly spanned: boolean
}

/** A table as printed. `loose` when its columns come from TABs, so that a row may have lost or gained cells. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  readonly loose: boolean
}

const NO_CELL: Cell = { strand: EMPTY, spanned: false }

/** The text of a cell: tags and marks gone, one list item or paragraph a line. */
function cellStrand(raw: Strand): Strand {
  const lines = split(plain(raw), /\n/g).map(trim)
  return join(lines, '\n')
}

export function pipeGrid(lines: readonly Strand[]): Grid {
  const rows: Cell[][] = []
  for (const line of lines) {
    const cells = pipeCells(line)
    if (cells.every((cell) => /^:?-{2,}:?$|^$/.test(cell.text)) && cells.some((cell) => cell.text !== ''))
      continue
    const above = rows.at(-1)
    rows.push(
      cells.map((strand, column) =>
        strand.text === '^^'
          ? { strand: above?.[column]?.strand ?? EMPTY, spanned: true }
          : { strand, spanned: false },
      ),
    )
  }
  return { rows, loose: false }
}

function pipeCells(line: Strand): Strand[] {
  let body = trim(line)
  if (body.text.startsWith('|')) body = cut(body, 1)
  if (/(^|[^\\])\|$/.test(body.text)) body = cut(body, 0, body.text.length - 1)
  const cells: Strand[] = []
  let from = 0
  for (let i = 0; i <= body.text.length; i++) {
    if (i < body.text.length && (body.text[i] !== '|' || body.text[i - 1] === '\\')) continue
    cells.push(cellStrand(cut(body, from, i)))
    from = i + 1
    if (cells.length > 60) break
  }
  return cells
}

/** One row a line, cells parted by TABs; a cell may hold HTML. */
export function tabGrid(lines: readonly Strand[]): Grid {
  const rows = lines.map((line) =>
    split(line, /\t/g)
      .slice(0, 60)
      .map((raw) => ({ strand: cellStrand(raw), spanned: false })),
  )
  return { rows, loose: true }
}

/** Cells already cut out, one row an array. */
export function textGrid(rows: readonly (readonly Strand[])[]): Grid {
  return {
    rows: rows.map((row) => row.map((raw) => ({ strand: cellStrand(raw), spanned: false }))),
    loose: false,
  }
}

const ROW = /<tr\b[^<>]{0,400}>/gi
const CELL = /<t[dh]\b([^<>]{0,400})>/gi

/** An HTML table with its rowspans and colspans laid out; an inner table is read as text of its cell. */
export function htmlGrid(table: Strand): Grid {
  const rows: Cell[][] = []
  const reaching: { cell: Cell; left: number }[] = []
  for (const raw of pieces(table, ROW)) {
    const row: Cell[] = []
    const place = (cell: Cell, rowspan: number): void => {
      while (takeReaching(reaching, row));
      if (rowspan > 1) reaching[row.length] = { cell: { ...cell, spanned: true }, left: rowspan - 1 }
      row.push(cell)
    }
    for (const piece of pieces(raw.inner, CELL)) {
      const cell = { strand: cellStrand(withoutTail(piece.inner)), spanned: false }
      const rowspan = spanOf(piece.attributes, 'rowspan')
      place(cell, rowspan)
      for (let extra = 1; extra < spanOf(piece.attributes, 'colspan'); extra++) place(NO_CELL, rowspan)
      if (row.length > 60) break
    }
    while (takeReaching(reaching, row));
    if (row.length > 0) rows.push(row)
  }
  return { rows, loose: false }
}

function takeReaching(reaching: { cell: Cell; left: number }[], row: Cell[]): boolean {
  const above = reaching[row.length]
  if (above === undefined || above.left === 0) return false
  above.left--
  row.push(above.cell)
  return true
}

function pieces(strand: Strand, open: RegExp): { inner: Strand; attributes: string }[] {
  const starts = [...strand.text.matchAll(open)]
  return starts.map((match, k) => ({
    inner: cut(strand, match.index + match[0].length, starts[k + 1]?.index ?? strand.text.length),
    attributes: match[1] ?? '',
  }))
}

function withoutTail(strand: Strand): Strand {
  const close = /<\/(?:td|th|tr|tbody|table)\s*>/i.exec(strand.text)
  return close === null ? strand : cut(strand, 0, close.index)
}

const SPANS = { rowspan: /rowspan\s*=\s*["']?(\d{1,3})/i, colspan: /colspan\s*=\s*["']?(\d{1,3})/i }

function spanOf(attributes: string, name: keyof typeof SPANS): number {
  const found = SPANS[name].exec(attributes)
  return found === null ? 1 : Math.min(Math.max(Number(found[1]), 1), 200)
}
