import sharp from 'sharp'
import { storedPath } from './store.ts'

export interface ImageSize {
  width: number
  height: number
}

const known = new Map<string, ImageSize>()
const most = 50_000

/**
 * Width and height of a stored picture as it stands upright; null where it is none. Only its head is read, and bytes
 * under a hash never change, so that each is read once.
 */
export async function imageSize(dataDir: string, sha256: string): Promise<ImageSize | null> {
  const seen = known.get(sha256)
  if (seen) return seen
  try {
    const { width, height, orientation = 1 } = await sharp(storedPath(dataDir, sha256)).metadata()
    // From 5 on the camera lay on its side.
    const size = orientation >= 5 ? { width: height, height: width } : { width, height }
    if (known.size >= most) known.clear()
    known.set(sha256, size)
    return size
  } catch {
    return null
  }
}
