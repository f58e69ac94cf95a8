import type { SourceNote } from '../source.ts'

/** A remark travels with its block until the block's place in the text is known. */
export interface Remark {
  code: string
  detail: string
}

export interface Line {
  kind: 'line'
  text: string
  remarks: Remark[]
}

/** `from` says whose content a cell shows: its own, that of the cell above (vertical merge) or left (span). */
export interface Cell {
  text: string
  from: 'here' | 'above' | 'left'
  remarks: Remark[]
}

export interface Table {
  kind: 'table'
  rows: Cell[][]
  remarks: Remark[]
}

export type Block = Line | Table

export function line(text: string, remarks: Remark[] = []): Line {
  return { kind: 'line', text, remarks }
}

export function cell(text: string, from: Cell['from'] = 'here', remarks: Remark[] = []): Cell {
  return { text, from, remarks }
}

interface Writer {
  parts: string[]
  length: number
  notes: SourceNote[]
  blank: boolean
}

function put(writer: Writer, text: string): void {
  writer.parts.push(text, '\n')
  writer.length += text.length + 1
  writer.blank = text === ''
}

function note(writer: Writer, remarks: readonly Remark[], start: number, end: number): void {
  for (const { code, detail } of remarks) writer.notes.push({ code, start, end, detail })
}

// Soft hyphens and zero-width marks are invisible in print but break every later comparison of words.
const invisible = /(?![\t\n\v])[\p{Cc}\p{Cf}]/gu

/** One paragraph's text: NFC, no invisible marks, ordinary spaces, none at the ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim()
}

/** A cell's text on one line: breaks become `<br>`, pipes are escaped. */
export function writeCell(cell: Cell): string {
  if (cell.from === 'above') return '^^'
  if (cell.from === 'left') return ''
  const lines = cell.text.split(/[\n\v]/).map((part) => tidy(part).replaceAll('\t', ' '))
  return lines
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('|', '\\|'))
    .join('<br>')
}

function putTable(writer: Writer, table: Table): void {
  if (!writer.blank) put(writer, '')
  const from = writer.length
  for (const row of table.rows) {
    let text = '|'
    for (const cell of row) {
      const written = writeCell(cell)
      const start = writer.length + text.length + 1
      note(writer, cell.remarks, start, start + written.length)
      text += ` ${written} |`
    }
    put(writer, text)
  }
  note(writer, table.remarks, from, writer.length - 1)
  put(writer, '')
}

function putLine(writer: Writer, block: Line): void {
  const from = writer.length
  for (const part of block.text.split(/[\n\v]/)) {
    const text = tidy(part)
    if (text === '' && (writer.blank || block.text !== '')) continue
    put(writer, text)
  }
  note(writer, block.remarks, from, Math.max(from, writer.length - 1))
}

/** The canonical text of a document's blocks and the places of their remarks (UTF-16 offsets, end exclusive). */
export function writeBlocks(blocks: readonly Block[]): { text: string; notes: SourceNote[] } {
  const writer: Writer = { parts: [], length: 0, notes: [], blank: true }
  for (const block of blocks) {
    if (block.kind === 'table') putTable(writer, block)
    else putLine(writer, block)
  }
  return { text: writer.parts.join(''), notes: writer.notes }
}
