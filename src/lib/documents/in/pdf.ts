import type { Block, Remark } from './blocks.ts'
import { type Budget, checkTime, spend } from './limits.ts'
import { openPdf, pdfLibrary } from './pdf-open.ts'
import { type PdfPage, readPage } from './pdf-page.ts'
import { blocksOfSheets, type Sheet, sheetOf } from './sheets.ts'

/** Fewer printed characters than this make a page a picture with at most a stamp on it. */
const leastCharacters = 40

function countCharacters(page: PdfPage): number {
  return page.spans.reduce((sum, span) => sum + span.text.trim().length, 0)
}

function pictureRemark(pages: readonly number[]): Remark {
  const list = pages.map((index) => index + 1).join(', ')
  return { code: 'truncated', detail: `Trang ${list} là ảnh quét, chưa được nhận dạng chữ.` }
}

/**
 * Reads a PDF's text layer: paragraphs rebuilt from lines, tables from their ruling lines and joined over pages, page
 * numbers and running heads left out. Answers 'scan' when the pages are pictures. Throws ReadingFault.
 */
export async function readPdf(
  bytes: Uint8Array,
  budget: Budget,
  onProgress?: (done: number, total: number, what: string) => void,
): Promise<{ kind: 'pdf'; blocks: Block[]; pages: number } | { kind: 'scan'; pages: number }> {
  const { OPS } = await pdfLibrary()
  const names = new Map(Object.entries(OPS).map(([name, number]) => [number as number, name]))
  checkTime(budget)
  const pdf = await openPdf(bytes, 1)
  const sheets: Sheet[] = []
  const pictures: number[] = []
  try {
    const total = Math.min(pdf.numPages, budget.limits.pages)
    if (total < pdf.numPages) budget.cut = true
    for (let number = 1; number <= total; number++) {
      checkTime(budget)
      const page = await readPage(await pdf.getPage(number), names)
      const count = countCharacters(page)
      if (count < leastCharacters) pictures.push(page.index)
      if (!spend(budget, 'characters', count)) break
      sheets.push(sheetOf(page))
      onProgress?.(number, total, 'pdf')
    }
    if (pictures.length * 2 > sheets.length && pictures.length > 0)
      return { kind: 'scan', pages: pdf.numPages }
    const blocks = blocksOfSheets(sheets, budget)
    const hollow = pictures.filter((index) => sheets[index]?.grids.length === 0)
    if (hollow.length > 0) blocks.at(-1)?.remarks.push(pictureRemark(hollow))
    return { kind: 'pdf', blocks, pages: pdf.numPages }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
