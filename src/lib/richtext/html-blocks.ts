import type { DefaultTreeAdapterTypes } from 'parse5'
import { formatNumber } from '../documents/in/docx-numbering.ts'
import { joinSegments } from '../documents/in/legacy-runs.ts'
import { attribute, fontOf, isHidden, marksWithin, type Tag } from './html-marks.ts'
import { tableFrom } from './html-table.ts'
import { joinLooseItems, type LooseBlock, type LooseItem } from './loose-items.ts'
import type { Block, Inline, List, ListItem, Mark, Paragraph } from './rich-text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

interface Reader {
  out: LooseBlock[]
  open: Inline[]
  marks: Mark[]
  font: string | undefined
  pre: boolean
  /** Inside an item, a quotation or a cell only paragraphs and lists may stand. */
  inner: boolean
  /** Added to the level of a heading: a page with an h1 has its parts one level lower. */
  shift: number
  fileOf: (src: string) => number | null
  count: { imagesLeft: number }
}

const breaking = new Set(
  'p div section article main header footer address center pre blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd hr figure figcaption table caption thead tbody tfoot tr th td'.split(
    ' ',
  ),
)

export function readBlocks(
  nodes: readonly Node[],
  fileOf: Reader['fileOf'],
): { blocks: Block[]; imagesLeft: number } {
  const count = { imagesLeft: 0 }
  const shift = has(nodes, 'h1') ? 1 : 0
  const base: Reader = {
    out: [],
    open: [],
    marks: [],
    font: undefined,
    pre: false,
    inner: false,
    shift,
    fileOf,
    count,
  }
  return { blocks: flowOf(base, nodes), imagesLeft: count.imagesLeft }
}

function has(nodes: readonly Node[], name: string): boolean {
  return nodes.some((node) => 'tagName' in node && (node.tagName === name || has(node.childNodes, name)))
}

/** What stands in these nodes, as blocks; `reader` lends its place, not its results. */
function flowOf(reader: Reader, nodes: readonly Node[]): Block[] {
  const own: Reader = { ...reader, out: [], open: [] }
  readNodes(own, nodes)
  flush(own)
  return joinLooseItems(own.out)
}

/** The same within an item, a quotation or a cell. */
function innerFlow(reader: Reader, nodes: readonly Node[]): (Paragraph | List)[] {
  return flowOf({ ...reader, inner: true }, nodes) as (Paragraph | List)[]
}

function flush(reader: Reader): void {
  for (const content of apartAtEmptyLines(reader.open)) reader.out.push({ type: 'paragraph', content })
  reader.open = []
}

/** Two line breaks in a row were meant as a new paragraph. */
function apartAtEmptyLines(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]]
  let breaks = 0
  for (const one of content) {
    const blank = one.type === 'text' && one.text.trim() === ''
    if (one.type === 'hardBreak') breaks++
    else if (!blank) breaks = 0
    if (breaks === 2) parts.push([])
    else if (breaks < 2) parts.at(-1)?.push(one)
  }
  return parts.filter((part) => part.length > 0)
}

function readNodes(reader: Reader, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) addText(reader, node.value)
    else if ('tagName' in node) readTag(reader, node)
  }
}

function addText(reader: Reader, value: string): void {
  const text = reader.font ? joinSegments([{ text: value, font: reader.font, caps: false }]).text : value
  const lines = reader.pre ? text.split('\n') : [text]
  lines.forEach((line, index) => {
    if (index > 0) reader.open.push({ type: 'hardBreak' })
    if (line !== '') reader.open.push({ type: 'text', text: line, marks: reader.marks })
  })
}

function readTag(reader: Reader, tag: Tag): void {
  if (isHidden(tag)) return
  const { marks, font, pre } = reader
  const breaks = breaking.has(tag.tagName)
  if (breaks) flush(reader)
  reader.marks = marksWithin(tag, marks)
  reader.font = fontOf(tag) ?? font
  reader.pre = pre || tag.tagName === 'pre'
  readKnown(reader, tag)
  if (breaks) flush(reader)
  Object.assign(reader, { marks, font, pre })
}

function readKnown(reader: Reader, tag: Tag): void {
  const name = tag.tagName
  if (name === 'br') reader.open.push({ type: 'hardBreak' })
  else if (name === 'img') readImage(reader, tag, [])
  else if (name === 'figure') readFigure(reader, tag)
  else if (name === 'table')
    reader.out.push(...tableFrom(tag, (nodes) => innerFlow(reader, nodes), reader.inner))
  else if (name === 'ul' || name === 'ol') reader.out.push(...listFrom(reader, tag))
  else if (name === 'hr' && !reader.inner) reader.out.push({ type: 'horizontalRule' })
  else if (/^h[1-6]$/.test(name)) readHeading(reader, tag)
  else if (name === 'blockquote' && !reader.inner)
    reader.out.push({ type: 'blockquote', content: innerFlow(reader, tag.childNodes) })
  else if (name === 'p' && /mso-list\s*:/i.test(attribute(tag, 'style'))) readWordItem(reader, tag)
  else readNodes(reader, tag.childNodes)
}

