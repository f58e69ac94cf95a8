import type { Styles } from './docx-styles.ts'
import { flag, fontOf, inherited } from './docx-styles.ts'
import type { Segment } from './legacy-runs.ts'
import { childOf, childrenOf, type Element, valOf } from './xml.ts'

/** What one paragraph holds besides its own words. */
export interface Paragraph {
  segments: Segment[]
  /** Text boxes anchored here; their paragraphs follow this one. */
  boxes: Element[]
  footnotes: string[]
  /** Words inserted or struck out that await acceptance. */
  tracked: boolean
  /** Open fields, innermost last: the part before the separator is an instruction, not text. */
  fields: ('code' | 'result')[]
}

export interface RunContext {
  styles: Styles
  style: string | undefined
}

const passed = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
])
const dropped = new Set(['w:del', 'w:moveFrom'])
const inserted = new Set(['w:ins', 'w:moveTo'])

/** Wingdings and Symbol characters that stand for something; the other ones serve as bullets. */
const symbols: Record<string, string> = {
  f0fc: '✓',
  f0fe: '☑',
  f052: '☑',
  f0a8: '☐',
  f06f: '☐',
  f071: '☐',
  f0e0: '→',
  f0ae: '→',
  f0b3: '≥',
  f0a3: '≤',
  f0b4: '×',
  f0b0: '°',
  f0b1: '±',
}

function symbol(element: Element): string {
  const code = (element.attributes['w:char'] ?? '').toLowerCase()
  return symbols[code] ?? (code.startsWith('f0') ? '-' : '')
}

function readBreak(element: Element): string {
  const type = element.attributes['w:type']
  return type === 'page' || type === 'column' ? '' : '\n'
}

function readField(element: Element, paragraph: Paragraph): void {
  const type = element.attributes['w:fldCharType']
  if (type === 'begin') paragraph.fields.push('code')
  else if (type === 'separate' && paragraph.fields.length > 0)
    paragraph.fields[paragraph.fields.length - 1] = 'result'
  else if (type === 'end') paragraph.fields.pop()
}

/** Word writes a drawing twice, for new and for old programs; one of the two is read. */
function findBoxes(element: Element, boxes: Element[]): void {
  if (element.name === 'w:txbxContent') {
    boxes.push(element)
    return
  }
  if (element.name === 'mc:AlternateContent') {
    const before = boxes.length
    for (const choice of childrenOf(element, 'mc:Choice')) findBoxes(choice, boxes)
    const fallback = childOf(element, 'mc:Fallback')
    if (boxes.length === before && fallback) findBoxes(fallback, boxes)
    return
  }
  for (const child of childrenOf(element)) findBoxes(child, boxes)
}

function readPiece(piece: Element, paragraph: Paragraph): string {
  switch (piece.name) {
    case 'w:t':
      return piece.children.filter((child) => typeof child === 'string').join('')
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
      return readBreak(piece)
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym':
      return symbol(piece)
    case 'w:fldChar':
      readField(piece, paragraph)
      return ''
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      paragraph.footnotes.push(`${piece.name.slice(2, -9)}${piece.attributes['w:id'] ?? ''}`)
      return ''
    case 'mc:AlternateContent':
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      findBoxes(piece, paragraph.boxes)
      return ''
    default:
      return ''
  }
}

function readRun(run: Element, context: RunContext, paragraph: Paragraph): void {
  const properties = childOf(run, 'w:rPr')
  const style = valOf(properties, 'w:rStyle')
  const { styles } = context
  if (
    flag(properties, 'w:vanish') ??
    inherited(styles, style, 'hidden') ??
    inherited(styles, context.style, 'hidden')
  ) {
    return
  }
  let text = ''
  for (const piece of childrenOf(run)) {
    const read = readPiece(piece, paragraph)
    if (paragraph.fields.at(-1) !== 'code') text += read
  }
  if (text === '') return
  const caps =
    flag(properties, 'w:caps') ?? inherited(styles, style, 'caps') ?? inherited(styles, context.style, 'caps')
  const font =
    fontOf(properties) ??
    inherited(styles, style, 'font') ??
    inherited(styles, context.style, 'font') ??
    styles.defaultFont
  paragraph.segments.push({ text, font, caps: caps === true })
}

/** Gathers the words of a paragraph-like element: insertions kept, deletions and hidden text left out. */
export function readRuns(element: Element, context: RunContext, paragraph: Paragraph): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'w:r') readRun(child, context, paragraph)
    else if (dropped.has(child.name)) paragraph.tracked = true
    else if (inserted.has(child.name)) {
      paragraph.tracked = true
      readRuns(child, context, paragraph)
    } else if (passed.has(child.name)) readRuns(child, context, paragraph)
    else if (child.name === 'mc:AlternateContent') findBoxes(child, paragraph.boxes)
    else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') readFormula(child, paragraph)
  }
}

function readFormula(element: Element, paragraph: Paragraph): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'm:t') {
      const text = child.children.filter((part) => typeof part === 'string').join('')
      paragraph.segments.push({ text, font: undefined, caps: false })
    } else readFormula(child, paragraph)
  }
}
