import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

async function read(name: string) {
  const result = await readDocument(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
  if (!result.ok) throw new Error(result.fault.code)
  return result.document
}

/** Lines without blank ones; the head's two columns may come row by row or column by column. */
function body(text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return [...lines.slice(0, 6).toSorted(), ...lines.slice(6)]
}

test.each(['plan-libreoffice.pdf', 'plan-chromium.pdf', 'plan-typst.pdf', 'plan.rtf', 'plan.html'])(
  '%s reads like the Word file of the same plan',
  async (name) => {
    const word = await read('plan.docx')
    const { kind, text } = await read(name)
    expect(kind).toBe(name.endsWith('.pdf') ? 'pdf' : name.endsWith('.rtf') ? 'doc' : 'html')
    expect(body(text)).toEqual(body(word.text))
  },
  300_000,
)

test('an old .doc reads like it too, but for merged cells, which it does not tell', async () => {
  const word = await read('plan.docx')
  const { kind, text } = await read('plan.doc')
  expect(kind).toBe('doc')
  expect(body(text)).toEqual(body(word.text.replaceAll('^^', '')))
})

test('letters drawn from another font stand where they are printed', async () => {
  const { text, pages } = await read('fallback-fonts.pdf')
  expect(pages).toBe(1)
  const word = await read('plan.docx')
  const first = body(word.text)
  expect(body(text)).toEqual(first.slice(0, first.indexOf('PHỤ LỤC')))
})

test('a table over pages is one table, its head printed once', async () => {
  const { text, pages } = await read('plan-libreoffice.pdf')
  expect(pages).toBeGreaterThan(2)
  expect(text.match(/\| STT \|/g)).toHaveLength(1)
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  expect(rows).toHaveLength(17)
  expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length))).toEqual(new Set([7]))
})

test('every note stands inside the text', async () => {
  const { text, notes } = await read('plan-chromium.pdf')
  for (const note of notes) {
    expect(note.start).toBeGreaterThanOrEqual(0)
    expect(note.end).toBeLessThanOrEqual(text.length)
  }
})
