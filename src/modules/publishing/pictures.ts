import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Db } from '../../lib/db/db.ts'
import { imageSize } from '../../lib/files/image-size.ts'
import type { Request } from '../../lib/http/route.ts'
import { keeperOfMany } from '../../lib/kept.ts'
import { imageAddress, imageWidths } from './body.ts'
import { selectHashes } from './files.sql.ts'
import type { Entry } from './reading.sql.ts'
import { endedFrom, isMended } from './validity.ts'

/** A picture as a page needs it: sizes before the bytes, so that nothing jumps when they come. */
export interface Picture {
  src: string
  srcset: string
  width: number
  height: number
  alt: string
}
/** `standing`: what a reader should know of it today before opening it. */
export type ShownEntry = Entry & { picture: Picture | null; standing: 'ended' | 'mended' | null }

const keptHashes = keeperOfMany<string | null>(20_000)

/** The bytes of a file never change: its hash is read once in a process. */
async function hashesOf(
  db: Db,
  provinceId: number,
  fileIds: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const keyOf = (id: number) => `${provinceId} ${id}`
  const labels = new Map([...fileIds].map((id) => [keyOf(id), '']))
  const kept = await keptHashes(db, labels, async (keys) => {
    const ids = [...fileIds].filter((id) => keys.includes(keyOf(id)))
    const read = await selectHashes(db, provinceId, ids)
    return new Map(ids.map((id) => [keyOf(id), read.get(id) ?? null]))
  })
  return new Map(
    [...fileIds].flatMap((id) => {
      const hash = kept.get(keyOf(id))
      return hash ? [[id, hash]] : []
    }),
  )
}

/** Sizes of pictures by file id; without those that are none. */
export async function picturesOf(
  c: Request,
  provinceId: number,
  images: readonly { fileId: number; alt: string }[],
): Promise<Map<number, Picture>> {
  const hashes = await hashesOf(c.get('db'), provinceId, new Set(images.map((i) => i.fileId)))
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
  return pictured(
    entries,
    await picturesOf(c, c.get('site')?.provinceId ?? 0, imagesOf(entries)),
    dayOf(c.get('now')),
  )
}

export function imagesOf(entries: readonly Entry[]): { fileId: number; alt: string }[] {
  return entries.flatMap((e) => (e.imageId === null ? [] : [{ fileId: e.imageId, alt: e.imageAlt }]))
}

export function pictured(
  entries: readonly Entry[],
  pictures: ReadonlyMap<number, Picture>,
  today: Day,
): ShownEntry[] {
  return entries.map((e) => ({
    ...e,
    picture: e.imageId === null ? null : pictureOf(pictures, { fileId: e.imageId, alt: e.imageAlt }),
    standing: standingOf(e, today),
  }))
}

function standingOf({ facts }: Entry, today: Day): ShownEntry['standing'] {
  if (endedFrom(facts, today)) return 'ended'
  return isMended(facts, today) ? 'mended' : null
}

/** What a picture shows is told by whoever shows it: two entries may tell it differently. */
export function pictureOf(
  pictures: ReadonlyMap<number, Picture>,
  { fileId, alt }: { fileId: number; alt: string },
): Picture | null {
  const picture = pictures.get(fileId)
  return picture ? { ...picture, alt } : null
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
