import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { entryName, zipOf } from './bundle.ts'

test('an archive of bytes and files unpacks to what went in, names in Vietnamese', async () => {
  const folder = mkdtempSync('/tmp/chungtay-bundle-')
  const big = Buffer.alloc(300_000, 7)
  writeFileSync(join(folder, 'big'), big)
  const entries = [
    { path: 'Mục lục.txt', from: { bytes: strToU8('Ấn phẩm số') } },
    { path: '4.1 Kế hoạch/01 Ảnh.jpg', from: { file: join(folder, 'big') } },
  ]
  const chunks: Uint8Array[] = []
  for await (const chunk of zipOf(entries, new Date('2026-11-22T02:00:00Z'))) chunks.push(chunk)
  const unpacked = unzipSync(Buffer.concat(chunks))
  expect(Object.keys(unpacked)).toEqual(['Mục lục.txt', '4.1 Kế hoạch/01 Ảnh.jpg'])
  expect(strFromU8(unpacked['Mục lục.txt'] ?? new Uint8Array())).toBe('Ấn phẩm số')
  expect(Buffer.from(unpacked['4.1 Kế hoạch/01 Ảnh.jpg'] ?? []).equals(big)).toBe(true)
  rmSync(folder, { recursive: true })
})

test('names lose what a system could stumble over', () => {
  expect(entryName('../../etc/passwd')).toBe('-..-etc-passwd')
  expect(entryName('Ảnh\u202Egpj.exe')).toBe('Ảnhgpj.exe')
  expect(entryName('a:b?c*')).toBe('a-b-c-')
  expect(entryName(' . ')).toBe('tệp')
})