function readHeading(reader: Reader, tag: Tag): void {
  const level = Math.min(4, Math.max(2, Number(tag.tagName.slice(1)) + reader.shift)) as 2 | 3 | 4
  for (const block of innerFlow({ ...reader, marks: [] }, tag.childNodes)) {
    if (block.type !== 'paragraph') reader.out.push(block)
    else if (reader.inner) reader.out.push(bold(block))
    else {
      // A heading is bold by itself.
      const content = (block.content ?? []).map((one) =>
        one.type === 'text' ? { ...one, marks: one.marks?.filter((m) => m.type !== 'bold') } : one,
      )
      reader.out.push({ type: 'heading', attrs: { level }, content })
    }
  }
}

function bold(block: Paragraph): Paragraph {
  const content = (block.content ?? []).map((one) =>
    one.type === 'text' ? { ...one, marks: [...(one.marks ?? []), { type: 'bold' as const }] } : one,
  )
  return { type: 'paragraph', content }
}

function readImage(reader: Reader, tag: Tag, caption: Inline[]): void {
  const src = attribute(tag, 'src')
  const given = Number(attribute(tag, 'data-file'))
  const file = Number.isSafeInteger(given) && given > 0 ? given : reader.fileOf(src)
  if (file === null || reader.inner) {
    reader.count.imagesLeft++
    reader.open.push(...caption)
    return
  }
  flush(reader)
  const alt = attribute(tag, 'alt').slice(0, 1000)
  reader.out.push({ type: 'figure', attrs: { file, alt, decorative: false }, content: caption })
}

function readFigure(reader: Reader, tag: Tag): void {
  const images = found(tag, 'img')
  const captions = found(tag, 'figcaption')
  const [image] = images
  if (!image || images.length > 1) {
    readNodes(reader, tag.childNodes)
    return
  }
  const caption = captions.flatMap((one) =>
    innerFlow(reader, one.childNodes).flatMap((block) =>
      block.type === 'paragraph' ? [...(block.content ?? []), { type: 'hardBreak' as const }] : [],
    ),
  )
  readImage(reader, image, caption)
}

function found(tag: Tag, name: string): Tag[] {
  return tag.childNodes.flatMap((one) =>
    'tagName' in one ? (one.tagName === name ? [one] : found(one, name)) : [],
  )
}

/** A list; one that counts in letters or Roman numbers becomes paragraphs that say so, since the law cites "điểm a". */
function listFrom(reader: Reader, tag: Tag): LooseBlock[] {
  const letters = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }
  const type = attribute(tag, 'type')
  const format = tag.tagName === 'ol' && type in letters ? letters[type as keyof typeof letters] : null
  const start = Number.parseInt(attribute(tag, 'start'), 10) || 1
  const items = tag.childNodes.flatMap((node): ListItem[] => {
    const nodes = 'tagName' in node && node.tagName === 'li' ? node.childNodes : [node]
    const content = innerFlow(reader, nodes)
    return content.length ? [{ type: 'listItem', content }] : []
  })
  if (format !== null)
    return items.flatMap((item, index) => marked(item, formatNumber(start + index, format)))
  // Google Docs and old pages put a deeper list beside its item, not into it.
  const content: ListItem[] = []
  for (const item of items) {
    const last = content.at(-1)
    if (last && item.content[0]?.type !== 'paragraph') last.content.push(...item.content)
    else content.push(item)
  }
  if (content.length === 0) return []
  if (tag.tagName === 'ul') return [{ type: 'bulletList', content }]
  return [{ type: 'orderedList', attrs: { start: Math.min(Math.max(start, 0), 9999) }, content }]
}

function marked(item: ListItem, mark: string): Block[] {
  const [first, ...rest] = item.content
  if (first?.type !== 'paragraph') return item.content
  return [
    { type: 'paragraph', content: [{ type: 'text', text: `${mark}) ` }, ...(first.content ?? [])] },
    ...rest,
  ]
}

/** Word writes an item as a paragraph whose mark stands in a part that says "mso-list:Ignore". */
function readWordItem(reader: Reader, tag: Tag): void {
  const level = Number(/level(\d)/i.exec(attribute(tag, 'style'))?.[1] ?? 1)
  const ignored: Tag[] = []
  const nodes = withoutMark(tag, ignored)
  const mark = ignored.map(plain).join('').replace(/\s+/g, '')
  const content = innerFlow(reader, nodes).flatMap((one) =>
    one.type === 'paragraph' ? (one.content ?? []) : [],
  )
  if (content.length === 0) return
  const number = /^(\d{1,4})[.)]?$/.exec(mark)?.[1]
  if (number === undefined && /^\(?[\p{L}\d][\p{L}\d.]*[.)]$/u.test(mark)) {
    reader.out.push({ type: 'paragraph', content: [{ type: 'text', text: `${mark} ` }, ...content] })
    return
  }
  const item: LooseItem = { type: 'loose', level, number: number ? Number(number) : null, content }
  reader.out.push(item)
}

function withoutMark(tag: Tag, ignored: Tag[]): Node[] {
  return tag.childNodes.flatMap((node): Node[] => {
    if (!('tagName' in node)) return [node]
    if (/mso-list\s*:\s*ignore/i.test(attribute(node, 'style'))) {
      ignored.push(node)
      return []
    }
    return [{ ...node, childNodes: withoutMark(node, ignored) }]
  })
}

function plain(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(plain).join('') : ''
}
