import {
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import type { Day } from '../../calendar/day.ts'
import { docxChart } from './docx-chart.ts'
import { balanced, docxFoot, docxHead, rule } from './docx-head.ts'
import { docxSpans, type Marking, marking } from './docx-spans.ts'
import { styles } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'
import { tidy } from './docx-tidy.ts'
import { margins, paper, rulePart, sizes, spaceAfter, twips } from './nd30.ts'
import type { Block, OfficialDocument } from './official-document.ts'
import {
  type LineStyle,
  type Piece,
  type PrintedAnnex,
  type PrintedDocument,
  printDocument,
  printExcerpt,
} from './printed.ts'
import { measureOf } from './row-height.ts'
import { balancedWidth, textWidth } from './text-width.ts'

type Child = Paragraph | Table

const styleOf: Record<LineStyle, string> = {
  authorityLine: 'AuthorityLine',
  legalBasis: 'LegalBasis',
  enactingWord: 'EnactingWord',
  section1: 'Section1',
  section2: 'Section2',
  section3: 'Section3',
  paragraph: 'BodyText',
  bullet: 'BodyText',
}

/** Empty room of twice six points. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: spaceAfter * 20, line: 120, lineRule: 'exact' } })
}

function docxPieces(pieces: Piece[], width: number, keepLast: boolean, marks: Marking): Child[] {
  return pieces.flatMap((piece, i): Child[] => {
    // Without a paragraph between, Word joins two tables; it is also the space after a table.
    if (piece.kind === 'table') return [docxTable(piece, width, marks), gap()]
    if (piece.kind === 'chart') return [docxChart(piece, width), gap()]
    const children = docxSpans(piece.spans, marks)
    const keep = keepLast && i === pieces.length - 1
    return [new Paragraph({ style: styleOf[piece.style], children, ...(keep && { keepNext: true }) })]
  })
}

function docxName(doc: PrintedDocument, width: number): Child[] {
  if (doc.type === null || doc.abstract === null) return []
  return [
    new Paragraph({ text: doc.type, style: 'DocumentType' }),
    balanced(doc.abstract, 'Abstract', sizes.abstract, width),
    rule(balancedWidth(doc.abstract, sizes.abstract, width, true) * rulePart, width),
    gap(),
  ]
}

function docxAddressees(addressees: string[]): Paragraph[] {
  const [only, ...more] = addressees
  if (only === undefined) return []
  const before = { before: 240, after: 120 }
  if (more.length === 0) {
    return [
      new Paragraph({ text: `Kính gửi: ${only}.`, style: 'Addressee', alignment: 'center', spacing: before }),
    ]
  }
  const list = addressees.map(
    (text, i) =>
      new Paragraph({
        text: `- ${text}${i === addressees.length - 1 ? '.' : ';'}`,
        style: 'Addressee',
        indent: { left: twips(48), hanging: twips(3) },
      }),
  )
  const heading = new Paragraph({
    text: 'Kính gửi:',
    style: 'Addressee',
    indent: { left: twips(25) },
    spacing: before,
  })
  return [heading, ...list, gap()]
}

function docxAnnex(annex: PrintedAnnex, marks: Marking): Child[] {
  const width = measureOf(annex.landscape)
  return [
    ...(annex.label === null ? [] : [new Paragraph({ text: annex.label, style: 'AnnexLabel' })]),
    new Paragraph({ text: annex.title, style: 'AnnexTitle' }),
    ...(annex.subject === null ? [] : [balanced(annex.subject, 'AnnexSubject', sizes.annexTitle, width)]),
    new Paragraph({ text: annex.caption, style: 'AnnexCaption' }),
    rule(textWidth(annex.caption, sizes.caption) * rulePart * 0.6, width),
    gap(),
    ...docxPieces(annex.pieces, width, false, marks),
  ]
}

const numberedHeader = new Header({
  children: [
    new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
  ],
})
const emptyHeader = new Header({ children: [new Paragraph({ style: 'PageNumber' })] })

function section(children: Child[], landscape: boolean, first: boolean): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: first,
      page: {
        size: {
          width: twips(paper.width),
          height: twips(paper.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(10),
          footer: twips(10),
        },
      },
    },
    headers: first ? { default: numberedHeader, first: emptyHeader } : { default: numberedHeader },
    children,
  }
}

/**
 * The document as .docx in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I. All numbering is plain text: a list that
 * Word counts by itself would change "I." or "a)" when a line is cut, and an issued text must not move.
 */
export async function writeDocx(doc: OfficialDocument): Promise<Uint8Array> {
  const printed = printDocument(doc)
  const width = measureOf(false)
  const marks = marking(printed.changes)
  const main = [
    docxHead(printed),
    ...docxName(printed, width),
    ...docxAddressees(printed.addressees),
    ...docxPieces(printed.pieces, width, true, marks),
    docxFoot(printed, width),
  ]
  const file = new Document({
    title: printed.title,
    creator: printed.issuingBody.join(' '),
    description: '',
    lastModifiedBy: '',
    compatibility: { version: 15 },
    styles,
    sections: [
      section(main, false, true),
      ...printed.annexes.map((annex) => section(docxAnnex(annex, marks), annex.landscape, false)),
    ],
  })
  return tidy(new Uint8Array(await Packer.toArrayBuffer(file)), doc.date ?? `${doc.year}-01-01`)
}

/**
 * Sections of a report to be pasted into a report of another kind (QNG-09): same styles and page, without the head
 * and the foot of a document. `date` is written into the file only.
 */
export async function writeDocxExcerpt(
  title: string,
  blocks: readonly Block[],
  date: Day,
): Promise<Uint8Array> {
  const pieces = printExcerpt(blocks)
  const marks = marking({ by: title, at: `${date}T00:00:00Z` })
  const file = new Document({
    title,
    description: '',
    lastModifiedBy: '',
    compatibility: { version: 15 },
    styles,
    sections: [section(docxPieces(pieces, measureOf(false), false, marks), false, true)],
  })
  return tidy(new Uint8Array(await Packer.toArrayBuffer(file)), date)
}
