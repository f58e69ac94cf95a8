import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'

/** Bytes lie under their SHA-256, so that the same photo sent ten times is kept once, and a changed byte is seen. */
export function storedPath(dataDir: string, sha256: string): string {
  return join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

export function thumbnailPath(dataDir: string, sha256: string, side = 480): string {
  return join(dataDir, 'files', 'thumbnails', `${sha256}-${side}.webp`)
}

/** Bytes that a picture for a service may have at most: few, so that nobody can ask for ever new ones. */
export const pictureSizes = [80_000, 180_000, 450_000, 950_000] as const
export type PictureSize = (typeof pictureSizes)[number]

/** The largest of them that a service with this limit takes; null: it says none. */
export function pictureSizeBelow(most: number | null): PictureSize {
  return pictureSizes.findLast((size) => most === null || size <= most) ?? pictureSizes[0]
}

function picturePath(dataDir: string, sha256: string, size: PictureSize): string {
  return `${thumbnailPath(dataDir, sha256, 1440)}-${size / 1000}.jpg`
}

/** Everything that is made of a stored picture, in the sizes that readers and services ask for. */
export function madeOf(dataDir: string, sha256: string): string[] {
  const sides = [480, 960, 1440].map((side) => thumbnailPath(dataDir, sha256, side))
  return [...sides, ...pictureSizes.map((size) => picturePath(dataDir, sha256, size))]
}

export interface Arrived {
  path: string
  sha256: string
  bytes: number
}

/** Writes a stream to a place of waiting, hashing on the way; on the disk (fsync) when this answers. */
export async function writeArrival(dataDir: string, stream: Readable): Promise<Arrived> {
  const folder = join(dataDir, 'files', 'arriving')
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', flush: true, mode: 0o640 }))
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  }
  return { path, sha256: hash.digest('hex'), bytes }
}

/** Moves an arrival to its place: there in whole or not at all, also after a power cut. */
export async function keepArrival(dataDir: string, arrived: Arrived): Promise<void> {
  const place = storedPath(dataDir, arrived.sha256)
  if (await touched(place, arrived)) return rm(arrived.path, { force: true })
  await mkdir(dirname(place), { recursive: true })
  await rename(arrived.path, place)
  await syncFolder(dirname(place))
}

/** Marks bytes as young as the arrival, so that the nightly sweep leaves them; false where they are not there. */
async function touched(place: string, arrived: Arrived): Promise<boolean> {
  const { mtime } = await stat(arrived.path)
  return utimes(place, mtime, mtime).then(
    () => true,
    () => false,
  )
}

export async function dropArrival(arrived: Arrived): Promise<void> {
  await rm(arrived.path, { force: true })
}

/** Windows cannot open a folder to sync it; its file systems keep the rename in their own journal. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const pictureLimit = 60_000_000

/**
 * A small WebP of a stored picture, made once and kept beside it: upright, at most `side` pixels, without the
 * place and the phone that a camera writes into a photo. Null where the picture cannot be read. Fit for a job.
 */
export async function thumbnail(dataDir: string, sha256: string, side = 480): Promise<Buffer | null> {
  return keptRendition(thumbnailPath(dataDir, sha256, side), () =>
    upright(dataDir, sha256, side).webp({ quality: 72 }).toBuffer(),
  )
}

/**
 * The same as a JPEG of at most 1440 pixels and of so many bytes, for services that take neither WebP nor large
 * pictures: first of less quality, then smaller.
 */
export async function channelPicture(
  dataDir: string,
  sha256: string,
  size: PictureSize = 950_000,
): Promise<Buffer | null> {
  return keptRendition(picturePath(dataDir, sha256, size), async () => {
    for (const side of [1440, 1080, 720, 480])
      for (const quality of [84, 70, 56, 42]) {
        const picture = await upright(dataDir, sha256, side)
          .flatten({ background: '#fff' })
          .jpeg({ quality })
          .toBuffer()
        if (picture.length <= size) return picture
      }
    return upright(dataDir, sha256, 240).flatten({ background: '#fff' }).jpeg({ quality: 28 }).toBuffer()
  })
}

function upright(dataDir: string, sha256: string, side: number) {
  return sharp(storedPath(dataDir, sha256), { limitInputPixels: pictureLimit })
    .rotate()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
}

async function keptRendition(place: string, make: () => Promise<Buffer>): Promise<Buffer | null> {
  try {
    if (existsSync(place)) return await readFile(place)
    const small = await make()
    await mkdir(dirname(place), { recursive: true })
    const draft = `${place}.${randomUUID()}`
    await writeFile(draft, small)
    await rename(draft, place)
    return small
  } catch {
    return null
  }
}
