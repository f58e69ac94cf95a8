import { childOf, childrenOf, type Element, noElement, valOf } from '../in/xml.ts'
import type { StyleSheet } from './docx-style-sheet.ts'

/** A stretch of text as it is printed, after styles and defaults are worked out. Sizes in points. */
export interface RunFormat {
  text: string
  font: string | null
  size: number
  bold: boolean
  italic: boolean
  underline: boolean
  /** 'RRGGBB', or null for black. */
  colour: string | null
}

/** Lengths in millimetres, space after in points, `lines` a multiple of single spacing or null where exact. */
export interface ParagraphFormat {
  text: string
  runs: RunFormat[]
  alignment: 'left' | 'center' | 'right' | 'both'
  left: number
  right: number
  firstLine: number
  after: number
  lines: number | null
  /** Numbered by Word itself. */
  listed: boolean
  /** A border over or under the paragraph, or a line drawn beside it. */
  border: 'top' | 'bottom' | null
  drawnLine: number | null
  /** Has a field that prints the number of the page. */
  pageField: boolean
  cell: CellPlace | null
  section: number
}

export interface CellPlace {
  table: number
  row: number
  column: number
  /** Millimetres, 0 where unknown. */
  width: number
}

const twip = 25.4 / 1440

/** Twentieths of a point in millimetres. */
export function mmOf(twips: string | undefined): number {
  return Number(twips ?? 0) * twip || 0
}

/** A switch such as <w:b/> that is there and not turned off. */
export function isOn(element: Element | undefined): boolean {
  const value = element?.attributes['w:val']
  return element !== undefined && value !== '0' && value !== 'false' && value !== 'none'
}

const hiddenRuns = new Set(['w:del', 'w:moveFrom'])

/** Every run below the paragraph: also those in links, insertions and content controls. */
function runsBelow(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (hiddenRuns.has(child.name)) return []
    return child.name === 'w:r' ? [child] : runsBelow(child)
  })
}

function runText(run: Element): string {
  return childrenOf(run)
    .map((child) => {
      if (child.name === 'w:t') return child.children.filter((c) => typeof c === 'string').join('')
      return child.name === 'w:tab' || child.name === 'w:br'
        ? ' '
        : child.name === 'w:noBreakHyphen'
          ? '-'
          : ''
    })
    .join('')
}

function readRun(run: Element, styleId: string | undefined, styles: StyleSheet): RunFormat {
  const direct = childOf(run, 'w:rPr') ?? noElement
  const parts = [...styles.runsOf(styleId), ...styles.characterOf(valOf(direct, 'w:rStyle')), direct]
  const last = (name: string) => parts.findLast((p) => childOf(p, name))
  const element = (name: string) => childOf(last(name), name)
  const colour = element('w:color')?.attributes['w:val'] ?? 'auto'
  const text = runText(run)
  const caps = isOn(element('w:caps'))
  return {
    text: caps ? text.toLocaleUpperCase('vi') : text,
    font: styles.fontOf(parts),
    size: Number(element('w:sz')?.attributes['w:val'] ?? 20) / 2,
    bold: isOn(element('w:b')),
    italic: isOn(element('w:i')),
    underline: isOn(element('w:u')),
    colour: colour === 'auto' || colour === '000000' ? null : colour,
  }
}

/** Length of a drawn line in mm; 0 when a drawing is there whose length is not told; null for none. */
function drawnLine(paragraph: Element): number | null {
  const drawings: Element[] = []
  const search = (element: Element) => {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:drawing' || child.name === 'w:pict') drawings.push(child)
      else search(child)
    }
  }
  search(paragraph)
  const [first] = drawings
  if (!first) return null
  const extent = childrenOf(first)
    .map((c) => childOf(c, 'wp:extent'))
    .find((e) => e)
  return Number(extent?.attributes['cx'] ?? 0) / 36_000
}

function hasPageField(paragraph: Element): boolean {
  const found = (element: Element): boolean =>
    childrenOf(element).some((child) => {
      const said =
        child.name === 'w:fldSimple'
          ? child.attributes['w:instr']
          : child.name === 'w:instrText'
            ? child.children.join('')
            : ''
      return /\bPAGE\b/.test(said ?? '') || found(child)
    })
  return found(paragraph)
}

const alignments: Record<string, ParagraphFormat['alignment']> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
}

/** How a paragraph is printed, after styles. `place` says where in the document it stands. */
export function readParagraph(
  p: Element,
  place: { cell: CellPlace | null; section: number },
  styles: StyleSheet,
): ParagraphFormat {
  const direct = childOf(p, 'w:pPr') ?? noElement
  const styleId = valOf(direct, 'w:pStyle')
  const parts = [...styles.paragraphsOf(styleId), direct]
  const attribute = (element: string, ...names: string[]) => {
    for (const part of parts.toReversed()) {
      const found = childOf(part, element)
      for (const name of names) if (found?.attributes[name] !== undefined) return found.attributes[name]
    }
    return undefined
  }
  const borders = parts.map((part) => childOf(part, 'w:pBdr')).findLast((b) => b) ?? noElement
  const runs = runsBelow(p)
    .map((run) => readRun(run, styleId, styles))
    .filter((r) => r.text !== '')
  const rule = attribute('w:spacing', 'w:lineRule') ?? 'auto'
  const numbering = parts.map((part) => childOf(part, 'w:numPr')).findLast((n) => n)
  return {
    text: runs.map((r) => r.text).join(''),
    runs,
    alignment: alignments[attribute('w:jc', 'w:val') ?? ''] ?? 'left',
    left: mmOf(attribute('w:ind', 'w:left', 'w:start')),
    right: mmOf(attribute('w:ind', 'w:right', 'w:end')),
    firstLine: mmOf(attribute('w:ind', 'w:firstLine')) - mmOf(attribute('w:ind', 'w:hanging')),
    after: Number(attribute('w:spacing', 'w:after') ?? 0) / 20,
    lines: rule === 'auto' ? Number(attribute('w:spacing', 'w:line') ?? 240) / 240 : null,
    listed: numbering !== undefined && valOf(numbering, 'w:numId') !== '0',
    border: isOn(childOf(borders, 'w:top')) ? 'top' : isOn(childOf(borders, 'w:bottom')) ? 'bottom' : null,
    drawnLine: drawnLine(p),
    pageField: hasPageField(p),
    ...place,
  }
}
