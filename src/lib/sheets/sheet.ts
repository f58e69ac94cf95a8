import { type SheetFaultCode, sheetFaultTexts } from './sheet.texts.ts'

/** What a cell holds: words, a number, or nothing. Days come out of a file as 'dd/mm/yyyy'. */
export type CellValue = string | number | null

export type ColumnKind = 'text' | 'number' | 'date'

/** A column of a file that goes out and comes back in. `width` in characters. */
export interface SheetColumn {
  key: string
  title: string
  kind: ColumnKind
  width?: number
  /** May be absent from a file that comes in. */
  optional?: boolean
}

/** `line` is the row's number as the spreadsheet program shows it, from 1. */
export interface RawRow {
  line: number
  cells: CellValue[]
}

export interface RawSheet {
  name: string
  sheetNames: string[]
  /** Rows that hold anything. */
  rows: RawRow[]
}

/** Bounds on one file: bytes as sent and unpacked, rows and cells in the sheet, columns in a row. */
export interface SheetLimits {
  bytes: number
  unzippedBytes: number
  rows: number
  columns: number
  cells: number
  milliseconds: number
}

export const sheetLimits: SheetLimits = {
  bytes: 20_000_000,
  unzippedBytes: 150_000_000,
  rows: 100_000,
  columns: 200,
  cells: 1_500_000,
  milliseconds: 30_000,
}

/** Thrown inside the readers only; `readSheet` turns it into an answer. */
export class SheetRefusal extends Error {
  readonly code: SheetFaultCode

  constructor(code: SheetFaultCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

export interface SheetFault {
  code: SheetFaultCode
  vi: string
  en: string
}

export function sheetFault(code: SheetFaultCode, filling: Record<string, string> = {}): SheetFault {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name) => filling[name] ?? whole)
  return { code, vi: fill(sheetFaultTexts[code].vi), en: fill(sheetFaultTexts[code].en) }
}
