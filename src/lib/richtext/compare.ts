import { wordDiff as wordsBetween } from '../text/word-diff.ts'
import { type OutBlock, type OutCell, richTextToBlocks, type Span } from './blocks.ts'
import type { RichText } from './rich-text.ts'

export type Change = 'inserted' | 'deleted'

/** One line of a comparison: a paragraph, a heading, an item, a row of a table, an image. */
export interface ComparedLine {
  kind: 'paragraph' | 'heading' | 'item' | 'row' | 'image' | 'rule'
  /** `looks`: the same words, but other marks, links, level or place in a list. */
  change: 'none' | 'words' | 'looks' | Change
  /** What stands before the words: the level of a heading, '- ' or '1. ' of an item. */
  mark: string
  spans: { text: string; change?: Change }[]
  /** With `looks`: what was before and is now, as words for a reader: addresses of links, marks, alternative texts. */
  before?: string
  after?: string
}

/**
 * What was changed between two texts: which paragraphs, and in them which words. The lines that are not deleted are the
 * new text, those not inserted the old one.
 */
export function wordDiff(before: RichText, after: RichText): ComparedLine[] {
  const a = richTextToBlocks(before).flatMap(linesOf)
  const b = richTextToBlocks(after).flatMap(linesOf)
  const out: ComparedLine[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...sameLines(a, b), [a.length, b.length] as const]) {
    out.push(...gap(a.slice(i, x), b.slice(j, y)))
    const line = b[y]
    if (line) out.push({ ...shown(line), change: 'none', spans: [{ text: line.text }] })
    ;[i, j] = [x + 1, y + 1]
  }
  return out
}

/** True where a reader of the new text sees or hears anything else than one of the old. */
export function hasChanges(lines: readonly ComparedLine[]): boolean {
  return lines.some((line) => line.change !== 'none')
}

interface Line {
  kind: ComparedLine['kind']
  mark: string
  text: string
  looks: string
}

function linesOf(block: OutBlock): Line[] {
  if (block.kind === 'rule') return [{ kind: 'rule', mark: '', text: '—', looks: '' }]
  if (block.kind === 'table') return block.rows.map(rowLine)
  if (block.kind === 'image') {
    const alt = block.decorative ? '' : block.alt
    const text = [alt, said(block.caption)].filter(Boolean).join(' · ')
    return [{ kind: 'image', mark: '', text, looks: `#${block.file} ${looksOf(block.caption)}` }]
  }
  const text = said(block.spans)
  if (block.kind === 'heading')
    return [{ kind: 'heading', mark: String(block.level), text, looks: looksOf(block.spans) }]
  const quoted = block.quoted ? '“” ' : ''
  if (block.kind === 'paragraph')
    return [{ kind: 'paragraph', mark: quoted, text, looks: looksOf(block.spans) }]
  const sign = block.further ? '' : block.number === null ? '- ' : `${block.number}. `
  const mark = quoted + '  '.repeat(block.depth) + sign
  return [{ kind: 'item', mark, text, looks: looksOf(block.spans) }]
}

function rowLine(row: readonly OutCell[]): Line {
  const cells = row.map((cell) => cell.blocks.flatMap(linesOf))
  const text = cells.map((lines) => lines.map((line) => line.mark + line.text).join(' ')).join(' | ')
  const looks = row.map(
    (cell, at) =>
      `${cell.header ? 'th' : ''}${cell.colspan}×${cell.rowspan}${cells[at]?.map((l) => l.looks).join('') ?? ''}`,
  )
  return { kind: 'row', mark: '', text, looks: looks.every((one) => one === '1×1') ? '' : looks.join(' | ') }
}

