import { type OutBlock, richTextToBlocks, type Span } from '../../../lib/richtext/blocks.ts'
import type { RichText } from '../../../lib/richtext/rich-text.ts'

/** What a template lays below each other. `at`: which block of the text it is, so that it can be left out. */
export type PrintBlock = { at: number; characters: number } & (
  | { kind: 'paragraph'; spans: Span[]; quoted: boolean }
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'list'; ordered: boolean; start: number; items: PrintBlock[][] }
  | { kind: 'table'; columns: number; rows: PrintCell[][] }
  | { kind: 'image'; path: string; alt: string; caption: Span[]; file: number }
  | { kind: 'rule' }
)
export interface PrintCell {
  header: boolean
  colspan: number
  rowspan: number
  blocks: PrintBlock[]
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
export function outline(doc: RichText, hasFile: (file: number) => boolean) {
  return doc.content.map((_, at) => {
    const blocks = printBlocks({ type: 'doc', content: doc.content.slice(at, at + 1) }, new Set(), hasFile)
    const [first] = blocks
    const characters = blocks.reduce((n, b) => n + b.characters, 0)
    return { at, kind: first?.kind ?? 'rule', words: first ? wordsOf(first) : '', characters }
  })
}

function wordsOf(block: PrintBlock): string {
  if (block.kind === 'list') return block.items.map((i) => i.map(wordsOf).join(' ')).join(' · ')
  if (block.kind === 'table')
    return block.rows.map((r) => r.map((c) => c.blocks.map(wordsOf).join(' ')).join(' | ')).join(' · ')
  if (block.kind === 'image') return block.alt
  return block.kind === 'rule' ? '' : block.spans.map((s) => s.text).join('')
}
