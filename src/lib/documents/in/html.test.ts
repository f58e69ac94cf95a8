import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

async function read(html: string, name = 'x.html') {
  const result = await readDocument(new TextEncoder().encode(html), { name })
  if (!result.ok) throw new Error(result.fault.code)
  return result.document
}

test('blocks become lines, lists get their marks, menus and scripts go', async () => {
  const { kind, text } = await read(`<!doctype html><title>Trang</title><nav>Menu</nav><script>x()</script>
    <h1>KẾ HOẠCH</h1><p>Dòng <b>một</b><br>dòng hai</p>
    <ul><li>gạch</li><li>- đã có gạch</li></ul><ol type="a"><li>điểm a</li><li>điểm b</li></ol><ol start="3"><li>ba</li></ol>
    <p style="display:none">ẩn</p><footer>Bản quyền</footer>`)
  expect(kind).toBe('html')
  expect(text.trim().split('\n')).toEqual([
    'KẾ HOẠCH',
    '',
    'Dòng một',
    'dòng hai',
    '- gạch',
    '- đã có gạch',
    'a) điểm a',
    'b) điểm b',
    '3. ba',
  ])
})

test('rowspans and colspans keep the grid', async () => {
  const { text } = await read(`<html><table border=1><tr><th>STT<th>Nội dung<th>Chủ trì<th>Thời gian</tr>
    <tr><td>I<td colspan=3>Báo chí</tr>
    <tr><td>1<td>Việc một<td rowspan=2><ul><li>Sở A</li><li>Sở B</li></ul><td>Quý I</tr>
    <tr><td>2<td>Việc | hai<td>Quý II</tr></table>`)
  expect(text.trim().split('\n')).toEqual([
    '| STT | Nội dung | Chủ trì | Thời gian |',
    '| I | Báo chí |  |  |',
    '| 1 | Việc một | - Sở A<br>- Sở B | Quý I |',
    '| 2 | Việc \\| hai | ^^ | Quý II |',
  ])
})

test('a page laid out in one outer table is read as a page', async () => {
  const { text } = await read(
    '<html><table><tr><td><p>KẾ HOẠCH</p><table border=1><tr><td>1<td>Việc<td>Sở A</tr><tr><td>2<td>Việc<td>Sở B</tr></table></td></tr></table>',
  )
  expect(text).toContain('KẾ HOẠCH\n\n| 1 | Việc | Sở A |\n| 2 | Việc | Sở B |')
})

test('a .txt file that quotes markup stays text', async () => {
  const text = 'KẾ HOẠCH\n01\t<p>Việc</p>\t<ul><li>Sở A</li></ul>'
  expect(await read(text, 'x.txt')).toMatchObject({ kind: 'text', text })
  expect(await read(text, 'x.md')).toMatchObject({ kind: 'markdown', text })
})

test('a page in Windows-1258 that says otherwise is read by its bytes', async () => {
  const head = '<html><meta charset="iso-8859-1"><p>'
  const bytes = [...head].map((letter) => letter.charCodeAt(0))
  // "Kế hoạch tỉnh Yên Bái" with combining tones, as Windows-1258 stores it.
  const words = [
    0x4b, 0xea, 0xec, 0x20, 0x68, 0x6f, 0x61, 0xf2, 0x63, 0x68, 0x20, 0x74, 0x69, 0xd2, 0x6e, 0x68,
  ]
  const result = await readDocument(Uint8Array.from([...bytes, ...words]), {})
  expect(result).toMatchObject({ ok: true, document: { text: 'Kế hoạch tỉnh\n' } })
})

test('text in an old font is mended', async () => {
  const { text } = await read(
    '<html><p><font face=".VnTime">Céng hoµ x· héi</font></p><p><span style="font-family:VNI-Times">Vieät Nam</span></p>',
  )
  expect(text).toBe('Cộng hoà xã hội\nViệt Nam\n')
})
