import { barTable, type Lines } from './bar-table.ts'
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

function linesOf(text: Strand): Lines {
  const starts: number[] = [0]
  for (let at = text.text.indexOf('\n'); at >= 0; at = text.text.indexOf('\n', at + 1)) starts.push(at + 1)
  const from = (line: number): number => starts[line] ?? text.text.length
  const until = (line: number): number => (line + 1 < starts.length ? from(line + 1) - 1 : text.text.length)
  return {
    count: starts.length,
    isEmpty: (line) => until(line) <= from(line),
    text: (line) => text.text.slice(from(line), until(line)),
    strand: (line) => cut(text, from(line), until(line)),
  }
}

function linesAndTables(text: Strand, blocks: Block[]): void {
  const lines = linesOf(text)
  let blanks = 0
  for (let i = 0; i < lines.count; ) {
    if (lines.isEmpty(i)) {
      blanks++
      i++
      continue
    }
    const table = tableAt(lines, i)
    if (table !== undefined) {
      blocks.push({ kind: 'grid', grid: table.grid })
      i = table.next
      blanks = 0
      continue
    }
    for (const piece of split(plain(lines.strand(i)), /\n/g)) {
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
    i++
  }
}

interface FoundTable {
  readonly grid: Grid
  readonly next: number
}

function tableAt(lines: Lines, from: number): FoundTable | undefined {
  const line = lines.text(from)
  if (isPipeRow(line)) return pipeTable(lines, from)
  if (isTabRow(line)) return tabTable(lines, from)
  return line.length < 12 && from + 1 < lines.count ? barTable(lines, from) : undefined
}

function isPipeRow(line: string): boolean {
  if (!line.includes('|') || !/[^\s|]/.test(line)) return false
  const bars = line.match(/(?<!\\)\|/g)?.length ?? 0
  const text = line.trim()
  return bars >= 2 && (text.startsWith('|') || text.endsWith('|') || bars >= 3)
}

function pipeTable(lines: Lines, from: number): FoundTable {
  const rows: Strand[] = []
  let i = from
  while (i < lines.count) {
    const line = lines.text(i)
    if (!isPipeRow(line) && !opensRow(line)) break
    const row = [lines.strand(i)]
    i++
    // A row broken by hard wraps goes on until a line that ends with a bar.
    while (line.trimStart().startsWith('|') && !/\|\s*$/.test(row.at(-1)?.text ?? '') && row.length < 40) {
      if (i >= lines.count || lines.text(i).trim() === '' || opensRow(lines.text(i))) break
      row.push(lines.strand(i))
      i++
    }
    rows.push(join(row.map(trim), ' '))
  }
  return { grid: pipeGrid(rows), next: i }
}

function opensRow(line: string): boolean {
  return /^\s{0,20}\|./.test(line) && /[^\s|]/.test(line)
}

function tabsIn(line: string): number {
  let tabs = 0
  for (let at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) tabs++
  return tabs
}

function isTabRow(line: string): boolean {
  if (tabsIn(line) < 2) return false
  const cells = line.split('\t')
  const first = cells[0]?.trim() ?? ''
  return cells.filter((cell) => cell.trim() !== '').length >= 2 && !/^[-–+•*]$/.test(first)
}

/** TAB rows may stand apart by empty lines (page breaks), and a cell may spill over on lines without a TAB. */
function tabTable(lines: Lines, from: number): FoundTable {
  const rows: Strand[][] = []
  let next = from
  let width = 0
  let tabsInRow = 0
  for (let i = from; i < lines.count; i++) {
    const line = lines.text(i)
    if (line.trim() === '') {
      if (i - next > 6) break
      continue
    }
    const tabs = tabsIn(line)
    const adjacent = i === next && rows.length > 0
    const spills =
      adjacent && rows.length > 1 && tabs === 0 && (tabsInRow < width || /^\s{0,9}[-–+•]/.test(line))
    if (
      tabs >= 2 &&
      !(adjacent && tabsInRow < width && tabsInRow + tabs <= width && /^\s*[-–+•\p{Ll}]/u.test(line))
    ) {
      rows.push([lines.strand(i)])
      tabsInRow = tabs
    } else if (spills || (adjacent && tabs >= 1)) {
      rows.at(-1)?.push(lines.strand(i))
      tabsInRow += tabs
    } else break
    width = Math.max(width, tabsInRow)
    next = i + 1
  }
  return { grid: tabGrid(rows.map((row) => join(row, '\n'))), next }
}
