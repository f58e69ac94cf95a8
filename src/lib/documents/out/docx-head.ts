import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { headColumns, motto, nationalTitle, rulePart, sizes, twips } from './nd30.ts'
import type { PrintedDocument } from './printed.ts'
import { balancedWidth, countLines, textWidth } from './text-width.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** A rule line of `length` mm in the middle of a column of `width` mm: the upper border of a thin paragraph. */
export function rule(length: number, width: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2))
  return new Paragraph({
    style: 'Rule',
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  })
}

/** A centred title of lines of like length. */
export function balanced(text: string, style: string, size: number, width: number, heavy = true): Paragraph {
  const measure = balancedWidth(text, size, width, heavy)
  const side =
    measure > width * 0.55 && countLines(text, size, width, heavy) > 1 ? twips((width - measure) / 2) : 0
  return new Paragraph({ text, style, indent: { left: side, right: side } })
}

/** Two columns without lines, as the head and the foot of a document have. */
export function twoColumns(
  rows: [left: Paragraph[], right: Paragraph[]][],
  widths: readonly [number, number],
): Table {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ width: { size: twips(width), type: WidthType.DXA }, borders: noBorders, children })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths[0] + widths[1]), type: WidthType.DXA },
    columnWidths: widths.map((w) => twips(w)),
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: noBorders,
    rows: rows.map(
      ([left, right]) =>
        new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] }),
    ),
  })
}

/** Issuing body and national title, number and date: the first four components of NĐ 30/2020/NĐ-CP, Điều 8. */
export function docxHead(doc: PrintedDocument): Table {
  const issuerLine = textWidth(doc.issuingBody.at(-1) ?? '', sizes.issuingBody, true)
  const names = [
    ...doc.parentBody.map((text) => new Paragraph({ text, style: 'ParentBody' })),
    ...doc.issuingBody.map((text) => new Paragraph({ text, style: 'IssuingBody' })),
    rule(issuerLine * rulePart, headColumns[0]),
  ]
  const nation = [
    new Paragraph({ text: nationalTitle, style: 'NationalTitle' }),
    new Paragraph({ text: motto, style: 'Motto' }),
    rule(textWidth(motto, sizes.motto, true), headColumns[1]),
  ]
  const symbol = [new Paragraph({ text: doc.symbol, style: 'Symbol' })]
  if (doc.about !== null) symbol.push(balanced(doc.about, 'About', sizes.about, headColumns[0] - 2, false))
  const date = [new Paragraph({ text: doc.placeAndDate, style: 'PlaceAndDate' })]
  return twoColumns(
    [
      [names, nation],
      [symbol, date],
    ],
    headColumns,
  )
}

/** Nơi nhận at the left, the signature at the right, never parted by the end of a page. */
export function docxFoot(doc: PrintedDocument, width: number): Table {
  const recipients = [
    new Paragraph({ text: 'Nơi nhận:', style: 'RecipientsHeading', spacing: { before: 120 } }),
    ...doc.recipients.map((text) => new Paragraph({ text, style: 'Recipient' })),
  ]
  const signature = [
    ...doc.signature.map(
      (text, i) => new Paragraph({ text, style: 'SigningTitle', spacing: { before: i === 0 ? 120 : 0 } }),
    ),
    new Paragraph({ text: doc.signer, style: 'Signer' }),
  ]
  return twoColumns([[recipients, signature]], [width * 0.48, width * 0.52])
}
