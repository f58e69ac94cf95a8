import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Day } from '../../calendar/day.ts'
import { conflict } from '../../errors.ts'
import { projectPath } from '../../paths.ts'
import {
  firstLineIndent,
  headColumns,
  lineSpacing,
  margins,
  motto,
  nationalTitle,
  rulePart,
  sizes,
  spaceAfter,
} from './nd30.ts'
import type { Block, OfficialDocument } from './official-document.ts'
import { type Piece, printDocument, printExcerpt } from './printed.ts'
import { columnWidths, isShort, measureOf } from './row-height.ts'
import { balancedWidth } from './text-width.ts'

const look = {
  font: 'Tinos',
  sizes,
  margins,
  firstLineIndent,
  spaceAfter,
  lineSpacing,
  rulePart,
  nationalTitle,
  motto,
  headColumns,
}

let compiler: Promise<NodeCompiler> | null = null

/** Made at the first PDF: reading the fonts takes about 0.1 s. Where it cannot be loaded, the next PDF tries again. */
function theCompiler(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler')
    .then((typst) =>
      typst.NodeCompiler.create({
        workspace: projectPath('src/lib/documents/out/templates'),
        fontArgs: [{ fontPaths: [projectPath('node_modules/@expo-google-fonts/tinos')] }],
      }),
    )
    .catch((fault) => {
      compiler = null
      throw notOnThisMachine(fault)
    })
  return compiler
}

/** Not every kind of machine has a compiler (decision 10); the same document leaves as .docx everywhere. */
function notOnThisMachine(cause: Error): Error {
  const refusal = conflict(
    `Máy chủ này (${process.platform}-${process.arch}) chưa in được PDF vì thiếu bộ dàn trang Typst. Hãy tải bản .docx; nội dung và thể thức như nhau.`,
    `This server (${process.platform}-${process.arch}) cannot print PDF: the Typst compiler is missing. Download the .docx; it has the same contents and layout.`,
  )
  refusal.cause = cause
  return refusal
}

function measured(pieces: Piece[], width: number) {
  return pieces.map((piece) => {
    if (piece.kind !== 'table') return piece
    const widths = columnWidths(piece, width)
    const rows = piece.rows.map((row) =>
      row.kind === 'group' ? row : { ...row, kept: isShort(row.cells, widths) },
    )
    return { ...piece, rows }
  })
}

/** A little more than the measured width, so that rounding never adds a line. */
function titleWidth(text: string, width: number): number {
  return Math.min(width, balancedWidth(text, sizes.abstract, width, true) + 1)
}

function inputOf(doc: OfficialDocument): string {
  const printed = printDocument(doc)
  const width = measureOf(false)
  const document = {
    ...printed,
    abstractWidth: titleWidth(printed.abstract ?? '', width),
    aboutWidth: printed.about ? balancedWidth(printed.about, sizes.about, headColumns[0] - 2) + 1 : 0,
    pieces: measured(printed.pieces, width),
    annexes: printed.annexes.map((annex) => ({
      ...annex,
      subjectWidth: titleWidth(annex.subject ?? '', measureOf(annex.landscape)),
      pieces: measured(annex.pieces, measureOf(annex.landscape)),
    })),
  }
  const date = doc.date?.split('-').map(Number) ?? [doc.year, 1, 1]
  return JSON.stringify({ document, look, date })
}

/** PDF/A-2a; from Typst 0.13, which some kinds of machine still have, PDF/A-2b: the same page, without tags. */
function archived(typst: NodeCompiler, page: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return typst.pdf(page, { pdfStandard: 'a-2a' })
  } catch (fault) {
    if (!/unknown variant/.test((fault as Error).message)) throw fault
    return typst.pdf(page, { pdfStandard: 'a-2b' })
  }
}

/**
 * The document as a tagged PDF/A-2a (for archives and for screen readers) in the layout of NĐ 30/2020/NĐ-CP,
 * Phụ lục I. The same document gives the same bytes.
 */
export function writePdf(doc: OfficialDocument): Promise<Uint8Array> {
  return compiled(inputOf(doc))
}

/**
 * A section of another document as PDF, for reading and for an annex there: the blocks that the .docx excerpt holds,
 * under their title, without head, number and signature.
 */
export function writePdfExcerpt(
  title: string,
  blocks: readonly Block[],
  by: string,
  date: Day,
): Promise<Uint8Array> {
  const width = measureOf(false)
  const document = {
    ...{ excerpt: true, title, issuingBody: [by], annexes: [] },
    abstractWidth: titleWidth(title, width),
    pieces: measured(printExcerpt(blocks), width),
  }
  return compiled(JSON.stringify({ document, look, date: date.split('-').map(Number) }))
}

async function compiled(document: string): Promise<Uint8Array> {
  const typst = await theCompiler()
  const main = projectPath('src/lib/documents/out/templates/official-document.typ')
  const result = typst.compile({ mainFilePath: main, inputs: { document } })
  if (result.result === null) {
    const faults = result.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`The template of official documents failed: ${JSON.stringify(faults)}`)
  }
  const pdf = archived(typst, result.result)
  // What was laid out for older documents is forgotten after ten newer ones; otherwise memory only grows.
  typst.evictCache(10)
  return new Uint8Array(pdf)
}
