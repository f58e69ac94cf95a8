import type { Block, Cell, Figure, Inline, List, ListItem, Mark, Paragraph, RichText } from './rich-text.ts'

const rank: Record<Mark['type'], number> = {
  lang: 0,
  link: 1,
  bold: 2,
  italic: 3,
  superscript: 4,
  subscript: 5,
}
// Controls, soft hyphens, direction overrides and what stands in for a byte order mark: never wanted, often pasted.
const unwanted = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/** Words as they are kept: NFC, blanks of every kind as one blank, nothing that cannot be seen. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u00a0\u2028\u2029\u3000]+/gu, ' ')
    .replace(unwanted, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
}

/** The one form of a text: applied twice it changes nothing more. */
export function canonical(doc: RichText): RichText {
  return { type: 'doc', content: joinLists(doc.content.flatMap(canonicalBlock)) }
}

function canonicalBlock(block: Block): Block[] {
  if (block.type === 'paragraph') return canonicalParagraph(block)
  if (block.type === 'heading') {
    const content = canonicalInline(block.content, true)
    return content.length ? [{ type: 'heading', attrs: { level: block.attrs.level }, content }] : []
  }
  if (block.type === 'bulletList' || block.type === 'orderedList') return canonicalList(block)
  if (block.type === 'blockquote') {
    const content = flowing(block.content)
    return content.length ? [{ type: 'blockquote', content }] : []
  }
  if (block.type === 'table') return canonicalTable(block.content)
  return block.type === 'figure' ? [canonicalFigure(block)] : [{ type: 'horizontalRule' }]
}

function canonicalParagraph(block: Paragraph): Paragraph[] {
  const content = canonicalInline(block.content, false)
  return content.length ? [{ type: 'paragraph', content }] : []
}

function flowing(blocks: readonly (Paragraph | List)[]): (Paragraph | List)[] {
  return joinLists(
    blocks.flatMap((one): (Paragraph | List)[] =>
      one.type === 'paragraph' ? canonicalParagraph(one) : canonicalList(one),
    ),
  )
}

function canonicalList(list: List): List[] {
  const content = list.content.flatMap((item): ListItem[] => {
    const inner = flowing(item.content)
    if (inner.length === 0) return []
    // An item begins with a paragraph: one that begins with a list is that list.
    return inner[0]?.type === 'paragraph'
      ? [{ type: 'listItem', content: inner }]
      : inner.flatMap((one) =>
          one.type === 'paragraph' ? [{ type: 'listItem' as const, content: [one] }] : one.content,
        )
  })
  if (content.length === 0) return []
  return list.type === 'bulletList'
    ? [{ type: 'bulletList', content }]
    : [{ type: 'orderedList', attrs: { start: list.attrs.start }, content }]
}

/** Lists that follow each other are one list, unless the second counts anew. */
function joinLists<T extends Block>(blocks: readonly T[]): T[] {
  const joined: T[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last && continues(last, block)) {
      const both = [...(last as List).content, ...(block as List).content]
      joined[joined.length - 1] = { ...last, content: both } as T
    } else joined.push(block)
  }
  return joined
}

function continues(last: Block, next: Block): boolean {
  if (last.type === 'bulletList') return next.type === 'bulletList'
  return (
    last.type === 'orderedList' &&
    next.type === 'orderedList' &&
    next.attrs.start === last.attrs.start + last.content.length
  )
}

function canonicalTable(rows: readonly { content: readonly Cell[] }[]): Block[] {
  const content = rows
    .map((row) => ({
      type: 'tableRow' as const,
      content: row.content.map(
        (cell): Cell => ({
          type: cell.type,
          attrs: { colspan: cell.attrs.colspan, rowspan: cell.attrs.rowspan },
          content: atLeastOne(flowing(cell.content)),
        }),
      ),
    }))
    .filter((row) => row.content.length > 0)
  const says = content.some((row) =>
    row.content.some((cell) => cell.content.some((one) => one.content?.length)),
  )
  return says ? [{ type: 'table', content }] : []
}

/** A cell is never without a paragraph: editors need a place to write in. */
function atLeastOne(blocks: (Paragraph | List)[]): (Paragraph | List)[] {
  return blocks.length ? blocks : [{ type: 'paragraph' }]
}

function canonicalFigure({ attrs, content }: Figure): Figure {
  const caption = canonicalInline(content, true)
  const alt = attrs.decorative ? '' : cleanText(attrs.alt).trim()
  const kept = { file: attrs.file, alt, decorative: attrs.decorative }
  return { type: 'figure', attrs: kept, ...(caption.length ? { content: caption } : {}) }
}

/** Runs with the same marks are one; no blanks at the ends or around line breaks; `oneLine`: breaks become blanks. */
export function canonicalInline(content: readonly Inline[] | undefined, oneLine: boolean): Inline[] {
  const joined: Inline[] = []
  let blank = true
  for (const one of content ?? []) {
    if (one.type === 'hardBreak' && !oneLine) {
      trimEnd(joined)
      if (joined.length) joined.push({ type: 'hardBreak' })
      blank = true
      continue
    }
    let text = one.type === 'text' ? cleanText(one.text) : ' '
    if (blank) text = text.replace(/^ /, '')
    if (text === '') continue
    blank = text.endsWith(' ')
    append(joined, text, one.type === 'text' ? canonicalMarks(one.marks, text) : [])
  }
  trimEnd(joined)
  while (joined.at(-1)?.type === 'hardBreak') {
    joined.pop()
    trimEnd(joined)
  }
  // Parts of one letter may have met only now.
  return joined.some((one) => one.type === 'text' && one.text !== cleanText(one.text))
    ? canonicalInline(joined, oneLine)
    : joined
}

function append(joined: Inline[], text: string, marks: Mark[]): void {
  const last = joined.at(-1)
  if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text
  else joined.push(marks.length ? { type: 'text', text, marks } : { type: 'text', text })
}

function trimEnd(joined: Inline[]): void {
  const last = joined.at(-1)
  if (last?.type !== 'text') return
  last.text = last.text.replace(/ $/, '')
  if (last.text === '') joined.pop()
}

/** A blank by itself is neither bold nor raised; it may belong to a link or a passage in another language. */
function canonicalMarks(marks: readonly Mark[] | undefined, text: string): Mark[] {
  const kept = new Map<Mark['type'], Mark>()
  for (const mark of marks ?? []) {
    if (text === ' ' && rank[mark.type] > 1) continue
    if (mark.type === 'subscript' && kept.has('superscript')) continue
    if (mark.type === 'superscript') kept.delete('subscript')
    kept.set(mark.type, copyOf(mark))
  }
  return [...kept.values()].sort((a, b) => rank[a.type] - rank[b.type])
}

function copyOf(mark: Mark): Mark {
  if (mark.type === 'link') return { type: 'link', attrs: { href: mark.attrs.href } }
  if (mark.type === 'lang') return { type: 'lang', attrs: { lang: mark.attrs.lang } }
  return { type: mark.type }
}
