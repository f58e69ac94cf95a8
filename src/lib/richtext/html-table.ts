import type { DefaultTreeAdapterTypes } from 'parse5'
import { wordsOf } from './contents.ts'
import { attribute, isHidden, type Tag } from './html-marks.ts'
import type { Block, Cell, Inline, List, Paragraph } from './rich-text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Flow = (nodes: readonly Node[]) => (Paragraph | List)[]

/**
 * A table as a table; within an item or another cell as lines of its words, since tables do not lie in each other
 * here. A table of one cell is only a frame: its content stands for it.
 */
export function tableFrom(tag: Tag, flow: Flow, inner: boolean): Block[] {
  const rows = rowsOf(tag)
  const caption = tag.childNodes.filter((node) => 'tagName' in node && node.tagName === 'caption')
  const before = flow(caption)
  const cells = rows.map((row) => row.childNodes.filter((node) => isCell(node)) as Tag[])
  const [only] = cells.flat()
  if (only && cells.flat().length === 1) return [...before, ...flow(only.childNodes)]
  if (inner) return [...before, ...cells.flatMap((row) => lineOf(row.map((cell) => flow(cell.childNodes))))]
  const content = cells
    .map((row, at) => ({
      type: 'tableRow' as const,
      content: row.map((cell) => cellOf(cell, flow, isHead(rows[at]))),
    }))
    .filter((row) => row.content.length > 0)
  const [first, ...rest] = content
  if (!first) return before
  const boldHead = rest.length > 0 && first.content.every(isBold)
  const head = boldHead ? { ...first, content: first.content.map(asHeader) } : first
  return [...before, { type: 'table', content: [head, ...rest] }]
}

function rowsOf(table: Tag): Tag[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node) || isHidden(node)) return []
    if (node.tagName === 'tr') return [node]
    return ['thead', 'tbody', 'tfoot'].includes(node.tagName) ? rowsOf(node) : []
  })
}

function isCell(node: Node): boolean {
  return 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th') && !isHidden(node)
}

function isHead(row: Tag | undefined): boolean {
  const parent = row?.parentNode
  return parent !== null && parent !== undefined && 'tagName' in parent && parent.tagName === 'thead'
}

function cellOf(cell: Tag, flow: Flow, head: boolean): Cell {
  const span = (name: string, most: number) =>
    Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), most)
  return {
    type: cell.tagName === 'th' || head ? 'tableHeader' : 'tableCell',
    attrs: { colspan: span('colspan', 64), rowspan: span('rowspan', 1000) },
    content: flow(cell.childNodes),
  }
}

function lineOf(cells: (Paragraph | List)[][]): Paragraph[] {
  const content: Inline[] = []
  for (const cell of cells) {
    const words = allWords(cell)
    if (words.trim() === '') continue
    if (content.length) content.push({ type: 'text', text: ' | ' })
    content.push({ type: 'text', text: words })
  }
  return content.length ? [{ type: 'paragraph', content }] : []
}

function allWords(blocks: readonly (Paragraph | List)[]): string {
  return blocks
    .map((one) =>
      one.type === 'paragraph'
        ? wordsOf(one.content ?? [])
        : one.content.map((item) => allWords(item.content)).join('; '),
    )
    .join('; ')
}

/** Word knows no header cells: there the first row is the one in bold. */
function isBold(cell: Cell): boolean {
  const texts = cell.content.flatMap((one) => (one.type === 'paragraph' ? (one.content ?? []) : []))
  const said = texts.filter((one) => one.type === 'text' && one.text.trim() !== '')
  return (
    said.length > 0 && said.every((one) => one.type === 'text' && one.marks?.some((m) => m.type === 'bold'))
  )
}

function asHeader(cell: Cell): Cell {
  const content = cell.content.map((one) => (one.type === 'paragraph' ? thin(one) : one))
  return { ...cell, type: 'tableHeader', content }
}

function thin(block: Paragraph): Paragraph {
  const content = (block.content ?? []).map((one) =>
    one.type === 'text' ? { ...one, marks: one.marks?.filter((mark) => mark.type !== 'bold') } : one,
  )
  return { type: 'paragraph', content }
}
