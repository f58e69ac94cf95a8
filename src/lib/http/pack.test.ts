import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packed } from './pack.ts'

const page = 'Ủy ban nhân dân xã '.repeat(200)

test('a page is packed as the browser takes it, and unpacks to itself', () => {
  const br = packed(page, 'gzip, deflate, br, zstd')
  expect(br?.encoding).toBe('br')
  expect(brotliDecompressSync(br?.body ?? '').toString()).toBe(page)
  const gzip = packed(page, 'gzip;q=1.0, deflate')
  expect(gzip?.encoding).toBe('gzip')
  expect(gunzipSync(gzip?.body ?? '').toString()).toBe(page)
})

test('who does not take it, refuses it, or gets a short page, receives it as it is', () => {
  for (const accepted of [undefined, '', 'deflate', 'br;q=0, gzip; q=0.0', 'identity']) {
    expect(packed(page, accepted)).toBeNull()
  }
  expect(packed(page, 'br;q=0, gzip;q=0.5')?.encoding).toBe('gzip')
  expect(packed('ngắn', 'br')).toBeNull()
})
