import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { channelPicture, storedPath, thumbnail } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'chungtay-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function stored(sha256: string, bytes: Buffer): Promise<void> {
  mkdirSync(dirname(storedPath(folder, sha256)), { recursive: true })
  writeFileSync(storedPath(folder, sha256), bytes)
}

test('a picture for others is a JPEG below a megabyte, however noisy, and white where it was see-through', async () => {
  const noise = { raw: { width: 1500, height: 1000, channels: 4 } } as const
  await stored(
    'aa01',
    await sharp(randomBytes(1500 * 1000 * 4), noise)
      .png({ compressionLevel: 0 })
      .toBuffer(),
  )
  const bytes = (await channelPicture(folder, 'aa01')) as Buffer
  const facts = await sharp(bytes).metadata()
  expect(facts).toMatchObject({ format: 'jpeg', hasAlpha: false })
  expect(facts.width).toBeLessThanOrEqual(1440)
  expect(bytes.length).toBeLessThan(1_000_000)
  const clear = { create: { width: 8, height: 8, channels: 4, background: '#0000' } } as const
  await stored('aa02', await sharp(clear).png().toBuffer())
  const pixel = await sharp((await channelPicture(folder, 'aa02')) as Buffer)
    .raw()
    .toBuffer()
  expect([...pixel.subarray(0, 3)]).toEqual([255, 255, 255])
})

test('the same picture for browsers is a WebP; what is no picture is nothing', async () => {
  expect(await sharp((await thumbnail(folder, 'aa02')) as Buffer).metadata()).toMatchObject({
    format: 'webp',
  })
  await stored('aa03', Buffer.from('no picture'))
  expect(await channelPicture(folder, 'aa03')).toBeNull()
})
