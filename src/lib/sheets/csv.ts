import { decodeTextBytes } from '../documents/in/text-bytes.ts'
import { type CellValue, type RawRow, type SheetLimits, SheetRefusal } from './sheet.ts'

const delimiters = [';', ',', '\t'] as const

/** Cells that a spreadsheet program would take for a formula. */
const formulaStart = /^'*[=+\-@\t\r]/
const neutralised = /^'(?='*[=+\-@\t\r])/

/**
 * One CSV cell, RFC 4180. Words that would run as a formula (OWASP "CSV injection") get an apostrophe, which
 * `parseCsv` takes off again.
 */
function writeCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[";,\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** UTF-8 with a byte order mark, without which Excel takes Vietnamese for Windows-1252. */
export function writeCsv(rows: Iterable<readonly CellValue[]>): Uint8Array {
  const lines: string[] = []
  for (const row of rows) lines.push(row.map(writeCell).join(','))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** The mark that stands most often outside quotes in the first line. */
function findDelimiter(text: string): string {
  const end = text.search(/[\r\n]/)
  const line = (end === -1 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '')
  const count = (mark: string) => line.split(mark).length
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ','
}

interface Cursor {
  text: string
  at: number
}

function readQuoted(cursor: Cursor): string {
  const { text } = cursor
  let cell = ''
  let from = cursor.at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) {
      cursor.at = text.length
      return cell + text.slice(from)
    }
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      cursor.at = quote + 1
      return cell
    }
    cell += '"'
    from = quote + 2
  }
}

function readPlain(cursor: Cursor, delimiter: string): string {
  const start = cursor.at
  const { text } = cursor
  while (cursor.at < text.length) {
    const mark = text[cursor.at]
    if (mark === delimiter || mark === '\n' || mark === '\r') break
    cursor.at += 1
  }
  return text.slice(start, cursor.at)
}

function cellOf(text: string): CellValue {
  const words = text.replace(neutralised, '').normalize('NFC')
  return words === '' ? null : words
}

/** The lines of CSV text, in file order; a quoted cell may hold line ends. Throws SheetRefusal 'too-large'. */
export function* parseCsv(text: string, limits: SheetLimits): Generator<RawRow> {
  const said = /^sep=(.)\r?\n/i.exec(text)
  const delimiter = said?.[1] ?? findDelimiter(text)
  const cursor: Cursor = { text, at: said?.[0].length ?? 0 }
  let line = said ? 1 : 0
  while (cursor.at < text.length) {
    line += 1
    const cells: CellValue[] = []
    for (;;) {
      const quoted = text[cursor.at] === '"'
      const cell = quoted ? readQuoted(cursor) + readPlain(cursor, delimiter) : readPlain(cursor, delimiter)
      cells.push(cellOf(cell))
      if (cells.length > limits.columns) throw new SheetRefusal('too-large')
      if (text[cursor.at] !== delimiter) break
      cursor.at += 1
    }
    if (text[cursor.at] === '\r') cursor.at += 1
    if (text[cursor.at] === '\n') cursor.at += 1
    yield { line, cells }
  }
}

/** Text of a CSV file as Excel saves it on Vietnamese machines: UTF-8, UTF-16, Windows-1258, TCVN3. */
export function decodeCsv(bytes: Uint8Array): string {
  return decodeTextBytes(bytes).text.replace(/^\ufeff/, '')
}
