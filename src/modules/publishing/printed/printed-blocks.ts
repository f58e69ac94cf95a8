import { type OutBlock, richTextToBlocks, type Span } from '../../../lib/richtext/blocks.ts'
import type { RichText } from '../../../lib/richtext/rich-text.ts'
import { seriesOf, showFigure, type ToldFact, toldFacts } from '../told-facts.ts'
import type { VersionWords } from './words.sql.ts'

/** What a template lays below each other. `at`: which block of the text it is, so that it can be left out. */
export type PrintBlock = { at: number; characters: number } & (
  | { kind: 'paragraph'; spans: Span[]; quoted: boolean }
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'list'; ordered: boolean; start: number; items: PrintBlock[][] }
  | { kind: 'table'; columns: number; rows: PrintCell[][] }
  | { kind: 'image'; path: string; alt: string; caption: Span[]; file: number }
  | { kind: 'rule' }
  | { kind: 'facts'; rows: ToldFact[] }
  | { kind: 'bars'; unit: string; rows: { label: string; shown: string; share: number }[] }
)
export interface PrintCell {
  header: boolean
  colspan: number
  rowspan: number
  blocks: PrintBlock[]
}

/** What stands before the text, with places of its own in what was left out. */
const placesBefore = { picture: -3, facts: -2, series: -1 }

/** The lead picture, where the text has none; the facts in a box; the rows of an index as bars with their figures. */
export function blocksBefore(words: VersionWords, hasPicture: boolean): PrintBlock[] {
  const blocks: PrintBlock[] = []
  if (words.image && !hasPicture) {
    const { fileId: file, alt } = words.image
    const picture = { path: picturePath(file), alt, caption: [], file }
    blocks.push({ kind: 'image', at: placesBefore.picture, characters: 0, ...picture })
  }
  const told = toldFacts(words.kind, words.facts)
  if (told.length > 0) {
    const characters = told.reduce((n, f) => n + f.label.length + f.value.length, 0)
    blocks.push({ kind: 'facts', at: placesBefore.facts, characters, rows: told })
  }
  const series = seriesOf(words.facts)
  if (series.length > 0) {
    const highest = Math.max(...series.map((s) => Math.abs(s.value))) || 1
    const rows = series.map((s) => ({
      label: s.label,
      shown: showFigure(s.value),
      share: Math.max(0, s.value) / highest,
    }))
    const characters = rows.reduce((n, r) => n + r.label.length + r.shown.length, 0)
    const { scale } = words.facts
    const unit = typeof scale === 'string' ? scale : ''
    blocks.push({ kind: 'bars', at: placesBefore.series, characters, unit, rows })
  }
  return blocks
}

/** The blocks of a text for print, without those that were left out. Pictures that are not at hand are left out too. */
export function printBlocks(
  doc: RichText,
  leftOut: ReadonlySet<number>,
  hasFile: (file: number) => boolean,
): PrintBlock[] {
  return doc.content.flatMap((block, at) => {
    if (leftOut.has(at)) return []
    return gather(richTextToBlocks({ type: 'doc', content: [block] }).map(glued), at, hasFile)
  })
}

/** A number stays with the word it belongs to: 'mức 2', 'Điều 5', '20 %' are never parted at the end of a line. */
export function glue(text: string): string {
  return text.replace(/(?<=\p{L}) (?=\d)/gu, '\u00a0').replace(/(?<=\d) (?=[%‰°])/gu, '\u00a0')
}

function glued(block: OutBlock): OutBlock {
  if (!('spans' in block)) return block
  return { ...block, spans: block.spans.map((s) => ({ ...s, text: glue(s.text) })) }
}

/** Items that follow each other become one list; deeper ones a list within the item before. */
function gather(blocks: readonly OutBlock[], at: number, hasFile: (file: number) => boolean): PrintBlock[] {
  const out: PrintBlock[] = []
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]
    if (!block) continue
    if (block.kind !== 'item') {
      const one = single(block, at, hasFile)
      if (one) out.push(one)
      continue
    }
    let end = i
    while (blocks[end + 1]?.kind === 'item') end += 1
    const items = blocks.slice(i, end + 1) as Item[]
    out.push(...lists(items, items[0]?.depth ?? 0, at))
    i = end
  }
  return out
}

