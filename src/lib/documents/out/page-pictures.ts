import { openPdf } from '../in/pdf-open.ts'

const gap = 16
const mostPixels = 60_000_000

/**
 * The pages of a PDF of ours as one picture (WebP), below each other and `width` pixels wide. Pages after `mostPages`
 * are left out.
 */
export async function pagePictures(bytes: Uint8Array, width: number, mostPages = 12): Promise<Uint8Array> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const { default: sharp } = await import('sharp')
  const pdf = await openPdf(Uint8Array.from(bytes), mostPixels)
  try {
    const layers: {
      input: Buffer
      raw: { width: number; height: number; channels: 4 }
      top: number
      left: number
    }[] = []
    let top = 0
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
      const page = await pdf.getPage(number)
      const scale = width / page.getViewport({ scale: 1 }).width
      const viewport = page.getViewport({ scale })
      const height = Math.round(viewport.height)
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
      await page.render({ canvas: null, canvasContext: context, viewport, background: '#fff' }).promise
      page.cleanup()
      layers.push({ input: canvas.data(), raw: { width, height, channels: 4 }, top, left: 0 })
      top += height + gap
    }
    const ground = { width, height: Math.max(1, top - gap), channels: 3 as const, background: '#d3dad2' }
    return new Uint8Array(await sharp({ create: ground }).composite(layers).webp({ quality: 82 }).toBuffer())
  } finally {
    await pdf.loadingTask.destroy()
  }
}
