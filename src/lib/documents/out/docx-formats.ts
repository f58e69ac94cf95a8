import { defaultLimits, openBudget } from '../in/limits.ts'
import { childOf, childrenOf, decodeXml, type Element, noElement, parseXml, valOf } from '../in/xml.ts'
import { openZip, type Zip } from '../in/zip.ts'
import { readStyles, type StyleSheet } from './docx-style-sheet.ts'

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

export interface TableFormat {
  ruled: boolean
  headerRows: number
  rows: number
  columns: number
  section: number
}

export interface SectionFormat {
  width: number
  height: number
  margins: { top: number; bottom: number; left: number; right: number }
  titlePage: boolean
  header: ParagraphFormat[]
  firstHeader: ParagraphFormat[]
  footer: ParagraphFormat[]
}

export interface DocxFormats {
  paragraphs: ParagraphFormat[]
  tables: TableFormat[]
  sections: SectionFormat[]
}

const twip = 25.4 / 1440

export function mmOf(twips: string | undefined): number {
  return Number(twips ?? 0) * twip || 0
}

function isOn(element: Element | undefined): boolean {
  const value = element?.attributes['w:val']
  return element !== undefined && value !== '0' && value !== 'false' && value !== 'none'
}

interface Reader {
  styles: StyleSheet
  formats: DocxFormats
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

function readRun(run: Element, styleId: string | undefined, reader: Reader): RunFormat {
  const direct = childOf(run, 'w:rPr') ?? noElement
  const parts = [
    ...reader.styles.runsOf(styleId),
    ...reader.styles.characterOf(valOf(direct, 'w:rStyle')),
    direct,
  ]
  const last = (name: string) => parts.findLast((p) => childOf(p, name))
  const element = (name: string) => childOf(last(name), name)
  const colour = element('w:color')?.attributes['w:val'] ?? 'auto'
  const text = runText(run)
  const caps = isOn(element('w:caps'))
  return {
    text: caps ? text.toLocaleUpperCase('vi') : text,
    font: reader.styles.fontOf(parts),
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

function readParagraph(p: Element, cell: CellPlace | null, reader: Reader): ParagraphFormat {
  const direct = childOf(p, 'w:pPr') ?? noElement
  const styleId = valOf(direct, 'w:pStyle')
  const parts = [...reader.styles.paragraphsOf(styleId), direct]
  const attribute = (element: string, ...names: string[]) => {
    for (const part of parts.toReversed()) {
      const found = childOf(part, element)
      for (const name of names) if (found?.attributes[name] !== undefined) return found.attributes[name]
    }
    return undefined
  }
  const borders = parts.map((part) => childOf(part, 'w:pBdr')).findLast((b) => b) ?? noElement
  const runs = runsBelow(p)
    .map((run) => readRun(run, styleId, reader))
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
    cell,
    section: reader.formats.sections.length,
  }
}

function isRuled(table: Element): boolean {
  const properties = childOf(table, 'w:tblPr') ?? noElement
  if (/grid/i.test(valOf(properties, 'w:tblStyle') ?? '')) return true
  const borders = childOf(properties, 'w:tblBorders')
  const sides = (element: Element | undefined) =>
    childrenOf(element ?? noElement).some((side) => !/^(nil|none)$/.test(side.attributes['w:val'] ?? 'none'))
  if (sides(borders)) return true
  return childrenOf(table, 'w:tr').some((row) =>
    childrenOf(row, 'w:tc').some((c) => sides(childOf(childOf(c, 'w:tcPr'), 'w:tcBorders'))),
  )
}

function readTable(table: Element, reader: Reader): void {
  const { tables } = reader.formats
  const rows = childrenOf(table, 'w:tr')
  const grid = childrenOf(childOf(table, 'w:tblGrid') ?? noElement, 'w:gridCol').map((c) =>
    mmOf(c.attributes['w:w']),
  )
  const repeated = rows.findIndex((row) => !isOn(childOf(childOf(row, 'w:trPr'), 'w:tblHeader')))
  const index = tables.length
  tables.push({
    ruled: isRuled(table),
    headerRows: repeated === -1 ? rows.length : repeated,
    rows: rows.length,
    columns: grid.length,
    section: reader.formats.sections.length,
  })
  rows.forEach((row, r) => {
    let column = 0
    for (const cell of childrenOf(row, 'w:tc')) {
      const span = Number(valOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1)
      const width = grid.slice(column, column + span).reduce((a, b) => a + b, 0)
      readBlocks(cell, { table: index, row: r, column, width }, reader)
      column += span
    }
  })
}

function readBlocks(parent: Element, cell: CellPlace | null, reader: Reader): void {
  for (const child of childrenOf(parent)) {
    if (child.name === 'w:p') {
      reader.formats.paragraphs.push(readParagraph(child, cell, reader))
      const section = childOf(childOf(child, 'w:pPr'), 'w:sectPr')
      if (section) reader.formats.sections.push(readSection(section))
    } else if (child.name === 'w:tbl') readTable(child, reader)
    else if (child.name === 'w:sdt') readBlocks(childOf(child, 'w:sdtContent') ?? noElement, cell, reader)
  }
}

/** Headers are filled in afterwards: they live in parts of their own. */
function readSection(section: Element): SectionFormat {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {}
  const margin = childOf(section, 'w:pgMar')?.attributes ?? {}
  return {
    width: mmOf(size['w:w']),
    height: mmOf(size['w:h']),
    margins: {
      top: mmOf(margin['w:top']),
      bottom: mmOf(margin['w:bottom']),
      left: mmOf(margin['w:left']),
      right: mmOf(margin['w:right']),
    },
    titlePage: isOn(childOf(section, 'w:titlePg')),
    header: [],
    firstHeader: [],
    footer: [],
  }
}

function part(zip: Zip, name: string): Element {
  const bytes = zip.read(name)
  return bytes ? parseXml(decodeXml(bytes)) : noElement
}

function readHeaders(zip: Zip, body: Element, reader: Reader): void {
  const relations = childrenOf(
    childOf(part(zip, 'word/_rels/document.xml.rels'), 'Relationships') ?? noElement,
  )
  const targets = new Map(relations.map((r) => [r.attributes['Id'], r.attributes['Target'] ?? '']))
  const read = (id: string | undefined): ParagraphFormat[] => {
    const [root] = childrenOf(part(zip, `word/${targets.get(id)}`)).filter((e) => e.name.startsWith('w:'))
    const inner: Reader = { styles: reader.styles, formats: { paragraphs: [], tables: [], sections: [] } }
    if (root) readBlocks(root, null, inner)
    return inner.formats.paragraphs
  }
  const sections: Element[] = []
  const search = (element: Element) => {
    for (const child of childrenOf(element)) child.name === 'w:sectPr' ? sections.push(child) : search(child)
  }
  search(body)
  let inherited: Pick<SectionFormat, 'header' | 'firstHeader' | 'footer'> = {
    header: [],
    firstHeader: [],
    footer: [],
  }
  sections.forEach((section, i) => {
    const format = reader.formats.sections[i]
    const of = (kind: string, type: string) =>
      childrenOf(section, kind).find((e) => (e.attributes['w:type'] ?? 'default') === type)?.attributes[
        'r:id'
      ]
    const header = of('w:headerReference', 'default')
    const first = of('w:headerReference', 'first')
    const footer = of('w:footerReference', 'default')
    inherited = {
      header: header ? read(header) : inherited.header,
      firstHeader: first ? read(first) : inherited.firstHeader,
      footer: footer ? read(footer) : inherited.footer,
    }
    if (format) Object.assign(format, inherited)
  })
}

/**
 * How each paragraph, table and section of a .docx is formatted, after styles and defaults. Throws ReadingFault
 * ('damaged', 'zip-bomb', 'password') when the bytes are no readable .docx.
 */
export function readFormats(bytes: Uint8Array): DocxFormats {
  const zip = openZip(bytes, openBudget(defaultLimits))
  const styles = readStyles(part(zip, 'word/styles.xml'), part(zip, 'word/theme/theme1.xml'))
  const reader: Reader = { styles, formats: { paragraphs: [], tables: [], sections: [] } }
  const document = part(zip, 'word/document.xml')
  const body = childOf(childOf(document, 'w:document'), 'w:body') ?? noElement
  readBlocks(body, null, reader)
  const last = childOf(body, 'w:sectPr')
  if (last) reader.formats.sections.push(readSection(last))
  readHeaders(zip, body, reader)
  return reader.formats
}
