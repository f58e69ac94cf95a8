import { isDay, showDay } from '../calendar/day.ts'
import { printable } from '../text/printable.ts'
import { writeCsv } from './csv.ts'
import type { CellValue, SheetColumn } from './sheet.ts'
import { writeXlsxSheets, type XlsxSheet } from './xlsx.ts'

export interface SheetToWrite {
  name: string
  columns: readonly SheetColumn[]
  /** By the keys of the columns; days as 'YYYY-MM-DD'. */
  rows: readonly Readonly<Record<string, CellValue>>[]
}

export interface WriteSheetInput {
  /** A .csv holds the first sheet only. */
  format?: 'xlsx' | 'csv'
  sheets: readonly SheetToWrite[]
}

/** The most Excel takes in one cell. */
const cellCharacters = 32_767

function words(value: string): string {
  const text = printable(value)
  return text.length > cellCharacters ? `${text.slice(0, cellCharacters - 1)}…` : text
}

function forXlsx(value: CellValue | undefined, column: SheetColumn): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return column.kind === 'text' ? String(value) : value
  if (column.kind === 'date' && isDay(value)) return new Date(`${value}T00:00:00Z`)
  // Spreadsheet programs take '_x000D_' for an escaped character; the underscore is escaped itself.
  return words(value).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

function forCsv(value: CellValue | undefined, column: SheetColumn): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return value
  return column.kind === 'date' && isDay(value) ? showDay(value) : words(value)
}

/** Writes what `readSheet` and `matchColumns` read back: a heading row, then a row for each record. */
export async function writeSheet({ format = 'xlsx', sheets }: WriteSheetInput): Promise<Uint8Array> {
  if (format === 'csv') {
    const { columns = [], rows = [] } = sheets[0] ?? {}
    const lines = rows.map((row) => columns.map((c) => forCsv(row[c.key], c)))
    return writeCsv([columns.map((c) => c.title), ...lines])
  }
  return writeXlsxSheets(
    sheets.map(
      (sheet): XlsxSheet => ({
        name: sheet.name,
        columns: sheet.columns,
        rows: sheet.rows.map((row) => sheet.columns.map((c) => forXlsx(row[c.key], c))),
      }),
    ),
  )
}
