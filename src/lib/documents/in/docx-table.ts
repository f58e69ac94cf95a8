import { type Block, type Cell, cell, type Remark, type Table } from './blocks.ts'
import { type DocxReader, trackedRemark } from './docx-reader.ts'
import { drawsBorders, inherited } from './docx-styles.ts'
import { isLayoutTable, layoutLines } from './layout-table.ts'
import { checkTime, spend } from './limits.ts'
import { cellFromBlocks } from './nested.ts'
import { dropEmptyColumns } from './table-shape.ts'
import { childOf, childrenOf, type Element, valOf } from './xml.ts'

const widest = 63

/** Reads what stands in a cell; a cell may hold anything a body may. */
type Children = (cell: Element) => Block[]

/** Rows and cells may be wrapped in content controls or insertions. */
function unwrap(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name === 'w:sdt') return unwrap(childOf(child, 'w:sdtContent') ?? child, name)
    return ['w:ins', 'w:customXml', 'w:moveTo'].includes(child.name) ? unwrap(child, name) : []
  })
}

function count(value: string | undefined): number {
  const number = Number(value ?? 0)
  return Number.isInteger(number) && number > 0 ? Math.min(number, widest) : 0
}

function readCell(element: Element, children: Children): Cell {
  const properties = childOf(element, 'w:tcPr')
  const merge = childOf(properties, 'w:vMerge')
  const across = valOf(properties, 'w:hMerge')
  if (childOf(properties, 'w:hMerge') && across !== 'restart') return cell('', 'left')
  if (merge && merge.attributes['w:val'] !== 'restart') return cell('', 'above')
  const blocks = children(element)
  const { text, remarks } = cellFromBlocks(blocks)
  return cell(text, 'here', remarks)
}

function readRow(element: Element, children: Children): Cell[] {
  const properties = childOf(element, 'w:trPr')
  const row: Cell[] = []
  for (let skip = count(valOf(properties, 'w:gridBefore')); skip > 0; skip--) row.push(cell(''))
  for (const child of unwrap(element, 'w:tc')) {
    if (row.length > widest) break
    const read = readCell(child, children)
    row.push(read)
    const span = count(valOf(childOf(child, 'w:tcPr'), 'w:gridSpan'))
    for (let rest = 1; rest < span; rest++) row.push(cell('', 'left'))
  }
  return row
}

function tableBorders(reader: DocxReader, element: Element): boolean | undefined {
  const properties = childOf(element, 'w:tblPr')
  const own = drawsBorders(childOf(properties, 'w:tblBorders'))
  if (own) return true
  const cells = unwrap(element, 'w:tr').flatMap((row) => unwrap(row, 'w:tc'))
  const drawn = cells.filter((one) => drawsBorders(childOf(childOf(one, 'w:tcPr'), 'w:tcBorders')))
  if (drawn.length * 2 >= cells.length && drawn.length > 0) return true
  return own ?? inherited(reader.styles, valOf(properties, 'w:tblStyle'), 'borders') ?? false
}

/** A `w:tbl` as a table, or as plain lines where it only lays out the head or the signatures. */
export function readTable(reader: DocxReader, element: Element, children: Children): Block[] {
  const rows: Cell[][] = []
  const remarks: Remark[] = []
  for (const child of unwrap(element, 'w:tr')) {
    checkTime(reader.budget)
    if (childOf(childOf(child, 'w:trPr'), 'w:del')) {
      if (remarks.length === 0) remarks.push(trackedRemark)
      continue
    }
    const row = readRow(child, children)
    if (row.length === 0) continue
    if (!spend(reader.budget, 'cells', row.length)) break
    rows.push(row)
  }
  if (rows.length === 0) return []
  const table: Table = { kind: 'table', rows: dropEmptyColumns(rows), remarks }
  return isLayoutTable(table.rows, tableBorders(reader, element)) ? layoutLines(table) : [table]
}