type Item = Extract<OutBlock, { kind: 'item' }>

function lists(items: readonly Item[], depth: number, at: number): PrintBlock[] {
  const out: PrintBlock[] = []
  let list: Extract<PrintBlock, { kind: 'list' }> | null = null
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i]
    if (!item) continue
    if (item.depth > depth) {
      let end = i
      while ((items[end + 1]?.depth ?? -1) > depth) end += 1
      list?.items.at(-1)?.push(...lists(items.slice(i, end + 1), item.depth, at))
      i = end
      continue
    }
    const words: PrintBlock = {
      kind: 'paragraph',
      spans: item.spans,
      quoted: false,
      at,
      characters: lengthOf(item.spans),
    }
    if (item.further && list) list.items.at(-1)?.push(words)
    else if (list && list.ordered === item.ordered) list.items.push([words])
    else {
      list = {
        kind: 'list',
        ordered: item.ordered,
        start: item.number ?? 1,
        items: [[words]],
        at,
        characters: 0,
      }
      out.push(list)
    }
  }
  for (const one of out)
    if (one.kind === 'list') one.characters = one.items.flat().reduce((n, b) => n + b.characters, 0)
  return out
}

function single(
  block: Exclude<OutBlock, Item>,
  at: number,
  hasFile: (file: number) => boolean,
): PrintBlock | null {
  if (block.kind === 'rule') return { kind: 'rule', at, characters: 0 }
  if (block.kind === 'heading')
    return { kind: 'heading', level: block.level, spans: block.spans, at, characters: lengthOf(block.spans) }
  if (block.kind === 'paragraph')
    return {
      kind: 'paragraph',
      spans: block.spans,
      quoted: block.quoted,
      at,
      characters: lengthOf(block.spans),
    }
  if (block.kind === 'image') {
    if (!hasFile(block.file)) return null
    const { file, alt, caption } = block
    return { kind: 'image', path: picturePath(file), alt, caption, file, at, characters: lengthOf(caption) }
  }
  const rows = block.rows.map((row) =>
    row.map((cell) => ({
      header: cell.header,
      colspan: cell.colspan,
      rowspan: cell.rowspan,
      blocks: gather(cell.blocks, at, hasFile),
    })),
  )
  const columns = Math.max(1, ...rows.map((r) => r.reduce((n, c) => n + c.colspan, 0)))
  const characters = rows.flat().reduce((n, c) => n + c.blocks.reduce((m, b) => m + b.characters, 0), 0)
  return { kind: 'table', columns, rows, at, characters }
}

export function picturePath(file: number): string {
  return `/pictures/${file}.jpg`
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((n, s) => n + s.text.length, 0)
}

/** What stands in the text, block by block, for choosing what to print: first words and length. */
export function outline(before: readonly PrintBlock[], doc: RichText, hasFile: (file: number) => boolean) {
  const body = doc.content.map((_, at) => {
    const blocks = printBlocks({ type: 'doc', content: doc.content.slice(at, at + 1) }, new Set(), hasFile)
    const [first] = blocks
    const characters = blocks.reduce((n, b) => n + b.characters, 0)
    return { at, kind: first?.kind ?? 'rule', words: first ? wordsOf(first) : '', characters }
  })
  const first = before.map((b) => ({
    at: b.at,
    kind: b.kind,
    words: wordsOf(b),
    characters: b.characters,
  }))
  return [...first, ...body]
}

function wordsOf(block: PrintBlock): string {
  if (block.kind === 'list') return block.items.map((i) => i.map(wordsOf).join(' ')).join(' · ')
  if (block.kind === 'table')
    return block.rows.map((r) => r.map((c) => c.blocks.map(wordsOf).join(' ')).join(' | ')).join(' · ')
  if (block.kind === 'image') return block.alt
  if (block.kind === 'facts') return block.rows.map((r) => `${r.label}: ${r.value}`).join(' · ')
  if (block.kind === 'bars') return block.rows.map((r) => `${r.label}: ${r.shown}`).join(' · ')
  return block.kind === 'rule' ? '' : block.spans.map((s) => s.text).join('')
}
