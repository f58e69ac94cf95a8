import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { twips } from './nd30.ts'
import type { Align, PrintedTable } from './printed.ts'
import { columnWidths, isShort } from './row-height.ts'

const alignments = {
  center: AlignmentType.CENTER,
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
} as const
const padding = { top: 40, bottom: 40, left: 90, right: 90 }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

function cell(lines: string[], style: string, align: Align, width: number, columnSpan = 1): TableCell {
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    columnSpan,
    verticalAlign: style === 'TableText' ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: lines.map((text) => new Paragraph({ text, style, alignment: alignments[align] })),
  })
}

/** A ruled table over `width` millimetres whose heading row comes again on every page. */
export function docxTable(table: PrintedTable, width: number): Table {
  const widths = columnWidths(table, width)
  const rest = (from: number) => widths.slice(from).reduce((a, b) => a + b, 0)
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((c, i) => cell([c.title], 'TableHeading', 'center', widths[i] ?? 20)),
  })
  const rows = table.rows.map((row) => {
    if (row.kind === 'group') {
      const title = cell([row.title], 'TableGroup', 'left', rest(1), table.columns.length - 1)
      const ordinal = cell([row.ordinal ?? ''], 'TableGroup', 'center', widths[0] ?? 20)
      return new TableRow({ cantSplit: true, children: [ordinal, title] })
    }
    return new TableRow({
      cantSplit: isShort(row.cells, widths),
      children: row.cells.map((lines, i) =>
        cell(lines, 'TableText', table.columns[i]?.align ?? 'left', widths[i] ?? 20),
      ),
    })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map((w) => twips(w)),
    margins: { ...padding, marginUnitType: WidthType.DXA },
    borders,
    rows: [heading, ...rows],
  })
}
