import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Sharp } from 'sharp'
import { type Budget, ReadingFault } from './limits.ts'
import { openPdf } from './pdf-open.ts'

/** One page as a picture made ready for recognition. */
export interface Picture {
  /** Bytes of grey, row by row. */
  gray: Uint8Array
  width: number
  height: number
  /** The page's width in points, so that distances mean what they do in print. */
  pointsWide: number
}

export interface Pictures {
  total: number
  pictures: AsyncIterable<Picture>
}

/** Pixels across a page of A4 at which recognition is at its best: some 270 to the inch. */
const wanted = 2200
const mostPixels = 100_000_000
const a4Wide = 595

async function prepare(image: Sharp, pointsWide: number): Promise<Picture> {
  const gray = image.flatten({ background: '#fff' }).grayscale().normalise()
  const { data, info } = await gray.raw().toBuffer({ resolveWithObject: true })
  const { default: sharp } = await import('sharp')
  const plain =
    info.channels === 1 ? data : await sharp(data, { raw: info }).extractChannel(0).raw().toBuffer()
  return { gray: plain, width: info.width, height: info.height, pointsWide }
}

/** The picture as a file for recognition. It is told its dots to the inch, which it otherwise guesses badly. */
export async function toPng(picture: Picture, gray: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const raw = { width: picture.width, height: picture.height, channels: 1 as const }
  const density = Math.round((picture.width / picture.pointsWide) * 72)
  return sharp(gray, { raw }).withMetadata({ density }).png({ compressionLevel: 1 }).toBuffer()
}

async function renderPage(pdf: PDFDocumentProxy, number: number): Promise<Picture> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const { default: sharp } = await import('sharp')
  const page = await pdf.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  const scale = Math.min(6, wanted / Math.max(100, Math.min(plain.width, plain.height * 1.5)))
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  if (width * height > mostPixels) throw new ReadingFault('too-large')
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  await page.render({ canvas: null, canvasContext: context, viewport, background: '#fff' }).promise
  page.cleanup()
  const pixels = canvas.data()
  return prepare(sharp(pixels, { raw: { width, height, channels: 4 } }), plain.width)
}

async function* pagesOf(pdf: PDFDocumentProxy, total: number): AsyncGenerator<Picture> {
  try {
    for (let number = 1; number <= total; number++) yield await renderPage(pdf, number)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The pages of a PDF, drawn one at a time as they are asked for. */
export async function picturesOfPdf(bytes: Uint8Array, budget: Budget): Promise<Pictures> {
  const pdf = await openPdf(bytes, mostPixels)
  const total = Math.min(pdf.numPages, budget.limits.scanPages)
  if (total < pdf.numPages) budget.cut = true
  return { total, pictures: pagesOf(pdf, total) }
}

async function* framesOf(bytes: Uint8Array, total: number): AsyncGenerator<Picture> {
  const { default: sharp } = await import('sharp')
  for (let page = 0; page < total; page++) {
    const image = sharp(bytes, { page, limitInputPixels: mostPixels, failOn: 'none' }).rotate()
    const { width = 0 } = await image.metadata()
    // Small pictures are enlarged and huge ones reduced to the size at which letters are read best.
    const sized = width < wanted * 0.7 || width > wanted * 1.6 ? image.resize({ width: wanted }) : image
    yield await prepare(sized, a4Wide)
  }
}

/** The pages of an image file. Throws ReadingFault 'damaged' when it cannot be opened. */
export async function picturesOfFile(bytes: Uint8Array, budget: Budget): Promise<Pictures> {
  const { default: sharp } = await import('sharp')
  try {
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'none' }).metadata()
    const total = Math.min(pages, budget.limits.scanPages)
    if (total < pages) budget.cut = true
    return { total, pictures: framesOf(bytes, total) }
  } catch (error) {
    throw new ReadingFault('damaged', error)
  }
}