function said(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** The letters that tools carry in every language. */
const signs = { bold: 'B', italic: 'I', superscript: 'x²', subscript: 'x₂' }

/** Marks of a line as one readable string: two lines look the same exactly where these are the same. */
function looksOf(spans: readonly Span[]): string {
  return spans
    .flatMap(({ text, ...marks }) => {
      const names = Object.entries(marks).map(([name, value]) =>
        value === true ? signs[name as keyof typeof signs] : name === 'href' ? `→ ${value}` : value,
      )
      return names.length ? [`“${text}” ${names.join(' ')}`] : []
    })
    .join('; ')
}

/** Most cells of the table of two texts' lines; beyond it only the beginning and the end are held together. */
const mostCells = 4_000_000

/** Places of lines that are wholly the same, as pairs in order. */
function sameLines(a: readonly Line[], b: readonly Line[]): [number, number][] {
  const keys = (lines: readonly Line[]) => lines.map((line) => JSON.stringify(line))
  const [x, y] = [keys(a), keys(b)]
  const pairs: [number, number][] = []
  let head = 0
  while (head < x.length && head < y.length && x[head] === y[head]) pairs.push([head, head++])
  let tail = 0
  while (tail < Math.min(x.length, y.length) - head && x[x.length - 1 - tail] === y[y.length - 1 - tail])
    tail++
  const middle = longest(x.slice(head, x.length - tail), y.slice(head, y.length - tail))
  pairs.push(...middle.map(([i, j]): [number, number] => [i + head, j + head]))
  for (let k = tail; k > 0; k--) pairs.push([x.length - k, y.length - k])
  return pairs
}

function longest(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > mostCells) return []
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j
      const skip = Math.max(table[at + width] ?? 0, table[at + 1] ?? 0)
      table[at] = a[i] === b[j] ? (table[at + width + 1] ?? 0) + 1 : skip
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** Between two lines that stayed: lines that are alike are one that was changed, the others came or went. */
function gap(a: readonly Line[], b: readonly Line[]): ComparedLine[] {
  const out: ComparedLine[] = []
  let from = 0
  for (const line of b) {
    const at = a.findIndex((old, index) => index >= from && isAlike(old, line))
    if (at < 0) {
      out.push(whole(line, 'inserted'))
      continue
    }
    out.push(...a.slice(from, at).map((old) => whole(old, 'deleted')), changed(a[at] as Line, line))
    from = at + 1
  }
  return [...out, ...a.slice(from).map((old) => whole(old, 'deleted'))]
}

function isAlike(a: Line, b: Line): boolean {
  if (a.text === b.text) return true
  if ((a.kind === 'image') !== (b.kind === 'image') || (a.kind === 'row') !== (b.kind === 'row')) return false
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [x, y] = [words(a.text), words(b.text)]
  const both = [...x].filter((word) => y.has(word)).length
  return both > 0 && both / Math.min(x.size, y.size) >= 0.5 && both / Math.max(x.size, y.size) >= 0.25
}

function shown({ kind, mark }: Line): Pick<ComparedLine, 'kind' | 'mark'> {
  return { kind, mark }
}

function whole(line: Line, change: Change): ComparedLine {
  return { ...shown(line), change, spans: [{ text: line.text, change }] }
}

/** What one line has and the other has not. */
function onlyIn(a: Line, b: Line): string {
  const parts = ({ kind, mark, looks }: Line) => [
    kind === 'heading' ? `H${mark}` : mark,
    ...looks.split('; '),
  ]
  const others = parts(b)
  return parts(a)
    .filter((part) => part !== '' && !others.includes(part))
    .join('; ')
}

function changed(a: Line, b: Line): ComparedLine {
  const looks = a.looks !== b.looks || a.mark !== b.mark || a.kind !== b.kind
  const told = looks ? { before: onlyIn(a, b), after: onlyIn(b, a) } : {}
  if (a.text === b.text) return { ...shown(b), change: 'looks', spans: [{ text: b.text }], ...told }
  const spans = wordsBetween(a.text, b.text).map(({ text, change }) => (change ? { text, change } : { text }))
  return { ...shown(b), change: 'words', spans, ...told }
}
