import fc from 'fast-check'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { qrPng, qrSvg } from './qr.ts'

/** What another program reads from the pixels. */
async function readBack(
  picture: Buffer,
  spoil?: (raw: Buffer, width: number) => void,
): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  spoil?.(data, info.width)
  return jsQR.default(Uint8ClampedArray.from(data), info.width, info.height)?.data ?? null
}

const letters = fc.constantFrom(...'23456789abcdefghjkmnpqrstuvwxyz')
const address = fc
  .tuple(
    fc.array(letters, { minLength: 7, maxLength: 7 }),
    fc.constantFrom('cchc.anhoa.gov.vn', 'cchc.quangngai.gov.vn', 'localhost:3000'),
  )
  .map(([code, host]) => `https://${host}/s/${code.join('')}`)

test('a second program reads every code, as a picture and as a drawing', async () => {
  await fc.assert(
    fc.asyncProperty(address, async (text) => {
      expect(await readBack(await qrPng(text, 300))).toBe(text)
      const drawn = await sharp(Buffer.from(await qrSvg(text)), { density: 300 })
        .resize(300)
        .png()
        .toBuffer()
      expect(await readBack(drawn)).toBe(text)
    }),
    { numRuns: 15 },
  )
})

test('a code is black on white with four modules of quiet, and bears a stain', async () => {
  const text = 'https://cchc.anhoa.gov.vn/s/h7k2m9p'
  const picture = await qrPng(text, 400)
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect(new Set(data)).toEqual(new Set([0, 255]))
  const first = data.indexOf(0)
  const quiet = Math.floor(first / info.width)
  const module_ = info.width / ((info.width - 2 * quiet) / (quiet / 4) + 8)
  expect(quiet).toBe(first % info.width)
  expect(quiet / module_).toBeCloseTo(4)
  const stained = await readBack(picture, (raw, width) => {
    for (let y = Math.floor(width * 0.5); y < width * 0.6; y += 1)
      for (let x = Math.floor(width * 0.5); x < width * 0.6; x += 1)
        raw.fill(120, 4 * (y * width + x), 4 * (y * width + x) + 3)
  })
  expect(stained).toBe(text)
})
