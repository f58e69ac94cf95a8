import { type Departure, departure, quote } from './departure.ts'
import type { DocxFormats, TableFormat } from './docx-formats.ts'
import type { ParagraphFormat } from './docx-paragraph-format.ts'
import { type Anatomy, plain } from './layout-anatomy.ts'

/** A table of so many rows may reach a second page. */
const longTable = 8

interface Grid {
  table: TableFormat
  cells: ParagraphFormat[]
}

function isHeadingWrong(p: ParagraphFormat): boolean {
  return p.alignment !== 'center' || p.runs.some((r) => !r.bold && r.text.trim() !== '')
}

function checkHeading({ table, cells }: Grid, inAnnex: boolean): Departure[] {
  const found: Departure[] = []
  const heading = cells.filter((p) => (p.cell?.row ?? 0) < Math.max(1, table.headerRows))
  const wrong = heading.filter(isHeadingWrong)
  if (wrong[0]) found.push(departure('tableHeading', 'table', quote(wrong[0].text), '', wrong.length))
  if (table.headerRows === 0 && (table.rows >= longTable || (inAnnex && table.rows > 2))) {
    found.push(departure('tableHeaderRepeat', 'table'))
  }
  return found
}

const isNumber = (text: string) => /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$/u.test(text)

function checkColumn(title: string, cells: ParagraphFormat[]): Departure[] {
  const isOrdinal = /^(?:S?TT|Số TT)$/iu.test(title)
  if (isOrdinal) {
    const wrong = cells.filter((p) => p.alignment !== 'center')
    return wrong[0] ? [departure('tableAlignment', 'table', title, { phrase: 'centre' }, wrong.length)] : []
  }
  const filled = cells.filter((p) => plain(p) !== '')
  if (filled.length < 2 || !filled.every((p) => isNumber(plain(p)))) return []
  const wrong = filled.filter((p) => p.alignment !== 'right')
  return wrong[0] ? [departure('tableAlignment', 'table', title, { phrase: 'right' }, wrong.length)] : []
}

function checkColumns({ table, cells }: Grid): Departure[] {
  const headerRows = Math.max(1, table.headerRows)
  const titles = cells.filter((p) => p.cell?.row === 0)
  return titles.flatMap((title) => {
    const column = title.cell?.column
    const below = cells.filter((p) => (p.cell?.row ?? 0) >= headerRows && p.cell?.column === column)
    return checkColumn(plain(title), below)
  })
}

/** Ruled tables: heading bold and centred, repeated on later pages; ordinals centred, numbers right. */
export function checkTables(formats: DocxFormats, anatomy: Anatomy): Departure[] {
  const annexFrom = anatomy.annex[0] ? formats.paragraphs.indexOf(anatomy.annex[0]) : Number.POSITIVE_INFINITY
  return formats.tables.flatMap((table, index) => {
    if (!table.ruled || table.rows < 2 || table.columns < 2) return []
    const cells = formats.paragraphs.filter((p) => p.cell?.table === index && plain(p) !== '')
    const [first] = cells
    if (!first) return []
    const grid = { table, cells }
    return [...checkHeading(grid, formats.paragraphs.indexOf(first) >= annexFrom), ...checkColumns(grid)]
  })
}
