import { plain } from './clean.ts'
import { type Grid, htmlGrid, pipeGrid, tabGrid } from './grid.ts'
import { cut, join, type Strand, split, trim } from './strand.ts'

/** One printed line. `hashes` is the depth of a Markdown heading, 0 without; `blanks` counts empty lines above. */
export interface TextLine {
  readonly kind: 'line'
  readonly strand: Strand
  readonly hashes: number
  readonly blanks: number
}

export type Block = TextLine | { readonly kind: 'grid'; readonly grid: Grid }

const TABLE = /<table\b|<\/table\s*>/gi

/** Cuts the text into printed lines and tables. */
export function readBlocks(text: Strand): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const [start, end] of tableRanges(text.text)) {
    linesAndTables(withoutScripts(cut(text, from, start)), blocks)
    blocks.push({ kind: 'grid', grid: htmlGrid(cut(text, start, end)) })
    from = end
  }
  linesAndTables(withoutScripts(cut(text, from)), blocks)
  return blocks
}

/** Scripts and style sheets of a saved web page; one that is never closed is left, or the rest would be lost. */
function withoutScripts(text: Strand): Strand {
  const kept: Strand[] = []
  let from = 0
  for (const open of text.text.matchAll(/<(script|style)\b/gi)) {
    if (open.index < from) continue
    const close = text.bare.indexOf(`</${open[1]?.toLowerCase()}`, open.index)
    if (close < 0) break
    kept.push(cut(text, from, open.index))
    from = Math.max(text.text.indexOf('>', close) + 1, close + 1)
  }
  return from === 0 ? text : join([...kept, cut(text, from)], '\n')
}

function tableRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  let depth = 0
  let start = 0
  for (const match of text.matchAll(TABLE)) {
    const opens = match[0][1] !== '/'
    if (opens && depth++ === 0) start = match.index
    if (!opens && depth > 0 && --depth === 0) ranges.push([start, match.index + match[0].length])
  }
  if (depth > 0) ranges.push([start, text.length])
  return ranges
}

function linesAndTables(text: Strand, blocks: Block[]): void {
  const lines = split(text, /\n/g)
  let blanks = 0
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Strand
    const table = tableAt(lines, i)
    if (table !== undefined) {
      blocks.push({ kind: 'grid', grid: table.grid })
      i = table.next
      blanks = 0
      continue
    }
    i++
    for (const piece of split(plain(line), /\n/g)) {
      const trimmed = trim(piece)
      if (/^[|\s]*$/.test(trimmed.text)) {
        blanks++
        continue
      }
      const hashes = /^(#{1,6})\s+/.exec(trimmed.text)?.[0] ?? ''
      const strand = trim(cut(trimmed, hashes.length))
      blocks.push({ kind: 'line', strand, hashes: hashes.trim().length, blanks })
      blanks = 0
    }
  }
}

function tableAt(lines: readonly Strand[], from: number): { grid: Grid; next: number } | undefined {
  const line = (lines[from] as Strand).text
  if (isPipeRow(line)) return pipeTable(lines, from)
  if (isTabRow(line)) return tabTable(lines, from)
  return undefined
}

function isPipeRow(line: string): boolean {
  if (!line.includes('|') || !/[^\s|]/.test(line)) return false
  const bars = line.match(/(?<!\\)\|/g)?.length ?? 0
  const text = line.trim()
  return bars >= 2 && (text.startsWith('|') || text.endsWith('|') || bars >= 3)
}

function pipeTable(lines: readonly Strand[], from: number): { grid: Grid; next: number } {
  const rows: Strand[] = []
  let i = from
  while (i < lines.length) {
    const line = lines[i] as Strand
    if (!isPipeRow(line.text) && !opensRow(line.text)) break
    const row = [line]
    i++
    // A row broken by hard wraps goes on until a line that ends with a bar.
    while (
      line.text.trimStart().startsWith('|') &&
      !/\|\s*$/.test(row.at(-1)?.text ?? '') &&
      row.length < 40
    ) {
      const more = lines[i]
      if (more === undefined || more.text.trim() === '' || opensRow(more.text)) break
      row.push(more)
      i++
    }
    rows.push(join(row.map(trim), ' '))
  }
  return { grid: pipeGrid(rows), next: i }
}

function opensRow(line: string): boolean {
  return /^\s*\|.*\S/.test(line) && line.trim() !== '|'
}

function isTabRow(line: string): boolean {
  if (!line.includes('\t')) return false
  const cells = line.split('\t')
  const first = cells[0]?.trim() ?? ''
  return (
    cells.length >= 3 && cells.filter((cell) => cell.trim() !== '').length >= 2 && !/^[-–+•*]$/.test(first)
  )
}

/** TAB rows may stand apart by empty lines (page breaks), and a cell may spill over on lines without a TAB. */
function tabTable(lines: readonly Strand[], from: number): { grid: Grid; next: number } {
  const rows: Strand[] = []
  let next = from
  let width = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] as Strand
    const tabs = line.text.split('\t').length - 1
    if (line.text.trim() === '') {
      if (i - next > 6) break
      continue
    }
    if (tabs >= 2 || (tabs === 1 && i === next && rows.length > 0)) {
      const last = rows.at(-1)
      if (tabs === 1 && last !== undefined) rows[rows.length - 1] = join([last, line], '\n')
      else rows.push(line)
      width = Math.max(width, tabs)
    } else if (i === next && rows.length > 1 && spills(rows.at(-1) as Strand, line, width)) {
      rows[rows.length - 1] = join([rows.at(-1) as Strand, line], '\n')
    } else break
    next = i + 1
  }
  return { grid: tabGrid(rows), next }
}

function spills(row: Strand, line: Strand, width: number): boolean {
  const tabs = row.text.split('\t').length - 1
  return tabs < width || /^\s*[-–+•]/.test(line.text)
}
