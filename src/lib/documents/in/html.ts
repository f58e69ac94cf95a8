import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { type Block, type Cell, line } from './blocks.ts'
import { formatNumber } from './docx-numbering.ts'
import { type MarkedCell, spanOf, spreadSpans } from './html-table.ts'
import { isLayoutTable, layoutLines } from './layout-table.ts'
import { joinSegments } from './legacy-runs.ts'
import { type Budget, checkTime, ReadingFault, spend } from './limits.ts'
import { cellFromBlocks } from './nested.ts'
import { decodeTextBytes } from './text-bytes.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode
type Tag = DefaultTreeAdapterTypes.Element

const dropped = new Set(
  'script style noscript template nav aside form button select input textarea iframe object svg math audio video canvas head footer'.split(
    ' ',
  ),
)
const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 section article main header address blockquote pre figure figcaption dl dt dd center ul ol li hr fieldset details summary body html'.split(
    ' ',
  ),
)

interface HtmlReader {
  budget: Budget
  out: Block[]
  /** Words of the paragraph that is open. */
  open: string[]
  font: string | undefined
  /** The mark that the next paragraph begins with, from its list item. */
  mark: string
  pre: boolean
}

function attribute(tag: Tag, name: string): string | undefined {
  return tag.attrs.find((one) => one.name === name)?.value
}

function flush(reader: HtmlReader): void {
  const text = reader.open.join('').replace(/^[ \t\n]+|[ \t\n]+$/g, '')
  reader.open = []
  if (text === '') return
  if (!spend(reader.budget, 'characters', text.length)) return
  const typed = /^(?:[-+*•–]\s|\d+[.)]\s|[a-zđ]\)\s)/i.test(text)
  reader.out.push(line((typed ? '' : reader.mark) + text))
  reader.mark = ''
}

function addText(reader: HtmlReader, value: string): void {
  const folded = reader.pre ? value.replace(/\r\n?/g, '\n') : value.replace(/[ \t\r\n\f]+/g, ' ')
  const last = reader.open.at(-1)
  const joined = /[ \n]$/.test(last ?? ' ') && !reader.pre ? folded.replace(/^ /, '') : folded
  if (joined === '') return
  reader.open.push(
    reader.font ? joinSegments([{ text: joined, font: reader.font, caps: false }]).text : joined,
  )
}

function isHidden(tag: Tag): boolean {
  const style = attribute(tag, 'style') ?? ''
  return attribute(tag, 'hidden') !== undefined || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)
}

function fontOfTag(tag: Tag): string | undefined {
  const face = tag.tagName === 'font' ? attribute(tag, 'face') : undefined
  const style = /font-family\s*:\s*["']?([^;"',]+)/i.exec(attribute(tag, 'style') ?? '')
  return face ?? style?.[1]?.trim()
}

function markOf(item: Tag, list: Tag, index: number): string {
  if (list.tagName !== 'ol') return '- '
  const formats: Record<string, string> = {
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  }
  const format = formats[attribute(list, 'type') ?? ''] ?? 'decimal'
  const start = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1
  const own = Number.parseInt(attribute(item, 'value') ?? '', 10)
  const number = formatNumber(Number.isNaN(own) ? start + index : own, format)
  return format === 'lowerLetter' ? `${number}) ` : `${number}. `
}

function readList(reader: HtmlReader, list: Tag): void {
  let index = 0
  for (const child of list.childNodes) {
    if ('tagName' in child && child.tagName === 'li') {
      flush(reader)
      const plain = /list-style(?:-type)?\s*:\s*none/i.test(attribute(list, 'style') ?? '')
      reader.mark = plain && list.tagName === 'ul' ? '' : markOf(child, list, index++)
      readNodes(reader, child.childNodes)
      flush(reader)
      reader.mark = ''
    } else readNodes(reader, [child])
  }
}

function rowsOf(table: Parent): Tag[] {
  return table.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return []
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })
}

function readCell(reader: HtmlReader, tag: Tag): MarkedCell {
  const inner: HtmlReader = { ...reader, out: [], open: [], mark: '' }
  readNodes(inner, tag.childNodes)
  flush(inner)
  const { text, remarks } = cellFromBlocks(inner.out)
  const rowspan = spanOf(attribute(tag, 'rowspan'), 1000)
  return { text, remarks, rowspan, colspan: spanOf(attribute(tag, 'colspan'), 64) }
}

