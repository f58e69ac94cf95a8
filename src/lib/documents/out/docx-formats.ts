import { defaultLimits, openBudget } from '../in/limits.ts'
import { childOf, childrenOf, decodeXml, type Element, noElement, parseXml, valOf } from '../in/xml.ts'
import { openZip, type Zip } from '../in/zip.ts'
import { type CellPlace, isOn, mmOf, type ParagraphFormat, readParagraph } from './docx-paragraph-format.ts'
import { readStyles, type StyleSheet } from './docx-style-sheet.ts'

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

interface Reader {
  styles: StyleSheet
  formats: DocxFormats
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
      reader.formats.paragraphs.push(
        readParagraph(child, { cell, section: reader.formats.sections.length }, reader.styles),
      )
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
