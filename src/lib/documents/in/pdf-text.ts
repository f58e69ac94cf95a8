import { encodingOfFont } from './legacy.ts'
import { identity, type Matrix, multiply, type Operators, transformPoint } from './pdf-matrix.ts'

/** A word as printed: points from the top left of the page, `y` the baseline. */
export interface Span {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  font: string
  /** A space was written before it. */
  spaced: boolean
  bold?: boolean
}

export interface FontFacts {
  name: string
  scale: number
  vertical: boolean
}

interface Glyph {
  unicode: string
  originalCharCode?: number
  width: number
  isSpace: boolean
}

interface State {
  matrix: Matrix
  font: string
  size: number
  direction: number
  charSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
}

interface Pen {
  state: State
  text: Matrix
  lineX: number
  lineY: number
  x: number
  y: number
  word: Span | null
  spaced: boolean
}

const mostSpans = 60_000

function endWord(pen: Pen, spans: Span[]): void {
  if (pen.word && pen.word.text.trim() !== '' && spans.length < mostSpans) spans.push(pen.word)
  pen.word = null
}

/** Joins a glyph to the open word, or opens a new one when there is space between them or the line changes. */
function addGlyph(pen: Pen, spans: Span[], glyph: Glyph, from: Matrix, width: number): void {
  const { state } = pen
  const [x0, y] = transformPoint(from, 0, state.rise)
  const [x1, ahead] = transformPoint(from, width, state.rise)
  const size = Math.hypot(from[2], from[3]) * state.size
  // Stamps and marks printed upright along the margin are no part of the text.
  if (Math.abs(ahead - y) > Math.abs(x1 - x0) * 0.2 + 0.01 || !Number.isFinite(x0 + x1 + y) || size < 1)
    return
  const blank = glyph.unicode.trim() === ''
  if (blank) {
    if (Math.abs(x1 - x0) > size * 0.08) {
      endWord(pen, spans)
      pen.spaced = true
    }
    return
  }
  const { word } = pen
  const gap = word ? x0 - word.x1 : 0
  const touches = word && Math.abs(word.y - y) < size * 0.2 && gap < size * 0.12 && gap > -size * 0.6
  if (touches && word.font === state.font && !pen.spaced) {
    word.text += glyph.unicode
    word.x1 = Math.max(word.x1, x1)
    return
  }
  endWord(pen, spans)
  pen.word = { text: glyph.unicode, x0, x1, y, size, font: state.font, spaced: pen.spaced }
  pen.spaced = false
}

function showText(pen: Pen, spans: Span[], glyphs: readonly (Glyph | number)[], facts: FontFacts): void {
  const { state } = pen
  if (facts.vertical) return
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      pen.x -= (glyph * state.size * state.stretch) / 1000
      continue
    }
    if (!glyph) continue
    const advance = glyph.width * facts.scale * state.size
    const spacing = (glyph.isSpace ? state.wordSpace : 0) + state.charSpace
    const here = multiply(multiply(state.matrix, pen.text), [1, 0, 0, 1, pen.x, pen.y])
    addGlyph(pen, spans, asDrawn(glyph, facts), here, advance * state.stretch)
    pen.x += (advance + spacing) * state.stretch
  }
}

/** WinAnsi reads byte AD as a hyphen; fonts of TCVN3 draw "ư" there, in every second word of Vietnamese. */
function asDrawn(glyph: Glyph, { name }: FontFacts): Glyph {
  if (glyph.originalCharCode !== 0xad || encodingOfFont(name) !== 'TCVN3') return glyph
  return { ...glyph, unicode: '\u00ad' }
}

function moveText(pen: Pen, x: number, y: number): void {
  pen.lineX += x
  pen.lineY += y
  pen.x = pen.lineX
  pen.y = pen.lineY
}

function setTextMatrix(pen: Pen, args: readonly unknown[]): void {
  const values = (args.length >= 6 ? args : args[0]) as ArrayLike<number> | undefined
  pen.text = values ? multiply(identity, values) : identity
  pen.lineX = 0
  pen.lineY = 0
  pen.x = 0
  pen.y = 0
}

function setNumber(pen: Pen, name: string, args: readonly unknown[]): void {
  const value = Number(args[0])
  if (!Number.isFinite(value)) return
  if (name === 'setCharSpacing') pen.state.charSpace = value
  else if (name === 'setWordSpacing') pen.state.wordSpace = value
  else if (name === 'setHScale') pen.state.stretch = value / 100
  else if (name === 'setLeading') pen.state.leading = -value
  else if (name === 'setTextRise') pen.state.rise = value
}

function apply(
  pen: Pen,
  spans: Span[],
  name: string,
  args: readonly unknown[],
  facts: (font: string) => FontFacts,
): void {
  const { state } = pen
  if (name === 'beginText') setTextMatrix(pen, [])
  else if (name === 'setFont') {
    state.font = String(args[0])
    state.size = Math.abs(Number(args[1])) || 0
  } else if (name === 'setTextMatrix') setTextMatrix(pen, args)
  else if (name === 'moveText') moveText(pen, Number(args[0]), Number(args[1]))
  else if (name === 'setLeadingMoveText') {
    state.leading = Number(args[1])
    moveText(pen, Number(args[0]), Number(args[1]))
  } else if (name === 'nextLine') moveText(pen, 0, state.leading)
  else if (name === 'showText') showText(pen, spans, (args[0] ?? []) as (Glyph | number)[], facts(state.font))
  else setNumber(pen, name, args)
}

/**
 * The words of a page from its drawing operators (ISO 32000-1, 9.4), glyph by glyph. pdf.js's own text pieces are not
 * used: where a font lacks Vietnamese letters, programs draw those from another font, and the pieces then overlap.
 */
export function readSpans(
  list: Operators,
  names: ReadonlyMap<number, string>,
  view: Matrix,
  facts: (font: string) => FontFacts,
): Span[] {
  const spans: Span[] = []
  const state = {
    font: '',
    size: 0,
    direction: 1,
    charSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  }
  const pen: Pen = {
    state: { matrix: view, ...state },
    text: identity,
    lineX: 0,
    lineY: 0,
    x: 0,
    y: 0,
    word: null,
    spaced: false,
  }
  const saved: State[] = []
  for (const [index, operator] of list.fnArray.entries()) {
    const name = names.get(operator) ?? ''
    const args = (list.argsArray[index] ?? []) as unknown[]
    if (name === 'save' || name === 'paintFormXObjectBegin') {
      saved.push({ ...pen.state })
      if (args[0]) pen.state.matrix = multiply(pen.state.matrix, args[0] as ArrayLike<number>)
    } else if (name === 'restore' || name === 'paintFormXObjectEnd') pen.state = saved.pop() ?? pen.state
    else if (name === 'transform') pen.state.matrix = multiply(pen.state.matrix, args as number[])
    else apply(pen, spans, name, args, facts)
  }
  endWord(pen, spans)
  return spans
}
