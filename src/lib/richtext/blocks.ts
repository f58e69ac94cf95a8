import type { Figure, Inline, List, Paragraph, RichText } from './rich-text.ts'
import { inlineOf } from './rich-text.ts'

/** A run of words that look the same; '\n' is a line break. */
export interface Span {
  text: string
  bold?: true
  italic?: true
  superscript?: true
  subscript?: true
  href?: string
  lang?: string
}

interface Words {
  spans: Span[]
  /** Within a quotation. */
  quoted: boolean
}

/**
 * The text as a flat list of what a page, a script or a leaflet puts below each other: outputs that are not HTML read
 * this and know nothing of ProseMirror.
 */
export type OutBlock =
  | ({ kind: 'paragraph' } & Words)
  | { kind: 'heading'; level: 2 | 3 | 4; spans: Span[] }
  /** `number` is null in a bulleted list and for a further paragraph of an item; `depth` counts from 0. */
  | ({ kind: 'item'; ordered: boolean; number: number | null; further: boolean; depth: number } & Words)
  | { kind: 'table'; rows: OutCell[][] }
  | ({ kind: 'image'; caption: Span[] } & Figure['attrs'])
  | { kind: 'rule' }

export interface OutCell {
  header: boolean
  colspan: number
  rowspan: number
  blocks: OutBlock[]
}

export function richTextToBlocks(doc: RichText): OutBlock[] {
  return doc.content.flatMap((block): OutBlock[] => {
    if (block.type === 'heading')
      return [{ kind: 'heading', level: block.attrs.level, spans: spansOf(inlineOf(block)) }]
    if (block.type === 'figure') return [{ kind: 'image', ...block.attrs, caption: spansOf(inlineOf(block)) }]
    if (block.type === 'horizontalRule') return [{ kind: 'rule' }]
    if (block.type === 'blockquote') return flowing(block.content, true)
    if (block.type !== 'table') return flowing([block], false)
    const rows = block.content.map((row) =>
      row.content.map((cell) => ({
        header: cell.type === 'tableHeader',
        ...cell.attrs,
        blocks: flowing(cell.content, false).filter(
          (one) => one.kind !== 'paragraph' || one.spans.length > 0,
        ),
      })),
    )
    return [{ kind: 'table', rows }]
  })
}

function flowing(blocks: readonly (Paragraph | List)[], quoted: boolean, depth = 0): OutBlock[] {
  return blocks.flatMap((block): OutBlock[] => {
    if (block.type === 'paragraph') return [{ kind: 'paragraph', spans: spansOf(inlineOf(block)), quoted }]
    const ordered = block.type === 'orderedList'
    return block.content.flatMap((item, index) =>
      item.content.flatMap((one, at): OutBlock[] => {
        if (one.type !== 'paragraph') return flowing([one], quoted, depth + 1)
        const number = ordered && at === 0 ? block.attrs.start + index : null
        const spans = spansOf(inlineOf(one))
        return [{ kind: 'item', ordered, number, further: at > 0, depth, spans, quoted }]
      }),
    )
  })
}

function spansOf(content: readonly Inline[]): Span[] {
  const spans: Span[] = []
  for (const one of content) {
    const last = spans.at(-1)
    if (one.type === 'text') spans.push(spanOf(one))
    else if (last) last.text += '\n'
    else spans.push({ text: '\n' })
  }
  return spans
}

function spanOf({ text, marks }: Extract<Inline, { type: 'text' }>): Span {
  const span: Span = { text }
  for (const mark of marks ?? []) {
    if (mark.type === 'link') span.href = mark.attrs.href
    else if (mark.type === 'lang') span.lang = mark.attrs.lang
    else span[mark.type] = true
  }
  return span
}

/**
 * The words alone, as a reader would hear them: blocks parted by an empty line, items by a line end, cells by ' | '.
 * For search, counts, the plain-language helper and messages.
 */
export function richTextToText(doc: RichText): string {
  const out: string[] = []
  let before: OutBlock | null = null
  for (const block of richTextToBlocks(doc)) {
    const text = textOf(block)
    if (text === '') continue
    const joined = block.kind === 'item' && before?.kind === 'item'
    out.push(out.length === 0 ? '' : joined ? '\n' : '\n\n', text)
    before = block
  }
  return out.join('')
}

function textOf(block: OutBlock): string {
  if (block.kind === 'rule') return ''
  if (block.kind === 'image')
    return [block.alt && `[Ảnh: ${block.alt}]`, said(block.caption)].filter(Boolean).join(' ')
  if (block.kind === 'table') return block.rows.map((row) => row.map(cellText).join(' | ')).join('\n')
  if (block.kind !== 'item') return said(block.spans)
  const mark = block.further ? '  ' : block.number === null ? '- ' : `${block.number}. `
  return '  '.repeat(block.depth) + mark + said(block.spans)
}

function cellText(cell: OutCell): string {
  return cell.blocks.map(textOf).join('; ').replace(/\n/g, ' ')
}

function said(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}
