import type { PictureSize } from '../../lib/files/store.ts'
import { richTextToBlocks } from '../../lib/richtext/blocks.ts'
import { imagesOf } from '../../lib/richtext/contents.ts'
import { richTextToHtml, type SafeHtml } from '../../lib/richtext/html.ts'
import type { RichText } from '../../lib/richtext/rich-text.ts'

/** Widths of an image in pixels that readers may ask for. */
export const imageWidths = [480, 960, 1440] as const
export type ImageWidth = (typeof imageWidths)[number]

/** Where anybody may fetch an image or file that a publication shows. */
export function imageAddress(fileId: number, width: ImageWidth): string {
  return `/media/${fileId}/${width}`
}

/** The same as a JPEG of at most so many bytes: below a megabyte, or below what a service says. */
export function channelImageAddress(fileId: number, size: PictureSize = 950_000): string {
  return `/media/${fileId}/${size === 950_000 ? 'picture' : `picture-${size / 1000}`}.jpg`
}

/** The text as readers get it, and as searchers read it. */
export function renderBody(doc: RichText): {
  html: SafeHtml
  text: string
  imageFiles: { fileId: number; alt: string }[]
} {
  return {
    html: richTextToHtml(doc, { image: (file) => ({ src: imageAddress(file, 960) }) }),
    text: textOf(doc),
    imageFiles: imagesOf(doc).map((i) => ({ fileId: i.file, alt: i.alt })),
  }
}

function textOf(doc: RichText): string {
  const lines = richTextToBlocks(doc).flatMap((block): string[] => {
    if (block.kind === 'rule') return []
    if (block.kind === 'image') return [words(block.caption)]
    if (block.kind !== 'table') return [words(block.spans)]
    return block.rows.map((row) =>
      row.map((cell) => cell.blocks.map((b) => ('spans' in b ? words(b.spans) : '')).join(' ')).join(' | '),
    )
  })
  return lines.filter((line) => line.trim() !== '').join('\n')
}

function words(spans: readonly { text: string }[]): string {
  return spans.map((s) => s.text).join('')
}
