import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url))
}

test.each(['scan.pdf', 'scan.png'])('%s is known for a scan at once', async (name) => {
  expect(await readDocument(fixture(name))).toMatchObject({ ok: false, fault: { code: 'needs-ocr' } })
})

test('a scanned table is recognised cell by cell, with progress, every cell noted', async () => {
  const steps: string[] = []
  const onProgress = (done: number, total: number, what: string) => steps.push(`${what} ${done}/${total}`)
  // Time enough where the machine does much else.
  const limits = { milliseconds: 300_000, scanMilliseconds: 600_000 }
  const result = await readDocument(fixture('scan.pdf'), {}, { ocr: true, onProgress, limits })
  if (!result.ok) throw new Error(result.fault.code)
  const { kind, text, notes, pages } = result.document
  expect({ kind, pages }).toEqual({ kind: 'scan', pages: 1 })
  expect(steps.slice(-2)).toEqual(['ocr 0/1', 'ocr 1/1'])
  expect(text).toContain('| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |')
  expect(text).toMatch(/\| 01 \| Mở lớp bồi dưỡng kỹ năng tuyên truyền [^|]* \| Trường Chính trị tỉnh \|/)
  expect(notes.length).toBeGreaterThan(20)
  expect(new Set(notes.map((note) => note.code))).toEqual(new Set(['ocr']))
}, 1_200_000)

test('recognition can be called off', async () => {
  const control = new AbortController()
  const reading = readDocument(fixture('scan.png'), {}, { ocr: true, signal: control.signal })
  setTimeout(() => control.abort(), 300)
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})
