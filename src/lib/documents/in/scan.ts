import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page, Worker } from 'tesseract.js'
import type { Block } from './blocks.ts'
import { type Budget, checkTime, openBudget, ReadingFault } from './limits.ts'
import type { PdfPage } from './pdf-page.ts'
import type { Span } from './pdf-text.ts'
import { type Picture, picturesOfFile, picturesOfPdf, toPng } from './scan-pictures.ts'
import { eraseRules, findPictureRules } from './scan-rules.ts'
import { blocksOfSheets, type Sheet, sheetOf } from './sheets.ts'

type Progress = (done: number, total: number, what: string) => void
export interface ScanRead {
  kind: 'scan'
  blocks: Block[]
  pages: number
}

const remark = {
  code: 'ocr',
  detail: 'Chữ do máy nhận dạng từ ảnh quét; hãy đối chiếu với bản gốc.',
}

async function startWorker(): Promise<Worker> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const data = dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/package.json')))
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // Without a handler of ours the library throws outside any promise.
    errorHandler: () => undefined,
  })
  // The library's own setting takes a page for one block: it loses short centred lines such as the title, and reads
  // across the columns of a table. Words are looked for one by one instead; their places make the lines.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT })
  return worker
}

function spansOf(page: Page, scale: number): Span[] {
  const spans: Span[] = []
  for (const block of page.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const printed of paragraph.lines) {
        // One height and one baseline for the line: the boxes of single words dance with their accents.
        const size = Math.max(6, (printed.bbox.y1 - printed.bbox.y0) * scale * 0.72)
        const y = printed.bbox.y1 * scale - size * 0.22
        for (const word of printed.words) {
          if (word.text.trim() === '') continue
          const [x0, x1] = [word.bbox.x0 * scale, word.bbox.x1 * scale]
          spans.push({ text: word.text, x0, x1, y, size, font: '', spaced: true })
        }
      }
    }
  }
  return spans
}

/** Letters on one page are of few sizes; the guess from a line's box is drawn to the usual one. */
function evenSizes(spans: readonly Span[]): void {
  const sizes = spans.map((span) => span.size).toSorted((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 12
  for (const span of spans) if (Math.abs(span.size - usual) < usual * 0.35) span.size = usual
}

async function recognise(worker: Worker, picture: Picture, index: number): Promise<Sheet> {
  const { width, height } = picture
  const scale = picture.pointsWide / width
  const rules = findPictureRules(picture.gray, width, height, scale)
  const png = await toPng(picture, eraseRules(picture.gray, width, height, rules, scale))
  const { data } = await worker.recognize(png, {}, { blocks: true, text: false })
  const spans = spansOf(data, scale)
  evenSizes(spans)
  const page: PdfPage = { index, width: picture.pointsWide, height: height * scale, spans, rules }
  return sheetOf(page)
}

function markAll(blocks: readonly Block[]): Block[] {
  for (const block of blocks) {
    if (block.kind === 'line') {
      if (block.text.trim() !== '') block.remarks.push(remark)
    } else for (const cell of block.rows.flat()) if (cell.text.trim() !== '') cell.remarks.push(remark)
  }
  return [...blocks]
}

async function recogniseAll(
  pictures: AsyncIterable<Picture>,
  total: number,
  budget: Budget,
  onProgress?: Progress,
): Promise<ScanRead> {
  const worker = await startWorker()
  const stop = () => void worker.terminate()
  budget.signal?.addEventListener('abort', stop, { once: true })
  const long = openBudget(
    { ...budget.limits, milliseconds: total * budget.limits.scanMilliseconds },
    budget.signal,
  )
  try {
    const sheets: Sheet[] = []
    onProgress?.(0, total, 'ocr')
    for await (const picture of pictures) {
      checkTime(long)
      sheets.push(await withDeadline(recognise(worker, picture, sheets.length), budget))
      onProgress?.(sheets.length, total, 'ocr')
    }
    return { kind: 'scan', blocks: markAll(blocksOfSheets(sheets, long)), pages: total }
  } finally {
    budget.signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** A page that hangs, or a worker ended by the caller's signal, never answers; the wait ends here. */
async function withDeadline<T>(work: Promise<T>, budget: Budget): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new ReadingFault('too-slow')), budget.limits.scanMilliseconds)
  const cancel = () => reject(new ReadingFault('cancelled'))
  budget.signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    budget.signal?.removeEventListener('abort', cancel)
  }
}

/** Recognises the pages of a scanned PDF, offline, in a worker thread. Progress after each page. */
export async function recognisePdf(
  bytes: Uint8Array,
  budget: Budget,
  onProgress?: Progress,
): Promise<ScanRead> {
  const { total, pictures } = await picturesOfPdf(bytes, budget)
  return recogniseAll(pictures, total, budget, onProgress)
}

/** Recognises a photographed or scanned page (.png, .jpg, .tif with one or several pages). */
export async function recogniseImage(
  bytes: Uint8Array,
  budget: Budget,
  onProgress?: Progress,
): Promise<ScanRead> {
  const { total, pictures } = await picturesOfFile(bytes, budget)
  return recogniseAll(pictures, total, budget, onProgress)
}
