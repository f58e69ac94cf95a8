import { imageSize } from '../../lib/files/image-size.ts'
import type { Request } from '../../lib/http/route.ts'
import { imageAddress, imageWidths } from './body.ts'
import { selectHashes } from './files.sql.ts'
import type { Entry } from './reading.sql.ts'

/** A picture as a page needs it: sizes before the bytes, so that nothing jumps when they come. */
export interface Picture {
  src: string
  srcset: string
  width: number
  height: number
  alt: string
}
export type ShownEntry = Entry & { picture: Picture | null }

/** Sizes of pictures by file id; without those that are none. */
export async function picturesOf(
  c: Request,
  provinceId: number,
  images: readonly { fileId: number; alt: string }[],
): Promise<Map<number, Picture>> {
  const hashes = await selectHashes(c.get('db'), provinceId, [...new Set(images.map((i) => i.fileId))])
  const found = new Map<number, Picture>()
  for (const { fileId, alt } of images) {
    const sha256 = hashes.get(fileId)
    const size = sha256 && (await imageSize(c.get('config').dataDir, sha256))
    if (size) found.set(fileId, { ...sources(fileId, size.width, size.height), alt })
  }
  return found
}

/** Pictures are made to fit a square of the width asked for: an upright one is narrower than its name says. */
function sources(fileId: number, width: number, height: number): Omit<Picture, 'alt'> {
  const longer = Math.max(width, height)
  const fitted = imageWidths.map((side) => {
    const scale = Math.min(1, side / longer)
    return { side, width: Math.round(width * scale), height: Math.round(height * scale) }
  })
  // A small picture is the same file in every size.
  const distinct = fitted.filter((f, i) => f.width !== fitted[i - 1]?.width)
  const whole = distinct.at(-1) ?? { side: 960 as const, width, height }
  const src = distinct.find((f) => f.side === 960) ?? whole
  return {
    src: imageAddress(fileId, src.side),
    srcset: distinct.map((f) => `${imageAddress(fileId, f.side)} ${f.width}w`).join(', '),
    width: whole.width,
    height: whole.height,
  }
}

/** The entries with their lead pictures. */
export async function withPictures(c: Request, entries: readonly Entry[]): Promise<ShownEntry[]> {
  const provinceId = c.get('site')?.provinceId ?? 0
  const images = entries.flatMap((e) => (e.imageId === null ? [] : [{ fileId: e.imageId, alt: e.imageAlt }]))
  const pictures = await picturesOf(c, provinceId, images)
  return entries.map((e) => ({ ...e, picture: pictures.get(e.imageId ?? 0) ?? null }))
}

/** Gives the images inside a stored text their sizes; the text came out of our own writer. */
export function withSizes(html: string, pictures: ReadonlyMap<number, Picture>): string {
  return html.replace(/<img src="\/media\/(\d+)\/960"/g, (tag, id: string) => {
    const p = pictures.get(Number(id))
    if (!p) return tag
    const sizes = '(min-width: 48rem) 44rem, 100vw'
    return `<img src="${p.src}" srcset="${p.srcset}" sizes="${sizes}" width="${p.width}" height="${p.height}"`
  })
}
