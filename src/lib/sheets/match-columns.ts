import { parseDay } from '../calendar/day.ts'
import { type CellFaultCode, cellFaultTexts } from './sheet.texts.ts'
import {
  type CellValue,
  type RawRow,
  type RawSheet,
  type SheetColumn,
  type SheetFault,
  sheetFault,
} from './sheet.ts'

/** A row by the keys of its columns: text as text, numbers as numbers, days as 'YYYY-MM-DD', null where empty. */
export interface MatchedRow {
  line: number
  values: Record<string, CellValue>
}

/** What is wrong in one cell; its value in the row is null. */
export interface CellFault {
  line: number
  column: string
  code: CellFaultCode
  vi: string
  en: string
}

export type MatchResult =
  | { ok: true; rows: MatchedRow[]; faults: CellFault[]; unknownTitles: string[] }
  | { ok: false; fault: SheetFault }

/** A title or a note may stand over the heading row. */
const headingWithin = 20

function titleKey(cell: CellValue): string {
  return String(cell ?? '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLocaleLowerCase('vi')
}

function findHeading(rows: RawRow[], columns: readonly SheetColumn[]): number {
  const asked = columns.filter((c) => !c.optional).map((c) => titleKey(c.title))
  return rows.slice(0, headingWithin).findIndex((row) => {
    const titles = new Set(row.cells.map(titleKey))
    return asked.every((title) => titles.has(title))
  })
}

/** Day 1 of Excel is 1/1/1900, with a 29/2/1900 that never was; so days count from 30/12/1899. */
function dayOfSerial(serial: number): string | null {
  if (serial < 10_000 || serial > 100_000) return null
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(serial))).toISOString().slice(0, 10)
}

function readNumber(text: string): number | CellFaultCode {
  const compact = text.replace(/[\s\u00a0]/gu, '')
  if (/^-?\d{1,3}[.,]\d{3}$/.test(compact)) return 'ambiguous-number'
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(compact))
    return Number(compact.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact)) return Number(compact.replaceAll(',', ''))
  return /^-?\d+(?:[.,]\d+)?$/.test(compact) ? Number(compact.replace(',', '.')) : 'not-a-number'
}

function readCell(cell: CellValue, column: SheetColumn): CellValue | { fault: CellFaultCode } {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return null
  if (column.kind === 'text') return typeof cell === 'number' ? String(cell) : cell
  if (column.kind === 'date') {
    const day = typeof cell === 'number' ? dayOfSerial(cell) : parseDay(cell)
    return day ?? { fault: 'not-a-day' }
  }
  const number = typeof cell === 'number' ? cell : readNumber(cell)
  return typeof number === 'number' ? number : { fault: number }
}

function cellFault(line: number, column: SheetColumn, code: CellFaultCode, value: CellValue): CellFault {
  const fill = (text: string) =>
    text.replace('{title}', () => column.title).replace('{value}', () => String(value).slice(0, 60))
  const words = cellFaultTexts[code]
  return { line, column: column.key, code, vi: fill(words.vi), en: fill(words.en) }
}

/**
 * Finds the heading row and reads the rows below by its titles, in whatever order the columns stand. Doubtful cells
 * become faults with line and column; nothing is guessed.
 */
export function matchColumns(sheet: RawSheet, columns: readonly SheetColumn[]): MatchResult {
  const at = findHeading(sheet.rows, columns)
  const heading = sheet.rows[at]
  if (!heading) {
    const titles = columns.filter((c) => !c.optional).map((c) => `“${c.title}”`)
    return { ok: false, fault: sheetFault('no-header', { titles: titles.join(', ') }) }
  }
  const titles = heading.cells.map(titleKey)
  const places = columns.map((column) => ({ column, place: titles.indexOf(titleKey(column.title)) }))
  const faults: CellFault[] = []
  const rows = sheet.rows.slice(at + 1).map((row): MatchedRow => {
    const values: Record<string, CellValue> = {}
    for (const { column, place } of places) {
      const cell = place === -1 ? null : (row.cells[place] ?? null)
      const read = readCell(cell, column)
      const isFault = read !== null && typeof read === 'object'
      if (isFault) faults.push(cellFault(row.line, column, read.fault, cell))
      values[column.key] = isFault ? null : read
    }
    return { line: row.line, values }
  })
  const known = new Set(columns.map((c) => titleKey(c.title)))
  const unknownTitles = heading.cells.filter((c) => c !== null && !known.has(titleKey(c))).map(String)
  return { ok: true, rows, faults, unknownTitles }
}
