import { headingsOf } from './contents.ts'
import type { Block, Cell, Figure, Inline, List, Mark, Paragraph, RichText } from './rich-text.ts'
import { inlineOf } from './rich-text.ts'

/** A piece of markup, free of any way of writing it: `html.ts` writes text, `ui/rich-text.tsx` components. */
export interface Element {
  tag: string
  attrs: Record<string, string>
  children: (Element | string)[]
}

/** Where the bytes of an uploaded image are, and its size in pixels where known; null leaves the image out. */
export type ImageAddress = (file: number) => { src: string; width?: number; height?: number } | null

export interface MarkupOptions {
  image?: ImageAddress | undefined
  /** Word before the number of a table that can be scrolled sideways. */
  tableName?: string | undefined
}

/** The text as elements of HTML: the only tags and attributes that `html.ts` lets through. */
export function richTextToElements(doc: RichText, options: MarkupOptions = {}): Element[] {
  const ids = headingsOf(doc).map((heading) => heading.id)
  let tables = 0
  return doc.content.flatMap((block): Element[] => {
    if (block.type === 'heading')
      return [tag(`h${block.attrs.level}`, { id: ids.shift() ?? '' }, inlines(inlineOf(block)))]
    if (block.type === 'table') return [tableOf(block, `${options.tableName ?? 'Bảng'} ${++tables}`)]
    if (block.type === 'figure') return figureOf(block, options.image)
    if (block.type === 'blockquote') return [tag('blockquote', {}, block.content.map(flow))]
    return block.type === 'horizontalRule' ? [tag('hr')] : [flow(block)]
  })
}

function tag(name: string, attrs: Record<string, string> = {}, children: (Element | string)[] = []): Element {
  return { tag: name, attrs, children }
}

function flow(block: Paragraph | List): Element {
  if (block.type === 'paragraph') return tag('p', {}, inlines(inlineOf(block)))
  const items = block.content.map((item) => tag('li', {}, itemContent(item.content)))
  if (block.type === 'bulletList') return tag('ul', {}, items)
  return tag('ol', block.attrs.start === 1 ? {} : { start: String(block.attrs.start) }, items)
}

/** The words of an item stand in it directly, unless it has several paragraphs. */
function itemContent(content: readonly (Paragraph | List)[]): (Element | string)[] {
  const single = content.filter((one) => one.type === 'paragraph').length === 1
  return content.flatMap((one) => (single && one.type === 'paragraph' ? inlines(inlineOf(one)) : [flow(one)]))
}

function tableOf(block: Extract<Block, { type: 'table' }>, name: string): Element {
  const rows = block.content.map((row, at) =>
    tag(
      'tr',
      {},
      row.content.map((cell) => cellOf(cell, at === 0)),
    ),
  )
  const head = block.content[0]?.content.every((cell) => cell.type === 'tableHeader') ? rows.slice(0, 1) : []
  const body = rows.slice(head.length)
  const parts = [
    ...(head.length ? [tag('thead', {}, head)] : []),
    ...(body.length ? [tag('tbody', {}, body)] : []),
  ]
  // A wide table scrolls within its frame, by keyboard too; the name tells what has the focus.
  const frame = { class: 'rich-table', role: 'region', 'aria-label': name, tabindex: '0' }
  return tag('div', frame, [tag('table', {}, parts)])
}

function cellOf(cell: Cell, firstRow: boolean): Element {
  const attrs: Record<string, string> = {}
  if (cell.type === 'tableHeader') attrs['scope'] = firstRow ? 'col' : 'row'
  if (cell.attrs.colspan > 1) attrs['colspan'] = String(cell.attrs.colspan)
  if (cell.attrs.rowspan > 1) attrs['rowspan'] = String(cell.attrs.rowspan)
  return tag(cell.type === 'tableHeader' ? 'th' : 'td', attrs, itemContent(cell.content))
}

function figureOf(block: Figure, address: ImageAddress | undefined): Element[] {
  const found = address?.(block.attrs.file)
  const caption = inlineOf(block)
  if (!found) return caption.length ? [tag('p', {}, inlines(caption))] : []
  const size: Record<string, string> = {}
  if (found.width && found.height) {
    size['width'] = String(found.width)
    size['height'] = String(found.height)
  }
  const attrs = { src: found.src, alt: block.attrs.alt, ...size, loading: 'lazy', decoding: 'async' }
  const children = [tag('img', attrs)]
  return [
    tag('figure', {}, caption.length ? [...children, tag('figcaption', {}, inlines(caption))] : children),
  ]
}

const marks: Record<Exclude<Mark['type'], 'link' | 'lang'>, string> = {
  bold: 'strong',
  italic: 'em',
  superscript: 'sup',
  subscript: 'sub',
}

/** Marks as nested elements; what neighbours share is opened once, so that a link with one bold word stays one. */
function inlines(content: readonly Inline[], depth = 0): (Element | string)[] {
  const out: (Element | string)[] = []
  for (let at = 0; at < content.length; ) {
    const one = content[at] as Inline
    const mark = one.type === 'text' ? one.marks?.[depth] : undefined
    if (one.type !== 'text' || !mark) {
      out.push(one.type === 'text' ? one.text : tag('br'))
      at++
      continue
    }
    let end = at + 1
    while (end < content.length && hasMark(content[end] as Inline, depth, mark)) end++
    out.push(elementOf(mark, inlines(content.slice(at, end), depth + 1)))
    at = end
  }
  return out
}

function hasMark(one: Inline, depth: number, mark: Mark): boolean {
  return one.type === 'text' && JSON.stringify(one.marks?.[depth]) === JSON.stringify(mark)
}

function elementOf(mark: Mark, children: (Element | string)[]): Element {
  if (mark.type === 'link') return tag('a', { href: mark.attrs.href }, children)
  if (mark.type === 'lang') return tag('span', { lang: mark.attrs.lang }, children)
  return tag(marks[mark.type], {}, children)
}
