import { Readable } from 'node:stream'
import sharp from 'sharp'
import { insertFile, type StoredFile } from '../../lib/files/files.ts'
import { keepArrival, writeArrival } from '../../lib/files/store.ts'
import type { Stage } from './stage.ts'

const grounds = ['#0b5c7a', '#7a3b0b', '#2f6b2f', '#5b3a7a', '#8a2b3d', '#3f4f5f']

/** A small picture drawn for the demonstration and marked as such, stored like a photo that somebody sent. */
export async function drawnPicture(
  stage: Stage,
  n: number,
  accountId: number,
  at: Date,
): Promise<StoredFile> {
  const ground = grounds[n % grounds.length]
  const skyline = Array.from({ length: 7 }, (_, i) => {
    const height = 60 + ((n * 37 + i * 53) % 150)
    return `<rect x="${40 + i * 82}" y="${390 - height}" width="60" height="${height}" fill="#ffffff" opacity=".28"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect width="640" height="480" fill="${ground}"/><circle cx="${90 + ((n * 61) % 440)}" cy="110" r="46" fill="#fff" opacity=".55"/>
    ${skyline.join('')}<rect y="390" width="640" height="90" fill="#000" opacity=".35"/>
    <text x="320" y="446" font-family="sans-serif" font-size="34" fill="#fff" text-anchor="middle">Ảnh minh họa số ${n + 1}</text></svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()
  const arrived = await writeArrival(stage.config.dataDir, Readable.from([bytes]))
  await keepArrival(stage.config.dataDir, arrived)
  const file = {
    sha256: arrived.sha256,
    bytes: arrived.bytes,
    kind: 'jpg',
    name: `anh-minh-hoa-${n + 1}.jpg`,
  } as const
  return insertFile(stage.tx, stage.provinceId, accountId, at, file)
}