function drawsBorders(table: Tag): boolean | undefined {
  const border = attribute(table, 'border')
  if (border !== undefined) return border !== '0'
  const style = attribute(table, 'style') ?? ''
  if (/border\s*:\s*(?:none|0)/i.test(style)) return false
  return /border/i.test(style) ? true : undefined
}

function readTable(reader: HtmlReader, table: Tag): void {
  const caption = table.childNodes.filter((child) => 'tagName' in child && child.tagName === 'caption')
  readNodes(reader, caption)
  flush(reader)
  const rows: MarkedCell[][] = []
  for (const row of rowsOf(table)) {
    checkTime(reader.budget)
    const cells = row.childNodes.filter(
      (one) => 'tagName' in one && (one.tagName === 'td' || one.tagName === 'th'),
    )
    if (!spend(reader.budget, 'cells', cells.length)) break
    rows.push(cells.map((one) => readCell(reader, one as Tag)))
  }
  if (rows.length === 0) return
  const spread = spreadSpans(rows)
  if (!spend(reader.budget, 'cells', spread.rows.length * (spread.rows[0]?.length ?? 0))) return
  const nested = (row: Cell[]) =>
    row.some((one) => one.remarks.some((remark) => remark.code === 'nested-table'))
  // Old pages lay the whole page out in one outer table; its cells hold the document, tables and all.
  if (spread.rows.some(nested) && spread.rows.length <= 3) {
    for (const row of rowsOf(table))
      for (const one of row.childNodes) readNodes(reader, childrenOf(one), true)
  } else if (isLayoutTable(spread.rows, drawsBorders(table))) reader.out.push(...layoutLines(spread))
  else reader.out.push(spread)
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function readTag(reader: HtmlReader, tag: Tag): void {
  const name = tag.tagName
  if (dropped.has(name) || isHidden(tag)) return
  if (name === 'br') {
    reader.open.push('\n')
    return
  }
  if (name === 'td' || name === 'th' || name === 'tr') flush(reader)
  const font = reader.font
  reader.font = fontOfTag(tag) ?? font
  if (name === 'table') {
    flush(reader)
    readTable(reader, tag)
  } else if (blocks.has(name)) {
    const pre = reader.pre
    flush(reader)
    reader.pre = pre || name === 'pre'
    if (name === 'ul' || name === 'ol') readList(reader, tag)
    else readNodes(reader, tag.childNodes)
    flush(reader)
    reader.pre = pre
    if (/^h[1-6]$/.test(name)) reader.out.push(line(''))
  } else readNodes(reader, tag.childNodes)
  reader.font = font
}

function readNodes(reader: HtmlReader, nodes: readonly Node[], flushed = false): void {
  for (const node of nodes) {
    if (reader.budget.cut) return
    if (node.nodeName === '#text' && 'value' in node) addText(reader, node.value)
    else if ('tagName' in node) readTag(reader, node)
  }
  if (flushed) flush(reader)
}

/** A parser for a hostile page: parse5 walks its stack of open elements, so depth costs time squared. */
function boundedAdapter(budget: Budget): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0
  let steps = 0
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth++
      if (depth > budget.limits.depth * 2) throw new ReadingFault('too-deep')
      if (++steps % 256 === 0) checkTime(budget)
    },
    onItemPop() {
      depth--
    },
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)
  return found?.[1]?.toLowerCase() ?? null
}

function decodePage(bytes: Uint8Array): { text: string; mendedFrom: string | null } {
  const decoded = decodeTextBytes(bytes)
  const declared = declaredEncoding(bytes)
  // The bytes are believed before the declaration: pages saved by Word say windows-1252 whatever they hold.
  if (decoded.mendedFrom !== 'Windows-1252' || !declared) return decoded
  try {
    return { text: new TextDecoder(declared).decode(bytes), mendedFrom: null }
  } catch {
    return decoded
  }
}

/** Reads an HTML page: blocks as lines, lists with marks, tables as tables; scripts and menus are left out. */
export function readHtml(bytes: Uint8Array, budget: Budget): { blocks: Block[]; mendedFrom: string | null } {
  if (bytes.length > budget.limits.htmlBytes) throw new ReadingFault('too-large')
  const { text, mendedFrom } = decodePage(bytes)
  checkTime(budget)
  const document = parse(text, { treeAdapter: boundedAdapter(budget) })
  const reader: HtmlReader = { budget, out: [], open: [], font: undefined, mark: '', pre: false }
  readNodes(reader, document.childNodes)
  flush(reader)
  return { blocks: reader.out, mendedFrom }
}
