import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf, paragraph, table, tableCell } from './docx.fixtures.ts'
import { faultTexts } from './faults.texts.ts'
import { readDocument } from './read-document.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test.each([
  ['empty', new Uint8Array()],
  ['no-text', bytesOf('  \n ')],
  ['unknown', bytesOf('GIF89a....')],
  ['unknown', Uint8Array.from({ length: 900 }, (_, at) => (at * 7) % 251)],
  ['damaged', bytesOf('PK\x03\x04 cut short')],
  ['damaged', bytesOf('%PDF-1.7\nnothing more')],
  ['damaged', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3)],
  ['spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
  ['unknown', zipSync({ 'a.txt': strToU8('x') })],
])('a file that cannot be read is answered with a sentence: %s', async (code, bytes) => {
  const result = await readDocument(bytes)
  expect(result).toEqual({ ok: false, fault: { code, ...faultTexts[code as keyof typeof faultTexts] } })
})

test('the kind is decided by content, whatever the name says', async () => {
  const word = docxOf(paragraph('Kế hoạch'))
  expect(await readDocument(word, { name: 'plan.pdf' })).toMatchObject({
    ok: true,
    document: { kind: 'docx' },
  })
  const rtf = bytesOf('{\\rtf1 K\\u7871?ho\\u7841?ch\\par}')
  expect(await readDocument(rtf, { name: 'plan.doc' })).toMatchObject({
    ok: true,
    document: { text: 'Kếhoạch\n' },
  })
})

test('a zip that unpacks beyond measure is not opened', async () => {
  const bomb = docxOf(`<w:p><w:r><w:t>${' '.repeat(8_000_000)}</w:t></w:r></w:p>`)
  expect(await readDocument(bomb)).toMatchObject({ ok: false, fault: { code: 'zip-bomb' } })
})

test('entities that a file declares are not expanded', async () => {
  const declared = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  const xml = `${declared}<w:document><w:body>${paragraph('&b; &lt;tag&gt; &#7871;')}</w:body></w:document>`
  const result = await readDocument(zipSync({ 'word/document.xml': strToU8(xml) }))
  expect(result).toMatchObject({ ok: true, document: { text: '&b; <tag> ế\n' } })
})

test('elements nested without end are refused', async () => {
  const deep = `${'<w:smartTag>'.repeat(5000)}${'</w:smartTag>'.repeat(5000)}`
  expect(await readDocument(docxOf(`<w:p>${deep}</w:p>`))).toMatchObject({
    ok: false,
    fault: { code: 'too-deep' },
  })
  const page = bytesOf(`<html>${'<div><b>'.repeat(200_000)}`)
  expect(await readDocument(page)).toMatchObject({ ok: false, fault: { code: 'too-deep' } })
})

test('a table too large for memory is refused', async () => {
  const bytes = docxOf(table([[tableCell('a'), tableCell('b')]]))
  const result = await readDocument(bytes, {}, { limits: { elements: 10 } })
  expect(result).toMatchObject({ ok: false, fault: { code: 'too-large' } })
})

test('a huge table is cut where the limit says, with a note', async () => {
  const rows = Array.from({ length: 50 }, (_, at) => [tableCell(String(at)), tableCell('x'), tableCell('y')])
  const result = await readDocument(docxOf(table(rows)), {}, { limits: { cells: 30 } })
  if (!result.ok) throw new Error(result.fault.code)
  expect(result.document.text.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(10)
  expect(result.document.notes.map((note) => note.code)).toEqual(['truncated'])
})

test('limits of size and time are answered, not passed', async () => {
  expect(await readDocument(bytesOf('abc'), {}, { limits: { inputBytes: 2 } })).toMatchObject({ ok: false })
  const slow = await readDocument(docxOf(paragraph('x')), {}, { limits: { milliseconds: -1 } })
  expect(slow).toMatchObject({ ok: false, fault: { code: 'too-slow' } })
  const gone = await readDocument(docxOf(paragraph('x')), {}, { signal: AbortSignal.abort() })
  expect(gone).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})

test('the same file gives the same text', async () => {
  const bytes = docxOf(paragraph('Một') + table([[tableCell('a'), tableCell('b')]]))
  expect(await readDocument(bytes)).toEqual(await readDocument(bytes))
})
