import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ReadingFault } from './limits.ts'

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loading: Promise<PdfLibrary> | undefined

/** pdf.js, loaded on first use: it takes a third of a second and 40 MB. */
export function pdfLibrary(): Promise<PdfLibrary> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return loading
}

const packageFolder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))

/** Opens a PDF with nothing but its own bytes: no scripts, no fonts, no network. Throws ReadingFault. */
export async function openPdf(bytes: Uint8Array, maxImageSize: number): Promise<PDFDocumentProxy> {
  const { getDocument } = await pdfLibrary()
  try {
    return await getDocument({
      // pdf.js takes possession of the buffer it is given.
      data: Uint8Array.from(bytes),
      disableFontFace: true,
      // Without it fonts come without the names that tell bold and old encodings.
      fontExtraProperties: true,
      useSystemFonts: false,
      useWasm: true,
      enableXfa: false,
      stopAtErrors: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize,
      verbosity: 0,
      cMapUrl: join(packageFolder, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
      wasmUrl: join(packageFolder, 'wasm/'),
    }).promise
  } catch (error) {
    const name = (error as { name?: string }).name
    throw new ReadingFault(name === 'PasswordException' ? 'password' : 'damaged', error)
  }
}
