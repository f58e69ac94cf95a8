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
import { docxSpans, type Marking } from './docx-spans.ts'
import { twips } from './nd30.ts'
import type { Span } from './official-document.ts'
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

interface Look {
  style: string
  align: Align
  width: number
  columnSpan?: number
}

function cell(lines: Span[][], { style, align, width, columnSpan = 1 }: Look, marking: Marking): TableCell {
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    columnSpan,
    verticalAlign: style === 'TableText' ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: lines.map(
      (spans) => new Paragraph({ children: docxSpans(spans, marking), style, alignment: alignments[align] }),
    ),
  })
}

/** A ruled table over `width` millimetres whose heading row comes again on every page. */
export function docxTable(table: PrintedTable, width: number, marking: Marking): Table {
  const widths = columnWidths(table, width)
  const rest = (from: number) => widths.slice(from).reduce((a, b) => a + b, 0)
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((c, i) =>
      cell(
        [[{ text: c.title }]],
        { style: 'TableHeading', align: 'center', width: widths[i] ?? 20 },
        marking,
      ),
    ),
  })
  const rows = table.rows.map((row) => {
    if (row.kind === 'group') {
      const across = { width: rest(1), columnSpan: table.columns.length - 1 }
      const title = cell([[{ text: row.title }]], { style: 'TableGroup', align: 'left', ...across }, marking)
      const number = [[{ text: row.ordinal ?? '' }]]
      const ordinal = cell(number, { style: 'TableGroup', align: 'center', width: widths[0] ?? 20 }, marking)
      return new TableRow({ cantSplit: true, children: [ordinal, title] })
    }
    return new TableRow({
      cantSplit: isShort(row.cells, widths),
      children: row.cells.map((lines, i) =>
        cell(
          lines,
          { style: 'TableText', align: table.columns[i]?.align ?? 'left', width: widths[i] ?? 20 },
          marking,
        ),
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
